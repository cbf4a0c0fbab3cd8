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

-- The Chief Officer pledge: what each chief officer gives their word on, as a plan of commitments of its own that can be launched again.
alter table kept.plan drop constraint plan_about_check;
alter table kept.plan add constraint plan_about_check check (about in ('heritage', 'chief officers'));
alter table kept.plan drop constraint only_a_pledge_is_about_heritage;
alter table kept.plan add constraint what_a_plan_is_about check (about is null or (about = 'heritage') = (kind = 'pledge') and (about = 'chief officers') = (kind = 'commitments'));

-- A chief officer stands up for one young person, at arm's length: no meeting and no record, only what is in the way. It begins with the
-- young person's yes and ends when they say. Who the young person is, only those know who advise them.
create table kept.arms_length (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  child_id uuid not null,
  said_yes_on date not null,
  begun_by uuid not null default kept.me(),
  begun_on date not null default kept.today(),
  ended_on date,
  ended_because text check (length(btrim(ended_because)) between 3 and 500),
  primary key (authority_id, id),
  foreign key (authority_id, item_id) references kept.plan_item,
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, begun_by) references kept.person,
  check (said_yes_on <= begun_on),
  check ((ended_on is null) = (ended_because is null))
);
create unique index one_at_a_time on kept.arms_length (authority_id, item_id, child_id) where ended_on is null;
create index on kept.arms_length (authority_id, child_id);

-- What is in a young person's way, without their name; and what became of it.
create table kept.obstacle (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  arms_length_id uuid not null,
  words text not null check (length(btrim(words)) between 3 and 1000),
  raised_by uuid not null default kept.me(),
  raised_as text,
  raised_on date not null default kept.today(),
  cleared_words text check (length(btrim(cleared_words)) between 3 and 1000),
  cleared_by uuid,
  cleared_as text,
  cleared_on date,
  primary key (authority_id, id),
  foreign key (authority_id, arms_length_id) references kept.arms_length,
  foreign key (authority_id, raised_by) references kept.person,
  foreign key (authority_id, cleared_by) references kept.person,
  check ((cleared_on is null) = (cleared_words is null) and (cleared_on is null) = (cleared_by is null))
);
create index on kept.obstacle (authority_id, arms_length_id);

do $$
declare t text;
begin
  foreach t in array array['arms_length', 'obstacle'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- What a chief officer knows of those they stand up for: that there is somebody, since when, and for which of their commitments.
create function kept.my_arms_length() returns table (id uuid, item_id uuid, begun_on date, ended_on date)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select a.id, a.item_id, a.begun_on, a.ended_on from arms_length a where a.authority_id = (select kept.authority())
    and (select kept.may('plan', 'read')) and a.item_id in (select kept.my_plan_items()) and a.child_id not in (select w.child_id from kept.withheld() w)
$$;

-- Whom a chief officer may not stand up for, of those whom the asker advises: family, a court order, a declared conflict (barred).
create function kept.arms_length_barred() returns table (item_id uuid, child_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select i.id, r.child_id from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id and p.about = 'chief officers'
    join relationship r on r.authority_id = i.authority_id and r.role = 'barred' and (r.person_id = i.owner_id or r.person_id in (select m.person_id from owner_match m
      where m.authority_id = i.authority_id and m.written = any (i.owners) and m.ended_on is null))
      and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))
  where i.authority_id = (select kept.authority()) and r.child_id in (select a.child_id from kept.advised() a)
$$;

-- How many obstacles were raised and cleared, of the whole council and of nobody: for everybody with the plan.
create function kept.obstacle_counts() returns table (raised int, cleared int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select count(*)::int, count(o.cleared_on)::int from obstacle o where o.authority_id = (select kept.authority()) and (select kept.may('plan', 'read'))
$$;

do $$
declare f text;
begin
  foreach f in array array['my_arms_length()', 'arms_length_barred()', 'obstacle_counts()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app', f);
  end loop;
end $$;

create policy app_read on kept.arms_length for select to kept_app using (authority_id = (select kept.authority())
  and child_id in (select a.child_id from kept.advised() a));
create policy app_add on kept.arms_length for insert to kept_app with check (authority_id = (select kept.authority()) and begun_by = (select kept.me())
  and child_id in (select a.child_id from kept.advised() a) and (item_id, child_id) not in (select b.item_id, b.child_id from kept.arms_length_barred() b)
  and item_id in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.about = 'chief officers'));
create policy app_end on kept.arms_length for update to kept_app
  using (authority_id = (select kept.authority()) and ended_on is null and child_id in (select a.child_id from kept.advised() a))
  with check (authority_id = (select kept.authority()) and ended_on = (select kept.today()));
create policy app_read on kept.obstacle for select to kept_app using (authority_id = (select kept.authority())
  and (arms_length_id in (select a.id from kept.arms_length a where a.authority_id = (select kept.authority())) or arms_length_id in (select m.id from kept.my_arms_length() m)));
create policy app_add on kept.obstacle for insert to kept_app with check (authority_id = (select kept.authority()) and raised_by = (select kept.me())
  and (arms_length_id in (select a.id from kept.arms_length a where a.authority_id = (select kept.authority()) and a.ended_on is null)
    or arms_length_id in (select m.id from kept.my_arms_length() m where m.ended_on is null)));
create policy app_clear on kept.obstacle for update to kept_app
  using (authority_id = (select kept.authority()) and cleared_on is null
    and (arms_length_id in (select a.id from kept.arms_length a where a.authority_id = (select kept.authority()) and a.ended_on is null)
      or arms_length_id in (select m.id from kept.my_arms_length() m where m.ended_on is null)))
  with check (authority_id = (select kept.authority()) and cleared_on = (select kept.today()) and cleared_by = (select kept.me()));
grant select, insert (authority_id, id, item_id, child_id, said_yes_on), update (ended_on, ended_because) on kept.arms_length to kept_app;
grant select, insert (authority_id, arms_length_id, words, raised_as), update (cleared_words, cleared_by, cleared_as, cleared_on) on kept.obstacle to kept_app;

-- What is in the way is read by a chief officer who is not to know whom it is about: neither name of theirs stands in it.
create function kept.refuse_their_name() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare said constant text := ' ' || regexp_replace(regexp_replace(concat_ws(' ', new.words, new.cleared_words), '[''’]s ', ' ', 'g'), '[[:punct:]“”‘’[:space:]]+', ' ', 'g') || ' ';
begin
  if exists (select from arms_length a join person p on p.authority_id = a.authority_id and p.id = a.child_id,
      regexp_split_to_table(concat_ws(' ', p.given_name, p.family_name), '[[:punct:]‘’[:space:]]+') part
    where a.authority_id = new.authority_id and a.id = new.arms_length_id and length(part) > 1 and strpos(said, ' ' || part || ' ') > 0)
  then raise exception 'A young person''s name stands in what is in the way' using errcode = 'check_violation'; end if;
  return new;
end $$;
alter function kept.refuse_their_name() owner to kept_guard;
revoke execute on function kept.refuse_their_name() from public;
create trigger names before insert or update on kept.obstacle for each row execute function kept.refuse_their_name();
