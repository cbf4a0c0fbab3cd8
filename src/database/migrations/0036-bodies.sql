-- What a body is: its place among others, its rhythm as a rule, its themes in turn, what it is there for, who is to come,
-- who came, what is to be written for it, and calendars of it.

-- Read with a default where they are null: a backup of the release before knows none of them.
alter table kept.body
  add column kind text default 'board' check (kind in ('council', 'board', 'scrutiny', 'working group', 'young people')),
  add column parent_id uuid check (parent_id <> id),
  add foreign key (authority_id, parent_id) references kept.body deferrable,
  -- A rule as src/domain/governance/rhythm.ts reads it, and since when it is to be kept.
  add column rhythm jsonb,
  add column rhythm_since date,
  add column themes text[] default '{}',
  -- What calendars call its meetings: seen on lock screens, so it says nothing about care.
  add column calendar_name text default 'Meeting' check (btrim(calendar_name) <> '' and length(calendar_name) <= 60),
  add check ((rhythm is null) = (rhythm_since is null));

-- Some sit there who never sign in: a partner's officer, a councillor of another committee.
alter table kept.body_member
  alter column person_id drop not null,
  add column seat_name text check (btrim(seat_name) <> '' and length(seat_name) <= 120),
  add column party text check (btrim(party) <> '' and length(party) <= 60),
  add column organisation text check (btrim(organisation) <> '' and length(organisation) <= 80),
  add check (num_nonnulls(person_id, seat_name) = 1),
  add check (ends_on is null or ends_on >= starts_on),
  add unique (authority_id, id, body_id),
  drop constraint body_member_part_check,
  add constraint body_member_part_check check (part in ('chair', 'vice chair', 'member', 'partner', 'young people', 'officer', 'clerk'));

-- What a body is there for, as agreed: an earlier version stays readable.
create table kept.terms_of_reference (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  number int not null check (number > 0),
  words text not null check (btrim(words) <> '' and length(words) <= 20000),
  agreed_on date not null,
  agreed_by text not null check (btrim(agreed_by) <> '' and length(agreed_by) <= 120),
  review_on date check (review_on > agreed_on),
  added_by uuid not null default kept.me(),
  added_on date not null default kept.today(),
  primary key (authority_id, id),
  unique (authority_id, body_id, number),
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, added_by) references kept.person
);

-- Who is no member and is to come so often.
create table kept.guest_rule (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  who text not null check (btrim(who) <> '' and length(who) <= 80),
  at_least int not null default 1 check (at_least between 1 and 24),
  within_months int not null default 12 check (within_months between 1 and 36),
  ended_on date,
  primary key (authority_id, id),
  unique (authority_id, id, body_id),
  foreign key (authority_id, body_id) references kept.body
);

-- One line for each seat or guest invited to a meeting. Lines are the clerk's; everybody else has counts.
create table kept.attendance (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  body_id uuid not null,
  seat_id uuid,
  guest_rule_id uuid,
  guest text check (btrim(guest) <> '' and length(guest) <= 120),
  answer text not null check (answer in ('invited', 'came', 'sent apologies', 'sent somebody')),
  primary key (authority_id, id),
  unique (authority_id, meeting_id, seat_id),
  unique (authority_id, meeting_id, guest_rule_id),
  unique (authority_id, meeting_id, guest),
  foreign key (authority_id, meeting_id, body_id) references kept.meeting (authority_id, id, body_id),
  foreign key (authority_id, seat_id, body_id) references kept.body_member (authority_id, id, body_id),
  foreign key (authority_id, guest_rule_id, body_id) references kept.guest_rule (authority_id, id, body_id),
  check (num_nonnulls(seat_id, guest_rule_id, guest) = 1)
);

-- What comes to a body by the calendar, who writes it, and how many days before the meeting.
create table kept.expected_report (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  title text not null check (btrim(title) <> '' and length(title) <= 160),
  -- As src/domain/governance/report-calendar.ts reads it.
  turn jsonb not null,
  written_by_person uuid,
  written_by text not null check (btrim(written_by) <> '' and length(written_by) <= 120),
  days_before int not null default 14 check (days_before between 0 and 120),
  ended_on date,
  primary key (authority_id, id),
  unique (authority_id, id, body_id),
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, written_by_person) references kept.person
);
create index on kept.expected_report (authority_id, written_by_person);
alter table kept.paper
  add column expected_report_id uuid,
  add foreign key (authority_id, expected_report_id, body_id) references kept.expected_report (authority_id, id, body_id);

