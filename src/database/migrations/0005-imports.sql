-- The door for files: directories and populations beside returns, and rule 15 for what is staged.

-- A set of reference files (postcodes, districts, populations) holds no child and is taken at once.
alter table kept.import_batch drop constraint import_batch_kind_check;
alter table kept.import_batch add constraint import_batch_kind_check check (kind in ('return', 'postcodes', 'reference'));

-- A newer estimate of the same year replaces the older.
create policy app_change on kept.population_estimate for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('import', 'write')))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
grant update (children, source) on kept.population_estimate to kept_app;

-- Return numbers of the children whom I must not reach: `barred` and `restricted` stand above the right to take files in.
create function kept.withheld_codes() returns table (code text)
  language sql stable security definer set search_path = kept, pg_temp rows 10 as $$
  select i.value from identifier i where i.authority_id = kept.authority() and i.scheme = 'return'
    and i.person_id in (select w.child_id from kept.withheld() w) $$;
alter function kept.withheld_codes() owner to kept_guard;
revoke execute on function kept.withheld_codes() from public;
grant execute on function kept.withheld_codes() to kept_app;

drop policy app_all on kept.import_row;
create policy app_all on kept.import_row to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('import', 'write'))
    and child_code not in (select c.code from kept.withheld_codes() c))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
drop policy app_all on kept.import_finding;
create policy app_all on kept.import_finding to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('import', 'write'))
    and (child_code is null or child_code not in (select c.code from kept.withheld_codes() c)))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));

-- As before, and says how many were new or changed: a lookup taken twice changes nothing.
create or replace function kept.take_districts(rows_text text) returns bigint language plpgsql security definer set search_path = kept, pg_temp as $$
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
