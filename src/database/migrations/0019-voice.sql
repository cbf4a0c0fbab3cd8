-- Long because who hears a child is one rule, seen best in one place.
-- What a child says, to whom, and what is answered. Readers are named for each view (audience as rows); no role reads it.
-- `heard` is the one place that says who may: a restrictive policy on every table here, so nothing added later widens it.

-- Who reads for somebody who is away or does not open in time. Nobody without one can be chosen (rule 7).
create table kept.cover (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  for_person uuid not null,
  covered_by uuid not null,
  starts_on date not null default kept.today(),
  ends_on date,
  primary key (authority_id, id),
  foreign key (authority_id, for_person) references kept.person,
  foreign key (authority_id, covered_by) references kept.person,
  check (for_person <> covered_by)
);
create index on kept.cover (authority_id, for_person);

create table kept.view (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null default kept.me(),
  words text not null default '' check (length(words) <= 4000),
  feeling text check (feeling in ('happy', 'ok', 'sad', 'worried', 'angry')),
  pictures text[] not null default '{}',
  beside text not null default 'nobody' check (beside in ('nobody', 'a friend', 'someone at home', 'my worker', 'another adult')),
  about_adult uuid,
  may_be_counted boolean not null default false,
  has_file boolean not null default false,    -- a drawing, a sound or a signed video is a whole way to speak (rule 28)
  said_at timestamptz not null default clock_timestamp(),
  said_on date not null default kept.today(),
  withdrawn_on date,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, about_adult) references kept.person (authority_id, id),
  check (btrim(words) <> '' or feeling is not null or cardinality(pictures) > 0 or has_file)
);
create index on kept.view (authority_id, child_id);

create table kept.view_reader (
  authority_id int not null,
  view_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('chosen', 'cover', 'allegations')),
  from_at timestamptz not null,              -- a cover: one working day after it was said
  primary key (authority_id, view_id, person_id),
  foreign key (authority_id, view_id) references kept.view,
  foreign key (authority_id, person_id) references kept.person
);
create index on kept.view_reader (authority_id, person_id);

-- "Read" means that a person opened it (rule 8).
create table kept.view_opened (
  authority_id int not null,
  view_id uuid not null,
  person_id uuid not null default kept.me(),
  opened_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, view_id, person_id),
  foreign key (authority_id, view_id) references kept.view,
  foreign key (authority_id, person_id) references kept.person
);

-- An answer for the child. Hard news is not on their page until a named person has told them (rule 12).
create table kept.view_answer (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  view_id uuid not null,
  words text not null check (length(btrim(words)) between 2 and 4000),
  what_changes text not null default '' check (length(what_changes) <= 1000),
  by_on date,
  is_hard boolean not null default false,
  answered_by uuid not null default kept.me(),
  answered_on date not null default kept.today(),
  answered_at timestamptz not null default clock_timestamp(),
  told_on date,
  told_by uuid,
  primary key (authority_id, id),
  foreign key (authority_id, view_id) references kept.view,
  foreign key (authority_id, answered_by) references kept.person (authority_id, id),
  foreign key (authority_id, told_by) references kept.person (authority_id, id),
  -- Told on Friday and written down on Monday is told on Friday; never on a day to come.
  check ((told_on is null) = (told_by is null))
);
create index on kept.view_answer (authority_id, view_id);

-- Whether it is answered is the child's to say (rule 14).
create table kept.view_reply (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  answer_id uuid not null,
  child_id uuid not null default kept.me(),
  said text not null check (said in ('yes', 'a bit', 'no')),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, answer_id) references kept.view_answer,
  foreign key (authority_id, child_id) references kept.person
);
create index on kept.view_reply (authority_id, answer_id);

-- What was begun and not sent: the child's alone, and nobody scans it (rule 6).
create table kept.view_draft (
  authority_id int not null,
  child_id uuid not null default kept.me(),
  draft jsonb not null,
  view_id uuid not null default gen_random_uuid(), -- what it will be once it is sent, and what its files belong to; never chosen by anybody
  saved_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, child_id),
  foreign key (authority_id, child_id) references kept.person
);

