-- Long because the tables of the first release, each beside its policies.
-- What the council does with the record: sessions, the trace, files taken in, figures, promises.

-- Sessions and sign-in attempts: no row security, because nobody is anybody yet; reached by kept_door alone.
create table kept.session (
  token_hash bytea primary key,               -- sha256 of what the browser holds
  authority_id int not null references kept.authority,
  person_id uuid not null,
  opened_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null,
  foreign key (authority_id, person_id) references kept.person
);
create table kept.sign_in_attempt (
  address text not null,
  at timestamptz not null default clock_timestamp()
);
create index on kept.sign_in_attempt (address, at);
grant select, insert, update, delete on kept.session, kept.sign_in_attempt to kept_door;

-- For the door: which council this is, and Kept's own actor in it.
create function kept.council_at_door() returns table (authority_id int, name text, code text, ons_code text, nature text, system_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select a.authority_id, a.name, a.code, a.ons_code, i.nature, p.id from authority a cross join installation i
    join person p on p.authority_id = a.authority_id and p.kind = 'system' order by a.authority_id limit 1 $$;
-- For the door: who a session or an identity is. Names no child to anybody but the child.
create function kept.person_at_door(of_authority int, of_person uuid) returns table (authority_id int, person_id uuid, kind text, given_name text, family_name text, title text, roles text[], rights text[])
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.authority_id, p.id, p.kind, p.given_name, p.family_name, p.title,
    array(select distinct h.role from role_held h where h.authority_id = p.authority_id and h.person_id = p.id
      and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today()) order by 1),
    array(select distinct g.resource || ':' || g.action from role_held h join grant_rule g using (authority_id, role)
      where h.authority_id = p.authority_id and h.person_id = p.id
        and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today()) order by 1)
  from person p where p.authority_id = of_authority and p.id = of_person $$;
