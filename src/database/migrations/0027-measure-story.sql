-- What people say of a figure: who owns it, what it should reach, why it moved, and that it was checked. Words, targets and
-- checks are never changed: a later one stands in front of the earlier.

create table kept.measure_owner (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  measure_id text not null,
  owner_id uuid not null,
  given_by uuid not null default kept.me(),
  given_on date not null default kept.today(),
  primary key (authority_id, id),
  unique (authority_id, measure_id),
  foreign key (authority_id, owner_id) references kept.person,
  foreign key (authority_id, given_by) references kept.person
);
create trigger history before update or delete on kept.measure_owner for each row execute function kept.keep_history();

create table kept.measure_target (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  measure_id text not null,
  from_on date not null,
  to_on date not null,
  way text not null check (way in ('at least', 'at most')),
  value numeric,                              -- null: the same day a year before
  near numeric not null default 0 check (near >= 0),  -- this close counts as near
  why text not null check (length(btrim(why)) between 1 and 500),
  set_by uuid not null default kept.me(),
  set_on date not null default kept.today(),
  set_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, set_by) references kept.person,
  check (from_on < to_on)
);

-- A direction that the council chose for itself. For its staff: a number in care has no good direction to anybody else.
create table kept.measure_direction (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  measure_id text not null,
  direction text not null check (direction in ('higher', 'lower', 'none')),
  why text not null check (length(btrim(why)) between 1 and 500),
  set_by uuid not null default kept.me(),
  set_on date not null default kept.today(),
  set_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, set_by) references kept.person
);

create table kept.measure_word (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  measure_id text not null,
  as_at date not null,
  why text not null check (length(btrim(why)) between 1 and 2000),
  next_step text not null check (length(btrim(next_step)) between 1 and 2000),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, said_by) references kept.person,
  check (as_at <= said_on)
);
create index measure_word_of on kept.measure_word (authority_id, measure_id, as_at);

-- A figure as somebody checked it: with the children behind it, so that it can be said later what changed.
create table kept.validated_value (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  measure_id text not null,
  as_at date not null,
  seal_number bigint not null,
  result jsonb not null check (jsonb_typeof(result) = 'object'),
  validated_by uuid not null default kept.me(),
  validated_on date not null default kept.today(),
  validated_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, measure_id, as_at, seal_number),
  foreign key (authority_id, validated_by) references kept.person,
  check (as_at <= validated_on)
);

do $$
declare t text;
begin
  foreach t in array array['measure_owner', 'measure_target', 'measure_direction', 'measure_word', 'validated_value'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;

create policy app_read on kept.measure_owner for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('figures', 'read')));
create policy app_add on kept.measure_owner for insert to kept_app with check (authority_id = (select kept.authority())
  and given_by = (select kept.me()) and (select kept.may('true figures', 'write')));
create policy app_change on kept.measure_owner for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'write')))
  with check (authority_id = (select kept.authority()) and given_by = (select kept.me()));
create policy app_read on kept.measure_target for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('figures', 'read')));
create policy app_add on kept.measure_target for insert to kept_app with check (authority_id = (select kept.authority())
  and set_by = (select kept.me()) and set_on = (select kept.today()) and (select kept.may('true figures', 'write')));
create policy app_read on kept.measure_direction for select to kept_app using (authority_id = (select kept.authority())
  and (select kept.may('figures', 'read')) and (select kept.may('colleagues', 'read')));
create policy app_add on kept.measure_direction for insert to kept_app with check (authority_id = (select kept.authority())
  and set_by = (select kept.me()) and set_on = (select kept.today()) and (select kept.may('true figures', 'write')));
-- Whoever owns a figure speaks about it, and so does whoever answers for all of them.
create policy app_read on kept.measure_word for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('figures', 'read')));
create policy app_add on kept.measure_word for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and said_on = (select kept.today()) and (select kept.may('figures', 'read'))
  and ((select kept.may('true figures', 'write')) or measure_id in (select o.measure_id from kept.measure_owner o
    where o.authority_id = (select kept.authority()) and o.owner_id = (select kept.me()))));
-- True numbers, and the children behind them.
create policy app_read on kept.validated_value for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'read')));
create policy app_add on kept.validated_value for insert to kept_app with check (authority_id = (select kept.authority())
  and validated_by = (select kept.me()) and validated_on = (select kept.today()) and (select kept.may('true figures', 'write')));

grant select, insert on kept.measure_owner, kept.measure_target, kept.measure_direction, kept.measure_word, kept.validated_value to kept_app;
grant update (owner_id, given_by, given_on) on kept.measure_owner to kept_app;
