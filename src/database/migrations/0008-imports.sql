-- The door for files: what is staged, who may read it, and rule 15 for it.

-- A set of files on its way in: checked, previewed, then accepted or dropped.
create table kept.import_batch (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('return', 'postcodes', 'reference')), -- reference: directories and populations, no child in them
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

do $$
declare t text;
begin
  foreach t in array array['import_batch', 'import_row', 'import_finding'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;

-- Return numbers of the children whom I must not reach: `barred` and `restricted` stand above the right to take files in.
create function kept.withheld_codes() returns table (code text)
  language sql stable security definer set search_path = kept, pg_temp rows 10 as $$
  select i.value from identifier i where i.authority_id = kept.authority() and i.scheme = 'return'
    and i.person_id in (select w.child_id from kept.withheld() w) $$;
alter function kept.withheld_codes() owner to kept_guard;
revoke execute on function kept.withheld_codes() from public;
grant execute on function kept.withheld_codes() to kept_app;

-- The files of a return hold every child, so only those who take files in can read what is staged.
create policy app_all on kept.import_batch to kept_app using (authority_id = (select kept.authority()) and (select kept.may('import', 'write')))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
create policy app_all on kept.import_row to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('import', 'write'))
    and child_code not in (select c.code from kept.withheld_codes() c))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
create policy app_all on kept.import_finding to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('import', 'write'))
    and (child_code is null or child_code not in (select c.code from kept.withheld_codes() c)))
  with check (authority_id = (select kept.authority()) and (select kept.may('import', 'write')));
grant select, insert, update on kept.import_batch to kept_app;
grant select, insert, delete on kept.import_row to kept_app;
grant select, insert on kept.import_finding to kept_app;
