-- Figures once shown, and what was promised.

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
  foreach t in array array['measure_value', 'plan', 'plan_item'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['plan', 'plan_item'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- True figures carry the children behind them: for those with the right alone. Everyone else gets what may be shown,
-- made by the application through the named system actor.
create policy app_read on kept.measure_value for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'read')));
create policy app_add on kept.measure_value for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('true figures', 'write')));
grant select, insert on kept.measure_value to kept_app;

-- Promises are for everybody the council knows; a stranger is nobody.
create policy app_read on kept.plan for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_read on kept.plan_item for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
grant select on kept.plan, kept.plan_item to kept_app;
