-- The safe door: what a child sends when they are not safe, who opens it, who is rung when nobody does, and what a council must
-- have filled in before its door may open (rules 7 to 10). Numbers, answers and readers are rows; the words of a child are in
-- no history, no audit and no notice.

-- What the council fills in.
create table kept.safe_door (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  night_number text check (length(btrim(night_number)) between 3 and 40),
  safeguarding_lead_id uuid,
  allegations_lead_id uuid,
  dpia_reference text check (length(btrim(dpia_reference)) between 3 and 200),
  primary key (authority_id),
  foreign key (authority_id, safeguarding_lead_id) references kept.person (authority_id, id),
  foreign key (authority_id, allegations_lead_id) references kept.person (authority_id, id)
);
-- Who is rung, one after the other, while a message waits. Two chains: one is for what is about an adult, and passes that adult by.
create table kept.phone_chain (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  chain text not null check (chain in ('duty', 'allegations')),
  position int not null check (position between 1 and 9),
  name text not null check (length(btrim(name)) between 1 and 80),
  number text not null check (length(btrim(number)) between 3 and 40),
  minutes int not null check (minutes between 1 and 120),   -- how long this one has before the next is rung
  person_id uuid,                                           -- where it is one colleague, not a desk
  ended_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person (authority_id, id)
);
create unique index on kept.phone_chain (authority_id, chain, position) where ended_at is null;

-- What was sent. Never changed; what is done about it stands in its steps.
create table kept.not_safe_message (
  authority_id int not null references kept.authority,
  id uuid not null,
  sent_at timestamptz not null default clock_timestamp(),
  child_id uuid,                        -- who was signed in; null: somebody who was not
  said_name text,
  words text,                           -- null: they pressed the button and wrote nothing
  how_to_reach text,
  about_adult boolean not null default false,
  adult_id uuid,                        -- chosen from the child's own people
  adult_words text,
  word_hash bytea not null,             -- of the word with which the sender asks whether it was opened
  is_one_of_many boolean not null default false,  -- more came from one address than one child sends
  is_test boolean not null default false,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person (authority_id, id),
  foreign key (authority_id, adult_id) references kept.person (authority_id, id),
  check (about_adult or (adult_id is null and adult_words is null))
);
create index on kept.not_safe_message (authority_id, sent_at);
create index on kept.not_safe_message (authority_id, word_hash);
create table kept.not_safe_step (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  message_id uuid not null,
  kind text not null check (kind in ('opened', 'called', 'done')),
  words text check (kind = 'opened' or length(btrim(words)) >= 3),
  by_person uuid not null default kept.me(),
  at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, message_id) references kept.not_safe_message,
  foreign key (authority_id, by_person) references kept.person (authority_id, id)
);
create index on kept.not_safe_step (authority_id, message_id, at);
-- What went out to the chain: a name, a number, a time, and never a word of the message.
create table kept.duty_notice (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  message_id uuid not null,
  round int not null,
  position int not null,
  name text not null,
  number text not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, message_id, round, position),
  foreign key (authority_id, message_id) references kept.not_safe_message
);

do $$
declare t text;
begin
  foreach t in array array['safe_door', 'phone_chain', 'not_safe_message', 'not_safe_step', 'duty_notice'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true) with check (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;
grant insert on kept.not_safe_message, kept.duty_notice to kept_guard;
create trigger history before update or delete on kept.safe_door for each row execute function kept.keep_history();
create trigger history before update or delete on kept.phone_chain for each row execute function kept.keep_history();

-- Adults I answer for, and myself: what is about them passes me by (rule 9).
create function kept.my_line() returns table (person_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with recursive managed as (
    select m.team_id from team_member m where m.authority_id = (select kept.authority()) and m.person_id = (select kept.me()) and m.manages
      and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today()))
    union select t.id from team t join managed on t.parent_id = managed.team_id where t.authority_id = (select kept.authority())
  )
  select (select kept.me()) where (select kept.me()) is not null
  union select m.person_id from team_member m join managed using (team_id) where m.authority_id = (select kept.authority())
      and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today())) $$;