-- Which views I may open: my own; one I was chosen for; as cover once it was not opened in time; as allegations lead.
-- Never after a role has ended, nor from a child I am barred from; about an adult, only while I lead on allegations and am not above them. One taken back stays only with who had opened it.
create function kept.heard() returns table (view_id uuid, is_mine boolean)
  language plpgsql stable security definer set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan rows 20 as $$
declare
  council constant int := kept.authority();
  self constant uuid := kept.me();
  day constant date := kept.today();
begin
  return query select v.id, true from view v where v.authority_id = council and v.child_id = self;
  if not exists (select from role_held h where h.authority_id = council and h.person_id = self
    and h.starts_on <= day and (h.ends_on is null or h.ends_on >= day)) then return; end if;
  return query select r.view_id, false from view_reader r join view v on v.authority_id = r.authority_id and v.id = r.view_id
    where r.authority_id = council and r.person_id = self and r.from_at <= clock_timestamp()
      and v.about_adult is distinct from self
      and v.child_id not in (select w.child_id from kept.withheld() w)
      and (r.part <> 'cover' or not exists (select from view_opened o join view_reader c
          on c.authority_id = o.authority_id and c.view_id = o.view_id and c.person_id = o.person_id and c.part = 'chosen'
          where o.authority_id = council and o.view_id = r.view_id and o.opened_at < r.from_at))
      and (r.part <> 'allegations' or r.person_id in (select a.person_id from kept.allegation_readers(v.about_adult, v.child_id) a))
      and (v.withdrawn_on is null or exists (select from view_opened o where o.authority_id = council and o.view_id = v.id and o.person_id = self));
end $$;

-- The first names of the children whose views I may open. The allegations lead has no other path to them.
create function kept.heard_children() returns table (view_id uuid, first_name text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select v.id, p.given_name from view v join person p on p.authority_id = v.authority_id and p.id = v.child_id
    where v.authority_id = (select kept.authority()) and v.id in (select h.view_id from kept.heard() h where not h.is_mine) $$;

-- Whom I can choose: people named for me who hold a role and have a cover today who is not barred from me.
create function kept.my_readers() returns table (person_id uuid, first_name text, part text, cover_id uuid, cover_name text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select distinct on (m.person_id) m.person_id, coalesce(s.first_name, m.name), m.part, c.covered_by, p.given_name from kept.my_people() m
    join cover c on c.authority_id = (select kept.authority()) and c.for_person = m.person_id
      and c.starts_on <= (select kept.today()) and (c.ends_on is null or c.ends_on >= (select kept.today()))
    join person p on p.authority_id = c.authority_id and p.id = c.covered_by
    left join shown_to_children s on s.authority_id = c.authority_id and s.person_id = m.person_id
    where exists (select from role_held h where h.authority_id = c.authority_id and h.person_id = c.covered_by
        and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today())))
      and not exists (select from relationship b where b.authority_id = c.authority_id and b.child_id = (select kept.me()) and b.person_id = c.covered_by
        and b.role = 'barred' and b.starts_on <= (select kept.today()) and (b.ends_on is null or b.ends_on >= (select kept.today())))
    order by m.person_id, c.starts_on desc $$;

-- Who can cover for somebody: colleagues who work with children. Never a board member: their role has no path to a child (rule 41).
create function kept.cover_choices() returns table (person_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select distinct h.person_id from role_held h where h.authority_id = (select kept.authority()) and (select kept.may('colleagues', 'read'))
    and h.role in ('social_worker', 'team_manager', 'service_manager', 'personal_adviser', 'iro', 'duty_worker', 'safeguarding_lead')
    and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today())) $$;

-- Who has what I said, and whether they opened it. Whoever hears of an adult is not named: that is between them and the child.
create function kept.my_view_readers() returns table (view_id uuid, part text, first_name text, from_at timestamptz, opened_at timestamptz)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select r.view_id, r.part, case when r.part <> 'allegations' then coalesce(s.first_name, p.given_name) end, r.from_at, o.opened_at
    from view_reader r join person p on p.authority_id = r.authority_id and p.id = r.person_id
    left join shown_to_children s on s.authority_id = r.authority_id and s.person_id = r.person_id
    left join view_opened o on o.authority_id = r.authority_id and o.view_id = r.view_id and o.person_id = r.person_id
    where r.authority_id = (select kept.authority()) and r.view_id in (select h.view_id from kept.heard() h where h.is_mine) $$;

