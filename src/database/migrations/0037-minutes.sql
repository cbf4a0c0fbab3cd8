-- Long because minutes, the actions in them and what keeps both from being lost or changed are seen best in one place.
-- Minutes of each item, as typed and by version; how they are checked by the chair and agreed at a later meeting; actions
-- that carry over until done. Two people may type at once: a save names the version it began from.

create table kept.minute (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  agenda_item_id uuid not null,
  meeting_id uuid not null,
  body_id uuid not null,
  words text not null check (length(words) <= 50000),
  version int not null default 1,
  saved_by uuid default kept.me(),
  saved_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, agenda_item_id),
  foreign key (authority_id, agenda_item_id, meeting_id, body_id) references kept.agenda_item (authority_id, id, meeting_id, body_id),
  foreign key (authority_id, saved_by) references kept.person
);
create index on kept.minute (authority_id, meeting_id);

-- Every version of what several people may change: what somebody typed is never gone because another typed as well.
create table kept.saved_version (
  authority_id int not null references kept.authority,
  kind text not null check (kind in ('minute', 'decision', 'action', 'agenda item', 'paper')),
  ref uuid not null,
  version int not null,
  body_id uuid not null,
  words jsonb not null,
  saved_by uuid default kept.me(),
  saved_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, kind, ref, version),
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, saved_by) references kept.person
);

alter table kept.meeting add column minutes_state text not null default 'draft' check (minutes_state in ('draft', 'checked', 'agreed'));
create table kept.minutes_step (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  body_id uuid not null,
  step text not null check (step in ('checked', 'sent back', 'agreed')),
  -- What the chair asks to be put right.
  words text check (btrim(words) <> '' and length(words) <= 5000),
  agreed_at_meeting uuid,
  done_by uuid not null default kept.me(),
  done_on date not null default kept.today(),
  done_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, meeting_id, body_id) references kept.meeting (authority_id, id, body_id),
  foreign key (authority_id, agreed_at_meeting, body_id) references kept.meeting (authority_id, id, body_id),
  foreign key (authority_id, done_by) references kept.person,
  check ((step = 'agreed') = (agreed_at_meeting is not null)),
  check (step <> 'sent back' or words is not null)
);
create index on kept.minutes_step (authority_id, meeting_id);

-- An action belongs to an item, with a decision or without one, and to a person where its owner has an account.
alter table kept.minute_action add column agenda_item_id uuid, add column meeting_id uuid, add column body_id uuid,
  add column owner_person_id uuid, add column version int not null default 1, alter column decision_id drop not null;
update kept.minute_action a set agenda_item_id = d.agenda_item_id, meeting_id = d.meeting_id, body_id = d.body_id
  from kept.decision d where d.authority_id = a.authority_id and d.id = a.decision_id;
alter table kept.minute_action alter column agenda_item_id set not null, alter column meeting_id set not null, alter column body_id set not null,
  add foreign key (authority_id, agenda_item_id, meeting_id, body_id) references kept.agenda_item (authority_id, id, meeting_id, body_id),
  add foreign key (authority_id, owner_person_id) references kept.person;
create index on kept.minute_action (authority_id, body_id);
create table kept.minute_action_update (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  action_id uuid not null,
  said text not null check (said in ('on the way', 'stuck', 'done')),
  words text not null check (btrim(words) <> '' and length(words) <= 2000),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, action_id) references kept.minute_action,
  foreign key (authority_id, said_by) references kept.person
);
create index on kept.minute_action_update (authority_id, action_id);

-- A paper may be uploaded: kept as a file whose properties name nobody, with its words for the search and the check of names.
alter table kept.stored_file drop constraint stored_file_type_check, add constraint stored_file_type_check check (type in ('image/jpeg', 'image/png', 'image/webp',
  'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm', 'video/mp4', 'video/webm', 'video/ogg', 'video/quicktime', 'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document'));