-- Rule 12: who of those I answer for has hard news that is written and not told. A name and a number: never whose news or what,
-- and nothing of what is about an adult.
create function kept.late_tellings(written_until date) returns table (person_id uuid, name text, tellings int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.id, concat_ws(' ', p.given_name, p.family_name), count(*)::int from view_answer a
    join view v on v.authority_id = a.authority_id and v.id = a.view_id and v.withdrawn_on is null and v.about_adult is null
    join person p on p.authority_id = a.authority_id and p.id = a.answered_by
    where a.authority_id = (select kept.authority()) and a.is_hard and a.told_on is null and a.answered_on <= written_until
      and p.id <> (select kept.me()) and p.id in (select l.person_id from kept.my_line() l)
    group by p.authority_id, p.id $$;

-- The messages I may read. Duty: what is about no adult, of children I am not barred from. About an adult: the allegations
-- lead, the safeguarding lead, and the colleagues of the allegations chain, but never that adult or their line.
create function kept.not_safe_readable() returns table (message_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with mine as (
    select h.role from role_held h where h.authority_id = (select kept.authority()) and h.person_id = (select kept.me())
      and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))
  ), leads as (
    select exists (select from mine where role in ('allegations_lead', 'safeguarding_lead'))
      or (exists (select from mine) and exists (select from phone_chain c where c.authority_id = (select kept.authority())
        and c.chain = 'allegations' and c.ended_at is null and c.person_id = (select kept.me()))) as me
  )
  select m.id from not_safe_message m where m.authority_id = (select kept.authority())
    and (m.child_id is null or m.child_id not in (select r.child_id from relationship r where r.authority_id = (select kept.authority())
      and r.person_id = (select kept.me()) and r.role = 'barred' and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))))
    and case when m.about_adult then (select me from leads) and (m.adult_id is null or m.adult_id not in (select l.person_id from kept.my_line() l))
      else (select kept.may('duty', 'read')) end $$;

create function kept.holds_role(of_authority int, of_person uuid, of_role text) returns boolean
  language sql stable security definer set search_path = kept, pg_temp as $$
  select exists (select from role_held h where h.authority_id = of_authority and h.person_id = of_person and h.role = of_role
    and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today())) $$;
-- Rule 7: whom a child can choose, with a role and a child today, and nobody who reads for them.
create function kept.lacking_cover(of_authority int) returns table (person_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select distinct r.person_id from relationship r join person p on p.authority_id = r.authority_id and p.id = r.person_id and p.kind = 'staff'
    where r.authority_id = of_authority and r.role in ('social_worker', 'personal_adviser', 'iro')
      and r.starts_on <= kept.today() and (r.ends_on is null or r.ends_on >= kept.today())
      and exists (select from role_held h where h.authority_id = r.authority_id and h.person_id = r.person_id
        and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today()))
      and not exists (select from cover c join role_held h on h.authority_id = c.authority_id and h.person_id = c.covered_by
          and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today())
        where c.authority_id = r.authority_id and c.for_person = r.person_id
          and c.starts_on <= kept.today() and (c.ends_on is null or c.ends_on >= kept.today())) $$;