-- Sends what the child says. Null: not sent, because the one chosen is not theirs now, or has no cover. A view about an adult goes
-- past that adult and everybody above them, to the allegations lead (rule 9). `cover_from`: when the cover may open it, never today.
create function kept.send_view(to_person uuid, said jsonb, about uuid, cover_from timestamptz) returns uuid
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare council constant int := kept.authority(); self constant uuid := kept.me(); sent uuid; cover uuid; begun uuid;
begin
  if not exists (select from role_held h where h.authority_id = council and h.person_id = self and h.role in ('child', 'young_adult')
    and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today())) then return null; end if;
  if kept.london_day(cover_from) <= kept.today() then return null; end if;
  if about is null then
    select m.cover_id into cover from kept.my_readers() m where m.person_id = to_person;
    if cover is null then return null; end if;
  elsif not exists (select from kept.my_people() m where m.person_id = about)
    or not exists (select from kept.allegation_readers(about, self) a) then return null;
  end if;
  select coalesce(max(d.view_id::text)::uuid, gen_random_uuid()) into begun from view_draft d where d.authority_id = council and d.child_id = self;
  insert into view (authority_id, id, child_id, has_file, words, feeling, pictures, beside, about_adult, may_be_counted)
    values (council, begun, self, exists (select from stored_file f where f.authority_id = council and f.owner_kind = 'view' and f.owner_ref = begun), coalesce(said->>'words', ''), nullif(said->>'feeling', ''), array(select jsonb_array_elements_text(coalesce(said->'pictures', '[]'))),
      coalesce(said->>'beside', 'nobody'), about, about is null and coalesce((said->>'mayBeCounted')::boolean, false)) returning id into sent;
  if about is null then
    insert into view_reader values (council, sent, to_person, 'chosen', clock_timestamp()), (council, sent, cover, 'cover', cover_from);
  else
    insert into view_reader select council, sent, a.person_id, 'allegations', clock_timestamp() from kept.allegation_readers(about, self) a;
  end if;
  delete from view_draft where authority_id = council and child_id = self;
  return sent;
end $$;

-- Who reads what is said about an adult: the allegations leads, without that adult, anybody who manages them, or one barred from the child.
create function kept.allegation_readers(about uuid, of_child uuid) returns table (person_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with recursive above as (
    select m.team_id from team_member m where m.authority_id = (select kept.authority()) and m.person_id = about
      and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today()))
    union select t.parent_id from team t join above on t.id = above.team_id where t.authority_id = (select kept.authority()) and t.parent_id is not null
  )
  select h.person_id from role_held h where h.authority_id = (select kept.authority()) and h.role = 'allegations_lead' and h.person_id <> about
    and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))
    and h.person_id not in (select m.person_id from team_member m join above using (team_id) where m.authority_id = (select kept.authority()) and m.manages)
    and not exists (select from relationship b where b.authority_id = h.authority_id and b.child_id = of_child and b.person_id = h.person_id and b.role = 'barred'
      and b.starts_on <= (select kept.today()) and (b.ends_on is null or b.ends_on >= (select kept.today()))) $$;

-- Before a word is written: whether there is anybody to read what would be said about one of my people.
create function kept.can_tell_about(about uuid) returns boolean
  language sql stable security definer set search_path = kept, pg_temp as $$
  select exists (select from kept.my_people() m where m.person_id = about) and exists (select from kept.allegation_readers(about, (select kept.me())) a) $$;

