-- Long because a body and all that hangs from it are read by one rule, which is seen best in one place.
-- Bodies that hold the council to its promises: their members, meetings, agendas, papers, decisions, packs and challenges.
-- `body_id` is carried down to every row, tied by composite keys, so that who may read is one set worked out once.

create table kept.body (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  name text not null check (btrim(name) <> ''),
  -- formal: agendas and open papers may be read by every colleague who reads meetings. Else: by its members (rule 35).
  regime text not null check (regime in ('formal', 'advisory', 'partnership')),
  what_it_does text,
  chair text,
  primary key (authority_id, id)
);
create table kept.body_member (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('chair', 'member', 'partner', 'young people', 'officer', 'clerk')),
  -- Whom a young representative speaks for: any of them may say that the group's challenge is answered.
  group_name text,
  sees_private boolean not null default true,
  starts_on date not null,
  ends_on date,
  primary key (authority_id, id),
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, person_id) references kept.person
);
create index on kept.body_member (authority_id, person_id);

create table kept.meeting (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  held_on date not null,
  at_time text not null default '',
  place text not null default '',
  theme text not null default '',
  status text not null default 'planned' check (status in ('planned', 'published', 'held')),
  primary key (authority_id, id),
  unique (authority_id, id, body_id),
  unique (authority_id, body_id, held_on),
  foreign key (authority_id, body_id) references kept.body
);

create table kept.challenge (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  title text not null check (btrim(title) <> ''),
  words text not null check (btrim(words) <> ''),
  group_name text,
  raised_by uuid not null default kept.me(),
  raised_on date not null default kept.today(),
  to_person uuid not null,
  answer_due_on date not null,
  -- The figure it asks about ("M20"), if any.
  measure_id text,
  primary key (authority_id, id),
  unique (authority_id, id, body_id),
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, raised_by) references kept.person,
  foreign key (authority_id, to_person) references kept.person,
  check (to_person <> raised_by)
);
create table kept.challenge_answer (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  challenge_id uuid not null,
  words text not null check (btrim(words) <> ''),
  answered_by uuid not null default kept.me(),
  answered_on date not null default kept.today(),
  verdict text check (verdict in ('accepted', 'not answered yet')),
  verdict_words text,
  verdict_by uuid,
  verdict_on date,
  primary key (authority_id, id),
  foreign key (authority_id, challenge_id) references kept.challenge,
  foreign key (authority_id, answered_by) references kept.person,
  foreign key (authority_id, verdict_by) references kept.person,
  check ((verdict is null) = (verdict_by is null) and (verdict is null) = (verdict_on is null)),
  -- Nobody accepts their own answer.
  check (verdict_by <> answered_by)
);
-- One answer at a time waits for those who asked.
create unique index on kept.challenge_answer (authority_id, challenge_id) where verdict is null;

create table kept.agenda_item (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  body_id uuid not null,
  position int not null check (position > 0),
  title text check (btrim(title) <> ''),
  brought_by text,
  minutes int not null default 10 check (minutes between 1 and 240),
  is_young_peoples boolean not null default false,
  -- Why young people's item is not first, or is empty: minuted, in a sentence.
  otherwise_because text check (length(btrim(otherwise_because)) >= 10),
  is_private boolean not null default false,
  challenge_id uuid,
  taken_off_on date,
  primary key (authority_id, id),
  unique (authority_id, id, meeting_id, body_id),
  constraint agenda_position unique (authority_id, meeting_id, position) deferrable initially deferred,
  foreign key (authority_id, meeting_id, body_id) references kept.meeting (authority_id, id, body_id),
  foreign key (authority_id, challenge_id, body_id) references kept.challenge (authority_id, id, body_id),
  constraint only_young_peoples_item_is_empty check (is_young_peoples or title is not null),
  constraint young_peoples_item_is_first check (not is_young_peoples or position = 1 or otherwise_because is not null),
  constraint young_peoples_item_stays_open check (not is_young_peoples or (not is_private and taken_off_on is null))
);
create unique index on kept.agenda_item (authority_id, meeting_id) where is_young_peoples;

create table kept.paper (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  agenda_item_id uuid not null,
  meeting_id uuid not null,
  body_id uuid not null,
  title text not null check (btrim(title) <> ''),
  written_by text not null default '',
  full_text text not null default '',
  plain_version text not null default '',
  -- "How does this support our children in care and care leavers?"
  impact text not null default '',
  subject text not null default 'words' check (subject in ('words', 'measure', 'promises', 'actions')),
  subject_ref text,
  published_on date,
  primary key (authority_id, id),
  unique (authority_id, agenda_item_id),
  foreign key (authority_id, agenda_item_id, meeting_id, body_id) references kept.agenda_item (authority_id, id, meeting_id, body_id),
  check ((subject = 'measure') = (subject_ref is not null)),
  constraint paper_is_whole check (published_on is null or (btrim(full_text) <> '' and btrim(plain_version) <> '' and btrim(impact) <> ''))
);