alter table kept.paper add column file_id uuid, add column file_text text not null default '',
  add foreign key (authority_id, file_id) references kept.stored_file,
  drop constraint paper_is_whole, add constraint paper_is_whole check (published_on is null
    or ((btrim(full_text) <> '' or file_id is not null) and btrim(plain_version) <> '' and btrim(impact) <> ''));

alter table kept.agenda_item add column version int not null default 1;
alter table kept.paper add column version int not null default 1;
alter table kept.decision add column version int not null default 1;

do $$
declare t text;
begin
  foreach t in array array['minute', 'saved_version', 'minutes_step', 'minute_action_update'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;
grant insert on kept.saved_version to kept_guard;
grant update (minutes_state) on kept.meeting to kept_guard;
grant update (done_on, shown_by) on kept.minute_action to kept_guard;

-- An action minuted under a decision is of that decision's item.
create function kept.place_action() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin
  if new.decision_id is not null and new.agenda_item_id is null then
    select d.agenda_item_id, d.meeting_id, d.body_id into new.agenda_item_id, new.meeting_id, new.body_id
      from decision d where d.authority_id = new.authority_id and d.id = new.decision_id;
  end if;
  return new;
end $$;
create trigger a_place before insert on kept.minute_action for each row execute function kept.place_action();

-- The words of a row: the columns that the trigger names.
create function kept.words_of(of_row jsonb, columns text[]) returns jsonb language sql immutable set search_path = kept, pg_temp as $$
  select jsonb_object_agg(c, of_row -> c) from unnest(columns) c $$;
create function kept.count_version() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin
  if words_of(to_jsonb(new), tg_argv[1:]) is distinct from words_of(to_jsonb(old), tg_argv[1:])
    then new.version := old.version + 1; else new.version := old.version; end if;
  return new;
end $$;
create function kept.keep_version() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  insert into saved_version (authority_id, kind, ref, version, body_id, words)
    values (new.authority_id, tg_argv[0], new.id, new.version, new.body_id, words_of(to_jsonb(new), tg_argv[1:])) on conflict do nothing;
  return null;
end $$;

-- Minutes that were agreed do not change, nor what they hold; what changes after the chair checked it is a draft again.
create function kept.keep_agreed() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare of_row jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end; state text;
begin
  if tg_op <> 'UPDATE' or words_of(to_jsonb(new), tg_argv[1:]) is distinct from words_of(to_jsonb(old), tg_argv[1:]) then
    select m.minutes_state into state from meeting m where m.authority_id = (of_row ->> 'authority_id')::int and m.id = (of_row ->> 'meeting_id')::uuid for no key update;
    if state = 'agreed' then raise exception 'these minutes were agreed' using errcode = 'check_violation'; end if;
    if state = 'checked' then
      update meeting set minutes_state = 'draft' where authority_id = (of_row ->> 'authority_id')::int and id = (of_row ->> 'meeting_id')::uuid;
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

do $$
declare t text[]; columns text;
begin
  foreach t slice 1 in array array[['minute', 'minute', 'words'], ['decision', 'decision', 'title,words,outcome'], ['minute_action', 'action', 'words,owner,owner_person_id,due_on'],
      ['agenda_item', 'agenda item', 'title,brought_by,minutes,otherwise_because'], ['paper', 'paper', 'title,written_by,full_text,plain_version,impact']] loop
    columns := (select string_agg(quote_literal(c), ', ') from unnest(string_to_array(t[3], ',')) c);
    execute format('create trigger b_version before update on kept.%I for each row execute function kept.count_version(%L, %s)', t[1], t[2], columns);
    execute format('create trigger keep_version after insert or update on kept.%I for each row execute function kept.keep_version(%L, %s)', t[1], t[2], columns);
    -- Papers came before the meeting and stay as they were read: minutes do not hold them.
    if t[1] <> 'paper' then
      execute format('create trigger c_agreed before insert or update or delete on kept.%I for each row execute function kept.keep_agreed(%L, %s)', t[1], t[2], columns);
    end if;
    execute format('insert into kept.saved_version (authority_id, kind, ref, version, body_id, words, saved_by)
      select authority_id, %L, id, version, body_id, kept.words_of(to_jsonb(r), array[%s]), null from kept.%I r', t[2], columns, t[1]);
  end loop;
end $$;

-- The chair checks what was written of a meeting that was held; it is agreed at a later one of the same body.
create function kept.take_minutes_step() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare met meeting; later meeting;
begin
  select * into met from meeting m where m.authority_id = new.authority_id and m.id = new.meeting_id for no key update;
  if met.status <> 'held' then raise exception 'the meeting has not been held' using errcode = 'check_violation'; end if;
  if met.minutes_state = 'agreed' then raise exception 'these minutes were agreed' using errcode = 'check_violation'; end if;
  if new.step = 'checked' then
    if not exists (select from minute m where m.authority_id = met.authority_id and m.meeting_id = met.id and btrim(m.words) <> '')
      then raise exception 'there is nothing to check yet' using errcode = 'check_violation'; end if;
    if exists (select from minute m, find_names(m.authority_id, m.words) f where m.authority_id = met.authority_id and m.meeting_id = met.id and f.is_whole)
      then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
    update meeting set minutes_state = 'checked' where authority_id = met.authority_id and id = met.id;
  elsif new.step = 'sent back' then
    update meeting set minutes_state = 'draft' where authority_id = met.authority_id and id = met.id;
  else
    select * into later from meeting m where m.authority_id = new.authority_id and m.id = new.agreed_at_meeting;
    if met.minutes_state <> 'checked' then raise exception 'the chair has not checked these minutes' using errcode = 'check_violation'; end if;
    if later.held_on <= met.held_on or later.status <> 'held' then raise exception 'minutes are agreed at a later meeting that was held' using errcode = 'check_violation'; end if;
    update meeting set minutes_state = 'agreed' where authority_id = met.authority_id and id = met.id;
  end if;
  return new;
end $$;
create trigger take_step before insert on kept.minutes_step for each row execute function kept.take_minutes_step();

-- Done is said with what shows it; what was done is not said again.
create function kept.take_action_update() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  perform from minute_action a where a.authority_id = new.authority_id and a.id = new.action_id and a.done_on is null for no key update;
  if not found then raise exception 'this action is done' using errcode = 'check_violation'; end if;
  if new.said = 'done' then
    update minute_action set done_on = new.said_on, shown_by = new.words where authority_id = new.authority_id and id = new.action_id;
  end if;
  return new;
end $$;
create trigger take_update before insert on kept.minute_action_update for each row execute function kept.take_action_update();

do $$
declare f text;
begin
  foreach f in array array['keep_version()', 'keep_agreed()', 'take_minutes_step()', 'take_action_update()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
  foreach f in array array['place_action()', 'count_version()', 'words_of(jsonb, text[])'] loop
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
  grant execute on function kept.words_of(jsonb, text[]) to kept_app, kept_guard;
end $$;

-- Minutes: the clerk's and the chair's while they are a draft; then whoever has the item reads them.
create policy app_read on kept.minute for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('meetings', 'write'))
  or ((select kept.may('meetings', 'read')) and agenda_item_id in (select i.id from kept.agenda_item i where i.authority_id = (select kept.authority()))
    and (meeting_id in (select m.id from kept.meeting m where m.authority_id = (select kept.authority()) and m.minutes_state <> 'draft')
      or body_id in (select s.body_id from kept.body_member s where s.authority_id = (select kept.authority()) and s.person_id = (select kept.me()) and s.part = 'chair'
        and s.starts_on <= (select kept.today()) and (s.ends_on is null or s.ends_on >= (select kept.today())))))));
