-- What is done about each item of a plan, what shows it, and the rules by which a promise's state is worked out. Nobody
-- sets a state: it follows from counts, owners, days and reasons, which stand here.

alter table kept.plan drop constraint plan_kind_check;
alter table kept.plan add constraint plan_kind_check check (kind in ('pledge', 'action plan', 'commitments'));

-- Who answers for it, where they are known here; `owners` stays as the plan has it.
alter table kept.plan_item add owner_id uuid;
alter table kept.plan_item add foreign key (authority_id, owner_id) references kept.person (authority_id, id);
-- Of a commitment: which directorate gave it, at what event, on what day.
alter table kept.plan_item add directorate text;
alter table kept.plan_item add given_at text;
alter table kept.plan_item add given_on date;
create index on kept.plan_item (authority_id, plan_id);
create index on kept.plan_item (authority_id, owner_id);

-- What shows it, and until when: older than that it counts no longer (rule 4). A count is of children, taken by hand
-- where no measure counts them.
create table kept.item_proof (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  kind text not null check (kind in ('text', 'file', 'photo', 'count')),
  title text not null check (length(btrim(title)) between 3 and 500),
  words text,
  file_id uuid,
  kept_for int,
  made_to int,
  added_by uuid not null default kept.me(),
  added_as text,
  added_on date not null default kept.today(),
  good_until date not null,
  primary key (authority_id, id),
  foreign key (authority_id, item_id) references kept.plan_item (authority_id, id),
  foreign key (authority_id, added_by) references kept.person (authority_id, id),
  check ((kind = 'count') = (kept_for is not null and made_to is not null)),
  check (made_to > 0 and kept_for between 0 and made_to),
  check (good_until between added_on and added_on + 732)
);
create index on kept.item_proof (authority_id, item_id);

-- What somebody says about it. Done needs something that shows it; what broke down may be offered again.
create table kept.item_update (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  words text not null check (length(btrim(words)) between 3 and 2000),
  progress text check (progress in ('not started', 'under way', 'done', 'broken down', 'offered again')),
  proof_id uuid,
  said_by uuid not null default kept.me(),
  said_as text,
  said_on date not null default kept.today(),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, item_id) references kept.plan_item (authority_id, id),
  foreign key (authority_id, proof_id) references kept.item_proof (authority_id, id),
  foreign key (authority_id, said_by) references kept.person (authority_id, id),
  check (progress <> 'done' or proof_id is not null)
);
create index on kept.item_update (authority_id, item_id);

-- "We cannot, because": said by somebody who is not its owner, and looked at again on a day.
create table kept.promise_reason (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  because text not null check (length(btrim(because)) between 20 and 1000),
  review_on date not null,
  said_by uuid not null default kept.me(),
  said_as text,
  said_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, item_id) references kept.plan_item (authority_id, id),
  foreign key (authority_id, said_by) references kept.person (authority_id, id),
  check (review_on > said_on and review_on <= said_on + 366)
);
create index on kept.promise_reason (authority_id, item_id);

-- From what share of children a promise is kept, or partly. The newest holds; a change says why (rule 4).
create table kept.promise_rule (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kept_from int not null check (kept_from between 51 and 100),
  partly_from int not null check (partly_from between 1 and 99),
  why text not null check (length(btrim(why)) >= 10),
  set_by uuid not null default kept.me(),
  set_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, set_by) references kept.person (authority_id, id),
  check (partly_from < kept_from)
);

do $$
declare t text;
begin
  foreach t in array array['item_proof', 'item_update', 'promise_reason', 'promise_rule'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- The pledge is for everybody the council knows; what is done about it for those with the plan.
drop policy app_read on kept.plan;
create policy app_read on kept.plan for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me()))
  and (kind = 'pledge' or (select kept.may('plan', 'read'))));
drop policy app_read on kept.plan_item;
create policy app_read on kept.plan_item for select to kept_app using (authority_id = (select kept.authority())
  and plan_id in (select p.id from kept.plan p where p.authority_id = (select kept.authority())));

create policy app_add on kept.plan for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write')));
create policy app_add on kept.plan_item for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write'))
  and plan_id in (select p.id from kept.plan p where p.authority_id = (select kept.authority())));
create policy app_name on kept.plan_item for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')))
  with check (authority_id = (select kept.authority()));
grant insert (authority_id, id, kind, title, version, agreed_on) on kept.plan to kept_app;
grant insert (authority_id, id, plan_id, position, reference, title, words, priority, hows, owners, owner_id, due_on, due_as_written, way_to_tell,
  directorate, given_at, given_on, party, measure_id), update (owner_id) on kept.plan_item to kept_app;

-- A count may be small: true ones are for those with the right, and everybody else gets what may be shown (rule 39).
create policy app_read on kept.item_proof for select to kept_app using (authority_id = (select kept.authority())
  and (kind <> 'count' or (select kept.may('true figures', 'read'))) and item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority())));
create policy app_read on kept.item_update for select to kept_app using (authority_id = (select kept.authority())
  and item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority())));
create policy app_read on kept.promise_reason for select to kept_app using (authority_id = (select kept.authority())
  and item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority())));
create policy app_read on kept.promise_rule for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));

-- Its owner says how it stands and adds what shows it, while they have the plan at all. Two things are never the owner's: a count
-- of children, from which a promise's state follows, and the reason why it cannot be kept.
create policy app_add on kept.item_proof for insert to kept_app with check (authority_id = (select kept.authority()) and added_by = (select kept.me())
  and (select kept.may('plan', 'read')) and (
    (kind <> 'count' and item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority()) and i.owner_id = (select kept.me())))
    or ((select kept.may('plan', 'write')) and item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority())
      and (i.owner_id is null or i.owner_id <> (select kept.me()))))
    or (kind <> 'count' and (select kept.may('plan', 'write')))));
create policy app_add on kept.item_update for insert to kept_app with check (authority_id = (select kept.authority()) and said_by = (select kept.me())
  and (select kept.may('plan', 'read'))
  and ((select kept.may('plan', 'write')) or item_id in (select i.id from kept.plan_item i where i.authority_id = (select kept.authority()) and i.owner_id = (select kept.me())))
  -- A promise has no progress to claim: its state is worked out.
  and (progress is null or item_id not in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind = 'pledge'))
  and (proof_id is null or (proof_id, item_id) in (select f.id, f.item_id from kept.item_proof f where f.authority_id = (select kept.authority()))));
create policy app_add on kept.promise_reason for insert to kept_app with check (authority_id = (select kept.authority()) and said_by = (select kept.me())
  and (select kept.may('plan', 'write'))
  and item_id in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind = 'pledge' and (i.owner_id is null or i.owner_id <> (select kept.me()))));
create policy app_add on kept.promise_rule for insert to kept_app with check (authority_id = (select kept.authority()) and set_by = (select kept.me())
  and (select kept.may('plan', 'write')));
grant select, insert (authority_id, id, item_id, kind, title, words, file_id, kept_for, made_to, added_as, good_until) on kept.item_proof to kept_app;
grant select, insert (authority_id, id, item_id, words, progress, proof_id, said_as) on kept.item_update to kept_app;
grant select, insert (authority_id, item_id, because, review_on, said_as) on kept.promise_reason to kept_app;
grant select, insert (authority_id, kept_from, partly_from, why) on kept.promise_rule to kept_app;
