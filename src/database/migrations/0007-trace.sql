-- The trace: who opened and changed what, and what a row was before.

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

-- Made ahead at every start by the owner, so that no month falls into the rest. What fell into it all the same (a server
-- that ran for months, a backup of other years) moves into its month.
create function kept.make_audit_months(from_day date, months int) returns void language plpgsql set search_path = kept, pg_temp as $$
declare month date; name text; n int;
begin
  for n in 0 .. months - 1 loop
    month := (date_trunc('month', from_day) + make_interval(months => n))::date;
    name := 'audit_' || to_char(month, 'YYYY_MM');
    if to_regclass('kept.' || name) is null then
      execute format('create table kept.%I (like kept.audit including defaults including constraints)', name);
      execute format('with moved as (delete from kept.audit_rest where at >= %L and at < %L returning *) insert into kept.%I select * from moved',
        month::timestamptz, (month + interval '1 month')::timestamptz, name);
      execute format('alter table kept.%I enable row level security', name);
      execute format('alter table kept.%I force row level security', name);
      execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', name);
      execute format('alter table kept.audit attach partition kept.%I for values from (%L) to (%L)', name,
        month::timestamptz, (month + interval '1 month')::timestamptz);
    end if;
  end loop;
end $$;
revoke execute on function kept.make_audit_months(date, int) from public;

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
alter function kept.keep_history() owner to kept_guard;
revoke execute on function kept.keep_history() from public;

do $$
declare t text;
begin
  foreach t in array array['audit', 'audit_rest', 'row_history'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true) with check (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['person', 'role_held', 'relationship', 'team', 'team_member', 'break_glass'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;
grant insert on kept.row_history to kept_guard;

create policy app_add on kept.audit for insert to kept_app with check (authority_id = (select kept.authority()) and person_id = (select kept.me()));
create policy app_read on kept.audit for select to kept_app using (authority_id = (select kept.authority())
  and (child_id is null or child_id not in (select w.child_id from kept.withheld() w)) and (
    person_id = (select kept.me())
    or 'who_looked' = any ((select kept.groups_all())::text[])
    or child_id in (select v.child_id from kept.visible() v where v.field_group = 'who_looked')));
grant select, insert (authority_id, person_id, event, child_id, child_ids, detail) on kept.audit to kept_app;

-- What administrators change: never who a child is, nor why a record was opened.
create policy app_read on kept.row_history for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('people', 'write'))
  and (table_name in ('role_held', 'relationship', 'team', 'team_member') or (table_name = 'person' and old_row->>'kind' = 'staff')));
grant select on kept.row_history to kept_app;
