-- A council's own measures, and numbers typed in with their source. Nothing of either is ever changed: a measure gets a
-- new version, and a number is replaced by a later one that says why.

create table kept.local_measure (
  authority_id int not null references kept.authority,
  id text not null check (id ~ '^L[0-9]{2,4}$'),
  version int not null check (version > 0),
  words jsonb not null,                       -- checked when it is read (src/domain/local-measures/local-measure.ts)
  filter jsonb,                               -- null: its numbers are typed in
  is_ended boolean not null default false,
  reason text check (btrim(reason) <> ''),    -- why there is another version
  written_by uuid not null default kept.me(),
  written_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id, version),
  foreign key (authority_id, written_by) references kept.person,
  check ((version = 1) = (reason is null))
);

create table kept.stated_value (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  measure_id text not null,
  from_on date,                               -- null: of one day
  as_at date not null,
  numerator numeric check (numerator >= 0),
  denominator numeric check (denominator > 0),
  value numeric,
  children int check (children >= 0),
  status text not null check (status in ('provisional', 'validated')),
  source text not null check (btrim(source) <> '' and length(source) <= 500),
  replaces uuid,
  reason text check (btrim(reason) <> '' and length(reason) <= 500),
  stated_by uuid not null default kept.me(),
  stated_on date not null default kept.today(),
  stated_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, stated_by) references kept.person,
  foreign key (authority_id, replaces) references kept.stated_value (authority_id, id),
  check (from_on < as_at),
  check (numerator is not null or value is not null),
  check (numerator <= denominator or denominator is null),
  check ((replaces is null) = (reason is null))
);
-- One number a measure and day stands: each later one replaces exactly one, and each is replaced once.
create unique index stated_value_first on kept.stated_value (authority_id, measure_id, as_at) where replaces is null;
create unique index stated_value_next on kept.stated_value (authority_id, replaces) where replaces is not null;

do $$
declare t text;
begin
  foreach t in array array['local_measure', 'stated_value'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;

-- What a measure counts may be read by whoever reads figures. The numbers are true ones: for those with the right alone, and for
-- Kept itself, which shows the others what may be shown.
create policy app_read on kept.local_measure for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('figures', 'read')));
create policy app_add on kept.local_measure for insert to kept_app with check (authority_id = (select kept.authority())
  and written_by = (select kept.me()) and (select kept.may('true figures', 'write')));
create policy app_read on kept.stated_value for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'read')));
create policy app_add on kept.stated_value for insert to kept_app with check (authority_id = (select kept.authority())
  and stated_by = (select kept.me()) and stated_on = (select kept.today()) and as_at <= (select kept.today()) and (select kept.may('true figures', 'write')));
grant select, insert on kept.local_measure, kept.stated_value to kept_app;
