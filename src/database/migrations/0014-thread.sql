-- Which knots of the chain are joined: promise, action, measure, agenda item, decision, challenge, theme, answer.
-- A reference is the knot's id, or a measure's own ("M42"). What a child said is never a knot: the last one is a count.
create table kept.knot_join (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  from_kind text not null check (from_kind in ('promise', 'action', 'measure', 'agenda item', 'decision', 'challenge', 'theme', 'answer')),
  from_ref text not null,
  to_kind text not null check (to_kind in ('promise', 'action', 'measure', 'agenda item', 'decision', 'challenge', 'theme', 'answer')),
  to_ref text not null,
  joined_by uuid not null default kept.me(),
  joined_on date not null default kept.today(),
  ended_on date,
  primary key (authority_id, id),
  foreign key (authority_id, joined_by) references kept.person (authority_id, id),
  check ((from_kind, from_ref) <> (to_kind, to_ref))
);
create index on kept.knot_join (authority_id, from_kind, from_ref);
create index on kept.knot_join (authority_id, to_kind, to_ref);
alter table kept.knot_join enable row level security;
alter table kept.knot_join force row level security;
create policy guard on kept.knot_join to kept_guard using (true);
create policy owner on kept.knot_join to kept_owner using (true) with check (true);
grant select on kept.knot_join to kept_guard;
create trigger history before update or delete on kept.knot_join for each row execute function kept.keep_history();

create policy app_read on kept.knot_join for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_add on kept.knot_join for insert to kept_app with check (authority_id = (select kept.authority()) and joined_by = (select kept.me())
  and ((select kept.may('plan', 'write')) or (select kept.may('meetings', 'write')) or (select kept.may('themes', 'write'))));
create policy app_end on kept.knot_join for update to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('plan', 'write')) or (select kept.may('meetings', 'write')) or (select kept.may('themes', 'write'))));
grant select, insert (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by), update (ended_on) on kept.knot_join to kept_app;
