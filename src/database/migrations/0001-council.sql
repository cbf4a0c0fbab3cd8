-- The installation, its councils, who is asking, and what day it is. Every key begins with authority_id: councils never
-- join across.

-- Public facts about this installation: which councils, and whether their children are real. Never changed once made.
create table kept.installation (
  only_row boolean primary key default true check (only_row),
  nature text not null check (nature in ('made-up', 'real')),
  made_at timestamptz not null default clock_timestamp()
);
grant select on kept.installation to kept_app, kept_door, kept_guard;
create function kept.refuse_other_nature() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin raise exception 'an installation is made-up or real for life: make another in a folder or database of its own'; end $$;
create trigger for_life before update or delete or truncate on kept.installation for each statement execute function kept.refuse_other_nature();

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

-- On both engines the application's session is kept_login's and no other, not even a superuser's.
create function kept.is_application() returns boolean language sql stable set search_path = kept, pg_temp as $$
  select session_user = 'kept_login' $$;

create function kept.authority() returns int language sql stable security definer set search_path = kept, pg_temp as $$
  select case when kept.is_application() then nullif(current_setting('kept.authority', true), '')::int
    else (select l.authority_id from sql_login l where l.login = session_user) end $$;

create function kept.me() returns uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select case when kept.is_application() then nullif(current_setting('kept.person', true), '')::uuid
    else (select l.person_id from sql_login l where l.login = session_user) end $$;

-- The one clock for days: Europe/London. A fixed day serves tests and "as at"; only the application can set it.
create function kept.london_day(moment timestamptz) returns date language sql stable set search_path = kept, pg_temp as $$
  select (moment at time zone 'Europe/London')::date $$;
create function kept.today() returns date language sql stable set search_path = kept, pg_temp as $$
  select coalesce(case when kept.is_application() then nullif(current_setting('kept.today', true), '')::date end,
    kept.london_day(clock_timestamp())) $$;

do $$
declare f text;
begin
  foreach f in array array['is_application()', 'authority()', 'me()', 'london_day(timestamptz)', 'today()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app, kept_owner', f);
  end loop;
end $$;
revoke execute on function kept.refuse_other_nature() from public;
