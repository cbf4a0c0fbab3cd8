-- Who sees and changes which people, roles, teams and relationships.

-- Colleagues are seen by colleagues; a child only by those who may read who the child is.
create policy app_read on kept.person for select to kept_app using (authority_id = (select kept.authority()) and (
  id = (select kept.me())
  or (kind = 'staff' and (select kept.may('colleagues', 'read')))
  or (kind = 'child' and id not in (select w.child_id from kept.withheld() w) and (
    'identity' = any ((select kept.groups_all())::text[])
    or id in (select v.child_id from kept.visible() v where v.field_group = 'identity')))));
create policy app_add_staff on kept.person for insert to kept_app
  with check (authority_id = (select kept.authority()) and kind = 'staff' and (select kept.may('people', 'write')));
create policy app_add_child on kept.person for insert to kept_app
  with check (authority_id = (select kept.authority()) and kind = 'child' and not is_restricted and (select kept.may('import', 'write')));
create policy app_change on kept.person for update to kept_app
  using (authority_id = (select kept.authority()) and kind = 'staff' and (select kept.may('people', 'write')))
  with check (authority_id = (select kept.authority()) and kind = 'staff');
grant select, insert (authority_id, id, kind, given_name, family_name, title, email), update (given_name, family_name, title, email)
  on kept.person to kept_app;

create policy app_read on kept.identifier for select to kept_app using (authority_id = (select kept.authority()) and
  person_id not in (select w.child_id from kept.withheld() w) and (
    (scheme = 'social work registration' and (select kept.may('colleagues', 'read')))
    or (scheme = 'return' and ('identity' = any ((select kept.groups_all())::text[])
      or person_id in (select v.child_id from kept.visible() v where v.field_group = 'identity')))));
create policy app_add on kept.identifier for insert to kept_app with check (authority_id = (select kept.authority()) and (
  (scheme = 'return' and (select kept.may('import', 'write')) and person_id not in (select w.child_id from kept.withheld() w))
  -- Nobody names themselves as a child's worker by taking the worker's number.
  or (scheme = 'social work registration' and (select kept.may('people', 'write')) and person_id <> (select kept.me()))));
grant select, insert on kept.identifier to kept_app;

create policy app_read on kept.role_held for select to kept_app using (authority_id = (select kept.authority()) and (
  person_id = (select kept.me()) or (select kept.may('people', 'read'))));
create policy app_write on kept.role_held for insert to kept_app
  with check (authority_id = (select kept.authority()) and role <> 'system' and (select kept.may('people', 'write')) and person_id <> (select kept.me()));
create policy app_end on kept.role_held for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('people', 'write')) and person_id <> (select kept.me()))
  with check (authority_id = (select kept.authority()) and role <> 'system');
grant select, insert, update (ends_on) on kept.role_held to kept_app;

create policy app_read on kept.grant_rule for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('colleagues', 'read')));
grant select on kept.grant_rule to kept_app;

create policy app_read on kept.team for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('colleagues', 'read')));
grant select on kept.team to kept_app;
create policy app_read on kept.team_member for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('colleagues', 'read')));
grant select on kept.team_member to kept_app;

create policy app_read on kept.relationship for select to kept_app using (authority_id = (select kept.authority())
  and child_id not in (select w.child_id from kept.withheld() w) and role <> 'barred' and (
    (person_id = (select kept.me()) and child_id in (select v.child_id from kept.visible() v))
    or 'workers' = any ((select kept.groups_all())::text[])
    or child_id in (select v.child_id from kept.visible() v where v.field_group = 'workers')));
create policy app_bar on kept.relationship for select to kept_app using (authority_id = (select kept.authority())
  and role = 'barred' and (select kept.may('people', 'write')));
-- Nobody names themselves for a child, or lifts a bar on themselves.
create policy app_add on kept.relationship for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('people', 'write')) and person_id <> (select kept.me()));
create policy app_end on kept.relationship for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('people', 'write')) and person_id <> (select kept.me()))
  with check (authority_id = (select kept.authority()));
grant select, insert, update (ends_on) on kept.relationship to kept_app;

-- Opened through open_record alone, which counts, and never for a restricted child or one I am barred from. Reviewed by
-- somebody else.
create policy app_read on kept.break_glass for select to kept_app using (authority_id = (select kept.authority()) and (
  person_id = (select kept.me())
  or (child_id not in (select w.child_id from kept.withheld() w) and (
    'who_looked' = any ((select kept.groups_all())::text[])
    or child_id in (select v.child_id from kept.visible() v where v.field_group = 'who_looked')))));
create policy app_review on kept.break_glass for update to kept_app
  using (authority_id = (select kept.authority()) and person_id <> (select kept.me())
    and child_id not in (select w.child_id from kept.withheld() w) and (
    'who_looked' = any ((select kept.groups_all())::text[])
    or child_id in (select v.child_id from kept.visible() v where v.field_group = 'who_looked')))
  with check (authority_id = (select kept.authority()) and reviewed_by = (select kept.me()));
grant select, update (reviewed_by, reviewed_at, finding) on kept.break_glass to kept_app;
