-- Commitments are given at an event and spoken of at later ones. What was said there answers a commitment, or none that is on
-- file: then it is kept and marked so, until a person joins it to one. A join can be ended, and stays to be read.

-- A day on which directorates give commitments, say what came of them, or tell the board what they do.
create table kept.commitment_event (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('launch', 'update', 'at the board')),
  title text not null check (length(btrim(title)) between 3 and 200),
  held_on date not null,
  place text check (length(btrim(place)) between 2 and 200),
  made_by uuid not null default kept.me(),
  made_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person
);

-- Who was invited, as written, and for which directorate; who came, sent somebody, or did not: null until somebody says.
create table kept.event_guest (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  event_id uuid not null,
  position int not null check (position > 0),
  invited text not null check (length(btrim(invited)) between 2 and 200),
  directorate text check (length(btrim(directorate)) between 2 and 200),
  came text check (came in ('came', 'sent somebody', 'did not come')),
  primary key (authority_id, id),
  unique (authority_id, event_id, position),
  foreign key (authority_id, event_id) references kept.commitment_event
);

-- What was said for an event, where the day alone does not tell.
alter table kept.item_update add event_id uuid;
alter table kept.item_update add foreign key (authority_id, event_id) references kept.commitment_event;
grant insert (event_id) on kept.item_update to kept_app;

-- Progress that was told without saying which commitment it answers, as it was written, from what it was taken.
create table kept.loose_progress (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  event_id uuid,
  report text not null check (length(btrim(report)) between 3 and 200),
  said_on date not null,
  position int not null check (position > 0),
  directorate text check (length(btrim(directorate)) between 2 and 200),
  words text not null check (length(btrim(words)) between 3 and 4000),
  taken_by uuid not null default kept.me(),
  taken_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, event_id) references kept.commitment_event,
  foreign key (authority_id, taken_by) references kept.person
);

-- Which commitment it answers: who says so, and when. One at a time; ended, not taken away.
create table kept.progress_join (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  progress_id uuid not null,
  item_id uuid not null,
  joined_by uuid not null default kept.me(),
  joined_as text,
  joined_on date not null default kept.today(),
  ended_on date,
  ended_by uuid,
  ended_as text,
  primary key (authority_id, id),
  foreign key (authority_id, progress_id) references kept.loose_progress,
  foreign key (authority_id, item_id) references kept.plan_item,
  foreign key (authority_id, joined_by) references kept.person,
  foreign key (authority_id, ended_by) references kept.person,
  check ((ended_on is null) = (ended_by is null)),
  check (ended_on >= joined_on)
);
create unique index progress_answers_one on kept.progress_join (authority_id, progress_id) where ended_on is null;
create index on kept.progress_join (authority_id, item_id);

do $$
declare t text;
begin
  foreach t in array array['commitment_event', 'event_guest', 'loose_progress', 'progress_join'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
    execute format('create policy app_read on kept.%I for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may(''plan'', ''read'')))', t);
  end loop;
end $$;

create policy app_add on kept.commitment_event for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write')) and made_by = (select kept.me()));
create policy app_change on kept.commitment_event for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')))
  with check (authority_id = (select kept.authority()));
create policy app_add on kept.event_guest for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write')));
create policy app_came on kept.event_guest for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')))
  with check (authority_id = (select kept.authority()));
create policy app_add on kept.loose_progress for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write')) and taken_by = (select kept.me()));
-- Only what directorates gave their word on is answered this way.
create policy app_add on kept.progress_join for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write')) and joined_by = (select kept.me())
  and item_id in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind = 'commitments'));
create policy app_end on kept.progress_join for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')) and ended_on is null)
  with check (authority_id = (select kept.authority()) and ended_on = (select kept.today()) and ended_by = (select kept.me()));
grant select, insert (authority_id, id, kind, title, held_on, place), update (title, held_on, place) on kept.commitment_event to kept_app;
grant select, insert (authority_id, event_id, position, invited, directorate, came), update (came) on kept.event_guest to kept_app;
grant select, insert (authority_id, id, event_id, report, said_on, position, directorate, words) on kept.loose_progress to kept_app;
grant select, insert (authority_id, progress_id, item_id, joined_as), update (ended_on, ended_by, ended_as) on kept.progress_join to kept_app;

-- All that was said about an item: updates of it, and progress that somebody joined to it. With the reader's own rights.
create view kept.item_word with (security_invoker = true) as
  select authority_id, id, item_id, words, progress, proof_id, said_as, said_on, said_at, part, event_id, false as is_joined from kept.item_update
  union all
  select g.authority_id, g.id, j.item_id, g.words, null, null, g.report, g.said_on, g.said_on::timestamptz, null, g.event_id, true
    from kept.progress_join j join kept.loose_progress g on g.authority_id = j.authority_id and g.id = j.progress_id where j.ended_on is null;
grant select on kept.item_word to kept_app;

-- What was said at an event is said on its day, though it is written down later. Any other word has today's date.
grant insert (said_on) on kept.item_update to kept_app;
drop policy app_add on kept.item_update;
create policy app_add on kept.item_update for insert to kept_app with check (authority_id = (select kept.authority()) and said_by = (select kept.me())
  and (select kept.may('plan', 'read'))
  and ((select kept.may('plan', 'write')) or item_id in (select kept.my_plan_items()))
  and ((said_on = (select kept.today()) and event_id is null) or (said_on <= (select kept.today())
    and (event_id, said_on) in (select e.id, e.held_on from kept.commitment_event e where e.authority_id = (select kept.authority()))))
  -- A promise has no progress to claim: its state is worked out.
  and (progress is null or item_id not in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind = 'pledge'))
  and (proof_id is null or (proof_id, item_id) in (select f.id, f.item_id from kept.item_proof f where f.authority_id = (select kept.authority()))));
