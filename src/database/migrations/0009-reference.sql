-- Directories and populations: public reference data, and its version, which fixes the figures worked out with it.

-- How far a home is and whether it lies in our area, without telling where it is: for those who may read where
-- children live in the measures, not for a page. Miles are straight-line, one decimal, as the return guide has them.
create table kept.postcode (
  postcode text primary key,                  -- upper case, one space
  district text not null,
  easting int,
  northing int
);
create table kept.district (
  district text primary key,
  name text not null,
  upper_tier text not null
);
grant select on kept.postcode, kept.district to kept_app, kept_guard;
grant insert, update on kept.postcode, kept.district to kept_guard;

-- Estimates of children under 18 in the council's area (Office for National Statistics, mid-year).
create table kept.population_estimate (
  authority_id int not null references kept.authority,
  year int not null,
  children int not null check (children > 0),
  source text not null,
  primary key (authority_id, year)
);

-- Moves on whenever a directory or a population is taken in. A row and not a sequence: it is seen when the data is.
create table kept.reference_version (
  only_row boolean primary key default true check (only_row),
  last_value bigint not null
);
insert into kept.reference_version (last_value) values (0);
create function kept.move_reference_on() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin update reference_version set last_value = last_value + 1; return null; end $$;
create trigger reference_moved after insert or update on kept.population_estimate for each statement execute function kept.move_reference_on();
create trigger reference_moved after insert or update on kept.postcode for each statement execute function kept.move_reference_on();
create trigger reference_moved after insert or update on kept.district for each statement execute function kept.move_reference_on();

do $$
declare t text;
begin
  foreach t in array array['population_estimate', 'reference_version'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true) with check (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;
grant update on kept.reference_version to kept_guard;
create policy app_read on kept.reference_version for select to kept_app using (true);
grant select on kept.reference_version to kept_app;

create policy app_read on kept.population_estimate for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('figures', 'read')));
create policy app_add on kept.population_estimate for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
-- A newer estimate of the same year replaces the older.
create policy app_change on kept.population_estimate for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('import', 'write')))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
grant select, insert, update (children, source) on kept.population_estimate to kept_app;

-- Directory rows by set, for those who may take files in: public reference data, the same for every council. Both say how
-- many rows were new or changed: a directory taken twice changes nothing.
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
    on conflict (district) do update set name = excluded.name, upper_tier = excluded.upper_tier
      where (district.name, district.upper_tier) is distinct from (excluded.name, excluded.upper_tier);
  get diagnostics n = row_count;
  return n;
end $$;

do $$
declare f text;
begin
  foreach f in array array['move_reference_on()', 'take_postcodes(text)', 'take_districts(text)'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
end $$;
grant execute on function kept.take_postcodes(text), kept.take_districts(text) to kept_app;
