-- Reports that are built from a year's data: the annual report, and One Year On. What people write of each part is kept by
-- version, apart from the figures; a frozen report never changes, and somebody else publishes it.

create table kept.report (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('annual report', 'one year on')),
  title text not null check (length(btrim(title)) between 3 and 200),
  from_on date not null,
  to_on date not null,
  made_by uuid not null default kept.me(),
  made_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person,
  check (from_on < to_on and to_on <= from_on + 1100)
);

-- A row each time somebody saves a part. Two who began from the same version cannot both save the next.
create table kept.report_words (
  authority_id int not null,
  report_id uuid not null,
  part text not null check (length(part) between 1 and 40),
  version int not null check (version > 0),
  words text not null check (length(words) <= 20000),
  for_children text not null default '' check (length(for_children) <= 2000),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, report_id, part, version),
  foreign key (authority_id, report_id) references kept.report,
  foreign key (authority_id, said_by) references kept.person
);

-- Word for word as it goes out, and the same for children; with the seal that its figures are known by.
create table kept.report_edition (
  authority_id int not null,
  report_id uuid not null,
  content jsonb not null,
  for_children jsonb,
  seal_number bigint not null,
  frozen_by uuid not null default kept.me(),
  frozen_on date not null default kept.today(),
  primary key (authority_id, report_id),
  foreign key (authority_id, report_id) references kept.report,
  foreign key (authority_id, frozen_by) references kept.person
);

-- What it printed of the figures, with what it hid: later packs and pages must not tell the rest. True numbers.
create table kept.printed_in_report (
  authority_id int not null,
  report_id uuid not null,
  printed jsonb not null,
  printed_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, report_id),
  foreign key (authority_id, report_id) references kept.report_edition
);

create table kept.report_step (
  authority_id int not null,
  report_id uuid not null,
  step text not null check (step in ('published', 'withdrawn')),
  reason text check (length(btrim(reason)) between 3 and 1000),
  done_by uuid not null default kept.me(),
  done_on date not null default kept.today(),
  primary key (authority_id, report_id, step),
  foreign key (authority_id, report_id) references kept.report_edition,
  foreign key (authority_id, done_by) references kept.person,
  check (step = 'published' or reason is not null)
);

do $$
declare t text;
begin
  foreach t in array array['report', 'report_words', 'report_edition', 'printed_in_report', 'report_step'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;

-- Which have come so far, whoever asks: only that, so that a step can follow another.
create function kept.reports_frozen() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select report_id from report_edition where authority_id = (select authority())
$$;
create function kept.reports_out() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select report_id from report_step where authority_id = (select authority()) group by report_id
    having bool_or(step = 'published') and not bool_or(step = 'withdrawn')
$$;
do $$
declare f text;
begin
  foreach f in array array['reports_frozen()', 'reports_out()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app', f);
  end loop;
end $$;

-- One on its way is for those who keep the plan or make the meetings; once out, for whoever reads the plan.
create policy app_read on kept.report for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('plan', 'write')) or (select kept.may('meetings', 'write'))
    or ((select kept.may('plan', 'read')) and id in (select kept.reports_out()))));
create policy app_add on kept.report for insert to kept_app with check (authority_id = (select kept.authority())
  and made_by = (select kept.me()) and (select kept.may('plan', 'write')));
create policy app_read on kept.report_words for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('plan', 'write')) or (select kept.may('meetings', 'write'))));
create policy app_add on kept.report_words for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and ((select kept.may('plan', 'write')) or (select kept.may('meetings', 'write')))
  and report_id in (select r.id from kept.report r where r.authority_id = (select kept.authority()))
  and report_id not in (select kept.reports_frozen()));
create policy app_read on kept.report_edition for select to kept_app using (authority_id = (select kept.authority())
  and report_id in (select r.id from kept.report r where r.authority_id = (select kept.authority())));
create policy app_add on kept.report_edition for insert to kept_app with check (authority_id = (select kept.authority())
  and frozen_by = (select kept.me()) and (select kept.may('plan', 'write'))
  and report_id in (select r.id from kept.report r where r.authority_id = (select kept.authority())));
create policy app_read on kept.printed_in_report for select to kept_app using (authority_id = (select kept.authority())
  and (select kept.may('true figures', 'read')));
create policy app_add on kept.printed_in_report for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('plan', 'write')) and report_id in (select kept.reports_frozen()));
create policy app_read on kept.report_step for select to kept_app using (authority_id = (select kept.authority())
  and report_id in (select r.id from kept.report r where r.authority_id = (select kept.authority())));
-- Whoever froze it does not publish it.
create policy app_add on kept.report_step for insert to kept_app with check (authority_id = (select kept.authority())
  and done_by = (select kept.me()) and done_on = (select kept.today())
  and ((select kept.may('meetings', 'write')) or (select kept.may('plan', 'write')))
  and case step
    when 'published' then report_id in (select e.report_id from kept.report_edition e where e.authority_id = (select kept.authority()) and e.frozen_by <> (select kept.me()))
    else report_id in (select kept.reports_out()) end);

grant select, insert (authority_id, id, kind, title, from_on, to_on) on kept.report to kept_app;
grant select, insert (authority_id, report_id, part, version, words, for_children) on kept.report_words to kept_app;
grant select, insert (authority_id, report_id, content, for_children, seal_number) on kept.report_edition to kept_app;
grant select, insert (authority_id, report_id, printed) on kept.printed_in_report to kept_app;
grant select, insert (authority_id, report_id, step, reason) on kept.report_step to kept_app;