create table kept.decision (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  agenda_item_id uuid not null,
  meeting_id uuid not null,
  body_id uuid not null,
  title text not null check (btrim(title) <> ''),
  words text not null check (btrim(words) <> ''),
  outcome text not null check (outcome in ('yes', 'no, because', 'noted')),
  decided_on date not null,
  -- What came of it, said at a later meeting.
  what_came text,
  primary key (authority_id, id),
  foreign key (authority_id, agenda_item_id, meeting_id, body_id) references kept.agenda_item (authority_id, id, meeting_id, body_id)
);
create table kept.minute_action (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  decision_id uuid not null,
  words text not null check (btrim(words) <> ''),
  owner text not null check (btrim(owner) <> ''),
  due_on date not null,
  done_on date,
  shown_by text,
  primary key (authority_id, id),
  foreign key (authority_id, decision_id) references kept.decision,
  -- Done needs something that shows it.
  check (done_on is null or btrim(shown_by) <> '')
);

-- A pack as it went out: every word and figure of it, with the seal and the day they were known by.
create table kept.pack (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  body_id uuid not null,
  seal_number bigint not null,
  as_at date not null,
  content jsonb not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null default kept.me(),
  primary key (authority_id, id),
  foreign key (authority_id, meeting_id, body_id) references kept.meeting (authority_id, id, body_id),
  foreign key (authority_id, published_by) references kept.person
);
create index on kept.pack (authority_id, meeting_id);

do $$
declare t text;
begin
  foreach t in array array['body', 'body_member', 'meeting', 'challenge', 'challenge_answer', 'agenda_item', 'paper', 'decision', 'minute_action', 'pack'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  -- What young people said in a challenge, and a pack that went out, are not copied into the history.
  foreach t in array array['body', 'body_member', 'meeting', 'agenda_item', 'paper', 'decision', 'minute_action'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- Every agenda begins with young people's item: it is there before anybody can leave it out.
create function kept.begin_agenda() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin
  insert into agenda_item (authority_id, meeting_id, body_id, position, is_young_peoples, minutes)
    values (new.authority_id, new.id, new.body_id, 1, true, 15);
  return null;
end $$;
create trigger begin_agenda after insert on kept.meeting for each row execute function kept.begin_agenda();

-- An agenda that is out, and a meeting that was held, have young people's item filled, or say why not.
create function kept.refuse_empty_first_item() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin
  if tg_table_name = 'meeting' then
    if new.status <> 'planned' and exists (select from agenda_item i where i.authority_id = new.authority_id and i.meeting_id = new.id
        and i.is_young_peoples and i.title is null and i.otherwise_because is null)
      then raise exception 'young people''s item is empty, and no reason is minuted' using errcode = 'check_violation'; end if;
  elsif new.is_young_peoples and new.title is null and new.otherwise_because is null
      and exists (select from meeting m where m.authority_id = new.authority_id and m.id = new.meeting_id and m.status <> 'planned')
    then raise exception 'young people''s item is empty, and no reason is minuted' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger first_item before update on kept.meeting for each row execute function kept.refuse_empty_first_item();
create trigger first_item before update on kept.agenda_item for each row execute function kept.refuse_empty_first_item();

-- What was accepted is closed; what is asked again begins again.
create function kept.refuse_closed_challenge() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin
  if exists (select from challenge_answer a where a.authority_id = new.authority_id and a.challenge_id = new.challenge_id and a.verdict = 'accepted')
    then raise exception 'this challenge was accepted as answered' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger closed before insert on kept.challenge_answer for each row execute function kept.refuse_closed_challenge();

-- A challenge that is raised, or not answered yet, stands on its body's next agenda, once, and is joined to it. Answers the
-- day of that meeting; null where none is planned.
create function kept.put_on_next_agenda(of_authority int, of_challenge uuid) returns date
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare asked challenge; next_meeting meeting; item uuid;
begin
  select * into asked from challenge c where c.authority_id = of_authority and c.id = of_challenge;
  select m.* into next_meeting from meeting m where m.authority_id = of_authority and m.body_id = asked.body_id
    and m.status <> 'held' and m.held_on >= kept.today() order by m.held_on limit 1;
  if next_meeting.id is not null and not exists (select from agenda_item i where i.authority_id = of_authority
      and i.meeting_id = next_meeting.id and i.challenge_id = asked.id) then
    insert into agenda_item (authority_id, meeting_id, body_id, position, title, brought_by, challenge_id)
      select of_authority, next_meeting.id, asked.body_id, max(i.position) + 1, asked.title, asked.group_name, asked.id
        from agenda_item i where i.authority_id = of_authority and i.meeting_id = next_meeting.id
      returning id into item;
    insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
      values (of_authority, 'challenge', asked.id::text, 'agenda item', item::text, coalesce(kept.me(), asked.raised_by));
  end if;
  return next_meeting.held_on;
end $$;

-- A challenge about a figure is joined to it, though those who raise it join nothing else.
create function kept.join_challenge() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  if new.measure_id is not null then
    insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
      values (new.authority_id, 'measure', new.measure_id, 'challenge', new.id::text, new.raised_by);
  end if;
  perform put_on_next_agenda(new.authority_id, new.id);
  return null;
end $$;
alter function kept.join_challenge() owner to kept_guard;
create trigger joined after insert on kept.challenge for each row execute function kept.join_challenge();

-- Names and titles of those who sit on bodies or answer for services: for whoever reads meetings, board members included,
-- who see no other colleague.
create function kept.meeting_people() returns table (person_id uuid, name text, title text, may_be_asked boolean)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.id, concat_ws(' ', p.given_name, p.family_name), p.title, bool_or(h.role in ('director', 'service_manager')) from person p
    join role_held h on h.authority_id = p.authority_id and h.person_id = p.id
      and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))
    where p.authority_id = (select kept.authority()) and p.kind = 'staff' and (select kept.may('meetings', 'read'))
      and (h.role in ('director', 'service_manager')
        or p.id in (select m.person_id from body_member m where m.authority_id = (select kept.authority()))
        or p.id in (select c.to_person from challenge c where c.authority_id = (select kept.authority())))
    group by p.id, p.given_name, p.family_name, p.title $$;