-- When the council's schools are open, in halves of terms.
create table kept.half_term (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  taken_out_on date,
  primary key (authority_id, id)
);
create unique index on kept.half_term (authority_id, starts_on) where taken_out_on is null;

-- A secret address of somebody's meetings. Only its hash is kept; withdrawn, it is nothing.
create table kept.calendar_feed (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null default kept.me(),
  body_id uuid,                              -- null: every body the person sits on
  secret_hash bytea not null unique,
  made_on date not null default kept.today(),
  withdrawn_on date,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person,
  foreign key (authority_id, body_id) references kept.body
);

do $$
declare t text;
begin
  foreach t in array array['terms_of_reference', 'guest_rule', 'attendance', 'expected_report', 'half_term', 'calendar_feed'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['guest_rule', 'attendance', 'expected_report', 'half_term', 'calendar_feed'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
  -- Read by everybody who reads meetings, kept by the clerk.
  foreach t in array array['terms_of_reference', 'guest_rule', 'expected_report', 'half_term'] loop
    execute format('create policy app_read on kept.%I for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may(''meetings'', ''read'')))', t);
    execute format('create policy app_add on kept.%I for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may(''meetings'', ''write'')))', t);
  end loop;
  foreach t in array array['guest_rule', 'expected_report', 'half_term'] loop
    execute format('create policy app_change on kept.%I for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may(''meetings'', ''write'')))', t);
  end loop;
end $$;

-- A body is under no body that is under it.
create function kept.refuse_circle_of_bodies() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin
  if exists (with recursive above as (
      select b.id, b.parent_id from body b where b.authority_id = new.authority_id and b.id = new.parent_id
      union select b.id, b.parent_id from body b join above a on b.authority_id = new.authority_id and b.id = a.parent_id)
    select from above where id = new.id)
    then raise exception 'a body cannot be under itself' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger no_circle before insert or update of parent_id on kept.body for each row when (new.parent_id is not null)
  execute function kept.refuse_circle_of_bodies();
revoke execute on function kept.refuse_circle_of_bodies() from public;

-- Rule 35 for what a body is called, is there for and meets about: what finds a name is made with the minutes.
create function kept.refuse_names_of_bodies() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare new_row jsonb := to_jsonb(new); words text;
begin
  words := concat_ws(E'\n', new_row ->> 'name', new_row ->> 'what_it_does', new_row ->> 'themes', new_row ->> 'seat_name', new_row ->> 'words', new_row ->> 'title',
    new_row ->> 'who', new_row ->> 'guest', new_row ->> 'theme', new_row ->> 'place', new_row ->> 'agreed_by', new_row ->> 'written_by');
  if btrim(words) <> '' and exists (select from find_names(new.authority_id, words) f where f.is_whole)
    then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
  return new;
end $$;
alter function kept.refuse_names_of_bodies() owner to kept_guard;
revoke execute on function kept.refuse_names_of_bodies() from public;
create trigger names_of_bodies before insert or update of name, what_it_does, themes on kept.body for each row execute function kept.refuse_names_of_bodies();
create trigger names_of_bodies before insert on kept.body_member for each row when (new.seat_name is not null) execute function kept.refuse_names_of_bodies();
create trigger names_of_bodies before insert or update of theme, place on kept.meeting for each row execute function kept.refuse_names_of_bodies();
create trigger names_of_bodies before insert on kept.terms_of_reference for each row execute function kept.refuse_names_of_bodies();
create trigger names_of_bodies before insert on kept.expected_report for each row execute function kept.refuse_names_of_bodies();
create trigger names_of_bodies before insert on kept.guest_rule for each row execute function kept.refuse_names_of_bodies();
create trigger names_of_bodies before insert on kept.attendance for each row when (new.guest is not null) execute function kept.refuse_names_of_bodies();

create policy app_change on kept.body for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')))
  with check (authority_id = (select kept.authority()));
grant insert (kind, parent_id), update (name, what_it_does, kind, parent_id, rhythm, rhythm_since, themes, calendar_name) on kept.body to kept_app;
grant insert (seat_name, party, organisation, ends_on), update (part, party, organisation) on kept.body_member to kept_app;
grant insert (expected_report_id) on kept.paper to kept_app;

grant select, insert (authority_id, body_id, number, words, agreed_on, agreed_by, review_on) on kept.terms_of_reference to kept_app;
grant select, insert (authority_id, body_id, who, at_least, within_months), update (ended_on) on kept.guest_rule to kept_app;
grant select, insert (authority_id, body_id, title, turn, written_by_person, written_by, days_before), update (ended_on) on kept.expected_report to kept_app;
grant select, insert (authority_id, starts_on, ends_on), update (taken_out_on) on kept.half_term to kept_app;

create policy app_read on kept.attendance for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_add on kept.attendance for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
create policy app_change on kept.attendance for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('meetings', 'write')));
grant select, insert (authority_id, meeting_id, body_id, seat_id, guest_rule_id, guest, answer), update (answer) on kept.attendance to kept_app;