create policy app_add on kept.minute for insert to kept_app with check (authority_id = (select kept.authority()) and saved_by = (select kept.me())
  and (select kept.may('meetings', 'write')));
create policy app_change on kept.minute for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')))
  with check (authority_id = (select kept.authority()) and saved_by = (select kept.me()));
grant select, insert (authority_id, id, agenda_item_id, meeting_id, body_id, words), update (words, saved_by, saved_at) on kept.minute to kept_app;

create policy app_read on kept.saved_version for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select on kept.saved_version to kept_app;

create policy app_read on kept.minutes_step for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read'))
  and (step <> 'sent back' or done_by = (select kept.me()) or (select kept.may('meetings', 'write'))));
create policy app_check on kept.minutes_step for insert to kept_app with check (authority_id = (select kept.authority()) and done_by = (select kept.me())
  and done_on = (select kept.today()) and (select kept.may('meetings', 'read')) and case when step = 'agreed' then (select kept.may('meetings', 'write'))
  else body_id in (select s.body_id from kept.body_member s where s.authority_id = (select kept.authority()) and s.person_id = (select kept.me()) and s.part = 'chair'
    and s.starts_on <= (select kept.today()) and (s.ends_on is null or s.ends_on >= (select kept.today()))) end);
grant select, insert (authority_id, id, meeting_id, body_id, step, words, agreed_at_meeting) on kept.minutes_step to kept_app;