create function kept.without_cover() returns table (person_id uuid, name text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.id, concat_ws(' ', p.given_name, p.family_name) from kept.lacking_cover((select kept.authority())) l
    join person p on p.authority_id = (select kept.authority()) and p.id = l.person_id where (select kept.may('door', 'write')) $$;
-- What a council still has to fill in before its door may open (rule 10), as words that the page turns into sentences.
create function kept.door_missing(of_authority int) returns text[]
  language sql stable security definer set search_path = kept, pg_temp as $$
  select array_remove(array[
    case when s.night_number is null then 'night number' end,
    case when not kept.holds_role(of_authority, s.safeguarding_lead_id, 'safeguarding_lead') then 'safeguarding lead' end,
    case when not kept.holds_role(of_authority, s.allegations_lead_id, 'allegations_lead') then 'allegations lead' end,
    case when not exists (select from phone_chain c where c.authority_id = of_authority and c.chain = 'duty' and c.ended_at is null) then 'duty chain' end,
    case when not exists (select from phone_chain c where c.authority_id = of_authority and c.chain = 'allegations' and c.ended_at is null) then 'allegations chain' end,
    case when exists (select from kept.lacking_cover(of_authority) l) then 'cover' end,
    case when s.dpia_reference is null then 'dpia' end,
    case when not exists (select from not_safe_message m join not_safe_step d using (authority_id)
      where m.authority_id = of_authority and m.is_test and d.message_id = m.id and d.kind = 'done') then 'test message' end
  ], null) from (select 1) one left join safe_door s on s.authority_id = of_authority $$;

-- Whom the safeguarding lead may choose from. Roles themselves are not theirs to read.
create function kept.role_holders(of_role text) returns table (person_id uuid, name text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.id, concat_ws(' ', p.given_name, p.family_name) from person p where p.authority_id = (select kept.authority()) and p.kind = 'staff'
    and (select kept.may('door', 'write')) and of_role in ('safeguarding_lead', 'allegations_lead') and kept.holds_role(p.authority_id, p.id, of_role) $$;

-- Open in a made-up council; on real data only when nothing is missing any more.
create or replace function kept.is_door_open() returns boolean language sql stable security definer set search_path = kept, pg_temp as $$
  select exists (select from installation where nature = 'made-up')
    or cardinality(kept.door_missing(coalesce(kept.authority(), (select min(a.authority_id) from authority a)))) = 0 $$;

-- For the door, where nobody is anybody: the number, sending, asking whether it was opened, and the chain.
create function kept.night_number(of_authority int) returns text
  language sql stable security definer set search_path = kept, pg_temp as $$
  select s.night_number from safe_door s where s.authority_id = of_authority $$;
-- The same message once, however often its button is pressed. False where it was there already.
create function kept.send_not_safe(of_authority int, of_id uuid, m jsonb) returns boolean
  language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  insert into not_safe_message (authority_id, id, child_id, said_name, words, how_to_reach, about_adult, adult_id, adult_words, word_hash, is_one_of_many, is_test)
    values (of_authority, of_id, (m->>'child')::uuid, m->>'name', m->>'words', m->>'reach', (m->>'aboutAdult')::boolean, (m->>'adult')::uuid, m->>'adultWords',
      decode(m->>'wordHash', 'hex'), (m->>'many')::boolean, (m->>'test')::boolean)
    on conflict do nothing;
  return found;
end $$;
create function kept.not_safe_seen(of_authority int, of_word bytea, of_child uuid) returns table (sent_at timestamptz, opened_at timestamptz, called_at timestamptz)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select m.sent_at, min(s.at) filter (where s.kind = 'opened'), min(s.at) filter (where s.kind = 'called') from not_safe_message m
    left join not_safe_step s on s.authority_id = m.authority_id and s.message_id = m.id
    where m.authority_id = of_authority and not m.is_test
      and (m.word_hash = of_word or m.child_id = of_child)
    group by m.id, m.sent_at order by m.sent_at desc limit 5 $$;
-- An adult and everybody who answers for them.
create function kept.line_above(of_authority int, of_adult uuid) returns table (person_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with recursive teams as (
    select m.team_id from team_member m where m.authority_id = of_authority and m.person_id = of_adult
      and m.starts_on <= kept.today() and (m.ends_on is null or m.ends_on >= kept.today())
    union select t.parent_id from team t join teams on t.id = teams.team_id where t.authority_id = of_authority and t.parent_id is not null
  )
  select of_adult union select m.person_id from team_member m join teams using (team_id) where m.authority_id = of_authority and m.manages
    and m.starts_on <= kept.today() and (m.ends_on is null or m.ends_on >= kept.today()) $$;
-- Unopened, with the people of its chain who may be rung for it. One of many rings nobody while another waits already.
create function kept.not_safe_waiting(of_authority int) returns table (id uuid, sent_at timestamptz, chain jsonb)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with waiting as (
    select m.* from not_safe_message m where m.authority_id = of_authority
      and not exists (select from not_safe_step s where s.authority_id = m.authority_id and s.message_id = m.id and s.kind = 'opened')
  )
  select w.id, w.sent_at, (select coalesce(jsonb_agg(jsonb_build_object('position', c.position, 'name', c.name, 'number', c.number, 'minutes', c.minutes) order by c.position), '[]')
    from phone_chain c where c.authority_id = of_authority and c.ended_at is null
      and c.chain = case when w.about_adult then 'allegations' else 'duty' end
      and (w.adult_id is null or c.person_id is null or c.person_id not in (select l.person_id from kept.line_above(of_authority, w.adult_id) l)))
  from waiting w where not w.is_one_of_many
    or not exists (select from waiting o where o.id <> w.id and o.about_adult = w.about_adult and (o.sent_at, o.id) < (w.sent_at, w.id)) $$;
create function kept.write_duty_notice(of_authority int, of_message uuid, of_round int, of_position int, of_name text, of_number text) returns boolean
  language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  insert into duty_notice (authority_id, message_id, round, position, name, number)
    values (of_authority, of_message, of_round, of_position, of_name, of_number) on conflict do nothing;
  return found;
end $$;

do $$
declare f text;
begin
  foreach f in array array['late_tellings(date)', 'lacking_cover(int)', 'without_cover()', 'my_line()', 'not_safe_readable()', 'door_missing(int)', 'holds_role(int, uuid, text)', 'role_holders(text)', 'is_door_open()', 'night_number(int)',
    'send_not_safe(int, uuid, jsonb)', 'not_safe_seen(int, bytea, uuid)', 'not_safe_waiting(int)', 'line_above(int, uuid)', 'write_duty_notice(int, uuid, int, int, text, text)'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
end $$;
grant execute on function kept.without_cover(), kept.late_tellings(date), kept.not_safe_readable(), kept.door_missing(int), kept.role_holders(text), kept.is_door_open() to kept_app;
grant execute on function kept.is_door_open(), kept.night_number(int), kept.send_not_safe(int, uuid, jsonb), kept.not_safe_seen(int, bytea, uuid),
  kept.not_safe_waiting(int), kept.write_duty_notice(int, uuid, int, int, text, text) to kept_door;

create policy app_read on kept.safe_door for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('duty', 'read')) or (select kept.may('door', 'write'))));
create policy app_add on kept.safe_door for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('door', 'write')));
create policy app_change on kept.safe_door for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('door', 'write')));
grant select, insert (authority_id, night_number, safeguarding_lead_id, allegations_lead_id, dpia_reference),
  update (night_number, safeguarding_lead_id, allegations_lead_id, dpia_reference) on kept.safe_door to kept_app;
