-- Filters over children in care that somebody keeps. A filter holds questions and no child: who runs it sees only the
-- children whom they may see.

create table kept.saved_filter (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  owner_id uuid not null default kept.me(),
  name text not null check (length(btrim(name)) between 2 and 80),
  filter jsonb not null check (jsonb_typeof(filter) = 'object' and length(filter::text) <= 2000),
  is_shared boolean not null default false,   -- with all who may see true figures
  saved_on date not null default kept.today(),
  removed_on date,
  primary key (authority_id, id),
  unique (authority_id, owner_id, name),
  foreign key (authority_id, owner_id) references kept.person (authority_id, id)
);

alter table kept.saved_filter enable row level security;
alter table kept.saved_filter force row level security;
create policy guard on kept.saved_filter to kept_guard using (true);
create policy owner on kept.saved_filter to kept_owner using (true) with check (true);
grant select on kept.saved_filter to kept_guard;
create trigger history before update or delete on kept.saved_filter for each row execute function kept.keep_history();

create policy app_read on kept.saved_filter for select to kept_app using (authority_id = (select kept.authority())
  and (owner_id = (select kept.me()) or is_shared) and (select kept.may('true figures', 'read')));
create policy app_add on kept.saved_filter for insert to kept_app with check (authority_id = (select kept.authority())
  and owner_id = (select kept.me()) and (select kept.may('true figures', 'read')));
create policy app_change on kept.saved_filter for update to kept_app using (authority_id = (select kept.authority())
  and owner_id = (select kept.me()) and (select kept.may('true figures', 'read'))) with check (authority_id = (select kept.authority())
  and owner_id = (select kept.me()));
grant select, insert on kept.saved_filter to kept_app;
grant update (name, filter, is_shared, removed_on) on kept.saved_filter to kept_app;
