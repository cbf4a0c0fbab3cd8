-- Long because the people, their roles and what follows from them for who sees what are read together.
-- The council, its people, who is what to whom, and what each role may do. Policies stand beside their table.
-- Every key begins with authority_id: councils never join across.

-- Public facts about this installation: which councils, and whether their children are real. Never changed once made.
create table kept.installation (
  only_row boolean primary key default true check (only_row),
  nature text not null check (nature in ('made-up', 'real')),
  made_at timestamptz not null default clock_timestamp()
);
grant select on kept.installation to kept_app, kept_door, kept_guard;

create table kept.authority (
  authority_id int primary key generated always as identity,
  code text not null unique,                 -- the department's three-digit number, as in LA_PERM
  ons_code text,                             -- upper-tier area code, for the boundary
  name text not null,
  created_at timestamptz not null default clock_timestamp()
);
grant select on kept.authority to kept_app, kept_door, kept_guard;

-- Who is asking. The setting is trusted only on the application's own login; people with SQL have a login of their own.
create table kept.sql_login (
  authority_id int not null references kept.authority,
  login text primary key,
  person_id uuid not null
);
alter table kept.sql_login enable row level security;
alter table kept.sql_login force row level security;
create policy guard on kept.sql_login to kept_guard using (true);
create policy owner on kept.sql_login to kept_owner using (true) with check (true);
grant select on kept.sql_login to kept_guard;

create function kept.is_application() returns boolean language sql stable set search_path = kept, pg_temp as $$
  select session_user in ('kept_login', 'postgres') $$;

create function kept.authority() returns int language sql stable security definer set search_path = kept, pg_temp as $$
  select case when kept.is_application() then nullif(current_setting('kept.authority', true), '')::int
    else (select l.authority_id from sql_login l where l.login = session_user) end $$;

create function kept.me() returns uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select case when kept.is_application() then nullif(current_setting('kept.person', true), '')::uuid
    else (select l.person_id from sql_login l where l.login = session_user) end $$;

-- The one clock for days: Europe/London. A fixed day serves tests and "as at"; only the application can set it.
create function kept.today() returns date language sql stable set search_path = kept, pg_temp as $$
  select coalesce(case when kept.is_application() then nullif(current_setting('kept.today', true), '')::date end,
    (clock_timestamp() at time zone 'Europe/London')::date) $$;

create table kept.person (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('child', 'staff', 'system')),
  given_name text,
  family_name text,
  title text,                                -- what a member of staff does, as colleagues say it
  email text,
  -- Open to named people alone: a colleague's own child, an adopted child. Not for population roles or break-glass.
  is_restricted boolean not null default false,
  primary key (authority_id, id)
);
create index on kept.person (authority_id, kind, family_name);

-- Return numbers, worker registrations and the like: rows with dates, because they change and are mixed up.
create table kept.identifier (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  scheme text not null check (scheme in ('return', 'social work registration')),
  value text not null,
  starts_on date,
  ends_on date,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person
);
create index on kept.identifier (authority_id, scheme, value);
create index on kept.identifier (authority_id, person_id);

-- A sign-in elsewhere (issuer and subject) is not a person: one can belong to several people and councils.
create table kept.login_identity (
  authority_id int not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  primary key (authority_id, issuer, subject),
  foreign key (authority_id, person_id) references kept.person
);

create table kept.role_held (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null,
  starts_on date not null,
  ends_on date,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person
);
create index on kept.role_held (authority_id, person_id);

-- Roles as data: resource × action × scope × field group.
create table kept.grant_rule (
  authority_id int not null references kept.authority,
  role text not null,
  resource text not null,
  action text not null check (action in ('read', 'write')),
  scope text not null check (scope in ('self', 'related', 'team', 'break-glass', 'all')),
  field_group text not null default '*',
  primary key (authority_id, role, resource, action, scope, field_group)
);

create table kept.team (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  name text not null,
  parent_id uuid,
  primary key (authority_id, id),
  foreign key (authority_id, parent_id) references kept.team
);