-- A calendar is its maker's alone. It opens nothing that its maker may not read on the day it is read.
create policy app_read on kept.calendar_feed for select to kept_app using (authority_id = (select kept.authority()) and person_id = (select kept.me()));
create policy app_add on kept.calendar_feed for insert to kept_app with check (authority_id = (select kept.authority())
  and person_id = (select kept.me()) and (select kept.may('meetings', 'read')) and withdrawn_on is null);
create policy app_withdraw on kept.calendar_feed for update to kept_app
  using (authority_id = (select kept.authority()) and person_id = (select kept.me()) and withdrawn_on is null)
  with check (authority_id = (select kept.authority()) and withdrawn_on is not null);
grant select, insert (authority_id, body_id, secret_hash), update (withdrawn_on) on kept.calendar_feed to kept_app;

-- Names and titles for whoever reads meetings, as before, except that a young representative is named to themselves and
-- to whoever makes the meetings alone (rule 35): who speaks for children in care was or is one of them.
create or replace function kept.meeting_people() returns table (person_id uuid, name text, title text, may_be_asked boolean)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.id, case when bool_or(h.role = 'young_representative') and not (select kept.may('meetings', 'write')) and p.id is distinct from (select kept.me())
      then coalesce(p.title, 'Young representative') else concat_ws(' ', p.given_name, p.family_name) end,
    p.title, bool_or(h.role in ('director', 'service_manager')) from person p
    join role_held h on h.authority_id = p.authority_id and h.person_id = p.id
      and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))
    where p.authority_id = (select kept.authority()) and p.kind = 'staff' and (select kept.may('meetings', 'read'))
      and (h.role in ('director', 'service_manager')
        or p.id in (select m.person_id from body_member m where m.authority_id = (select kept.authority()))
        or p.id in (select c.to_person from challenge c where c.authority_id = (select kept.authority())))
    group by p.id, p.given_name, p.family_name, p.title $$;

-- Who came, as counts: by meeting and by the organisation that was invited. Nobody by name.
create function kept.attendance_counts() returns table (body_id uuid, meeting_id uuid, held_on date, organisation text, invited int, came int, apologies int, sent_somebody int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select m.body_id, m.id, m.held_on, s.organisation, count(*)::int, count(*) filter (where a.answer = 'came')::int,
    count(*) filter (where a.answer = 'sent apologies')::int, count(*) filter (where a.answer = 'sent somebody')::int
  from attendance a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
    join lateral (select coalesce(x.organisation, case x.part when 'young people' then 'Young people' when 'officer' then 'Council officers' else 'Councillors' end) as organisation
      from body_member x where x.authority_id = a.authority_id and x.id = a.seat_id and x.part <> 'clerk') s on true
  where a.authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')) and m.status = 'held'
  group by m.body_id, m.id, m.held_on, s.organisation $$;
-- On which days the guests of a rule came.
create function kept.guest_days() returns table (guest_rule_id uuid, held_on date)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select a.guest_rule_id, m.held_on from attendance a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
    where a.authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')) and a.guest_rule_id is not null
      and a.answer = 'came' and m.status = 'held' $$;
-- Which reports are in, in words, and for which meeting: so that whoever writes one is no longer reminded of it.
create function kept.reports_in() returns table (meeting_id uuid, report_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.meeting_id, p.expected_report_id from paper p where p.authority_id = (select kept.authority())
    and (select kept.may('meetings', 'read')) and p.expected_report_id is not null and btrim(p.full_text) <> '' $$;
-- Before anybody is anybody: whose calendar a secret opens, and of which body.
create function kept.calendar_at_door(of_hash bytea) returns table (authority_id int, person_id uuid, body_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select f.authority_id, f.person_id, f.body_id from calendar_feed f where f.secret_hash = of_hash and f.withdrawn_on is null $$;

do $$
declare f text;
begin
  foreach f in array array['attendance_counts()', 'guest_days()', 'reports_in()', 'calendar_at_door(bytea)'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
  grant execute on function kept.attendance_counts(), kept.guest_days(), kept.reports_in() to kept_app;
  grant execute on function kept.calendar_at_door(bytea) to kept_door;
end $$;
