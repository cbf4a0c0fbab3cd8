-- Long because a paper, its answer, its review and what young people said of it are one chain, read by one set of rules.
-- The impact check: before anything is decided, what does it do for children in our care and care leavers? Papers of the whole
-- council and its partners, their answers by version, who found them enough, what young people said of those that were opened
-- to them, and the council's plans with whether each includes children in care.

create table kept.impact_paper (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  title text not null check (length(btrim(title)) between 3 and 200),
  who_decides text not null check (length(btrim(who_decides)) between 3 and 160),
  decides_on date not null,
  -- The department or partner whose paper it is.
  organisation text not null check (length(btrim(organisation)) between 2 and 120),
  made_by uuid not null default kept.me(),
  made_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person
);

create table kept.impact_answer (
  authority_id int not null,
  paper_id uuid not null,
  version int not null check (version > 0),
  effect text not null check (effect in ('helps', 'could harm', 'no difference')),
  why text not null check (length(btrim(why)) between 20 and 4000),
  about_harm text not null default '' check (length(about_harm) <= 4000),
  -- The seven principles in law (Children and Social Work Act 2017, section 1(1)(a) to (g)).
  principles int[] not null default '{}' check (principles <@ array[1, 2, 3, 4, 5, 6, 7]),
  how_asked text not null check (length(btrim(how_asked)) between 3 and 2000),
  -- The short version that children read, if it is opened to them.
  plain_words text not null default '' check (length(plain_words) <= 2000),
  -- As people say it: an office.
  written_by text not null check (length(btrim(written_by)) between 3 and 120),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  primary key (authority_id, paper_id, version),
  foreign key (authority_id, paper_id) references kept.impact_paper,
  foreign key (authority_id, said_by) references kept.person,
  constraint harm_has_an_answer check (effect <> 'could harm' or length(btrim(about_harm)) >= 20),
  constraint it_touches_a_principle check (effect = 'no difference' or cardinality(principles) > 0)
);

create table kept.impact_review (
  authority_id int not null,
  paper_id uuid not null,
  version int not null,
  outcome text not null check (outcome in ('enough', 'ask again')),
  words text not null default '' check (length(words) <= 2000),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  primary key (authority_id, paper_id, version),
  foreign key (authority_id, paper_id, version) references kept.impact_answer,
  foreign key (authority_id, said_by) references kept.person,
  constraint asking_again_says_what check (outcome = 'enough' or length(btrim(words)) >= 10)
);

-- An answer whose plain version young people may read and comment on.
create table kept.impact_opened (
  authority_id int not null,
  paper_id uuid not null,
  version int not null,
  opened_by uuid not null default kept.me(),
  opened_on date not null default kept.today(),
  primary key (authority_id, paper_id, version),
  foreign key (authority_id, paper_id, version) references kept.impact_answer,
  foreign key (authority_id, opened_by) references kept.person
);

-- What a young person typed. Its author sees it, and those who pass words on; never those who wrote the paper.
create table kept.impact_comment (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  paper_id uuid not null,
  words text not null check (length(btrim(words)) between 1 and 2000),
  -- The name that they chose to put under it, if any.
  signed text not null default '' check (length(signed) <= 40),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  taken_back_on date,
  primary key (authority_id, id),
  unique (authority_id, id, paper_id),
  foreign key (authority_id, paper_id) references kept.impact_paper,
  foreign key (authority_id, said_by) references kept.person
);

-- What became of it: the words as they were passed on, or why they were not, which its author alone reads.
create table kept.impact_passed (
  authority_id int not null,
  comment_id uuid not null,
  paper_id uuid not null,
  words text check (length(btrim(words)) between 1 and 2000),
  signed text not null default '',
  because text check (length(btrim(because)) between 10 and 1000),
  passed_by uuid not null default kept.me(),
  passed_on date not null default kept.today(),
  primary key (authority_id, comment_id),
  foreign key (authority_id, comment_id, paper_id) references kept.impact_comment (authority_id, id, paper_id),
  foreign key (authority_id, passed_by) references kept.person,
  check ((words is null) <> (because is null))
);

create table kept.impact_reply (
  authority_id int not null,
  comment_id uuid not null,
  words text not null check (length(btrim(words)) between 3 and 2000),
  written_by text not null check (length(btrim(written_by)) between 3 and 120),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  primary key (authority_id, comment_id),
  foreign key (authority_id, comment_id) references kept.impact_passed,
  foreign key (authority_id, said_by) references kept.person
);

