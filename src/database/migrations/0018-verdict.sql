-- What children say of a promise: yes, a bit, no, not about me, rather not say. Never required, changed as often as they
-- like, kept with who was beside them. Nobody reads whose it is: what leaves is a count of more than five children.

create table kept.verdict (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null default kept.me(),
  promise_id uuid not null,
  said text not null check (said in ('yes', 'a bit', 'no', 'not about me', 'rather not say')),
  beside text not null check (beside in ('nobody', 'a friend', 'someone at home', 'my worker', 'another adult')),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, promise_id) references kept.plan_item
);
create index on kept.verdict (authority_id, promise_id, child_id, said_at desc);

-- A promise in plain words at each level of age, short and full (rule 30). Where there are none the pledge's own words stand.
create table kept.promise_words (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  promise_id uuid not null,
  level text not null check (level in ('to 11', '12 to 15', '16 and over')),
  short text not null check (length(btrim(short)) between 1 and 80),
  full_text text not null check (length(btrim(full_text)) between 1 and 600),
  primary key (authority_id, promise_id, level),
  foreign key (authority_id, promise_id) references kept.plan_item
);

do $$
declare t text;
begin
  foreach t in array array['verdict', 'promise_words'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;
-- A child's verdicts are not copied to the history: what they said before is theirs as well.
create trigger history before update or delete on kept.promise_words for each row execute function kept.keep_history();

create policy app_read on kept.verdict for select to kept_app using (authority_id = (select kept.authority()) and child_id = (select kept.me()));
create policy app_add on kept.verdict for insert to kept_app with check (authority_id = (select kept.authority()) and child_id = (select kept.me())
  and exists (select from kept.role_held h where h.authority_id = (select kept.authority()) and h.person_id = (select kept.me())
    and h.role in ('child', 'young_adult') and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today())))
  and promise_id in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind = 'pledge'));
grant select, insert (authority_id, promise_id, said, beside) on kept.verdict to kept_app;

create policy app_read on kept.promise_words for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_add on kept.promise_words for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')));
create policy app_change on kept.promise_words for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')));
grant select, insert (authority_id, promise_id, level, short, full_text), update (short, full_text) on kept.promise_words to kept_app;

-- The latest word of each child on a promise. For the two functions below alone.
create function kept.latest_verdicts(promise uuid) returns table (said text, children int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select a.said, count(l.child_id)::int from unnest(array['yes', 'a bit', 'no', 'not about me', 'rather not say']) with ordinality as a(said, position)
    left join (select distinct on (v.child_id) v.child_id, v.said from verdict v
      where v.authority_id = (select kept.authority()) and v.promise_id = promise order by v.child_id, v.said_at desc, v.id) l on l.said = a.said
    group by a.said, a.position order by a.position $$;

-- What anybody may see (rules 5 and 39): 1 to 5 children are hidden (null). Where that hides exactly one answer, the next
-- smallest goes too, so that it cannot be worked out from what is known of the rest. The same as src/domain/promises/verdict.ts.
create function kept.verdict_counts(promise uuid) returns table (said text, children int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  with counts as materialized (select c.said, c.children, row_number() over () as position from kept.latest_verdicts(promise) c
      where exists (select from person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me()))),
    small as (select count(*) as hidden from counts where children between 1 and 5),
    next as (select c.said from counts c where not c.children between 1 and 5 order by c.children = 0, c.children, c.position limit 1)
  select c.said, case when c.children between 1 and 5 or ((select hidden from small) = 1 and c.said = (select n.said from next n)) then null else c.children end
    from counts c order by c.position $$;

-- The one answer that more than half of those who answered gave, where it may be shown; the total itself is never said.
create function kept.verdict_most(promise uuid) returns text language sql stable security definer set search_path = kept, pg_temp as $$
  select c.said from kept.verdict_counts(promise) c
    where c.children * 2 > (select sum(l.children) from kept.latest_verdicts(promise) l) $$;

-- What is recorded for whoever asks that a promise may speak of: their own home, worker, reviews and papers, and of each only this much.
create function kept.done_for_me() returns table (kind text, starts_on date, ends_on date, data jsonb)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select e.kind, e.starts_on, e.ends_on, case e.kind
      when 'episode' then jsonb_build_object('reasonForNewEpisode', e.data->'reasonForNewEpisode', 'placement', e.data->'placement')
      when 'review' then jsonb_build_object('participation', e.data->'participation')
      when 'document_held' then jsonb_build_object('paper', e.data->'paper')
      else '{}'::jsonb end
    from event e where e.authority_id = (select kept.authority()) and e.child_id = (select kept.me())
      and e.kind in ('episode', 'review', 'social_worker', 'document_held') and not e.voids and e.starts_on <= (select kept.today())
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)
      and exists (select from role_held h where h.authority_id = e.authority_id and h.person_id = e.child_id and h.role in ('child', 'young_adult')
        and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today())))
    order by e.starts_on $$;

do $$
declare f text;
begin
  foreach f in array array['latest_verdicts(uuid)', 'verdict_counts(uuid)', 'verdict_most(uuid)', 'done_for_me()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
end $$;
grant execute on function kept.verdict_counts(uuid), kept.verdict_most(uuid), kept.done_for_me() to kept_app;