-- An action: whoever has its item, and the one who is to do it. They say how it stands; the clerk writes it.
drop policy app_read on kept.minute_action;
create policy app_read on kept.minute_action for select to kept_app using (authority_id = (select kept.authority()) and (
  agenda_item_id in (select i.id from kept.agenda_item i where i.authority_id = (select kept.authority()))
  or (owner_person_id = (select kept.me()) and (select kept.may('meetings', 'read')))));
grant insert (agenda_item_id, meeting_id, body_id, owner_person_id), update (words, owner, owner_person_id, due_on) on kept.minute_action to kept_app;
create policy app_read on kept.minute_action_update for select to kept_app using (authority_id = (select kept.authority())
  and action_id in (select a.id from kept.minute_action a where a.authority_id = (select kept.authority())));
create policy app_add on kept.minute_action_update for insert to kept_app with check (authority_id = (select kept.authority()) and said_by = (select kept.me())
  and said_on = (select kept.today()) and ((select kept.may('meetings', 'write'))
    or action_id in (select a.id from kept.minute_action a where a.authority_id = (select kept.authority()) and a.owner_person_id = (select kept.me()))));
grant select, insert (authority_id, id, action_id, said, words) on kept.minute_action_update to kept_app;
-- A decision is put right while its minutes are not agreed.
grant update (title, words, outcome) on kept.decision to kept_app;

-- Rule 35: no young person's name in an agenda, a paper that is out, or minutes. Where a name stands that could be a child's of this
-- council, or a young representative's: whole ("Ann Example", "Example, Ann"), or a given name alone, which may be anybody's.
-- It answers places in the asker's own words, and nothing of any child.
create function kept.find_names(of_authority int, words text) returns table (place int, length int, is_whole boolean)
  language plpgsql stable security definer set search_path = kept, pg_temp as $$
