-- Long because the strategy, the pledge's versions and the word that each adult gives on it are one promise, read by one rule.
-- The strategy as data: versions with all their parts, approved by a named body on a day and never changed after; what each
-- part is joined to. Versions of a pledge, with what changed and why. And "I have read this and will keep it".

create table kept.strategy_version (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  title text not null check (length(btrim(title)) between 3 and 200),
  period text not null default '' check (length(period) <= 60),
  vision text not null default '' check (length(vision) <= 4000),
  foreword text not null default '' check (length(foreword) <= 10000),
  -- As they sign it: an office, or a name and an office.
  foreword_by text not null default '' check (length(foreword_by) <= 200),
  foreword_on date,
  -- The short version, typed by a person for children to read (rule 30).
  plain_words text not null default '' check (length(plain_words) <= 4000),
  plain_words_by text not null default '' check (length(plain_words_by) <= 200),
  -- What changed since the version before, and why.
  why text not null default '' check (length(why) <= 2000),
  made_by uuid not null default kept.me(),
  made_on date not null default kept.today(),
  primary key (authority_id, id),
  unique (authority_id, number),
  foreign key (authority_id, made_by) references kept.person
);

-- Everything the strategy says, a row each. `line_id` is the same thing carried from version to version, so that two can be compared.
create table kept.strategy_part (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  version_id uuid not null,
  line_id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('contributor', 'step', 'principle', 'objective', 'benefit', 'wish', 'area', 'statement')),
  area_id uuid,
  statement_kind text check (statement_kind in ('doing well', 'done', 'opportunity', 'challenge', 'will improve', 'next')),
  position int not null check (position > 0),
  title text not null check (length(btrim(title)) between 1 and 500),
  words text not null default '' check (length(words) <= 4000),
  -- Of a contributor: whether they are children or young people.
  is_children boolean not null default false,
  -- Of a step before approval: the day it was passed.
  on_day date,
  -- Of an area: which of the seven principles in law it serves (Children and Social Work Act 2017, section 1(1)(a) to (g)).
  principles int[] not null default '{}' check (principles <@ array[1, 2, 3, 4, 5, 6, 7]),
  primary key (authority_id, id),
  unique (authority_id, version_id, id),
  unique (authority_id, version_id, line_id),
  foreign key (authority_id, version_id) references kept.strategy_version,
  foreign key (authority_id, version_id, area_id) references kept.strategy_part (authority_id, version_id, id),
  check ((kind = 'statement') = (area_id is not null) and (kind = 'statement') = (statement_kind is not null)),
  check (kind = 'area' or principles = '{}'),
  check (kind = 'contributor' or not is_children)
);

create table kept.strategy_approval (
  authority_id int not null,
  version_id uuid not null,
  body_id uuid not null,
  -- As it was called that day.
  body_name text not null check (btrim(body_name) <> ''),
  approved_on date not null,
  in_force_from date not null,
  -- Where it is minuted.
  note text not null default '' check (length(note) <= 500),
  recorded_by uuid not null default kept.me(),
  recorded_on date not null default kept.today(),
  primary key (authority_id, version_id),
  unique (authority_id, in_force_from),
  foreign key (authority_id, version_id) references kept.strategy_version,
  foreign key (authority_id, body_id) references kept.body,
  foreign key (authority_id, recorded_by) references kept.person,
  check (approved_on <= recorded_on and in_force_from >= approved_on)
);

-- What a part is joined to. Not part of its words: joins are made and ended while a version is in force, each with its day.
create table kept.strategy_join (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  part_id uuid not null,
  to_kind text not null check (to_kind in ('promise', 'action', 'measure')),
  to_ref text not null check (btrim(to_ref) <> ''),
  joined_by uuid not null default kept.me(),
  joined_on date not null default kept.today(),
  ended_on date,
  primary key (authority_id, id),
  foreign key (authority_id, part_id) references kept.strategy_part on delete cascade,
  foreign key (authority_id, joined_by) references kept.person
);
create unique index on kept.strategy_join (authority_id, part_id, to_kind, to_ref) where ended_on is null;

-- "I have read this and will keep it": one's own act, for one version of the pledge.
create table kept.pledge_read (
  authority_id int not null,
  plan_id uuid not null,
  person_id uuid not null default kept.me(),
  said_on date not null default kept.today(),
  primary key (authority_id, plan_id, person_id),
  foreign key (authority_id, plan_id) references kept.plan,
  foreign key (authority_id, person_id) references kept.person
);

