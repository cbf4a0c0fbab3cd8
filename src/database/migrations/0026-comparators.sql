-- What others publish: values of all councils by release, and lists of statistical neighbours. Nothing counts before somebody
-- has looked at what it changes and accepted it; a later release does not overwrite an earlier one.

create table kept.comparator_release (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('figures', 'neighbours')),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  published_on date not null,
  source text not null check (btrim(source) <> '' and length(source) <= 200),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  findings jsonb not null default '[]',
  taken_by uuid not null default kept.me(),
  taken_at timestamptz not null default clock_timestamp(),
  accepted_on date,
  set_aside_on date,
  primary key (authority_id, id),
  foreign key (authority_id, taken_by) references kept.person,
  check (accepted_on is null or set_aside_on is null)
);
create unique index comparator_release_file on kept.comparator_release (authority_id, sha256) where set_aside_on is null;

create table kept.comparator_value (
  authority_id int not null references kept.authority,
  release_id uuid not null,
  measure_id text not null,
  year int not null,
  level text not null check (level in ('national', 'regional', 'authority')),
  code text not null,
  new_code text,
  name text not null,
  region text,
  value numeric,
  symbol text check (symbol in ('c', 'z', 'x', 'k', 'low', 'u')),
  raw text not null,
  count numeric,
  primary key (authority_id, release_id, measure_id, year, level, code),
  foreign key (authority_id, release_id) references kept.comparator_release,
  check ((value is null) = (symbol is not null))
);
create index comparator_value_measure on kept.comparator_value (authority_id, measure_id);

create table kept.neighbour (
  authority_id int not null references kept.authority,
  release_id uuid not null,
  place text not null,
  rank int not null check (rank between 1 and 10),
  neighbour text not null,
  label text not null,
  primary key (authority_id, release_id, place, rank),
  foreign key (authority_id, release_id) references kept.comparator_release
);

do $$
declare t text;
begin
  foreach t in array array['comparator_release', 'comparator_value', 'neighbour'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
    execute format('create policy app_read on kept.%I for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may(''figures'', ''read'')))', t);
  end loop;
end $$;
create trigger history before update or delete on kept.comparator_release for each row execute function kept.keep_history();

-- Values are added while their release waits, and never after.
create policy app_add on kept.comparator_release for insert to kept_app with check (authority_id = (select kept.authority())
  and taken_by = (select kept.me()) and accepted_on is null and set_aside_on is null and (select kept.may('import', 'write')));
create policy app_change on kept.comparator_release for update to kept_app
  using (authority_id = (select kept.authority()) and accepted_on is null and set_aside_on is null and (select kept.may('import', 'write')))
  with check (authority_id = (select kept.authority()));
create policy app_add on kept.comparator_value for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write'))
  and release_id in (select r.id from kept.comparator_release r where r.accepted_on is null and r.set_aside_on is null));
create policy app_add on kept.neighbour for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write'))
  and release_id in (select r.id from kept.comparator_release r where r.accepted_on is null and r.set_aside_on is null));

grant select, insert on kept.comparator_release, kept.comparator_value, kept.neighbour to kept_app;
grant update (accepted_on, set_aside_on) on kept.comparator_release to kept_app;
