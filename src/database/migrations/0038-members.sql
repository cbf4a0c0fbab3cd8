-- What people of the council and its partners do as corporate parents, and what they offer. Both are their own: they say
-- themselves whether others may read what they did. What they have read is nobody else's at all.

create table kept.member_act (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null default kept.me(),
  kind text not null check (kind in ('visit', 'award', 'young people', 'group', 'question', 'training', 'induction', 'other')),
  done_on date not null,
  words text not null check (btrim(words) <> '' and length(words) <= 600),
  -- What came of it; of the question: what was answered.
  answered text check (btrim(answered) <> '' and length(answered) <= 600),
  is_told boolean not null default false,
  recorded_by uuid not null default kept.me(),
  recorded_on date not null default kept.today(),
  withdrawn_on date,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person,
  foreign key (authority_id, recorded_by) references kept.person
);
-- A form sent twice counts once.
create unique index on kept.member_act (authority_id, person_id, kind, done_on, words) where withdrawn_on is null;

create table kept.member_offer (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null default kept.me(),
  kind text not null check (kind in ('skill', 'interest', 'place', 'network')),
  words text not null check (btrim(words) <> '' and length(words) <= 300),
  offered_on date not null default kept.today(),
  ended_on date,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references kept.person
);
create unique index on kept.member_offer (authority_id, person_id, kind, words) where ended_on is null;

create table kept.paper_read (
  authority_id int not null,
  person_id uuid not null default kept.me(),
  paper_id uuid not null,
  is_read boolean not null,
  primary key (authority_id, person_id, paper_id),
  foreign key (authority_id, person_id) references kept.person,
  foreign key (authority_id, paper_id) references kept.paper
);

-- Rule 35 for these words as well: the function of the bodies, with one field more.
create or replace function kept.refuse_names_of_bodies() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare new_row jsonb := to_jsonb(new); words text;
begin
  words := concat_ws(E'\n', new_row ->> 'name', new_row ->> 'what_it_does', new_row ->> 'themes', new_row ->> 'seat_name', new_row ->> 'words', new_row ->> 'title',
    new_row ->> 'who', new_row ->> 'guest', new_row ->> 'theme', new_row ->> 'place', new_row ->> 'agreed_by', new_row ->> 'written_by', new_row ->> 'answered');
  if btrim(words) <> '' and exists (select from find_names(new.authority_id, words) f where f.is_whole)
    then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger names_of_bodies before insert on kept.member_act for each row execute function kept.refuse_names_of_bodies();
create trigger names_of_bodies before insert on kept.member_offer for each row execute function kept.refuse_names_of_bodies();

do $$
declare t text;
begin
  foreach t in array array['member_act', 'member_offer', 'paper_read'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['member_act', 'member_offer'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- One's own; what its maker lets be told; and, for whoever keeps the meetings, who has been trained.
create policy app_read on kept.member_act for select to kept_app using (authority_id = (select kept.authority())
  and (person_id = (select kept.me())
    or (is_told and withdrawn_on is null and (select kept.may('meetings', 'read')))
    or (kind in ('training', 'induction') and (select kept.may('meetings', 'write')))));
create policy app_add on kept.member_act for insert to kept_app with check (authority_id = (select kept.authority())
  and recorded_by = (select kept.me()) and done_on <= (select kept.today()) and withdrawn_on is null
  and ((person_id = (select kept.me()) and (select kept.may('meetings', 'read')))
    or (kind in ('training', 'induction') and not is_told and (select kept.may('meetings', 'write')))));
-- Taken back by whose it is, or by whoever wrote it down.
create policy app_withdraw on kept.member_act for update to kept_app
  using (authority_id = (select kept.authority()) and withdrawn_on is null and (select kept.me()) in (person_id, recorded_by))
  with check (authority_id = (select kept.authority()) and withdrawn_on is not null);
grant select, insert (authority_id, person_id, kind, done_on, words, answered, is_told), update (withdrawn_on) on kept.member_act to kept_app;

create policy app_read on kept.member_offer for select to kept_app using (authority_id = (select kept.authority())
  and (person_id = (select kept.me()) or (ended_on is null and (select kept.may('meetings', 'read')))));
create policy app_add on kept.member_offer for insert to kept_app with check (authority_id = (select kept.authority())
  and person_id = (select kept.me()) and ended_on is null and (select kept.may('meetings', 'read')));
create policy app_end on kept.member_offer for update to kept_app
  using (authority_id = (select kept.authority()) and person_id = (select kept.me()) and ended_on is null)
  with check (authority_id = (select kept.authority()) and ended_on is not null);
grant select, insert (authority_id, kind, words), update (ended_on) on kept.member_offer to kept_app;

create policy app_own on kept.paper_read to kept_app using (authority_id = (select kept.authority()) and person_id = (select kept.me()))
  with check (authority_id = (select kept.authority()) and person_id = (select kept.me()) and paper_id in (select p.id from kept.paper p where p.authority_id = (select kept.authority())));
grant select, insert (authority_id, paper_id, is_read), update (is_read) on kept.paper_read to kept_app;

-- What was done between two days, as counts: by kind, and by how many people. Nobody by name.
create function kept.member_act_counts(from_on date, to_on date) returns table (kind text, acts int, people int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select a.kind, count(*)::int, count(distinct a.person_id)::int from member_act a
    where a.authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')) and a.withdrawn_on is null
      and a.done_on between $1 and $2 group by a.kind $$;

-- Of the members of council, boards and scrutiny who had a seat on a day: how many have had their induction, and how many
-- learned something in the twelve months before.
create function kept.member_training(on_day date) returns table (members int, inducted int, trained int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with members as (select distinct m.person_id from body_member m
      join body b on b.authority_id = m.authority_id and b.id = m.body_id and coalesce(b.kind, 'board') in ('council', 'board', 'scrutiny')
      where m.authority_id = (select kept.authority()) and (select kept.may('meetings', 'read')) and m.person_id is not null
        and m.part in ('chair', 'vice chair', 'member') and m.starts_on <= $1 and (m.ends_on is null or m.ends_on >= $1)),
    learned as (select m.person_id,
        exists (select from member_act a where a.authority_id = (select kept.authority()) and a.person_id = m.person_id and a.kind = 'induction'
          and a.withdrawn_on is null and a.done_on <= $1) as inducted,
        exists (select from member_act a where a.authority_id = (select kept.authority()) and a.person_id = m.person_id and a.kind in ('induction', 'training')
          and a.withdrawn_on is null and a.done_on <= $1 and a.done_on > $1 - interval '12 months') as trained
      from members m)
  select count(*)::int, (count(*) filter (where inducted))::int, (count(*) filter (where trained))::int from learned $$;

do $$
declare f text;
begin
  foreach f in array array['member_act_counts(date, date)', 'member_training(date)'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app', f);
  end loop;
end $$;