-- Those who raised a challenge say whether an answer answers it. "Not answered yet" keeps it open, puts it on the body's
-- next agenda, and asks for an answer by that day. False: not theirs to say, or nothing waits.
create function kept.judge_answer(of_answer uuid, said text, why text) returns boolean
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare asked challenge;
begin
  if not kept.may('challenges', 'write') then return false; end if;
  select c.* into asked from challenge c join challenge_answer a on a.authority_id = c.authority_id and a.challenge_id = c.id
    where c.authority_id = kept.authority() and a.id = of_answer and a.verdict is null and a.answered_by <> kept.me() and c.to_person <> kept.me()
      and (c.raised_by = kept.me() or c.group_name in (select m.group_name from body_member m where m.authority_id = c.authority_id and m.body_id = c.body_id
        and m.person_id = kept.me() and m.starts_on <= kept.today() and (m.ends_on is null or m.ends_on >= kept.today())))
    for update of a;
  if asked.id is null then return false; end if;
  update challenge_answer set verdict = said, verdict_words = nullif(btrim(why), ''), verdict_by = kept.me(), verdict_on = kept.today()
    where authority_id = kept.authority() and id = of_answer;
  if said = 'not answered yet' then
    update challenge set answer_due_on = coalesce(put_on_next_agenda(authority_id, id), kept.today() + 14) where authority_id = asked.authority_id and id = asked.id;
  end if;
  return true;
end $$;
grant update (verdict, verdict_words, verdict_by, verdict_on) on kept.challenge_answer to kept_guard;
grant update (answer_due_on) on kept.challenge to kept_guard;
grant insert on kept.agenda_item, kept.knot_join to kept_guard;

do $$
declare f text;
begin
  foreach f in array array['meeting_people()', 'judge_answer(uuid, text, text)'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app', f);
  end loop;
  -- Used by those two alone: nobody puts an item on an agenda by calling it.
  alter function kept.put_on_next_agenda(int, uuid) owner to kept_guard;
  foreach f in array array['put_on_next_agenda(int, uuid)', 'begin_agenda()', 'join_challenge()', 'refuse_empty_first_item()', 'refuse_closed_challenge()'] loop
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
end $$;

-- Bodies, who sits on them, and when they meet: for whoever reads meetings. No child does.
create policy app_read on kept.body for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')));
create policy app_read on kept.body_member for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')));
create policy app_read on kept.meeting for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')));
create policy app_add on kept.meeting for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_change on kept.meeting for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_begin on kept.body for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_seat on kept.body_member for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_end on kept.body_member for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, id, name, regime, what_it_does) on kept.body to kept_app;
grant select, insert (authority_id, body_id, person_id, part, group_name, sees_private, starts_on), update (ends_on) on kept.body_member to kept_app;
grant select, insert (authority_id, id, body_id, held_on, at_time, place, theme), update (at_time, place, theme, status) on kept.meeting to kept_app;

