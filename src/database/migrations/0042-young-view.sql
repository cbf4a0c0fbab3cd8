-- What young people say of an action of a plan: as their group, by one who speaks for it at a body. Who wrote it down is
-- kept and shown to nobody (rule 35). A later view stands beside the one before.

create table kept.young_view (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  group_name text not null check (btrim(group_name) <> ''),
  said text not null check (said in ('we see it', 'a bit', 'we do not see it')),
  words text check (btrim(words) <> '' and length(words) <= 600),
  said_by uuid not null default kept.me(),
  said_on date not null default kept.today(),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, item_id) references kept.plan_item (authority_id, id),
  foreign key (authority_id, said_by) references kept.person
);
create index on kept.young_view (authority_id, item_id);

alter table kept.young_view enable row level security;
alter table kept.young_view force row level security;
create policy guard on kept.young_view to kept_guard using (true);
create policy owner on kept.young_view to kept_owner using (true) with check (true);
grant select on kept.young_view to kept_guard;
create trigger history before update or delete on kept.young_view for each row execute function kept.keep_history();
create trigger names_of_bodies before insert on kept.young_view for each row execute function kept.refuse_names_of_bodies();

create policy app_read on kept.young_view for select to kept_app using (authority_id = (select kept.authority())
  and (select kept.may('plan', 'read')));
create policy app_add on kept.young_view for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and (select kept.may('plan', 'read'))
  and item_id in (select i.id from kept.plan_item i join kept.plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select kept.authority()) and p.kind <> 'pledge')
  and group_name in (select m.group_name from kept.body_member m where m.authority_id = (select kept.authority())
    and m.person_id = (select kept.me()) and m.starts_on <= (select kept.today()) and (m.ends_on is null or m.ends_on >= (select kept.today()))));
grant select (authority_id, id, item_id, group_name, said, words, said_on, said_at), insert (authority_id, item_id, group_name, said, words) on kept.young_view to kept_app;
