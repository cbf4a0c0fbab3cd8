-- How many children said something was a number of its own, safe by itself and not beside another: told twelve yesterday and
-- thirteen today, a reader knew that one child had spoken. Now it is what it is more than, in steps of five
-- (src/domain/disclosure/more-than.ts), of themes and of what children say of a promise alike.

create function kept.more_than(children bigint) returns int language sql immutable as $$
  select case when children > 5 then ((children - 1) / 5 * 5)::int end $$;
create function kept.say_more_than(children int) returns text language sql immutable as $$
  select case children when 5 then 'more than five children' else coalesce('more than ' || children || ' children', 'five children or fewer') end $$;
revoke execute on function kept.more_than(bigint), kept.say_more_than(int) from public;
grant execute on function kept.more_than(bigint), kept.say_more_than(int) to kept_app, kept_guard;

-- `children`: more than how many different children said it; null up to five (rules 5 and 39). One taken back counts no more.
create or replace function kept.theme_counts() returns table (theme_id uuid, children int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select t.id, more_than(count(distinct v.child_id)) from theme t
    left join theme_view p on p.authority_id = t.authority_id and p.theme_id = t.id and p.taken_out_on is null
    left join view v on v.authority_id = p.authority_id and v.id = p.view_id and v.withdrawn_on is null and v.may_be_counted and v.about_adult is null
    where t.authority_id = (select kept.authority())
      and exists (select from person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me()))
    group by t.id $$;

-- The same of each answer to "is it true for you?". Nobody and five look alike.
create or replace function kept.verdict_counts(promise uuid) returns table (said text, children int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select c.said, more_than(c.children) from kept.latest_verdicts(promise) c
    where exists (select from person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())) $$;

-- The one answer that more than half of those who answered gave, where it may be shown; the total itself is never said.
create or replace function kept.verdict_most(promise uuid) returns text language sql stable security definer set search_path = kept, pg_temp as $$
  select l.said from kept.latest_verdicts(promise) l
    where more_than(l.children) is not null and l.children * 2 > (select sum(a.children) from kept.latest_verdicts(promise) a)
      and exists (select from person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())) $$;

-- What knots are called, as far as the reader may know of them.
create or replace function kept.thread_names(asked uuid[]) returns setof jsonb
  language plpgsql stable set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select to_jsonb(n) from (
    select case p.kind when 'pledge' then 'promise' else 'action' end as kind, i.id::text as ref, i.title, i.owners[1] as owner, i.due_on as "on", i.id::text as home,
      null::text as "meetingId", null::text as "bodyId", false as "isHeldBack"
      from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority()) and i.id = any (asked)
    union all select 'agenda item', a.id::text, a.title, a.brought_by, m.held_on, m.id::text, m.id::text, m.body_id::text, a.is_private or m.status = 'planned'
      from agenda_item a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
      where a.authority_id = (select authority()) and a.title is not null and a.taken_off_on is null and a.id = any (asked)
    union all select 'decision', d.id::text, d.title, null, d.decided_on, d.id::text, d.meeting_id::text, d.body_id::text, a.is_private
      from decision d join agenda_item a on a.authority_id = d.authority_id and a.id = d.agenda_item_id
      where d.authority_id = (select authority()) and d.id = any (asked)
    union all select 'challenge', c.id::text, c.title, c.group_name, c.answer_due_on, c.id::text, null, c.body_id::text, false from challenge c
      where c.authority_id = (select authority()) and c.id = any (asked)
    union all select 'theme', t.id::text, t.title, say_more_than(c.children), null, t.id::text, null, null, c.children is null
      from theme t join theme_counts() c on c.theme_id = t.id where t.authority_id = (select authority()) and t.id = any (asked)
    union all select 'answer', a.id::text, case a.kind when 'we did' then 'We did' when 'we will' then 'We will' else 'No, because' end, t.title, a.answered_on, a.theme_id::text, null, null, a.told_board_on is null or c.children is null
      from theme_answer a join theme t on t.authority_id = a.authority_id and t.id = a.theme_id join theme_counts() c on c.theme_id = t.id
      where a.authority_id = (select authority()) and a.id = any (asked)
    ) n;
end $$;

-- What the pack of a meeting printed of the figures, with what it hid: later packs and pages must not tell the rest. True numbers.
create table kept.printed_in_meeting (
  authority_id int not null,
  pack_id uuid not null,
  printed jsonb not null,
  printed_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, pack_id),
  foreign key (authority_id, pack_id) references kept.pack (authority_id, id)
);
alter table kept.printed_in_meeting enable row level security;
alter table kept.printed_in_meeting force row level security;
create policy guard on kept.printed_in_meeting to kept_guard using (true);
create policy owner on kept.printed_in_meeting to kept_owner using (true) with check (true);
create policy app_read on kept.printed_in_meeting for select to kept_app using (authority_id = (select kept.authority())
  and (select kept.may('true figures', 'read')));
create policy app_add on kept.printed_in_meeting for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('meetings', 'write')) and pack_id in (select p.id from kept.pack p where p.authority_id = (select kept.authority())));
grant select, insert (authority_id, pack_id, printed) on kept.printed_in_meeting to kept_app;

-- A pack may round every number to a multiple of five instead of hiding some.
alter table kept.figure_pack add small_numbers text not null default 'hidden' check (small_numbers in ('hidden', 'rounded'));
grant update (small_numbers) on kept.figure_pack to kept_app;