do $$
declare t text;
begin
  foreach t in array array['cover', 'view', 'view_reader', 'view_opened', 'view_answer', 'view_reply', 'view_draft'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true) with check (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['heard()', 'heard_children()', 'my_readers()', 'my_view_readers()', 'cover_choices()', 'can_tell_about(uuid)', 'send_view(uuid, jsonb, uuid, timestamptz)', 'allegation_readers(uuid, uuid)'] loop
    execute format('alter function kept.%s owner to kept_guard', t);
    execute format('revoke execute on function kept.%s from public', t);
  end loop;
end $$;
grant execute on function kept.heard(), kept.heard_children(), kept.my_readers(), kept.my_view_readers(), kept.cover_choices(), kept.can_tell_about(uuid), kept.send_view(uuid, jsonb, uuid, timestamptz) to kept_app;
grant insert on kept.view, kept.view_reader to kept_guard;
grant delete on kept.view_draft to kept_guard;
create trigger history before update or delete on kept.cover for each row execute function kept.keep_history();

create policy app_read on kept.cover for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('colleagues', 'read')));
create policy app_add on kept.cover for insert to kept_app with check (authority_id = (select kept.authority()) and (
  for_person = (select kept.me()) or (select kept.may('door', 'write'))) and (select kept.may('colleagues', 'read'))
  and covered_by in (select c.person_id from kept.cover_choices() c));
create policy app_end on kept.cover for update to kept_app using (authority_id = (select kept.authority()) and (
  for_person = (select kept.me()) or (select kept.may('door', 'write'))));
grant select, insert (authority_id, for_person, covered_by, starts_on, ends_on), update (ends_on) on kept.cover to kept_app;

create policy app_read on kept.view for select to kept_app using (authority_id = (select kept.authority()));
create policy named_only on kept.view as restrictive to kept_app using (id in (select h.view_id from kept.heard() h));
create policy app_withdraw on kept.view for update to kept_app using (authority_id = (select kept.authority()) and child_id = (select kept.me()));
grant select, update (withdrawn_on) on kept.view to kept_app;

create policy app_read on kept.view_reader for select to kept_app using (authority_id = (select kept.authority()));
create policy named_only on kept.view_reader as restrictive to kept_app using (view_id in (select h.view_id from kept.heard() h));
grant select on kept.view_reader to kept_app;

create policy app_read on kept.view_opened for select to kept_app using (authority_id = (select kept.authority()));
create policy app_add on kept.view_opened for insert to kept_app with check (authority_id = (select kept.authority()) and person_id = (select kept.me())
  and view_id in (select h.view_id from kept.heard() h where not h.is_mine));
create policy named_only on kept.view_opened as restrictive to kept_app using (view_id in (select h.view_id from kept.heard() h));
grant select, insert (authority_id, view_id) on kept.view_opened to kept_app;

create policy app_read on kept.view_answer for select to kept_app using (authority_id = (select kept.authority()));
create policy app_add on kept.view_answer for insert to kept_app with check (authority_id = (select kept.authority()) and answered_by = (select kept.me())
  and view_id in (select h.view_id from kept.heard() h where not h.is_mine));
create policy app_tell on kept.view_answer for update to kept_app using (authority_id = (select kept.authority())
  and view_id in (select h.view_id from kept.heard() h where not h.is_mine)) with check (told_by = (select kept.me()) and told_on <= (select kept.today()));
create policy named_only on kept.view_answer as restrictive to kept_app using (
  view_id in (select h.view_id from kept.heard() h where not h.is_mine)
  or ((not is_hard or told_on is not null) and view_id in (select h.view_id from kept.heard() h where h.is_mine)));
grant select, insert (authority_id, id, view_id, words, what_changes, by_on, is_hard), update (told_on, told_by) on kept.view_answer to kept_app;

create policy app_read on kept.view_reply for select to kept_app using (authority_id = (select kept.authority()));
create policy app_add on kept.view_reply for insert to kept_app with check (authority_id = (select kept.authority()) and child_id = (select kept.me()));
create policy named_only on kept.view_reply as restrictive to kept_app using (
  answer_id in (select a.id from kept.view_answer a where a.authority_id = (select kept.authority())));
grant select, insert (authority_id, answer_id, said) on kept.view_reply to kept_app;

create policy app_own on kept.view_draft to kept_app using (authority_id = (select kept.authority()) and child_id = (select kept.me()))
  with check (authority_id = (select kept.authority()) and child_id = (select kept.me()));
grant select, insert (authority_id, child_id, draft), update (draft, saved_at), delete on kept.view_draft to kept_app;