declare plain text := replace(coalesce(words, ''), '’', ''''); folded text := lower(plain); one record; given text; family text; pattern text;
begin
  for one in select distinct btrim(replace(p.given_name, '’', '''')) as given_name, btrim(replace(coalesce(p.family_name, ''), '’', '''')) as family_name from person p
    where p.authority_id = of_authority and char_length(btrim(p.given_name)) > 1 and strpos(folded, lower(btrim(replace(p.given_name, '’', '''')))) > 0
      and (p.kind = 'child' or p.id in (select h.person_id from role_held h where h.authority_id = of_authority and h.role = 'young_representative'))
  loop
    given := regexp_replace(one.given_name, '([^[:alnum:]])', '\\\1', 'g');
    family := regexp_replace(one.family_name, '([^[:alnum:]])', '\\\1', 'g');
    if one.family_name <> '' and strpos(folded, lower(one.family_name)) > 0 then
      pattern := format('(?<![[:alpha:]])(%1$s[[:space:]]+([^[:space:]]+[[:space:]]+)?%2$s|%2$s,[[:space:]]*%1$s)(?![[:alpha:]])', lower(given), lower(family));
      if regexp_instr(folded, pattern) > 0 then
        place := regexp_instr(folded, pattern); length := char_length(regexp_substr(folded, pattern)); is_whole := true;
        return next;
        continue;
      end if;
    end if;
    pattern := format('(?<![[:alpha:]])%s(?![[:alpha:]])(?![[:space:]]+[A-Z])', given);
    if regexp_instr(plain, pattern) > 0 then
      place := regexp_instr(plain, pattern); length := char_length(one.given_name); is_whole := false;
      return next;
    end if;
  end loop;
end $$;
create function kept.names_in(words text) returns table (place int, length int, is_whole boolean)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select f.place, f.length, bool_or(f.is_whole) from find_names((select kept.authority()), words) f
    where (select kept.may('meetings', 'write')) or exists (select from body_member s where s.authority_id = (select kept.authority()) and s.person_id = (select kept.me())
      and s.part = 'chair' and s.starts_on <= (select kept.today()) and (s.ends_on is null or s.ends_on >= (select kept.today())))
    group by f.place, f.length order by f.place $$;

create function kept.refuse_names() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare words text; is_planned boolean;
begin
  if tg_table_name = 'meeting' then
    if old.status = 'planned' and new.status <> 'planned' then
      select string_agg(concat_ws(' · ', i.title, i.brought_by, i.otherwise_because), E'\n') into words from agenda_item i
        where i.authority_id = new.authority_id and i.meeting_id = new.id and i.taken_off_on is null;
    end if;
  elsif tg_table_name = 'paper' then
    if new.published_on is not null then words := concat_ws(E'\n', new.title, new.written_by, new.plain_version, new.impact, new.full_text, new.file_text); end if;
  elsif tg_table_name = 'agenda_item' then
    -- A challenge puts itself on the agenda in the words of those who raised it; the clerk meets it when the pack goes out.
    select m.status = 'planned' into is_planned from meeting m where m.authority_id = new.authority_id and m.id = new.meeting_id;
    if not (is_planned or (tg_op = 'INSERT' and new.challenge_id is not null)) then words := concat_ws(' · ', new.title, new.brought_by, new.otherwise_because); end if;
  elsif tg_table_name = 'decision' then words := concat_ws(E'\n', new.title, new.words, new.what_came);
  else words := concat_ws(E'\n', new.words, new.owner, new.shown_by);
  end if;
  if exists (select from find_names(new.authority_id, words) f where f.is_whole)
    then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
  return new;
end $$;
do $$
declare t text; f text;
begin
  foreach t in array array['paper', 'agenda_item', 'decision', 'minute_action'] loop
    execute format('create trigger names before insert or update on kept.%I for each row execute function kept.refuse_names()', t);
  end loop;
  create trigger names before update on kept.meeting for each row execute function kept.refuse_names();
  foreach f in array array['find_names(int, text)', 'names_in(text)', 'refuse_names()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
  grant execute on function kept.names_in(text) to kept_app;
end $$;

-- An uploaded paper is read by whoever reads the paper, and by nobody else: not by who once added it either.
grant update (file_id, file_text) on kept.paper to kept_app;
create policy app_paper on kept.stored_file for select to kept_app using (authority_id = (select kept.authority()) and owner_kind = 'paper'
  and owner_ref in (select p.id from kept.paper p where p.authority_id = (select kept.authority())));
create policy paper_only on kept.stored_file as restrictive for select to kept_app using (owner_kind <> 'paper'
  or owner_ref in (select p.id from kept.paper p where p.authority_id = (select kept.authority())));
create policy app_add_paper on kept.stored_file for insert to kept_app with check (authority_id = (select kept.authority()) and added_by = (select kept.me())
  and owner_kind = 'paper' and (select kept.may('meetings', 'write')) and owner_ref in (select p.id from kept.paper p where p.authority_id = (select kept.authority())));

-- Rule 37: what was asked for under the Freedom of Information Act 2000. When a request is logged, what it finds is copied into it;
-- nothing of that is changed or removed afterwards, nor are the rows it was copied from deleted.
create table kept.release_request (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  reference text not null check (btrim(reference) <> '' and length(reference) <= 60),
  asked_on date not null,
  subject text not null check (btrim(subject) <> '' and length(subject) <= 500),
  -- The words searched for; empty: everything of the period.
  words text not null default '' check (length(words) <= 200),
  from_on date not null,
  to_on date not null,
  answer_due_on date not null,
  logged_by uuid not null default kept.me(),
  logged_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, reference),
  foreign key (authority_id, logged_by) references kept.person,
  check (from_on <= to_on and answer_due_on > asked_on)
);
create table kept.release_item (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  kind text not null check (kind in ('challenge', 'answer', 'paper', 'minutes', 'decision', 'action', 'comment', 'progress', 'reason', 'rule')),
  ref uuid not null,
  said_on date not null,
  title text not null,
  words text not null,
  primary key (authority_id, id),
  unique (authority_id, request_id, kind, ref),
  foreign key (authority_id, request_id) references kept.release_request
);
create index on kept.release_item (authority_id, kind, ref);
-- The exemptions log: what is withheld, by which exemption, why, by whom. The latest word on an item counts; all of them stay.
create table kept.release_withheld (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  is_withheld boolean not null,
  exemption text not null check (btrim(exemption) <> ''),
  why text not null check (length(btrim(why)) between 10 and 2000),
  -- Words released in the place of what is withheld.
  instead text check (btrim(instead) <> '' and length(instead) <= 20000),
  withheld_by uuid not null default kept.me(),
  withheld_on date not null default kept.today(),
  withheld_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, item_id) references kept.release_item,
  foreign key (authority_id, withheld_by) references kept.person
);
create index on kept.release_withheld (authority_id, item_id);