do $$
declare t text;
begin
  foreach t in array array['strategy_version', 'strategy_part', 'strategy_approval', 'strategy_join', 'pledge_read'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['strategy_version', 'strategy_part', 'strategy_approval', 'strategy_join'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- Which versions were approved, whoever asks: only that, so that nothing of them can change.
create function kept.strategies_approved() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select version_id from strategy_approval where authority_id = (select authority())
$$;
alter function kept.strategies_approved() owner to kept_guard;
revoke execute on function kept.strategies_approved() from public;
grant execute on function kept.strategies_approved() to kept_app;

-- A draft is for those with the plan; what was approved for everybody the council knows.
create policy app_read on kept.strategy_version for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('plan', 'read')) or (id in (select kept.strategies_approved())
    and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())))));
create policy app_add on kept.strategy_version for insert to kept_app with check (authority_id = (select kept.authority())
  and made_by = (select kept.me()) and made_on = (select kept.today()) and (select kept.may('plan', 'write')));
create policy app_change on kept.strategy_version for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')) and id not in (select kept.strategies_approved()))
  with check (authority_id = (select kept.authority()));
grant select, insert (authority_id, id, number, title, period, vision, foreword, foreword_by, foreword_on, plain_words, plain_words_by, why),
  update (title, period, vision, foreword, foreword_by, foreword_on, plain_words, plain_words_by, why) on kept.strategy_version to kept_app;

create policy app_read on kept.strategy_part for select to kept_app using (authority_id = (select kept.authority())
  and version_id in (select v.id from kept.strategy_version v where v.authority_id = (select kept.authority())));
create policy app_add on kept.strategy_part for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write')) and version_id not in (select kept.strategies_approved()));
create policy app_change on kept.strategy_part for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')) and version_id not in (select kept.strategies_approved()))
  with check (authority_id = (select kept.authority()));
create policy app_take_out on kept.strategy_part for delete to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')) and version_id not in (select kept.strategies_approved()));
grant select, insert, delete, update (position, title, words, is_children, on_day, principles, statement_kind, area_id) on kept.strategy_part to kept_app;

-- Approved by a body that is here, whole: a vision, an area, and a short version for children. Written down by whoever keeps
-- the plan, or by the clerk who minuted it.
create policy app_read on kept.strategy_approval for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_add on kept.strategy_approval for insert to kept_app with check (authority_id = (select kept.authority())
  and recorded_by = (select kept.me()) and recorded_on = (select kept.today())
  and ((select kept.may('plan', 'write')) or (select kept.may('meetings', 'write')))
  and (body_id, body_name) in (select b.id, b.name from kept.body b where b.authority_id = (select kept.authority()))
  and version_id in (select v.id from kept.strategy_version v where v.authority_id = (select kept.authority())
    and btrim(v.vision) <> '' and btrim(v.plain_words) <> '' and btrim(v.plain_words_by) <> '' and (v.number = 1 or btrim(v.why) <> ''))
  and version_id in (select p.version_id from kept.strategy_part p where p.authority_id = (select kept.authority()) and p.kind = 'area'));
grant select, insert (authority_id, version_id, body_id, body_name, approved_on, in_force_from, note) on kept.strategy_approval to kept_app;

create policy app_read on kept.strategy_join for select to kept_app using (authority_id = (select kept.authority())
  and part_id in (select p.id from kept.strategy_part p where p.authority_id = (select kept.authority())));
create policy app_add on kept.strategy_join for insert to kept_app with check (authority_id = (select kept.authority())
  and joined_by = (select kept.me()) and joined_on = (select kept.today()) and (select kept.may('plan', 'write'))
  and part_id in (select p.id from kept.strategy_part p where p.authority_id = (select kept.authority()) and p.kind in ('area', 'statement', 'objective', 'benefit', 'wish'))
  and (to_kind = 'measure' or (to_kind, to_ref) in (select case p.kind when 'pledge' then 'promise' else 'action' end, i.id::text
    from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select kept.authority()))));
create policy app_end on kept.strategy_join for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')) and ended_on is null)
  with check (authority_id = (select kept.authority()) and ended_on = (select kept.today()));
grant select, insert (authority_id, part_id, to_kind, to_ref), update (ended_on) on kept.strategy_join to kept_app;

-- A pledge has versions: each says what it follows, what changed and why. A pledge about heritage and identity stands beside it:
-- the same shape, with versions of its own.
alter table kept.plan add about text check (about = 'heritage');
alter table kept.plan add replaces_id uuid;
alter table kept.plan add why text check (length(btrim(why)) between 10 and 1000);
alter table kept.plan add foreign key (authority_id, replaces_id) references kept.plan;
alter table kept.plan add constraint only_a_pledge_is_about_heritage check (about is null or kind = 'pledge');
alter table kept.plan add constraint a_new_version_says_why check (replaces_id is null or why is not null);
alter table kept.plan_item add follows_id uuid;
alter table kept.plan_item add foreign key (authority_id, follows_id) references kept.plan_item;
grant insert (about, replaces_id, why) on kept.plan to kept_app;
grant insert (follows_id) on kept.plan_item to kept_app;