create function kept.person_of_identity(of_issuer text, of_subject text, of_email text) returns table (authority_id int, person_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select i.authority_id, i.person_id from login_identity i where i.issuer = of_issuer and i.subject = of_subject
  union all
  select p.authority_id, p.id from person p where p.kind = 'staff' and lower(p.email) = lower(of_email)
    and not exists (select from login_identity i where i.authority_id = p.authority_id and (i.person_id = p.id or (i.issuer = of_issuer and i.subject = of_subject))) $$;
-- The first sign-in ties the identity to the person whose address the council entered.
create function kept.keep_identity(of_authority int, of_issuer text, of_subject text, of_person uuid) returns void
  language sql security definer set search_path = kept, pg_temp as $$
  insert into login_identity (authority_id, issuer, subject, person_id) values (of_authority, of_issuer, of_subject, of_person) on conflict do nothing $$;
-- The picker of a made-up council: one person per role. Empty where the council is real.
create table kept.picker_entry (
  authority_id int not null,
  position int not null,
  person_id uuid not null,
  label text not null,
  sentence text not null,
  primary key (authority_id, position),
  foreign key (authority_id, person_id) references kept.person
);
create function kept.picker() returns table (authority_id int, person_id uuid, label text, sentence text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select e.authority_id, e.person_id, e.label, e.sentence from picker_entry e
    where exists (select from installation where nature = 'made-up') order by e.position $$;
create function kept.refuse_picker_beside_real() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  if not exists (select from installation where nature = 'made-up') then
    raise exception 'the sign-in picker exists only in a made-up council';
  end if;
  return new;
end $$;
create trigger only_made_up before insert on kept.picker_entry for each row execute function kept.refuse_picker_beside_real();

-- An installation is made-up or real for life.
create trigger for_life before update or delete or truncate on kept.installation for each statement execute function kept.refuse_change();

-- Every change, and every opening of a child's record. Written in the read's own transaction.
create table kept.audit (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  event text not null,
  child_id uuid,
  child_ids uuid[],
  detail jsonb not null default '{}',
  primary key (authority_id, at, id)
) partition by range (at);
create index on kept.audit (authority_id, child_id, at);
create table kept.audit_rest partition of kept.audit default;

-- Made ahead at every start by the owner, so that no month falls into the rest.
create function kept.make_audit_months(from_day date, months int) returns void language plpgsql set search_path = kept, pg_temp as $$
declare first date := date_trunc('month', from_day)::date; name text; n int;
begin
  for n in 0 .. months - 1 loop
    name := 'audit_' || to_char(first + make_interval(months => n), 'YYYY_MM');
    if to_regclass('kept.' || name) is null then
      execute format('create table kept.%I partition of kept.audit for values from (%L) to (%L)', name,
        first + make_interval(months => n), first + make_interval(months => n + 1));
      execute format('alter table kept.%I enable row level security', name);
      execute format('alter table kept.%I force row level security', name);
      execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', name);
    end if;
  end loop;
end $$;

-- What a row was before it was changed, for ordinary tables.
create table kept.row_history (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  table_name text not null,
  row_id uuid not null,
  old_row jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by uuid,
  primary key (authority_id, id)
);
create index on kept.row_history (authority_id, table_name, row_id);
create function kept.keep_history() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  insert into row_history (authority_id, table_name, row_id, old_row, changed_by) values (old.authority_id, tg_table_name, old.id, to_jsonb(old), kept.me());
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- A set of files on its way in: checked, previewed, then accepted or dropped.
create table kept.import_batch (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('return', 'postcodes')),
  status text not null check (status in ('checked', 'refused', 'accepted', 'dropped')),
  years int[] not null default '{}',
  files jsonb not null,
  summary jsonb not null,
  seal_number bigint not null default 0,      -- what the preview was compared with
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  accepted_by uuid,
  accepted_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person (authority_id, id)
);
create table kept.import_row (
  authority_id int not null,
  batch_id uuid not null,
  position int not null,
  action text not null check (action in ('new', 'changed', 'ended', 'withdrawn')),
  child_code text not null,
  kind text not null,
  starts_on date not null,
  ends_on date,
  data jsonb not null,
  source jsonb not null,
  stated_on date not null,
  supersedes uuid,
  voids boolean not null default false,
  reason text,
  -- Filled from the identifiers when the rows are staged; a child not yet known gets its id here.
  child_id uuid,
  is_new_child boolean not null default false,
  event_id uuid not null default gen_random_uuid(),
  supersedes_position int,                    -- a row of this same batch
  primary key (authority_id, batch_id, position),
  foreign key (authority_id, batch_id) references kept.import_batch
);
create table kept.import_finding (
  authority_id int not null,
  batch_id uuid not null,
  position int not null,
  severity text not null check (severity in ('file', 'row', 'warning', 'note')),
  year int,
  table_name text,
  file text,
  line int,
  column_name text,
  child_code text,
  value text,
  message text not null,
  primary key (authority_id, batch_id, position),
  foreign key (authority_id, batch_id) references kept.import_batch
);

-- Estimates of children under 18 in the council's area (Office for National Statistics, mid-year).
create table kept.population_estimate (
  authority_id int not null references kept.authority,
  year int not null,
  children int not null check (children > 0),
  source text not null,
  primary key (authority_id, year)
);

-- A measure's value as worked out at a seal: kept, so that a figure shown once can be shown again.
create table kept.measure_value (
  authority_id int not null references kept.authority,
  measure_id text not null,
  as_at date not null,
  seal_number bigint not null,
  reference_version bigint not null,          -- which postcodes and populations it was worked out with
  result jsonb not null,
  worked_out_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, measure_id, as_at, seal_number, reference_version)
);

-- Moves on whenever a directory or a population is taken in.
create sequence kept.reference_version;
grant select on sequence kept.reference_version to kept_app;
grant usage on sequence kept.reference_version to kept_guard;
create function kept.move_reference_on() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin perform nextval('kept.reference_version'); return null; end $$;
create trigger reference_moved after insert or update on kept.population_estimate for each statement execute function kept.move_reference_on();
create trigger reference_moved after insert or update on kept.postcode for each statement execute function kept.move_reference_on();
create trigger reference_moved after insert or update on kept.district for each statement execute function kept.move_reference_on();

-- A plan of any kind and its items: a pledge and its promises, an action plan and its actions.
create table kept.plan (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('pledge', 'action plan')),
  title text not null,
  version text,
  agreed_on date,
  primary key (authority_id, id)
);
create table kept.plan_item (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  position int not null,
  reference text,
  title text not null,
  words text,
  party text check (party in ('we', 'you', 'together')),
  priority text,
  hows text[] not null default '{}',
  owners text[] not null default '{}',
  due_on date,
  due_as_written text,
  way_to_tell text,
  measure_id text,
  progress text,
  evidence text,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references kept.plan
);