-- Rule 36: the period before an election, its dates set by the monitoring officer.
create table kept.pre_election (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  starts_on date not null,
  ends_on date not null,
  why text not null check (length(btrim(why)) between 3 and 500),
  set_by uuid not null default kept.me(),
  set_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, set_by) references kept.person,
  check (ends_on >= starts_on and ends_on <= starts_on + 120)
);

do $$
declare t text;
begin
  foreach t in array array['release_request', 'release_item', 'release_withheld', 'pre_election'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;
create trigger history before update or delete on kept.pre_election for each row execute function kept.keep_history();

create function kept.refuse_removal() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin raise exception 'what was logged for release is not changed or removed' using errcode = 'check_violation'; end $$;
create function kept.keep_requested() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  if exists (select from release_item i where i.authority_id = old.authority_id and i.kind = tg_argv[0] and i.ref = old.id)
    then raise exception 'what was logged for release is not changed or removed' using errcode = 'check_violation'; end if;
  return old;
end $$;
do $$
declare t text[]; f text;
begin
  foreach f in array array['release_request', 'release_item', 'release_withheld'] loop
    execute format('create trigger kept before update or delete on kept.%I for each row execute function kept.refuse_removal()', f);
  end loop;
  foreach t slice 1 in array array[['challenge', 'challenge'], ['challenge_answer', 'answer'], ['paper', 'paper'], ['minute', 'minutes'], ['decision', 'decision'],
      ['minute_action', 'action'], ['measure_word', 'comment'], ['item_update', 'progress'], ['promise_reason', 'reason'], ['promise_rule', 'rule']] loop
    execute format('create trigger d_requested before delete on kept.%I for each row execute function kept.keep_requested(%L)', t[1], t[2]);
  end loop;
  alter function kept.keep_requested() owner to kept_guard;
  foreach f in array array['refuse_removal()', 'keep_requested()'] loop
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
end $$;

create policy app_read on kept.release_request for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('release', 'write')));
create policy app_add on kept.release_request for insert to kept_app with check (authority_id = (select kept.authority()) and logged_by = (select kept.me())
  and (select kept.may('release', 'write')));
