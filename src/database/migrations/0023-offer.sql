-- What a young person can have from the council, what they claim, and the next steps of their plan. A claim and a step hold
-- their own words, so no history copies them: a claim is answered once, and a step is only ticked.

create table kept.offer (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  position int not null,
  title text not null check (btrim(title) <> ''),
  words text not null check (btrim(words) <> ''),
  -- Who can have it: ages, groups of the law, a condition. Checked when it is read (src/domain/offers/offer-rule.ts).
  rule jsonb not null,
  source jsonb not null,
  amount_pence int check (amount_pence > 0),  -- null: not a sum of money that is the same for everybody
  amount_words text not null,
  how_to_claim text not null,
  is_paid boolean not null default true,      -- whether a yes still has something to pay
  answer_within_days int not null check (answer_within_days between 1 and 60),
  valid_from date not null,
  valid_to date,
  primary key (authority_id, id),
  check (valid_to is null or valid_to >= valid_from)
);

create table kept.claim (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null default kept.me(),
  offer_id uuid not null,
  words text not null default '' check (length(words) <= 4000),
  asked_on date not null default kept.today(),
  decision text check (decision in ('yes', 'no')),
  reason text check (btrim(reason) <> ''),
  amount_pence int check (amount_pence > 0),
  answered_on date,
  decided_by uuid,
  -- A no is told by a person before it is written here (rule 12), so that nobody reads it alone.
  told_on date,
  paid_on date,
  paid_by uuid,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, offer_id) references kept.offer,
  foreign key (authority_id, decided_by) references kept.person (authority_id, id),
  foreign key (authority_id, paid_by) references kept.person (authority_id, id),
  -- An answer is whole: what, why, when and by whom; and only a yes is paid.
  check ((decision is null) = (reason is null) and (decision is null) = (answered_on is null) and (decision is null) = (decided_by is null)),
  check (decision = 'yes' or (amount_pence is null and paid_on is null)),
  check (decision is distinct from 'no' or (told_on is not null and told_on between asked_on and answered_on)),
  check ((paid_on is null) = (paid_by is null)),
  check (answered_on >= asked_on),
  check (paid_on >= answered_on)
);
-- Asked for once: again only after a no.
create unique index claim_once on kept.claim (authority_id, child_id, offer_id) where decision is distinct from 'no';

create table kept.next_step (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null default kept.me(),
  words text not null check (btrim(words) <> '' and length(words) <= 500),
  by_on date,
  who_helps text not null default '' check (length(who_helps) <= 200),
  written_by uuid not null default kept.me(),
  written_on date not null default kept.today(),
  done_on date,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, written_by) references kept.person (authority_id, id)
);
create index on kept.next_step (authority_id, child_id);

-- The young people I am personal adviser to, or whose personal adviser is in a team I manage: nobody else reads a claim, however
-- much of the record they may read.
create function kept.advised() returns table (child_id uuid)
  language plpgsql stable security definer set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan rows 30 as $$
declare
  council constant int := kept.authority();
  self constant uuid := kept.me();
  day constant date := kept.today();
  roles text[];
begin
  select array_agg(h.role) into roles from role_held h where h.authority_id = council and h.person_id = self
    and h.starts_on <= day and (h.ends_on is null or h.ends_on >= day);
  return query with recursive managed as (
      select m.team_id from team_member m where roles && array['team_manager', 'service_manager'] and m.authority_id = council and m.person_id = self and m.manages
        and m.starts_on <= day and (m.ends_on is null or m.ends_on >= day)
      union select t.id from team t join managed on t.parent_id = managed.team_id where t.authority_id = council
    ), advisers as (
      select self as person_id where 'personal_adviser' = any (roles)
      union select m.person_id from managed join team_member m on m.authority_id = council and m.team_id = managed.team_id
        and m.starts_on <= day and (m.ends_on is null or m.ends_on >= day)
    )
    select distinct r.child_id from advisers a join relationship r on r.authority_id = council and r.person_id = a.person_id
      and r.role = 'personal_adviser' and r.starts_on <= day and (r.ends_on is null or r.ends_on >= day)
    where r.child_id not in (select w.child_id from kept.withheld() w);
end $$;

-- The days that decide what somebody is owed, and nothing else of their record: for themselves and for those who advise them.
create function kept.care_dates(of_child uuid) returns table (kind text, starts_on date, ends_on date, legal_status text, reason_ended text, activity text)
  language plpgsql stable security definer set search_path = kept, pg_temp as $$