-- Plan check: each plan of the council and its area, when it is looked at again, and whether it includes children in care.
create table kept.checked_plan (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  title text not null check (length(btrim(title)) between 3 and 200),
  reference text not null default '' check (length(reference) <= 80),
  organisation text not null check (length(btrim(organisation)) between 2 and 120),
  link text not null default '' check (link = '' or link ~ '^https://' and length(link) <= 500),
  review_on date not null,
  includes text not null default 'not known' check (includes in ('yes', 'partly', 'no', 'not known')),
  words text not null default '' check (length(words) <= 2000),
  -- Who said so, as an office, and when.
  said_by text not null default '' check (length(said_by) <= 120),
  said_on date,
  -- Its section on care leavers, and the care-experienced officer's word on it.
  section text not null default '' check (length(section) <= 4000),
  approved_by text not null default '' check (length(approved_by) <= 120),
  approved_on date,
  ended_on date,
  made_by uuid not null default kept.me(),
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person,
  constraint somebody_said_so check (includes = 'not known' or (btrim(said_by) <> '' and said_on is not null and btrim(words) <> '')),
  constraint a_section_is_approved check ((btrim(approved_by) = '') = (approved_on is null) and (approved_on is null or btrim(section) <> ''))
);

-- Documents that belong with the council's parenting, each where it is kept; and what words mean that stand in them.
create table kept.related_document (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  title text not null check (length(btrim(title)) between 3 and 200),
  what_it_is text not null default '' check (length(what_it_is) <= 500),
  link text not null check (link ~ '^https://' and length(link) <= 500),
  dated_on date,
  ended_on date,
  made_by uuid not null default kept.me(),
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person
);
create table kept.word_meaning (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  word text not null check (length(btrim(word)) between 2 and 80),
  meaning text not null check (length(btrim(meaning)) between 3 and 1000),
  ended_on date,
  made_by uuid not null default kept.me(),
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person
);
create unique index on kept.word_meaning (authority_id, lower(word)) where ended_on is null;

-- What each role may do: read and answer; to find an answer enough, or ask again. Councils that exist get it too.
insert into kept.grant_rule (authority_id, role, resource, action, scope)
  select a.authority_id, r.role, 'impact', 'read', 'all' from kept.authority a cross join unnest(array['social_worker', 'team_manager', 'service_manager', 'iro',
    'personal_adviser', 'performance_analyst', 'director', 'board_member', 'clerk', 'monitoring_officer', 'strategy_lead', 'participation_officer',
    'duty_worker', 'safeguarding_lead', 'allegations_lead', 'records_auditor', 'administrator', 'report_author', 'system']) r(role)
  union all select a.authority_id, r.role, 'impact', 'write', 'all' from kept.authority a cross join unnest(array['strategy_lead', 'system']) r(role);