create policy app_read on kept.release_item for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('release', 'write')));
create policy app_add on kept.release_item for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('release', 'write')));
create policy app_read on kept.release_withheld for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('release', 'write')));
create policy app_add on kept.release_withheld for insert to kept_app with check (authority_id = (select kept.authority()) and withheld_by = (select kept.me())
  and withheld_on = (select kept.today()) and (select kept.may('release', 'write')));
grant select, insert (authority_id, id, reference, asked_on, subject, words, from_on, to_on, answer_due_on) on kept.release_request to kept_app;
grant select, insert (authority_id, request_id, kind, ref, said_on, title, words) on kept.release_item to kept_app;
grant select, insert (authority_id, item_id, is_withheld, exemption, why, instead) on kept.release_withheld to kept_app;

-- That such a period runs is known to everybody here; only who holds the right sets it, or ends it earlier.
create policy app_read on kept.pre_election for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_add on kept.pre_election for insert to kept_app with check (authority_id = (select kept.authority()) and set_by = (select kept.me())
  and set_on = (select kept.today()) and (select kept.may('election', 'write')));
create policy app_change on kept.pre_election for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('election', 'write')))
  with check (authority_id = (select kept.authority()) and set_by = (select kept.me()));
grant select, insert (authority_id, starts_on, ends_on, why), update (ends_on, set_by, set_on) on kept.pre_election to kept_app;

-- A challenge that was accepted as answered is told to everybody: after those who raised it (they accepted), and after the board has met
-- since (rule 34). In the council's words, which name nobody.
create table kept.challenge_told (
  authority_id int not null,
  challenge_id uuid not null,
  you_said text not null check (length(btrim(you_said)) between 5 and 1000),
  kind text not null check (kind in ('we did', 'we will', 'no, because')),
  answer text not null check (length(btrim(answer)) between 5 and 2000),
  told_by uuid not null default kept.me(),
  told_on date not null default kept.today(),
  primary key (authority_id, challenge_id),
  foreign key (authority_id, challenge_id) references kept.challenge,
  foreign key (authority_id, told_by) references kept.person
);
alter table kept.challenge_told enable row level security;
alter table kept.challenge_told force row level security;
create policy guard on kept.challenge_told to kept_guard using (true);
create policy owner on kept.challenge_told to kept_owner using (true) with check (true);
grant select on kept.challenge_told to kept_guard;
create function kept.tell_in_order() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  if not exists (select from challenge c join challenge_answer a on a.authority_id = c.authority_id and a.challenge_id = c.id and a.verdict = 'accepted'
      join meeting m on m.authority_id = c.authority_id and m.body_id = c.body_id and m.status = 'held' and m.held_on >= a.verdict_on and m.held_on <= new.told_on
      where c.authority_id = new.authority_id and c.id = new.challenge_id)
    then raise exception 'those who raised it accept the answer, and the board meets, before everybody is told' using errcode = 'check_violation'; end if;
  if exists (select from find_names(new.authority_id, concat_ws(E'\n', new.you_said, new.answer)) f where f.is_whole)
    then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
  return new;
end $$;
alter function kept.tell_in_order() owner to kept_guard;
revoke execute on function kept.tell_in_order() from public;
create trigger in_order before insert on kept.challenge_told for each row execute function kept.tell_in_order();
create policy app_read on kept.challenge_told for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')));
create policy app_add on kept.challenge_told for insert to kept_app with check (authority_id = (select kept.authority()) and told_by = (select kept.me())
  and told_on = (select kept.today()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, challenge_id, you_said, kind, answer) on kept.challenge_told to kept_app;