create policy app_read on kept.phone_chain for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('duty', 'read')) or (select kept.may('door', 'write'))));
create policy app_add on kept.phone_chain for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('door', 'write')));
create policy app_end on kept.phone_chain for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('door', 'write')));
grant select, insert (authority_id, chain, position, name, number, minutes, person_id), update (ended_at) on kept.phone_chain to kept_app;

create policy app_read on kept.not_safe_message for select to kept_app using (authority_id = (select kept.authority())
  and id in (select r.message_id from kept.not_safe_readable() r));
grant select (authority_id, id, sent_at, child_id, said_name, words, how_to_reach, about_adult, adult_id, adult_words, is_one_of_many, is_test) on kept.not_safe_message to kept_app;
create policy app_read on kept.not_safe_step for select to kept_app using (authority_id = (select kept.authority())
  and message_id in (select r.message_id from kept.not_safe_readable() r));
create policy app_add on kept.not_safe_step for insert to kept_app with check (authority_id = (select kept.authority()) and by_person = (select kept.me())
  and message_id in (select r.message_id from kept.not_safe_readable() r));
grant select, insert (authority_id, message_id, kind, words) on kept.not_safe_step to kept_app;
create policy app_read on kept.duty_notice for select to kept_app using (authority_id = (select kept.authority())
  and message_id in (select r.message_id from kept.not_safe_readable() r));
grant select on kept.duty_notice to kept_app;

-- Pictures sent with it. Only Kept itself adds them: a sender may be nobody. Adding opens nothing: Kept reads no message.
create policy app_not_safe on kept.stored_file for select to kept_app using (authority_id = (select kept.authority()) and owner_kind = 'not safe'
  and owner_ref in (select r.message_id from kept.not_safe_readable() r));
create policy app_add_not_safe on kept.stored_file for insert to kept_app with check (authority_id = (select kept.authority()) and owner_kind = 'not safe'
  and added_by = (select kept.me()) and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me()) and p.kind = 'system'));
-- What is about an adult is not shown by having been added by Kept.
create policy not_about_me on kept.stored_file as restrictive for select to kept_app using (owner_kind <> 'not safe'
  or owner_ref in (select r.message_id from kept.not_safe_readable() r));