-- An item: the clerk's, the members' (a private one only theirs who see private ones), and once the meeting was held, or
-- where the body is formal and the agenda is out, every colleague's who reads meetings. A private one is not there at all.
create policy app_read on kept.agenda_item for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('meetings', 'write'))
  or ((select kept.may('meetings', 'read')) and body_id in (select m.body_id from kept.body_member m where m.authority_id = (select kept.authority())
    and m.person_id = (select kept.me()) and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today()))
    and (m.sees_private or not is_private)))
  or ((select kept.may('meetings', 'read')) and not is_private and meeting_id in (select t.id from kept.meeting t join kept.body b on b.authority_id = t.authority_id and b.id = t.body_id
    where t.authority_id = (select kept.authority()) and (t.status = 'held' or (t.status = 'published' and b.regime = 'formal'))))));
create policy app_add on kept.agenda_item for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_change on kept.agenda_item for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, id, meeting_id, body_id, position, title, brought_by, minutes, is_young_peoples, is_private, challenge_id),
  update (position, title, brought_by, minutes, otherwise_because, is_private, taken_off_on) on kept.agenda_item to kept_app;

-- A paper: nobody but the clerk before it is published; then whoever has its item, and of a body that is not formal only its members.
create policy app_read on kept.paper for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('meetings', 'write'))
  or (published_on is not null and (select kept.may('meetings', 'read'))
    and agenda_item_id in (select i.id from kept.agenda_item i where i.authority_id = (select kept.authority()))
    and (body_id in (select m.body_id from kept.body_member m where m.authority_id = (select kept.authority())
        and m.person_id = (select kept.me()) and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today())))
      or body_id in (select b.id from kept.body b where b.authority_id = (select kept.authority()) and b.regime = 'formal')))));
create policy app_add on kept.paper for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_change on kept.paper for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, id, agenda_item_id, meeting_id, body_id, title, written_by, full_text, plain_version, impact, subject, subject_ref),
  update (title, written_by, full_text, plain_version, impact, published_on) on kept.paper to kept_app;

-- What was decided is read by whoever has its item.
create policy app_read on kept.decision for select to kept_app using (authority_id = (select kept.authority())
  and agenda_item_id in (select i.id from kept.agenda_item i where i.authority_id = (select kept.authority())));
create policy app_add on kept.decision for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_change on kept.decision for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on), update (what_came) on kept.decision to kept_app;
create policy app_read on kept.minute_action for select to kept_app using (authority_id = (select kept.authority())
  and decision_id in (select d.id from kept.decision d where d.authority_id = (select kept.authority())));
create policy app_add on kept.minute_action for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_change on kept.minute_action for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, id, decision_id, words, owner, due_on), update (done_on, shown_by) on kept.minute_action to kept_app;

-- A pack that went out is never changed; a new one is written beside it. It holds no private item.
create policy app_read on kept.pack for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('meetings', 'write'))
  or ((select kept.may('meetings', 'read')) and (
    body_id in (select m.body_id from kept.body_member m where m.authority_id = (select kept.authority())
      and m.person_id = (select kept.me()) and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today())))
    or body_id in (select b.id from kept.body b where b.authority_id = (select kept.authority()) and b.regime = 'formal')))));
create policy app_add on kept.pack for insert to kept_app with check (authority_id = (select kept.authority()) and published_by = (select kept.me()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, id, meeting_id, body_id, seal_number, as_at, content) on kept.pack to kept_app;

-- A challenge is raised by who sits on the body, and answered by whom it was put to; both are read by whoever reads meetings.
create policy app_read on kept.challenge for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')));
create policy app_add on kept.challenge for insert to kept_app with check (authority_id = (select kept.authority()) and raised_by = (select kept.me())
  and (select kept.may('challenges', 'write')) and body_id in (select m.body_id from kept.body_member m where m.authority_id = (select kept.authority())
    and m.person_id = (select kept.me()) and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today())))
  and (group_name is null or group_name in (select m.group_name from kept.body_member m where m.authority_id = (select kept.authority())
    and m.person_id = (select kept.me()) and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today())))));
grant select, insert (authority_id, id, body_id, title, words, group_name, to_person, answer_due_on, measure_id) on kept.challenge to kept_app;
create policy app_read on kept.challenge_answer for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')));
create policy app_add on kept.challenge_answer for insert to kept_app with check (authority_id = (select kept.authority()) and answered_by = (select kept.me())
  and verdict is null and challenge_id in (select c.id from kept.challenge c where c.authority_id = (select kept.authority()) and c.to_person = (select kept.me())));
grant select, insert (authority_id, id, challenge_id, words) on kept.challenge_answer to kept_app;
