-- Plans in any shape: steps and dates that are asked about by themselves, who is meant by an owner's name as it is written, and
-- which of a council's columns is what. An update may be of one part, and is sent once.

-- A step with who does it, or one of several dates. What the table has stays in the item; this says whose and by when.
create table kept.plan_part (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  position int not null check (position > 0),
  how text,
  owners text[] not null default '{}',       -- as written; empty: the item's own
  due_as_written text,
  due_on date,
  primary key (authority_id, id),
  unique (authority_id, item_id, position),
  foreign key (authority_id, item_id) references kept.plan_item
);

-- Who is meant where a plan says "Head of homes" or "The board": one person or several, for a group of ours where it is one.
create table kept.owner_match (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  written text not null check (btrim(written) <> '' and length(written) <= 500),
  person_id uuid not null,
  body_id uuid,
  matched_by uuid not null default kept.me(),
  matched_on date not null default kept.today(),
  ended_on date,
  primary key (authority_id, id),
  unique (authority_id, written, person_id),
  foreign key (authority_id, person_id) references kept.person,
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, matched_by) references kept.person
);
create index on kept.owner_match (authority_id, person_id);

-- Which column is what, as somebody put it for these headings: offered when the same headings come again.
create table kept.plan_columns (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  headings text not null check (btrim(headings) <> ''),
  columns jsonb not null,
  kept_by uuid not null default kept.me(),
  kept_on date not null default kept.today(),
  primary key (authority_id, id),
  unique (authority_id, headings),
  foreign key (authority_id, kept_by) references kept.person
);

alter table kept.item_update add part int;
alter table kept.item_update add foreign key (authority_id, item_id, part) references kept.plan_part (authority_id, item_id, position);

do $$
declare t text;
begin
  foreach t in array array['plan_part', 'owner_match', 'plan_columns'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

create policy app_read on kept.plan_part for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'read')));
create policy app_read on kept.owner_match for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'read')));
create policy app_read on kept.plan_columns for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')));

create policy app_add on kept.plan_part for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('plan', 'write'))
  and item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority())));
create policy app_add on kept.owner_match for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('plan', 'write'))
  and matched_by = (select kept.me())
  and person_id in (select p.id from kept.person p where p.authority_id = (select kept.authority()) and p.kind = 'staff'));
create policy app_end on kept.owner_match for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')))
  with check (authority_id = (select kept.authority()));
create policy app_add on kept.plan_columns for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('plan', 'write'))
  and kept_by = (select kept.me()));
create policy app_change on kept.plan_columns for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')))
  with check (authority_id = (select kept.authority()));
grant select, insert (authority_id, item_id, position, how, owners, due_as_written, due_on) on kept.plan_part to kept_app;
grant select, insert (authority_id, written, person_id, body_id), update (body_id, ended_on) on kept.owner_match to kept_app;
grant select, insert (authority_id, headings, columns), update (columns) on kept.plan_columns to kept_app;
grant insert (part) on kept.item_update to kept_app;
-- A gap is filled by whoever keeps the plan; what stood there before stays in the history.
grant update (way_to_tell, reference) on kept.plan_item to kept_app;

-- What the person asking answers for: named here, or meant by a name that the plan has.
create function kept.my_plan_items() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select i.id from plan_item i where i.authority_id = (select kept.authority()) and (i.owner_id = (select kept.me())
    or i.owners && array(select m.written from owner_match m where m.authority_id = (select kept.authority()) and m.person_id = (select kept.me()) and m.ended_on is null))
  union
  select p.item_id from plan_part p where p.authority_id = (select kept.authority())
    and p.owners && array(select m.written from owner_match m where m.authority_id = (select kept.authority()) and m.person_id = (select kept.me()) and m.ended_on is null)
$$;
alter function kept.my_plan_items() owner to kept_guard;
revoke execute on function kept.my_plan_items() from public;
grant execute on function kept.my_plan_items() to kept_app;

-- Colleagues who answer for something and have no role here any more: theirs is a gap. Ids only, for who keeps or reads the plan.
create function kept.owners_gone() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select p.id from person p where p.authority_id = (select kept.authority()) and p.kind = 'staff' and (select kept.may('plan', 'read'))
    and (p.id in (select i.owner_id from plan_item i where i.authority_id = (select kept.authority()))
      or p.id in (select m.person_id from owner_match m where m.authority_id = (select kept.authority())))
    and not exists (select from role_held r where r.authority_id = p.authority_id and r.person_id = p.id
      and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on > (select kept.today())))
$$;
alter function kept.owners_gone() owner to kept_guard;
revoke execute on function kept.owners_gone() from public;
grant execute on function kept.owners_gone() to kept_app;

-- Every owner says how it stands; none of them counts children for their own promise, or says why it cannot be kept.
drop policy app_add on kept.item_proof;
create policy app_add on kept.item_proof for insert to kept_app with check (authority_id = (select kept.authority()) and added_by = (select kept.me())
  and (select kept.may('plan', 'read')) and (
    (kind <> 'count' and item_id in (select kept.my_plan_items()))
    or ((select kept.may('plan', 'write')) and item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority()))
      and (kind <> 'count' or item_id not in (select kept.my_plan_items())))));
drop policy app_add on kept.item_update;
create policy app_add on kept.item_update for insert to kept_app with check (authority_id = (select kept.authority()) and said_by = (select kept.me())
  and (select kept.may('plan', 'read'))
  and ((select kept.may('plan', 'write')) or item_id in (select kept.my_plan_items()))
  -- A promise has no progress to claim: its state is worked out.
  and (progress is null or item_id not in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind = 'pledge'))
  and (proof_id is null or (proof_id, item_id) in (select f.id, f.item_id from kept.item_proof f where f.authority_id = (select kept.authority()))));
drop policy app_add on kept.promise_reason;
create policy app_add on kept.promise_reason for insert to kept_app with check (authority_id = (select kept.authority()) and said_by = (select kept.me())
  and (select kept.may('plan', 'write')) and item_id not in (select kept.my_plan_items())
  and item_id in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind = 'pledge'));