do $$
declare t text;
begin
  foreach t in array array['impact_paper', 'impact_answer', 'impact_review', 'impact_opened', 'impact_comment', 'impact_passed', 'impact_reply', 'checked_plan', 'related_document', 'word_meaning'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['impact_paper', 'impact_comment', 'checked_plan', 'related_document', 'word_meaning'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- Whether whoever asks is a young person here: a child, a care leaver, or one who speaks for others.
create function kept.asks_as_young() returns boolean language sql stable security definer set search_path = kept, pg_temp as $$
  select exists (select from role_held h where h.authority_id = (select authority()) and h.person_id = (select me())
    and h.role in ('child', 'young_adult', 'young_representative') and h.starts_on <= (select today()) and (h.ends_on is null or h.ends_on >= (select today())))
$$;
-- Which comments were taken back, whoever asks: only that, so that what was passed on goes with them.
create function kept.impact_taken_back() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select id from impact_comment where authority_id = (select authority()) and taken_back_on is not null
$$;
-- Which answers there are and whose, for those who may read them all: a policy cannot ask this of its own table.
create function kept.impact_answered() returns table (paper_id uuid, version int, said_by uuid, is_last boolean, has_plain boolean)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select a.paper_id, a.version, a.said_by, a.version = max(a.version) over (partition by a.paper_id), btrim(a.plain_words) <> ''
  from impact_answer a where a.authority_id = (select authority()) and (select may('impact', 'read'))
$$;
-- Who reads what a young person says of a paper, and who covers: told before they write.
create function kept.impact_comment_readers() returns table (part text, name text) language sql stable security definer set search_path = kept, pg_temp as $$
  select case h.role when 'participation_officer' then 'reader' else 'cover' end, min(concat_ws(' ', p.given_name, p.family_name)) from person p
    join role_held h on h.authority_id = p.authority_id and h.person_id = p.id
  where p.authority_id = (select authority()) and p.kind = 'staff' and h.role in ('participation_officer', 'strategy_lead')
    and h.starts_on <= (select today()) and (h.ends_on is null or h.ends_on >= (select today())) and (select kept.asks_as_young())
  group by h.role, p.id order by 1 desc, 2
$$;
-- Rule 35: no young person's name in what is written for a decision, nor in words that are passed on.
create function kept.refuse_names_of_impact() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare row jsonb := to_jsonb(new); words text;
begin
  words := concat_ws(E'\n', row ->> 'title', row ->> 'who_decides', row ->> 'why', row ->> 'about_harm', row ->> 'how_asked', row ->> 'plain_words',
    row ->> 'written_by', row ->> 'words', row ->> 'section',
    row ->> 'what_it_is', row ->> 'meaning');
  if exists (select from find_names(new.authority_id, words) f where f.is_whole)
    then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
  return new;
end $$;
do $$
declare f text; t text;
begin
  foreach f in array array['asks_as_young()', 'impact_answered()', 'impact_taken_back()', 'impact_comment_readers()', 'refuse_names_of_impact()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    if f not like 'refuse%' then execute format('grant execute on function kept.%s to kept_app', f); end if;
  end loop;
  foreach t in array array['impact_paper', 'impact_answer', 'impact_review', 'impact_passed', 'impact_reply', 'checked_plan'] loop
    execute format('create trigger names before insert or update on kept.%I for each row execute function kept.refuse_names_of_impact()', t);
  end loop;
end $$;

create policy app_read on kept.impact_opened for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('impact', 'read')) or (select kept.asks_as_young())));
create policy app_read on kept.impact_paper for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('impact', 'read')) or id in (select o.paper_id from kept.impact_opened o where o.authority_id = (select kept.authority()))));
create policy app_read on kept.impact_answer for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('impact', 'read'))
    or (paper_id, version) in (select o.paper_id, o.version from kept.impact_opened o where o.authority_id = (select kept.authority()))));
create policy app_read on kept.impact_review for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('impact', 'read')));

create policy app_add on kept.impact_paper for insert to kept_app with check (authority_id = (select kept.authority())
  and made_by = (select kept.me()) and made_on = (select kept.today()) and (select kept.may('impact', 'read')));
create policy app_change on kept.impact_paper for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('impact', 'read')) and (made_by = (select kept.me()) or (select kept.may('impact', 'write'))))
  with check (authority_id = (select kept.authority()));
-- The first answer may be anybody's who works here: a lead enters a paper that came without one. After that it is its own
-- author's, until it was found enough.
create policy app_add on kept.impact_answer for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and said_on = (select kept.today()) and (select kept.may('impact', 'read'))
  and paper_id not in (select r.paper_id from kept.impact_review r where r.authority_id = (select kept.authority()) and r.outcome = 'enough')
  and (paper_id not in (select a.paper_id from kept.impact_answered() a)
    or paper_id in (select a.paper_id from kept.impact_answered() a where a.said_by = (select kept.me()))
    or paper_id in (select p.id from kept.impact_paper p where p.authority_id = (select kept.authority()) and p.made_by = (select kept.me()))));
-- Nobody finds their own answer enough, nor an answer that another has replaced.
create policy app_add on kept.impact_review for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and said_on = (select kept.today()) and (select kept.may('impact', 'write'))
  and (paper_id, version) in (select a.paper_id, a.version from kept.impact_answered() a where a.is_last and a.said_by <> (select kept.me())));
create policy app_add on kept.impact_opened for insert to kept_app with check (authority_id = (select kept.authority())
  and opened_by = (select kept.me()) and opened_on = (select kept.today())
  and ((select kept.may('impact', 'write')) or (select kept.may('themes', 'write')))
  and (paper_id, version) in (select r.paper_id, r.version from kept.impact_review r where r.authority_id = (select kept.authority()) and r.outcome = 'enough')
  and (paper_id, version) in (select a.paper_id, a.version from kept.impact_answered() a where a.has_plain));

-- The one who said it; and those who pass words on, where the paper is not their own.
create policy app_read on kept.impact_comment for select to kept_app using (authority_id = (select kept.authority())
  and (said_by = (select kept.me()) or (((select kept.may('themes', 'write')) or (select kept.may('impact', 'write')))
    and paper_id not in (select p.id from kept.impact_paper p where p.authority_id = (select kept.authority()) and p.made_by = (select kept.me()))
    and paper_id not in (select a.paper_id from kept.impact_answered() a where a.said_by = (select kept.me())))));