-- What holds of a promise goes with it into the next version: what it is joined to; and where its words are the same, what still
-- shows it, why it cannot be kept and its plain words, each with its own day and author. Children's verdicts stay with the words
-- they were given on.
create function kept.carry_promises(new_plan uuid) returns void language plpgsql security definer set search_path = kept, pg_temp as $$
declare replaced uuid;
begin
  if not (select may('plan', 'write')) then
    raise exception 'only whoever keeps the plan may carry promises into a new version' using errcode = '42501';
  end if;
  select p.replaces_id into replaced from plan p where p.authority_id = (select authority()) and p.id = new_plan;
  if replaced is null or exists (select from knot_join j join plan_item i on i.authority_id = j.authority_id and i.plan_id = new_plan
      and i.id::text in (j.from_ref, j.to_ref) where j.authority_id = (select authority())) then
    return;
  end if;
  insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
    select j.authority_id, j.from_kind, case when j.from_ref = i.follows_id::text then i.id::text else j.from_ref end,
      j.to_kind, case when j.to_ref = i.follows_id::text then i.id::text else j.to_ref end, (select me())
    from plan_item i join knot_join j on j.authority_id = i.authority_id and j.ended_on is null
      and ((j.from_kind = 'promise' and j.from_ref = i.follows_id::text) or (j.to_kind = 'promise' and j.to_ref = i.follows_id::text))
    where i.authority_id = (select authority()) and i.plan_id = new_plan;
  update knot_join j set ended_on = (select today()) from plan_item o
    where j.authority_id = (select authority()) and j.ended_on is null and o.authority_id = j.authority_id and o.plan_id = replaced
      and ((j.from_kind = 'promise' and j.from_ref = o.id::text) or (j.to_kind = 'promise' and j.to_ref = o.id::text));
  insert into strategy_join (authority_id, part_id, to_kind, to_ref, joined_by)
    select j.authority_id, j.part_id, 'promise', i.id::text, (select me())
    from plan_item i join strategy_join j on j.authority_id = i.authority_id and j.ended_on is null and j.to_kind = 'promise' and j.to_ref = i.follows_id::text
    where i.authority_id = (select authority()) and i.plan_id = new_plan;
  update strategy_join j set ended_on = (select today()) from plan_item o
    where j.authority_id = (select authority()) and j.ended_on is null and j.to_kind = 'promise' and o.authority_id = j.authority_id
      and o.plan_id = replaced and j.to_ref = o.id::text;
  insert into item_proof (authority_id, item_id, kind, title, words, file_id, kept_for, made_to, added_by, added_as, added_on, good_until)
    select f.authority_id, i.id, f.kind, f.title, f.words, f.file_id, f.kept_for, f.made_to, f.added_by, f.added_as, f.added_on, f.good_until
    from plan_item i join plan_item o on o.authority_id = i.authority_id and o.id = i.follows_id
      join item_proof f on f.authority_id = o.authority_id and f.item_id = o.id and f.good_until >= (select today())
    where i.authority_id = (select authority()) and i.plan_id = new_plan and i.title = o.title and coalesce(i.words, '') = coalesce(o.words, '');
  insert into promise_reason (authority_id, item_id, because, review_on, said_by, said_as, said_on)
    select r.authority_id, i.id, r.because, r.review_on, r.said_by, r.said_as, r.said_on
    from plan_item i join plan_item o on o.authority_id = i.authority_id and o.id = i.follows_id
      join promise_reason r on r.authority_id = o.authority_id and r.item_id = o.id and r.review_on >= (select today())
    where i.authority_id = (select authority()) and i.plan_id = new_plan and i.title = o.title and coalesce(i.words, '') = coalesce(o.words, '');
  insert into promise_words (authority_id, promise_id, level, short, full_text)
    select w.authority_id, i.id, w.level, w.short, w.full_text
    from plan_item i join plan_item o on o.authority_id = i.authority_id and o.id = i.follows_id
      join promise_words w on w.authority_id = o.authority_id and w.promise_id = o.id
    where i.authority_id = (select authority()) and i.plan_id = new_plan and i.title = o.title and coalesce(i.words, '') = coalesce(o.words, '');