create table kept.team_member (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  team_id uuid not null,
  person_id uuid not null,
  manages boolean not null default false,
  starts_on date not null,
  ends_on date,
  primary key (authority_id, id),
  foreign key (authority_id, team_id) references kept.team,
  foreign key (authority_id, person_id) references kept.person
);
create index on kept.team_member (authority_id, person_id);
create index on kept.team_member (authority_id, team_id);

-- Who is what to whom, from when to when. `barred` stands above every role (rule 15).
create table kept.relationship (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  child_id uuid not null,
  role text not null,
  reason text,
  starts_on date not null,
  ends_on date,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person,
  foreign key (authority_id, child_id) references kept.person,
  check (role <> 'barred' or reason is not null)
);
create index on kept.relationship (authority_id, person_id);
create index on kept.relationship (authority_id, child_id);

-- A record opened by somebody with no relationship to the child, for a reason, for 24 hours.
create table kept.break_glass (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  child_id uuid not null,
  reason text not null check (length(btrim(reason)) >= 10),
  opened_at timestamptz not null default clock_timestamp(),
  closes_at timestamptz not null default clock_timestamp() + interval '24 hours',
  reviewed_by uuid,
  reviewed_at timestamptz,
  finding text,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person,
  foreign key (authority_id, child_id) references kept.person,
  check (closes_at <= opened_at + interval '24 hours 1 minute')
);
create index on kept.break_glass (authority_id, person_id);

-- ── What I may see, worked out once a statement from sets, never a function per row ─────────────────────────────────

create function kept.may(asked_resource text, asked_action text) returns boolean
  language sql stable security definer set search_path = kept, pg_temp as $$
  select exists (select from role_held h join grant_rule g using (authority_id, role)
    where h.authority_id = kept.authority() and h.person_id = kept.me()
      and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today())
      and g.resource = asked_resource and g.action = asked_action) $$;

create function kept.groups_all(asked_action text default 'read') returns text[]
  language sql stable security definer set search_path = kept, pg_temp as $$
  select coalesce(array_agg(distinct g.field_group), '{}') from role_held h join grant_rule g using (authority_id, role)
    where h.authority_id = kept.authority() and h.person_id = kept.me()
      and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today())
      and g.resource = 'child' and g.action = asked_action and g.scope = 'all' $$;

-- Pairs of child and field group that I may read (or write) by relationship, by my teams, by break-glass, or as myself.
create function kept.visible(asked_action text default 'read') returns table (child_id uuid, field_group text)
  language sql stable security definer set search_path = kept, pg_temp rows 100 as $$
  with recursive managed as (
    select m.team_id from team_member m where m.authority_id = kept.authority() and m.person_id = kept.me() and m.manages
      and m.starts_on <= kept.today() and (m.ends_on is null or m.ends_on >= kept.today())
    union select t.id from team t join managed on t.parent_id = managed.team_id where t.authority_id = kept.authority()
  ), team_people as (
    select distinct m.person_id from team_member m join managed using (team_id) where m.authority_id = kept.authority()
      and m.starts_on <= kept.today() and (m.ends_on is null or m.ends_on >= kept.today())
  ), my_roles as (
    select distinct h.role from role_held h where h.authority_id = kept.authority() and h.person_id = kept.me()
      and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today())
  )
  select r.child_id, g.field_group from relationship r
    join grant_rule g on g.authority_id = r.authority_id and g.role = r.role and g.resource = 'child'
      and g.scope = 'related' and g.action = asked_action
    where r.authority_id = kept.authority() and r.person_id = kept.me()
      and r.starts_on <= kept.today() and (r.ends_on is null or r.ends_on >= kept.today())
  union
  select r.child_id, g.field_group from relationship r join team_people p using (person_id)
    join grant_rule g on g.authority_id = r.authority_id and g.resource = 'child' and g.scope = 'team' and g.action = asked_action
    join my_roles on my_roles.role = g.role
    where r.authority_id = kept.authority() and r.role <> 'barred'
      and r.starts_on <= kept.today() and (r.ends_on is null or r.ends_on >= kept.today())
  union
  select b.child_id, g.field_group from break_glass b
    join grant_rule g on g.authority_id = b.authority_id and g.resource = 'child' and g.scope = 'break-glass' and g.action = asked_action
    join my_roles on my_roles.role = g.role
    where b.authority_id = kept.authority() and b.person_id = kept.me() and clock_timestamp() < b.closes_at
  union
  select kept.me(), g.field_group from grant_rule g join my_roles on my_roles.role = g.role
    where g.authority_id = kept.authority() and g.resource = 'child' and g.scope = 'self' and g.action = asked_action $$;