create policy app_add on kept.impact_comment for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and said_on = (select kept.today()) and taken_back_on is null and (select kept.asks_as_young())
  and paper_id in (select o.paper_id from kept.impact_opened o where o.authority_id = (select kept.authority())));
create policy app_take_back on kept.impact_comment for update to kept_app
  using (authority_id = (select kept.authority()) and said_by = (select kept.me()) and taken_back_on is null)
  with check (authority_id = (select kept.authority()) and taken_back_on = (select kept.today()));

create policy app_read on kept.impact_passed for select to kept_app using (authority_id = (select kept.authority())
  and (comment_id in (select c.id from kept.impact_comment c where c.authority_id = (select kept.authority()))
    or (words is not null and comment_id not in (select kept.impact_taken_back())
      and paper_id in (select o.paper_id from kept.impact_opened o where o.authority_id = (select kept.authority())))));
create policy app_add on kept.impact_passed for insert to kept_app with check (authority_id = (select kept.authority())
  and passed_by = (select kept.me()) and passed_on = (select kept.today())
  and ((select kept.may('themes', 'write')) or (select kept.may('impact', 'write')))
  and (comment_id, paper_id, signed) in (select c.id, c.paper_id, c.signed from kept.impact_comment c
    where c.authority_id = (select kept.authority()) and c.taken_back_on is null and c.said_by <> (select kept.me())));

create policy app_read on kept.impact_reply for select to kept_app using (authority_id = (select kept.authority())
  and comment_id in (select p.comment_id from kept.impact_passed p where p.authority_id = (select kept.authority())));
create policy app_add on kept.impact_reply for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and said_on = (select kept.today()) and (select kept.may('impact', 'read'))
  and comment_id in (select p.comment_id from kept.impact_passed p where p.authority_id = (select kept.authority()) and p.words is not null
    and ((select kept.may('impact', 'write')) or p.paper_id in (select a.paper_id from kept.impact_answered() a where a.said_by = (select kept.me())))));

create policy app_read on kept.checked_plan for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('impact', 'read')));
create policy app_add on kept.checked_plan for insert to kept_app with check (authority_id = (select kept.authority())
  and made_by = (select kept.me()) and (select kept.may('plan', 'write')));
create policy app_change on kept.checked_plan for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')) and ended_on is null)
  with check (authority_id = (select kept.authority()));

do $$
declare t text;
begin
  -- For everybody whom the council knows, children too; kept by whoever keeps the strategy.
  foreach t in array array['related_document', 'word_meaning'] loop
    execute format('create policy app_read on kept.%I for select to kept_app using (authority_id = (select kept.authority())
      and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())))', t);
    execute format('create policy app_add on kept.%I for insert to kept_app with check (authority_id = (select kept.authority())
      and made_by = (select kept.me()) and (select kept.may(''plan'', ''write'')))', t);
    execute format('create policy app_end on kept.%I for update to kept_app
      using (authority_id = (select kept.authority()) and (select kept.may(''plan'', ''write'')) and ended_on is null)
      with check (authority_id = (select kept.authority()) and ended_on = (select kept.today()))', t);
    execute format('create trigger names before insert on kept.%I for each row execute function kept.refuse_names_of_impact()', t);
  end loop;
end $$;
grant select, insert (authority_id, title, what_it_is, link, dated_on), update (ended_on) on kept.related_document to kept_app;
grant select, insert (authority_id, word, meaning), update (ended_on) on kept.word_meaning to kept_app;
grant select, insert (authority_id, id, title, who_decides, decides_on, organisation), update (title, who_decides, decides_on, organisation) on kept.impact_paper to kept_app;
grant select, insert (authority_id, paper_id, version, effect, why, about_harm, principles, how_asked, plain_words, written_by) on kept.impact_answer to kept_app;
grant select, insert (authority_id, paper_id, version, outcome, words) on kept.impact_review to kept_app;
grant select, insert (authority_id, paper_id, version) on kept.impact_opened to kept_app;
grant select, insert (authority_id, id, paper_id, words, signed), update (taken_back_on) on kept.impact_comment to kept_app;
grant select, insert (authority_id, comment_id, paper_id, words, signed, because) on kept.impact_passed to kept_app;
grant select, insert (authority_id, comment_id, words, written_by) on kept.impact_reply to kept_app;
grant select, insert (authority_id, id, title, reference, organisation, link, review_on, includes, words, said_by, said_on, section, approved_by, approved_on),
  update (title, reference, organisation, link, review_on, includes, words, said_by, said_on, section, approved_by, approved_on, ended_on) on kept.checked_plan to kept_app;