begin
  if of_child is distinct from kept.me() and of_child not in (select a.child_id from kept.advised() a) then return; end if;
  return query select e.kind, e.starts_on, e.ends_on, e.data->>'legalStatus', e.data->>'reasonEnded', e.data->>'activity' from event e
    where e.authority_id = kept.authority() and e.child_id = of_child and e.kind in ('characteristics', 'episode', 'leaving_care_year') and not e.voids
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)
    order by e.starts_on;
end $$;

-- Who is asked when I claim: my advisers, and how to reach them.
create function kept.my_advisers() returns table (name text, title text, email text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select concat_ws(' ', p.given_name, p.family_name), p.title, p.email from relationship r
    join person p on p.authority_id = r.authority_id and p.id = r.person_id
    where r.authority_id = (select kept.authority()) and r.child_id = (select kept.me()) and r.role = 'personal_adviser'
      and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))
      and exists (select from role_held h where h.authority_id = p.authority_id and h.person_id = p.id
        and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today())))
      and not exists (select from relationship b where b.authority_id = r.authority_id and b.child_id = r.child_id and b.person_id = r.person_id
        and b.role = 'barred' and b.starts_on <= (select kept.today()) and (b.ends_on is null or b.ends_on >= (select kept.today())))
    order by r.starts_on desc $$;

-- An answer is given once, today, by the one who gives it; a yes is paid once, by whoever pays it.
create function kept.keep_claim_whole() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin
  if old.decision is not null and (new.decision, new.reason, new.amount_pence, new.answered_on, new.decided_by, new.told_on)
      is distinct from (old.decision, old.reason, old.amount_pence, old.answered_on, old.decided_by, old.told_on) then
    raise exception 'a claim is answered once' using errcode = 'check_violation';
  end if;
  if old.paid_on is not null and (new.paid_on, new.paid_by) is distinct from (old.paid_on, old.paid_by) then
    raise exception 'a claim is paid once' using errcode = 'check_violation';
  end if;
  if old.decision is null and new.decision is not null and (new.decided_by is distinct from kept.me() or new.answered_on is distinct from kept.today()) then
    raise exception 'an answer is given in one’s own name, today' using errcode = 'check_violation';
  end if;
  if old.paid_on is null and new.paid_on is not null and new.paid_by is distinct from kept.me() then
    raise exception 'a payment is noted in one’s own name' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke execute on function kept.keep_claim_whole() from public;
create trigger keep_whole before update on kept.claim for each row execute function kept.keep_claim_whole();

do $$
declare t text; f text;
begin
  foreach t in array array['offer', 'claim', 'next_step'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach f in array array['advised()', 'care_dates(uuid)', 'my_advisers()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app', f);
  end loop;
end $$;
create trigger history before update or delete on kept.offer for each row execute function kept.keep_history();

-- What the council offers is for everybody it knows.
create policy app_read on kept.offer for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_add on kept.offer for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')));
create policy app_end on kept.offer for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('plan', 'write')));
grant select, insert, update (valid_to) on kept.offer to kept_app;

create policy app_read on kept.claim for select to kept_app using (authority_id = (select kept.authority())
  and (child_id = (select kept.me()) or child_id in (select a.child_id from kept.advised() a)));
-- Asked for by the young person alone: `visible` holds oneself only for a child or a young adult.
create policy app_add on kept.claim for insert to kept_app with check (authority_id = (select kept.authority()) and child_id = (select kept.me())
  and child_id in (select v.child_id from kept.visible() v where v.field_group = 'identity'));
create policy app_answer on kept.claim for update to kept_app using (authority_id = (select kept.authority())
  and child_id <> (select kept.me()) and child_id in (select a.child_id from kept.advised() a));
grant select, insert (authority_id, offer_id, words), update (decision, reason, amount_pence, answered_on, decided_by, told_on, paid_on, paid_by) on kept.claim to kept_app;

create policy app_read on kept.next_step for select to kept_app using (authority_id = (select kept.authority())
  and (child_id = (select kept.me()) or child_id in (select a.child_id from kept.advised() a)));
create policy app_add on kept.next_step for insert to kept_app with check (authority_id = (select kept.authority()) and written_by = (select kept.me())
  and ((child_id = (select kept.me()) and child_id in (select v.child_id from kept.visible() v where v.field_group = 'identity'))
    or child_id in (select a.child_id from kept.advised() a)));
create policy app_tick on kept.next_step for update to kept_app using (authority_id = (select kept.authority())
  and (child_id = (select kept.me()) or child_id in (select a.child_id from kept.advised() a)));
grant select, insert (authority_id, child_id, words, by_on, who_helps), update (done_on) on kept.next_step to kept_app;