do $$
declare t text;
begin
  foreach t in array array['picker_entry', 'audit', 'audit_rest', 'row_history', 'import_batch', 'import_row', 'import_finding', 'population_estimate', 'measure_value', 'plan', 'plan_item'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true) with check (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['council_at_door()', 'person_at_door(int, uuid)', 'person_of_identity(text, text, text)', 'keep_identity(int, text, text, uuid)', 'picker()', 'move_reference_on()', 'refuse_picker_beside_real()', 'keep_history()'] loop
    execute format('alter function kept.%s owner to kept_guard', t);
    execute format('revoke execute on function kept.%s from public', t);
  end loop;
  foreach t in array array['person', 'role_held', 'relationship', 'team', 'team_member', 'break_glass', 'plan', 'plan_item'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;
grant insert on kept.row_history, kept.login_identity to kept_guard;
create policy guard_add on kept.login_identity for insert to kept_guard with check (true);
grant execute on function kept.council_at_door(), kept.person_at_door(int, uuid), kept.person_of_identity(text, text, text), kept.keep_identity(int, text, text, uuid), kept.picker(), kept.today(), kept.is_application() to kept_door;

create policy app_add on kept.audit for insert to kept_app with check (authority_id = (select kept.authority()) and person_id = (select kept.me()));
create policy app_read on kept.audit for select to kept_app using (authority_id = (select kept.authority())
  and (child_id is null or child_id not in (select w.child_id from kept.withheld() w)) and (
    person_id = (select kept.me())
    or 'who_looked' = any ((select kept.groups_all())::text[])
    or child_id in (select v.child_id from kept.visible() v where v.field_group = 'who_looked')));
grant select, insert (authority_id, person_id, event, child_id, child_ids, detail) on kept.audit to kept_app;

create policy app_read on kept.row_history for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('people', 'write')));
grant select on kept.row_history to kept_app;

-- The files of a return hold every child, so only those who take files in can read what is staged.
create policy app_all on kept.import_batch to kept_app using (authority_id = (select kept.authority()) and (select kept.may('import', 'write')))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
create policy app_all on kept.import_row to kept_app using (authority_id = (select kept.authority()) and (select kept.may('import', 'write')))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
create policy app_all on kept.import_finding to kept_app using (authority_id = (select kept.authority()) and (select kept.may('import', 'write')))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
grant select, insert, update on kept.import_batch to kept_app;
grant select, insert, delete on kept.import_row to kept_app;
grant select, insert on kept.import_finding to kept_app;

create policy app_read on kept.population_estimate for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('figures', 'read')));
create policy app_add on kept.population_estimate for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
grant select, insert on kept.population_estimate to kept_app;

-- True figures carry the children behind them: for those with the right alone. Everyone else gets what may be shown,
-- made by the application through the named system actor.
create policy app_read on kept.measure_value for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'read')));
create policy app_add on kept.measure_value for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('true figures', 'write')));
grant select, insert on kept.measure_value to kept_app;

create policy app_read on kept.plan for select to kept_app using (authority_id = (select kept.authority()) and (select kept.me()) is not null);
create policy app_read on kept.plan_item for select to kept_app using (authority_id = (select kept.authority()) and (select kept.me()) is not null);
grant select on kept.plan, kept.plan_item to kept_app;

-- Directory rows by set, for those who may take files in: public reference data, the same for every council.
create function kept.take_postcodes(rows_text text) returns bigint language plpgsql security definer set search_path = kept, pg_temp as $$
declare n bigint;
begin
  if not kept.may('import', 'write') then raise exception 'this person may not take files in'; end if;
  insert into postcode (postcode, district, easting, northing)
    select a[1], a[2], nullif(a[3], '')::int, nullif(a[4], '')::int
      from (select string_to_array(line, e'\t') as a from unnest(string_to_array(rows_text, e'\n')) as line) rows where a[1] <> ''
    on conflict (postcode) do update set district = excluded.district, easting = excluded.easting, northing = excluded.northing
      where (postcode.district, postcode.easting, postcode.northing) is distinct from (excluded.district, excluded.easting, excluded.northing);
  get diagnostics n = row_count;
  return n;
end $$;
create function kept.take_districts(rows_text text) returns bigint language plpgsql security definer set search_path = kept, pg_temp as $$
declare n bigint;
begin
  if not kept.may('import', 'write') then raise exception 'this person may not take files in'; end if;
  insert into district (district, name, upper_tier)
    select a[1], a[2], a[3] from (select string_to_array(line, e'\t') as a from unnest(string_to_array(rows_text, e'\n')) as line) rows where a[1] <> ''
    on conflict (district) do update set name = excluded.name, upper_tier = excluded.upper_tier;
  get diagnostics n = row_count;
  return n;
end $$;
alter function kept.take_postcodes(text) owner to kept_guard;
alter function kept.take_districts(text) owner to kept_guard;
revoke execute on function kept.take_postcodes(text), kept.take_districts(text) from public;
grant execute on function kept.take_postcodes(text), kept.take_districts(text) to kept_app;
grant update on kept.postcode, kept.district to kept_guard;