-- Children I must not reach whatever my roles: barred from them, or restricted and I am not named (rule 15).
create function kept.withheld() returns table (child_id uuid)
  language sql stable security definer set search_path = kept, pg_temp rows 10 as $$
  select r.child_id from relationship r where r.authority_id = kept.authority() and r.person_id = kept.me() and r.role = 'barred'
    and r.starts_on <= kept.today() and (r.ends_on is null or r.ends_on >= kept.today())
  union
  select p.id from person p where p.authority_id = kept.authority() and p.is_restricted and p.id <> kept.me() and not exists (
    select from relationship r where r.authority_id = p.authority_id and r.child_id = p.id and r.person_id = kept.me()
      and r.role <> 'barred' and r.starts_on <= kept.today() and (r.ends_on is null or r.ends_on >= kept.today()))
    and not exists (select from role_held h where h.authority_id = p.authority_id and h.person_id = kept.me() and h.role = 'system') $$;

do $$
declare f text;
begin
  foreach f in array array['is_application()', 'authority()', 'me()', 'today()', 'may(text, text)', 'groups_all(text)', 'visible(text)', 'withheld()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app, kept_owner', f);
  end loop;
end $$;

do $$
declare t text;
begin
  foreach t in array array['person', 'identifier', 'login_identity', 'role_held', 'grant_rule', 'team', 'team_member', 'relationship', 'break_glass'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;

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
grant select, insert, update on kept.person to kept_app;

create policy app_read on kept.identifier for select to kept_app using (authority_id = (select kept.authority()) and
  person_id not in (select w.child_id from kept.withheld() w) and (
    (scheme = 'social work registration' and (select kept.may('colleagues', 'read')))
    or (scheme = 'return' and ('identity' = any ((select kept.groups_all())::text[])
      or person_id in (select v.child_id from kept.visible() v where v.field_group = 'identity')))));
create policy app_add on kept.identifier for insert to kept_app with check (authority_id = (select kept.authority()) and (
  (scheme = 'return' and (select kept.may('import', 'write')) and person_id not in (select w.child_id from kept.withheld() w))
  or (scheme = 'social work registration' and (select kept.may('people', 'write')))));
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
    person_id = (select kept.me())
    or 'workers' = any ((select kept.groups_all())::text[])
    or child_id in (select v.child_id from kept.visible() v where v.field_group = 'workers')));
create policy app_bar on kept.relationship for select to kept_app using (authority_id = (select kept.authority())
  and role = 'barred' and (select kept.may('people', 'write')));
create policy app_add on kept.relationship for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('people', 'write')));
create policy app_end on kept.relationship for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('people', 'write')))
  with check (authority_id = (select kept.authority()));
grant select, insert, update (ends_on) on kept.relationship to kept_app;

-- Only whom I may break the glass for: never a restricted child, never one I am barred from.
create policy app_read on kept.break_glass for select to kept_app using (authority_id = (select kept.authority()) and (
  person_id = (select kept.me())
  or 'who_looked' = any ((select kept.groups_all())::text[])
  or child_id in (select v.child_id from kept.visible() v where v.field_group = 'who_looked')));
create policy app_add on kept.break_glass for insert to kept_app with check (authority_id = (select kept.authority())
  and person_id = (select kept.me()) and (select kept.may('break-glass', 'write'))
  and child_id not in (select w.child_id from kept.withheld() w));
create policy app_review on kept.break_glass for update to kept_app
  using (authority_id = (select kept.authority()) and person_id <> (select kept.me()) and (
    'who_looked' = any ((select kept.groups_all())::text[])
    or child_id in (select v.child_id from kept.visible() v where v.field_group = 'who_looked')))
  with check (authority_id = (select kept.authority()) and reviewed_by = (select kept.me()));
grant select, insert (authority_id, person_id, child_id, reason), update (reviewed_by, reviewed_at, finding) on kept.break_glass to kept_app;
