-- Packs of figures for an audience: made, checked as a whole and against earlier packs, approved by somebody else, published,
-- withdrawn with a reason. What was checked and what went out never change. And tables that others published, as quoted.

create table kept.figure_pack (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  audience text not null check (audience in ('board', 'performance board', 'foster care council', 'partners', 'public')),
  as_at date not null,
  years int not null check (years between 0 and 5),   -- earlier years shown beside it
  measures text[] not null check (cardinality(measures) > 0),
  words text not null default '',
  made_by uuid not null default kept.me(),
  made_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references kept.person
);

-- True numbers: the model of cells and equations, what is hidden, and what the attack found.
create table kept.figure_pack_check (
  authority_id int not null references kept.authority,
  pack_id uuid not null,
  number int not null check (number > 0),
  outcome text not null check (outcome in ('safe', 'impossible', 'contradictory')),
  is_audit_safe boolean not null,
  seal_number bigint not null,
  model jsonb not null,
  protection jsonb not null,
  audit jsonb not null,
  printed jsonb not null,                              -- each number of the pack, and whether it is shown
  against uuid[] not null,                             -- the earlier packs it was checked against
  checked_by uuid not null default kept.me(),
  checked_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, pack_id, number),
  foreign key (authority_id, pack_id) references kept.figure_pack,
  foreign key (authority_id, checked_by) references kept.person
);

-- What may be shown of it, word for word, with the hash of each file it is written to.
create table kept.figure_pack_edition (
  authority_id int not null references kept.authority,
  pack_id uuid not null,
  number int not null,
  content jsonb not null,
  files jsonb not null,
  primary key (authority_id, pack_id),
  foreign key (authority_id, pack_id, number) references kept.figure_pack_check
);

create table kept.figure_pack_step (
  authority_id int not null references kept.authority,
  pack_id uuid not null,
  step text not null check (step in ('approved', 'published', 'withdrawn')),
  reason text check (btrim(reason) <> '' and length(reason) <= 1000),
  done_by uuid not null default kept.me(),
  done_on date not null default kept.today(),
  done_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, pack_id, step),
  foreign key (authority_id, pack_id) references kept.figure_pack_edition,
  foreign key (authority_id, done_by) references kept.person,
  check (step <> 'withdrawn' or reason is not null)
);

create table kept.quoted_table (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  source text not null check (btrim(source) <> '' and length(source) <= 500),
  rows_text text not null check (length(rows_text) <= 10000),
  hidden_up_to int check (hidden_up_to > 0),
  findings jsonb not null,
  stated_by uuid not null default kept.me(),
  stated_on date not null default kept.today(),
  answer text check (btrim(answer) <> '' and length(answer) <= 1000),
  answered_on date,
  primary key (authority_id, id),
  foreign key (authority_id, stated_by) references kept.person,
  check ((answer is null) = (answered_on is null))
);

do $$
declare t text;
begin
  foreach t in array array['figure_pack', 'figure_pack_check', 'figure_pack_edition', 'figure_pack_step', 'quoted_table'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['figure_pack', 'quoted_table'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;

-- Which packs have come so far, whoever asks: only that, so that a step can follow another.
create function kept.packs_with(asked text) returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select pack_id from figure_pack_step where authority_id = (select authority()) and step = asked
$$;
create function kept.packs_out() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select pack_id from figure_pack_step where authority_id = (select authority()) group by pack_id
    having bool_or(step = 'published') and not bool_or(step = 'withdrawn')
$$;
create function kept.packs_frozen() returns setof uuid language sql stable security definer set search_path = kept, pg_temp as $$
  select pack_id from figure_pack_edition where authority_id = (select authority())
$$;
do $$
declare f text;
begin
  foreach f in array array['packs_with(text)', 'packs_out()', 'packs_frozen()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
    execute format('grant execute on function kept.%s to kept_app', f);
  end loop;
end $$;

-- A pack on its way is for those with true figures; once out, for whoever reads figures.
create policy app_read on kept.figure_pack for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('true figures', 'read')) or ((select kept.may('figures', 'read')) and id in (select kept.packs_out()))));
create policy app_add on kept.figure_pack for insert to kept_app with check (authority_id = (select kept.authority())
  and made_by = (select kept.me()) and (select kept.may('true figures', 'write')));
create policy app_change on kept.figure_pack for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'write')) and id not in (select kept.packs_frozen()))
  with check (authority_id = (select kept.authority()));

create policy app_read on kept.figure_pack_check for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'read')));
create policy app_add on kept.figure_pack_check for insert to kept_app with check (authority_id = (select kept.authority())
  and checked_by = (select kept.me()) and (select kept.may('true figures', 'write')) and pack_id not in (select kept.packs_frozen()));

create policy app_read on kept.figure_pack_edition for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('true figures', 'read')) or ((select kept.may('figures', 'read')) and pack_id in (select kept.packs_out()))));
-- Nothing is frozen that was not found safe, by the engine and by the attack on it.
create policy app_add on kept.figure_pack_edition for insert to kept_app with check (authority_id = (select kept.authority())
  and (select kept.may('true figures', 'write'))
  and (pack_id, number) in (select c.pack_id, c.number from kept.figure_pack_check c where c.outcome = 'safe' and c.is_audit_safe));

create policy app_read on kept.figure_pack_step for select to kept_app using (authority_id = (select kept.authority())
  and ((select kept.may('true figures', 'read')) or ((select kept.may('figures', 'read')) and pack_id in (select kept.packs_out()))));
create policy app_approve on kept.figure_pack_step for insert to kept_app with check (authority_id = (select kept.authority())
  and done_by = (select kept.me()) and done_on = (select kept.today()) and (select kept.may('packs', 'write'))
  and case step
    when 'approved' then pack_id in (select p.id from kept.figure_pack p where p.made_by <> (select kept.me()))
    when 'published' then pack_id in (select kept.packs_with('approved'))
    else pack_id in (select kept.packs_with('published')) end);

create policy app_read on kept.quoted_table for select to kept_app using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'read')));
create policy app_add on kept.quoted_table for insert to kept_app with check (authority_id = (select kept.authority())
  and stated_by = (select kept.me()) and (select kept.may('true figures', 'write')));
create policy app_change on kept.quoted_table for update to kept_app
  using (authority_id = (select kept.authority()) and (select kept.may('true figures', 'write')))
  with check (authority_id = (select kept.authority()));

grant select, insert on kept.figure_pack, kept.figure_pack_check, kept.figure_pack_edition, kept.figure_pack_step, kept.quoted_table to kept_app;
grant update (title, audience, as_at, years, measures, words) on kept.figure_pack to kept_app;
grant update (answer, answered_on) on kept.quoted_table to kept_app;
