-- From one child to many: a person who may open a view puts it to a theme. A theme never shows who: what leaves is a count
-- of more than five children. What came of it is told in an order: those who said it, their group, the board, everybody.

create table kept.theme (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  title text not null check (length(btrim(title)) between 2 and 80),
  about text not null default '' check (length(about) <= 600),
  begun_by uuid not null default kept.me(),
  begun_on date not null default kept.today(),
  primary key (authority_id, id),
  foreign key (authority_id, begun_by) references kept.person (authority_id, id)
);

create table kept.theme_view (
  authority_id int not null,
  theme_id uuid not null,
  view_id uuid not null,
  put_by uuid not null default kept.me(),
  put_on date not null default kept.today(),
  taken_out_on date,
  primary key (authority_id, theme_id, view_id),
  foreign key (authority_id, theme_id) references kept.theme,
  foreign key (authority_id, view_id) references kept.view,
  foreign key (authority_id, put_by) references kept.person (authority_id, id)
);
create index on kept.theme_view (authority_id, view_id);

create table kept.theme_answer (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  theme_id uuid not null,
  kind text not null check (kind in ('we did', 'we will', 'no, because')),
  words text not null check (length(btrim(words)) between 2 and 1000),
  decision_id uuid,
  answered_by uuid not null default kept.me(),
  answered_on date not null default kept.today(),
  told_children_on date,
  told_group_on date,
  told_board_on date,
  told_public_on date,
  primary key (authority_id, id),
  foreign key (authority_id, theme_id) references kept.theme,
  foreign key (authority_id, decision_id) references kept.decision (authority_id, id),
  foreign key (authority_id, answered_by) references kept.person (authority_id, id),
  check (told_children_on >= answered_on),
  -- Nobody is told before those who come before them (rule 34).
  check (told_group_on is null or (told_children_on is not null and told_group_on >= told_children_on)),
  check (told_board_on is null or (told_group_on is not null and told_board_on >= told_group_on)),
  check (told_public_on is null or (told_board_on is not null and told_public_on >= told_board_on))
);
create index on kept.theme_answer (authority_id, theme_id);

-- How many different children said it: null up to five (rules 5 and 39), for anybody who is somebody here. One taken back counts no more.
create function kept.theme_counts() returns table (theme_id uuid, children int)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select t.id, nullif(greatest(count(distinct v.child_id), 5), 5)::int from theme t
    left join theme_view p on p.authority_id = t.authority_id and p.theme_id = t.id and p.taken_out_on is null
    left join view v on v.authority_id = p.authority_id and v.id = p.view_id and v.withdrawn_on is null and v.may_be_counted and v.about_adult is null
    where t.authority_id = (select kept.authority())
      and exists (select from person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me()))
    group by t.id $$;
alter function kept.theme_counts() owner to kept_guard;
revoke execute on function kept.theme_counts() from public;
grant execute on function kept.theme_counts() to kept_app;

do $$
declare t text;
begin
  foreach t in array array['theme', 'theme_view', 'theme_answer'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
end $$;
create trigger history before update or delete on kept.theme_answer for each row execute function kept.keep_history();

create policy app_read on kept.theme_view for select to kept_app using (authority_id = (select kept.authority()));
create policy named_only on kept.theme_view as restrictive to kept_app using (view_id in (select h.view_id from kept.heard() h));
create policy app_put on kept.theme_view for insert to kept_app with check (authority_id = (select kept.authority()) and put_by = (select kept.me())
  and view_id in (select h.view_id from kept.heard() h where not h.is_mine)
  and view_id in (select v.id from kept.view v where v.authority_id = (select kept.authority()) and v.may_be_counted and v.about_adult is null and v.withdrawn_on is null));
create policy app_take_out on kept.theme_view for update to kept_app using (authority_id = (select kept.authority())
  and view_id in (select h.view_id from kept.heard() h where not h.is_mine));
grant select, insert (authority_id, theme_id, view_id), update (taken_out_on) on kept.theme_view to kept_app;

-- An answer to up to five children is theirs alone, whatever has been told since (rule 5): beyond them it would show the theme.
create policy app_read on kept.theme_answer for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('themes', 'write'))
  or (theme_id in (select c.theme_id from kept.theme_counts() c where c.children is not null) and (told_public_on is not null
    or (told_board_on is not null and (select kept.may('meetings', 'read')))
    or (told_group_on is not null and exists (select from kept.role_held h where h.authority_id = (select kept.authority()) and h.person_id = (select kept.me())
    and h.role = 'young_representative' and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today()))))))
  or (told_children_on is not null and theme_id in (select p.theme_id from kept.theme_view p join kept.view v on v.authority_id = p.authority_id and v.id = p.view_id
    where p.authority_id = (select kept.authority()) and p.taken_out_on is null and v.child_id = (select kept.me())))));
create policy app_add on kept.theme_answer for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('themes', 'write'))
  and answered_by = (select kept.me()));
create policy app_tell on kept.theme_answer for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('themes', 'write')));
grant select, insert (authority_id, id, theme_id, kind, words, decision_id), update (told_children_on, told_group_on, told_board_on, told_public_on)
  on kept.theme_answer to kept_app;

-- Up to five children a theme is not shown at all (rule 5), but to whom young people's voice is entrusted, to whoever was told
-- something that could be put to it, to a child who said it, and to those an answer to it was told. Above five whoever reads meetings knows it.
create policy app_read on kept.theme for select to kept_app using (authority_id = (select kept.authority()) and (
  (select kept.may('themes', 'read'))
  or ((select kept.may('meetings', 'read')) and (exists (select from kept.heard() h where not h.is_mine)
    or id in (select c.theme_id from kept.theme_counts() c where c.children is not null)))
  or id in (select p.theme_id from kept.theme_view p where p.authority_id = (select kept.authority()))
  or id in (select a.theme_id from kept.theme_answer a where a.authority_id = (select kept.authority()))));
create policy app_begin on kept.theme for insert to kept_app with check (authority_id = (select kept.authority()) and begun_by = (select kept.me())
  and (select kept.may('themes', 'write')));
create policy app_reword on kept.theme for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('themes', 'write')));
grant select, insert (authority_id, id, title, about), update (title, about) on kept.theme to kept_app;
