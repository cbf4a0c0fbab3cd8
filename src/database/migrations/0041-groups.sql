-- Groups that settle what a service could not: issues put to a body with what was tried and what is asked, decided there or
-- passed up, until somebody says what came of them. And the figures a body watches.

create table kept.body_issue (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  -- Where it was raised, and where it stands now: under what that body passed it up to.
  first_body_id uuid not null,
  body_id uuid not null,
  title text not null check (length(btrim(title)) between 5 and 160),
  words text not null check (length(btrim(words)) between 10 and 5000),
  tried text not null check (length(btrim(tried)) between 10 and 5000),
  asked text not null check (length(btrim(asked)) between 10 and 5000),
  weight text not null check (weight in ('can wait', 'serious', 'urgent')),
  raised_by uuid not null default kept.me(),
  raised_on date not null default kept.today(),
  -- Follows from the last decision: nobody types it.
  state text not null default 'open' check (state in ('open', 'taken', 'settled')),
  owner text,
  owner_person_id uuid,
  due_on date,
  what_came text,
  settled_on date,
  primary key (authority_id, id),
  foreign key (authority_id, first_body_id) references kept.body,
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, raised_by) references kept.person,
  foreign key (authority_id, owner_person_id) references kept.person,
  check (state <> 'taken' or (owner is not null and due_on is not null)),
  check ((state = 'settled') = (settled_on is not null) and (state = 'settled') = (what_came is not null))
);
create index on kept.body_issue (authority_id, body_id);

-- What a body decided of an issue, one after the other.
create table kept.issue_decision (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  issue_id uuid not null,
  number int not null check (number > 0),
  body_id uuid not null,
  outcome text not null check (outcome in ('taken', 'passed up', 'settled')),
  words text not null check (length(btrim(words)) between 10 and 5000),
  owner text check (length(btrim(owner)) between 2 and 120),
  owner_person_id uuid,
  due_on date,
  to_body_id uuid,
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  primary key (authority_id, id),
  unique (authority_id, issue_id, number),
  foreign key (authority_id, issue_id) references kept.body_issue,
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, to_body_id) references kept.body,
  foreign key (authority_id, owner_person_id) references kept.person,
  foreign key (authority_id, said_by) references kept.person,
  check ((outcome = 'taken') = (owner is not null) and (outcome = 'taken') = (due_on is not null)),
  check (due_on >= said_on),
  check ((outcome = 'passed up') = (to_body_id is not null))
);

-- The figures a body watches: shown on its page as anybody may see them.
create table kept.body_measure (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  measure_id text not null check (length(measure_id) between 1 and 40),
  added_on date not null default kept.today(),
  ended_on date check (ended_on >= added_on),
  primary key (authority_id, id),
  foreign key (authority_id, body_id) references kept.body
);
create unique index on kept.body_measure (authority_id, body_id, measure_id) where ended_on is null;

-- What young people and those who answer for services said to each other at a meeting, and what each of it came to.
create table kept.meeting_view (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  body_id uuid not null,
  said_by text not null check (said_by in ('young people', 'the council')),
  words text not null check (length(btrim(words)) between 5 and 2000),
  effect text check (effect in ('shaped', 'no, because')),
  effect_words text check (length(btrim(effect_words)) between 10 and 2000),
  -- What it shaped, of this body or another.
  decision_id uuid,
  effect_on date,
  added_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, meeting_id, body_id) references kept.meeting (authority_id, id, body_id),
  foreign key (authority_id, decision_id) references kept.decision,
  check ((effect is null) = (effect_words is null) and (effect is null) = (effect_on is null)),
  check (decision_id is null or effect is not distinct from 'shaped')
);
create index on kept.meeting_view (authority_id, meeting_id);

alter table kept.agenda_item
  add column issue_id uuid,
  add foreign key (authority_id, issue_id) references kept.body_issue;
-- A step before approval may have been a decision of a group that read the draft.
alter table kept.strategy_part
  add column decision_id uuid check (decision_id is null or kind = 'step'),
  add foreign key (authority_id, decision_id) references kept.decision;
