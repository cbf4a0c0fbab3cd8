-- People, their identifiers, roles and teams, and who is what to whom. Whom each may see: 0003 and 0004.

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
alter table kept.sql_login add foreign key (authority_id, person_id) references kept.person;

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
  foreign key (authority_id, parent_id) references kept.team deferrable
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