end $$;
alter function kept.carry_promises(uuid) owner to kept_guard;
revoke execute on function kept.carry_promises(uuid) from public;
grant execute on function kept.carry_promises(uuid) to kept_app;
grant insert on kept.strategy_join, kept.item_proof, kept.promise_reason, kept.promise_words to kept_guard;
grant update (ended_on) on kept.knot_join, kept.strategy_join to kept_guard;

-- Every join of the thread, as in 0024: a version of a pledge that another has replaced is joined to no figure any more.
create or replace function kept.thread_joins() returns table (a_kind text, a_ref text, b_kind text, b_ref text)
  language plpgsql stable set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select from_kind, from_ref, to_kind, to_ref from knot_join where authority_id = (select authority()) and ended_on is null
    union select case p.kind when 'pledge' then 'promise' else 'action' end, i.id::text, 'measure', i.measure_id from plan_item i
      join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority()) and i.measure_id is not null
        and not exists (select from plan n where n.authority_id = p.authority_id and n.replaces_id = p.id)
    union select 'decision', id::text, 'agenda item', agenda_item_id::text from decision where authority_id = (select authority())
    union select 'agenda item', id::text, 'challenge', challenge_id::text from agenda_item
      where authority_id = (select authority()) and challenge_id is not null and taken_off_on is null
    union select 'theme', theme_id::text, 'answer', id::text from theme_answer where authority_id = (select authority())
    union select 'answer', id::text, 'decision', decision_id::text from theme_answer where authority_id = (select authority()) and decision_id is not null
    union select 'agenda item', agenda_item_id::text, 'measure', subject_ref from paper
      where authority_id = (select authority()) and subject = 'measure';
end $$;

-- Where a colleague works, for the share of each directorate that has read the pledge.
alter table kept.person add directorate text check (btrim(directorate) <> '' and length(directorate) <= 100);
alter table kept.person add constraint a_directorate_is_a_colleagues check (directorate is null or kind = 'staff');
grant update (directorate) on kept.person to kept_app;

create policy app_read on kept.pledge_read for select to kept_app using (authority_id = (select kept.authority()) and person_id = (select kept.me()));
create policy app_add on kept.pledge_read for insert to kept_app with check (authority_id = (select kept.authority())
  and person_id = (select kept.me()) and said_on = (select kept.today())
  and exists (select from kept.role_held h where h.authority_id = (select kept.authority()) and h.person_id = (select kept.me())
    and h.role not in ('child', 'young_adult', 'young_representative', 'system') and h.starts_on <= (select kept.today())
    and (h.ends_on is null or h.ends_on >= (select kept.today())))
  and plan_id in (select p.id from kept.plan p where p.authority_id = (select kept.authority()) and p.kind = 'pledge' and p.about is null));
grant select, insert (authority_id, plan_id) on kept.pledge_read to kept_app;

-- How far each directorate has read it, in words: nobody's own answer, no group of fewer than ten, and no number that would tell
-- of one person (rule 38). Those who work anywhere else or nowhere named are one group. The whole council is a share of 100.
create function kept.pledge_read_shares(pledge uuid) returns table (directorate text, staff int, has_read text, of_hundred int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with asked as (select p.id, p.directorate, exists (select from pledge_read r where r.authority_id = p.authority_id and r.plan_id = pledge and r.person_id = p.id) as has
      from person p where p.authority_id = (select authority()) and p.kind = 'staff' and (select may('plan', 'write'))
        and exists (select from role_held h where h.authority_id = p.authority_id and h.person_id = p.id
          and h.role not in ('young_representative', 'system') and h.starts_on <= (select today()) and (h.ends_on is null or h.ends_on >= (select today())))),
    large as (select a.directorate from asked a where a.directorate is not null group by a.directorate having count(*) >= 10),
    grouped as (select case when a.directorate in (select l.directorate from large l) then a.directorate end as directorate, count(*)::int as staff,
        count(*) filter (where a.has)::int as has from asked a group by 1
      union all select '', count(*)::int, count(*) filter (where a.has)::int from asked a having count(*) > 0)
  select g.directorate, case when g.staff >= 10 then g.staff end,
    case when g.staff < 10 then null when g.has = g.staff then 'everybody' when g.has * 4 >= g.staff * 3 then 'three quarters or more'
      when g.has * 2 >= g.staff then 'half or more' when g.has * 4 >= g.staff then 'a quarter or more' else 'less than a quarter' end,
    case when g.directorate = '' and g.staff >= 10 then g.has * 100 / g.staff end
  from grouped g order by g.directorate = '' desc nulls last, g.directorate nulls last
$$;
alter function kept.pledge_read_shares(uuid) owner to kept_guard;
revoke execute on function kept.pledge_read_shares(uuid) from public;
grant execute on function kept.pledge_read_shares(uuid) to kept_app;