grant insert (decision_id), update (decision_id) on kept.strategy_part to kept_app;
-- A meeting that young people chair for the day.
alter table kept.meeting add column chaired_by_young text check (length(btrim(chaired_by_young)) between 3 and 120);
grant update (chaired_by_young) on kept.meeting to kept_app;

do $$
declare t text;
begin
  foreach t in array array['body_issue', 'issue_decision', 'body_measure', 'meeting_view'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['body_issue', 'body_measure', 'meeting_view'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;
grant update (body_id, state, owner, owner_person_id, due_on, what_came, settled_on) on kept.body_issue to kept_guard;

-- Rule 35: no young person's name in what is put to a body, or decided of it, nor in who chairs for the day.
create function kept.refuse_names_of_issues() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare new_row jsonb := to_jsonb(new); words text;
begin
  words := concat_ws(E'\n', new_row ->> 'title', new_row ->> 'words', new_row ->> 'tried', new_row ->> 'asked', new_row ->> 'owner', new_row ->> 'chaired_by_young', new_row ->> 'effect_words');
  if btrim(words) <> '' and exists (select from find_names(new.authority_id, words) f where f.is_whole)
    then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger names_of_issues before insert on kept.body_issue for each row execute function kept.refuse_names_of_issues();
create trigger names_of_issues before insert on kept.issue_decision for each row execute function kept.refuse_names_of_issues();
create trigger names_of_issues before insert or update on kept.meeting_view for each row execute function kept.refuse_names_of_issues();
create trigger names_of_issues before update of chaired_by_young on kept.meeting for each row execute function kept.refuse_names_of_issues();

-- An issue that waits, or whose day comes by then, stands on its body's next agenda, once.
create function kept.put_issue_on_next_agenda(of_authority int, of_issue uuid) returns void
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare put body_issue; next_meeting meeting;
begin
  select * into put from body_issue i where i.authority_id = of_authority and i.id = of_issue;
  select m.* into next_meeting from meeting m where m.authority_id = of_authority and m.body_id = put.body_id
    and m.status <> 'held' and m.held_on >= kept.today() order by m.held_on limit 1;
  if next_meeting.id is null or put.state = 'settled' or (put.state = 'taken' and put.due_on > next_meeting.held_on) then return; end if;
  insert into agenda_item (authority_id, meeting_id, body_id, position, title, brought_by, issue_id)
    select of_authority, next_meeting.id, put.body_id, max(i.position) + 1, put.title,
        (select 'the ' || b.name from body b where b.authority_id = of_authority and b.id = put.first_body_id and b.id <> put.body_id), put.id
      from agenda_item i where i.authority_id = of_authority and i.meeting_id = next_meeting.id
      having not bool_or(i.issue_id is not distinct from put.id);
end $$;

create function kept.join_issue() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  perform put_issue_on_next_agenda(new.authority_id, new.id);
  return null;
end $$;
create trigger joined after insert on kept.body_issue for each row execute function kept.join_issue();

-- A meeting that is made has what waits for its body; what a held one did not decide goes to the next.
create function kept.bring_issues() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  perform put_issue_on_next_agenda(i.authority_id, i.id) from body_issue i
    where i.authority_id = new.authority_id and i.body_id = new.body_id and i.state <> 'settled';
  return null;
end $$;
create trigger issues_made after insert on kept.meeting for each row execute function kept.bring_issues();
create trigger issues_held after update of status on kept.meeting for each row when (new.status = 'held' and old.status <> 'held') execute function kept.bring_issues();

-- A decision is of the body where the issue stands; passed up, it goes to the one that body answers to.
create function kept.begin_issue_decision() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare put body_issue;
begin
  select * into put from body_issue i where i.authority_id = new.authority_id and i.id = new.issue_id for update;
  if put.id is null then raise exception 'there is no such issue' using errcode = 'check_violation'; end if;
  if put.state = 'settled' then raise exception 'this issue is settled' using errcode = 'check_violation'; end if;
  new.body_id := put.body_id;
  new.number := 1 + (select count(*) from issue_decision d where d.authority_id = new.authority_id and d.issue_id = new.issue_id);
  new.to_body_id := case when new.outcome = 'passed up' then
    (select b.parent_id from body b where b.authority_id = new.authority_id and b.id = put.body_id) end;
  if new.outcome = 'passed up' and new.to_body_id is null
    then raise exception 'this body answers to no other' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger begun before insert on kept.issue_decision for each row execute function kept.begin_issue_decision();
create function kept.apply_issue_decision() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  update body_issue set body_id = coalesce(new.to_body_id, body_id),
      state = case new.outcome when 'passed up' then 'open' else new.outcome end,
      owner = case new.outcome when 'taken' then new.owner when 'settled' then owner end,
      owner_person_id = case new.outcome when 'taken' then new.owner_person_id when 'settled' then owner_person_id end,
      due_on = case new.outcome when 'taken' then new.due_on when 'settled' then due_on end,
      what_came = case when new.outcome = 'settled' then new.words end, settled_on = case when new.outcome = 'settled' then new.said_on end
    where authority_id = new.authority_id and id = new.issue_id;
  perform put_issue_on_next_agenda(new.authority_id, new.issue_id);
  return null;
end $$;
create trigger applied after insert on kept.issue_decision for each row execute function kept.apply_issue_decision();

-- Those an issue is for: who raised or took it, who makes the meetings, and whoever sits where it stands or stood.
create function kept.my_issues() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  with mine as (select m.body_id from body_member m where m.authority_id = kept.authority() and m.person_id = kept.me()
    and m.starts_on <= kept.today() and (m.ends_on is null or m.ends_on >= kept.today()))
  select i.id from body_issue i where i.authority_id = kept.authority() and kept.may('meetings', 'read')
    and (i.raised_by = kept.me() or i.owner_person_id = kept.me() or kept.may('meetings', 'write')
      or i.body_id in (select body_id from mine) or i.first_body_id in (select body_id from mine)
      or i.id in (select d.issue_id from issue_decision d where d.authority_id = i.authority_id and d.body_id in (select body_id from mine))) $$;

do $$
declare f text;
begin
  foreach f in array array['refuse_names_of_issues()', 'put_issue_on_next_agenda(int, uuid)', 'join_issue()', 'bring_issues()',
      'begin_issue_decision()', 'apply_issue_decision()', 'my_issues()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
  grant execute on function kept.my_issues() to kept_app;
end $$;

-- Any colleague or partner who reads meetings may put one to a body. Decided by its chairs, or written down by the clerk.
create policy app_read on kept.body_issue for select to kept_app using (authority_id = (select kept.authority()) and id in (select kept.my_issues()));
create policy app_add on kept.body_issue for insert to kept_app with check (authority_id = (select kept.authority())
  and raised_by = (select kept.me()) and (select kept.may('meetings', 'read')) and first_body_id = body_id);
grant select, insert (authority_id, id, first_body_id, body_id, title, words, tried, asked, weight) on kept.body_issue to kept_app;
create policy app_read on kept.issue_decision for select to kept_app using (authority_id = (select kept.authority()) and issue_id in (select kept.my_issues()));
create policy app_add on kept.issue_decision for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and (select kept.may('meetings', 'read')) and ((select kept.may('meetings', 'write'))
    or body_id in (select m.body_id from kept.body_member m where m.authority_id = (select kept.authority()) and m.person_id = (select kept.me())
      and m.part in ('chair', 'vice chair') and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today())))));
grant select, insert (authority_id, issue_id, outcome, words, owner, owner_person_id, due_on) on kept.issue_decision to kept_app;

create policy app_read on kept.body_measure for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')));
create policy app_add on kept.body_measure for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_end on kept.body_measure for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, body_id, measure_id), update (ended_on) on kept.body_measure to kept_app;

-- Read by whoever has the meeting's agenda; written down by the clerk.
create policy app_read on kept.meeting_view for select to kept_app using (authority_id = (select kept.authority())
  and meeting_id in (select i.meeting_id from kept.agenda_item i where i.authority_id = (select kept.authority())));
create policy app_add on kept.meeting_view for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_change on kept.meeting_view for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, meeting_id, body_id, said_by, words), update (effect, effect_words, decision_id, effect_on) on kept.meeting_view to kept_app;
