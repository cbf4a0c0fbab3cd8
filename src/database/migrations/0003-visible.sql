-- What I may see, worked out once a statement from sets, never a function per row: (select kept.today()) is asked once,
-- a bare kept.today() for every row it is compared with (8 ms a call of visible() against 1).

create function kept.may(asked_resource text, asked_action text) returns boolean
  language sql stable security definer set search_path = kept, pg_temp as $$
  select exists (select from role_held h join grant_rule g using (authority_id, role)
    where h.authority_id = (select kept.authority()) and h.person_id = (select kept.me())
      and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))
      and g.resource = asked_resource and g.action = asked_action) $$;

create function kept.groups_all(asked_action text default 'read') returns text[]
  language sql stable security definer set search_path = kept, pg_temp as $$
  select coalesce(array_agg(distinct g.field_group), '{}') from role_held h join grant_rule g using (authority_id, role)
    where h.authority_id = (select kept.authority()) and h.person_id = (select kept.me())
      and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))
      and g.resource = 'child' and g.action = asked_action and g.scope = 'all' $$;

-- Pairs of child and field group that I may read (or write) by relationship, by my teams, by break-glass, or as myself.
-- A relationship left open counts only while I hold some role: a colleague who has gone reaches nobody.
create function kept.visible(asked_action text default 'read') returns table (child_id uuid, field_group text)
  language sql stable security definer set search_path = kept, pg_temp rows 100 as $$
  with recursive managed as (
    select m.team_id from team_member m where m.authority_id = (select kept.authority()) and m.person_id = (select kept.me()) and m.manages
      and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today()))
    union select t.id from team t join managed on t.parent_id = managed.team_id where t.authority_id = (select kept.authority())
  ), team_people as (
    select distinct m.person_id from team_member m join managed using (team_id) where m.authority_id = (select kept.authority())
      and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today()))
  ), my_roles as (
    select distinct h.role from role_held h where h.authority_id = (select kept.authority()) and h.person_id = (select kept.me())
      and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))
  )
  select r.child_id, g.field_group from relationship r
    join grant_rule g on g.authority_id = r.authority_id and g.role = r.role and g.resource = 'child'
      and g.scope = 'related' and g.action = asked_action
    where r.authority_id = (select kept.authority()) and r.person_id = (select kept.me()) and exists (select from my_roles)
      and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))
  union
  select r.child_id, g.field_group from relationship r join team_people p using (person_id)
    join grant_rule g on g.authority_id = r.authority_id and g.resource = 'child' and g.scope = 'team' and g.action = asked_action
    join my_roles on my_roles.role = g.role
    where r.authority_id = (select kept.authority()) and r.role <> 'barred'
      and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))
  union
  select b.child_id, g.field_group from break_glass b
    join grant_rule g on g.authority_id = b.authority_id and g.resource = 'child' and g.scope = 'break-glass' and g.action = asked_action
    join my_roles on my_roles.role = g.role
    where b.authority_id = (select kept.authority()) and b.person_id = (select kept.me()) and clock_timestamp() < b.closes_at
  union
  select (select kept.me()), g.field_group from grant_rule g join my_roles on my_roles.role = g.role
    where g.authority_id = (select kept.authority()) and g.resource = 'child' and g.scope = 'self' and g.action = asked_action $$;

-- Children I must not reach whatever my roles: barred from them, or restricted and I am not named (rule 15).
create function kept.withheld() returns table (child_id uuid)
  language sql stable security definer set search_path = kept, pg_temp rows 10 as $$
  select r.child_id from relationship r where r.authority_id = (select kept.authority()) and r.person_id = (select kept.me()) and r.role = 'barred'
    and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))
  union
  select p.id from person p where p.authority_id = (select kept.authority()) and p.is_restricted and p.id <> (select kept.me()) and not exists (
    select from relationship r where r.authority_id = p.authority_id and r.child_id = p.id and r.person_id = (select kept.me())
      and r.role <> 'barred' and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today())))
    and not exists (select from role_held h where h.authority_id = p.authority_id and h.person_id = (select kept.me()) and h.role = 'system'
      and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))) $$;

-- A child may know who works with them, and no other colleague: the name alone, for people named for the asker.
create function kept.colleague_name(of_person uuid) returns table (name text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select concat_ws(' ', p.given_name, p.family_name) from person p where p.authority_id = (select kept.authority()) and p.id = of_person and p.kind = 'staff'
    and exists (select from relationship r where r.authority_id = p.authority_id and r.person_id = p.id and r.child_id = (select kept.me()) and r.role <> 'barred'
      and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))) $$;

do $$
declare f text;
begin
  foreach f in array array['may(text, text)', 'groups_all(text)', 'visible(text)', 'withheld()', 'colleague_name(uuid)'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app, kept_owner', f);
  end loop;
end $$;
