-- Which of the seven principles in law a promise, an action, a figure or a decision serves. A label is ended, not taken away.

create table kept.principle_label (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('promise', 'action', 'measure', 'decision')),
  ref text not null check (btrim(ref) <> '' and length(ref) <= 40),
  principle int not null check (principle between 1 and 7),
  labelled_by uuid not null default kept.me(),
  labelled_on date not null default kept.today(),
  ended_on date,
  primary key (authority_id, id),
  foreign key (authority_id, labelled_by) references kept.person
);
create unique index on kept.principle_label (authority_id, kind, ref, principle) where ended_on is null;

alter table kept.principle_label enable row level security;
alter table kept.principle_label force row level security;
create policy guard on kept.principle_label to kept_guard using (true);
create policy owner on kept.principle_label to kept_owner using (true) with check (true);
grant select on kept.principle_label to kept_guard;
create trigger history before update or delete on kept.principle_label for each row execute function kept.keep_history();

-- Read with the plan. Whoever keeps the plan labels what is in it and the figures; whoever keeps the meetings, the decisions.
create policy app_read on kept.principle_label for select to kept_app using (authority_id = (select kept.authority())
  and (select kept.may('plan', 'read')));
create policy app_add on kept.principle_label for insert to kept_app with check (authority_id = (select kept.authority())
  and labelled_by = (select kept.me()) and ended_on is null
  and case kind when 'decision' then (select kept.may('meetings', 'write')) else (select kept.may('plan', 'write')) end);
create policy app_end on kept.principle_label for update to kept_app using (authority_id = (select kept.authority()) and ended_on is null
  and case kind when 'decision' then (select kept.may('meetings', 'write')) else (select kept.may('plan', 'write')) end)
  with check (authority_id = (select kept.authority()) and ended_on is not null);
grant select, insert (authority_id, kind, ref, principle), update (ended_on) on kept.principle_label to kept_app;
