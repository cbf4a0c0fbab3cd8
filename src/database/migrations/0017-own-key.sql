-- A child's own way in: a helper's code, once, then a key of their own. How their pages look, who is shown on them, and
-- who is there tonight.

-- What each council's young people call their door, and the picture they chose for it.
create table kept.door_setting (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(btrim(name)) between 1 and 24),
  picture text not null check (picture ~ '^[a-z0-9-]{1,30}$'),
  primary key (authority_id)
);

-- How a young person likes their own pages. Theirs alone: no colleague reads it.
create table kept.own_look (
  authority_id int not null,
  person_id uuid not null default kept.me(),
  picture text not null check (picture ~ '^[a-z0-9-]{1,30}$'),
  palette text not null check (palette ~ '^[a-z]{1,20}$'),
  is_easy_read boolean not null default false,
  is_short boolean not null default false,
  primary key (authority_id, person_id),
  foreign key (authority_id, person_id) references kept.person
);

-- A young person's key: a made-up name for the door and the scrypt of four pictures. Nobody reads it: it is tried.
create table kept.own_key (
  authority_id int not null,
  child_id uuid not null,
  door_word text not null check (door_word ~ '^[a-z]{3,9}-[a-z]{3,9}-[0-9]{2}$'),
  salt bytea,
  key_hash bytea,
  set_at timestamptz,
  tries int not null default 0,
  waits_until timestamptz,
  primary key (authority_id, child_id),
  unique (authority_id, door_word),
  foreign key (authority_id, child_id) references kept.person
);

-- A helper's code: once, for fifteen minutes, five tries, and who made it. An adult's also needs a second colleague.
create table kept.helper_code (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  salt bytea not null,
  code_hash bytea not null,
  issued_by uuid not null,
  issued_at timestamptz not null default clock_timestamp(),
  closes_at timestamptz not null default clock_timestamp() + interval '15 minutes',
  needs_second boolean not null,
  confirmed_by uuid,
  tries int not null default 0,
  used_at timestamptz,
  ticket_hash bytea,
  key_set_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, issued_by) references kept.person,
  foreign key (authority_id, confirmed_by) references kept.person,
  check (confirmed_by is null or confirmed_by <> issued_by)
);
create index on kept.helper_code (authority_id, child_id);

-- Rule 32: what a colleague chooses to show to the children now with them, and to nobody else.
create table kept.shown_to_children (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null default kept.me(),
  picture text not null check (picture ~ '^[a-z0-9-]{1,30}$'),
  first_name text not null check (length(btrim(first_name)) between 1 and 40),
  hours text not null default '' check (length(hours) <= 120),
  what_i_do text not null default '' check (length(what_i_do) <= 300),
  primary key (authority_id, person_id),
  foreign key (authority_id, person_id) references kept.person
);

-- Who is there on which nights of the week (1 is Monday), where the child lives now. It tells where a child is: rule 16.
create table kept.on_tonight (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  first_name text not null check (length(btrim(first_name)) between 1 and 40),
  part text not null check (part in ('carer', 'night staff', 'sleeps in', 'on call')),
  picture text not null check (picture ~ '^[a-z0-9-]{1,30}$'),
  phone text check (length(phone) <= 20),
  nights int[] not null check (nights <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(nights) > 0),
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  starts_on date not null default kept.today(),
  ends_on date,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person
);
create index on kept.on_tonight (authority_id, child_id);

do $$
declare t text;
begin
  foreach t in array array['door_setting', 'own_look', 'own_key', 'helper_code', 'shown_to_children', 'on_tonight'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true) with check (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['door_setting', 'shown_to_children', 'on_tonight'] loop
    execute format('create trigger history before update or delete on kept.%I for each row execute function kept.keep_history()', t);
  end loop;
end $$;
grant insert, update on kept.own_key, kept.helper_code to kept_guard;
grant insert on kept.role_held to kept_guard;
create policy guard_add on kept.role_held for insert to kept_guard with check (role in ('child', 'young_adult'));

-- Rule 10: on real data the child's door stays shut until the council has filled in who answers behind it.
create function kept.is_door_open() returns boolean language sql stable security definer set search_path = kept, pg_temp as $$
  select exists (select from installation where nature = 'made-up') $$;

-- Whole years on a day; null where no birth date is recorded.
create function kept.age_of(of_authority int, of_child uuid) returns int language sql stable security definer set search_path = kept, pg_temp as $$
  select extract(year from age(kept.today(), e.starts_on))::int from event e
    where e.authority_id = of_authority and e.child_id = of_child and e.kind = 'characteristics' and not e.voids
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id) limit 1 $$;

-- Who is named for the young person who asks, today: the people on their page.
create function kept.my_people() returns table (person_id uuid, name text, part text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.id, p.given_name, r.role from relationship r
    join person p on p.authority_id = r.authority_id and p.id = r.person_id and p.kind = 'staff'
    where r.authority_id = (select kept.authority()) and r.child_id = (select kept.me()) and r.role <> 'barred'
      and r.starts_on <= (select kept.today()) and (r.ends_on is null or r.ends_on >= (select kept.today()))
      and exists (select from role_held h where h.authority_id = p.authority_id and h.person_id = p.id
        and h.starts_on <= (select kept.today()) and (h.ends_on is null or h.ends_on >= (select kept.today())))
      and not exists (select from relationship b where b.authority_id = r.authority_id and b.child_id = r.child_id and b.person_id = r.person_id
        and b.role = 'barred' and b.starts_on <= (select kept.today()) and (b.ends_on is null or b.ends_on >= (select kept.today()))) $$;

-- The children whose helper I may be: those I work with or answer for. A record opened for a reason is not enough.
create function kept.helped() returns table (child_id uuid) language sql stable security definer set search_path = kept, pg_temp as $$
  select distinct v.child_id from kept.visible('write') v where (select kept.may('accounts', 'write'))
  except select w.child_id from kept.withheld() w $$;

-- Makes a code for a child I help; no row where I may not. Rule 29: under five there is no sign-in. Rule 23: from 19 on, two staff.
create function kept.make_helper_code(of_child uuid, new_words text[], new_salt bytea, new_hash bytea)
  returns table (door_word text, needs_second boolean) language plpgsql security definer set search_path = kept, pg_temp as $$
declare
  council constant int := kept.authority();
  age constant int := kept.age_of(council, of_child);
  word text;
begin
  if not exists (select from kept.helped() h where h.child_id = of_child) or coalesce(age, 5) < 5 then return; end if;
  select k.door_word into word from own_key k where k.authority_id = council and k.child_id = of_child;
  if word is null then
    select n into word from unnest(new_words) with ordinality as w(n, position)
      where not exists (select from own_key k where k.authority_id = council and k.door_word = n) order by position limit 1;
    insert into own_key (authority_id, child_id, door_word) values (council, of_child, word);
  end if;
  update helper_code c set closes_at = clock_timestamp()
    where c.authority_id = council and c.child_id = of_child and c.used_at is null and c.closes_at > clock_timestamp();
  insert into helper_code (authority_id, child_id, salt, code_hash, issued_by, needs_second)
    values (council, of_child, new_salt, new_hash, kept.me(), coalesce(age, 0) >= 19);
  return query select word, coalesce(age, 0) >= 19;
end $$;

-- The second colleague says that this is who they say they are; the fifteen minutes begin again.
create function kept.confirm_helper_code(of_code uuid) returns boolean language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  update helper_code c set confirmed_by = kept.me(), closes_at = clock_timestamp() + interval '15 minutes'
    where c.authority_id = kept.authority() and c.id = of_code and c.needs_second and c.confirmed_by is null and c.used_at is null
      and c.closes_at > clock_timestamp() and c.issued_by <> kept.me() and c.child_id in (select h.child_id from kept.helped() h);
  return found;
end $$;

-- For the door. What is needed to work the hash out; the hash itself never leaves the database.
create function kept.door_at_door(of_authority int) returns table (name text, picture text, is_open boolean)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select s.name, s.picture, kept.is_door_open() from (select 1) one left join door_setting s on s.authority_id = of_authority $$;
create function kept.salts_at_door(of_authority int, of_word text) returns table (code_salt bytea, key_salt bytea)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select (select c.salt from helper_code c where c.authority_id = k.authority_id and c.child_id = k.child_id order by c.issued_at desc limit 1), k.salt
    from own_key k where k.authority_id = of_authority and k.door_word = of_word $$;

-- A code serves once and bears five tries. What it gives is a ticket: fifteen minutes to set a key.
create function kept.use_helper_code(of_authority int, of_word text, given_hash bytea, new_ticket bytea) returns boolean
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare code helper_code;
begin
  if not kept.is_door_open() then return false; end if;
  select c.* into code from helper_code c join own_key k on k.authority_id = c.authority_id and k.child_id = c.child_id
    where c.authority_id = of_authority and k.door_word = of_word order by c.issued_at desc limit 1 for update of c;
  if code.id is null or code.used_at is not null or code.closes_at <= clock_timestamp() or code.tries >= 5
    or (code.needs_second and code.confirmed_by is null) then return false; end if;
  if code.code_hash <> given_hash then
    update helper_code c set tries = c.tries + 1 where c.authority_id = of_authority and c.id = code.id;
    return false;
  end if;
  update helper_code c set used_at = clock_timestamp(), ticket_hash = new_ticket where c.authority_id = of_authority and c.id = code.id;
  return true;
end $$;

-- Sets the key that the ticket is for, and lets its owner in: a child, or an adult who was one.
create function kept.keep_own_key(of_authority int, of_ticket bytea, new_salt bytea, new_hash bytea) returns table (person_id uuid, door_word text)
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare owner uuid; age int;
begin
  if not kept.is_door_open() then return; end if;
  update helper_code c set key_set_at = clock_timestamp(), ticket_hash = null
    where c.authority_id = of_authority and c.ticket_hash = of_ticket and c.key_set_at is null
      and c.used_at > clock_timestamp() - interval '15 minutes' returning c.child_id into owner;
  if owner is null then return; end if;
  update own_key k set salt = new_salt, key_hash = new_hash, set_at = clock_timestamp(), tries = 0, waits_until = null
    where k.authority_id = of_authority and k.child_id = owner;
  age := kept.age_of(of_authority, owner);
  if not exists (select from role_held h where h.authority_id = of_authority and h.person_id = owner
      and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today())) then
    insert into role_held (authority_id, person_id, role, starts_on)
      values (of_authority, owner, case when coalesce(age, 0) >= 18 then 'young_adult' else 'child' end, kept.today());
  end if;
  return query select k.child_id, k.door_word from own_key k where k.authority_id = of_authority and k.child_id = owner;
end $$;

-- Tries a key. After five wrong tries it waits a quarter of an hour; after fifteen only a helper's code opens it again.
create function kept.open_own_key(of_authority int, of_word text, given_hash bytea) returns uuid
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare held own_key;
begin
  if not kept.is_door_open() then return null; end if;
  select k.* into held from own_key k where k.authority_id = of_authority and k.door_word = of_word for update;
  if held.key_hash is null or held.tries >= 15 or held.waits_until > clock_timestamp() then return null; end if;
  if held.key_hash <> given_hash then
    update own_key k set tries = k.tries + 1,
        waits_until = case when (k.tries + 1) % 5 = 0 then clock_timestamp() + interval '15 minutes' end
      where k.authority_id = of_authority and k.child_id = held.child_id;
    return null;
  end if;
  update own_key k set tries = 0, waits_until = null where k.authority_id = of_authority and k.child_id = held.child_id;
  return held.child_id;
end $$;

do $$
declare f text;
begin
  foreach f in array array['is_door_open()', 'age_of(int, uuid)', 'my_people()', 'helped()', 'make_helper_code(uuid, text[], bytea, bytea)',
    'confirm_helper_code(uuid)', 'door_at_door(int)', 'salts_at_door(int, text)', 'use_helper_code(int, text, bytea, bytea)',
    'keep_own_key(int, bytea, bytea, bytea)', 'open_own_key(int, text, bytea)'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
end $$;
grant execute on function kept.is_door_open(), kept.my_people(), kept.helped(), kept.make_helper_code(uuid, text[], bytea, bytea),
  kept.confirm_helper_code(uuid) to kept_app;
grant execute on function kept.is_door_open(), kept.door_at_door(int), kept.salts_at_door(int, text), kept.use_helper_code(int, text, bytea, bytea),
  kept.keep_own_key(int, bytea, bytea, bytea), kept.open_own_key(int, text, bytea) to kept_door;

create policy app_read on kept.door_setting for select to kept_app using (authority_id = (select kept.authority())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_add on kept.door_setting for insert to kept_app with check (authority_id = (select kept.authority()) and (select kept.may('door', 'write')));
create policy app_change on kept.door_setting for update to kept_app using (authority_id = (select kept.authority()) and (select kept.may('door', 'write')));
grant select, insert (authority_id, name, picture), update (name, picture) on kept.door_setting to kept_app;

create policy app_read on kept.own_look for select to kept_app using (authority_id = (select kept.authority()) and person_id = (select kept.me()));
create policy app_add on kept.own_look for insert to kept_app with check (authority_id = (select kept.authority()) and person_id = (select kept.me()));
create policy app_change on kept.own_look for update to kept_app using (authority_id = (select kept.authority()) and person_id = (select kept.me()));
grant select, insert (authority_id, person_id, picture, palette, is_easy_read, is_short), update (picture, palette, is_easy_read, is_short) on kept.own_look to kept_app;

-- Without the hashes: who made a code for whom, and whether it was used. The child it was made for sees it too.
create policy app_read on kept.helper_code for select to kept_app using (authority_id = (select kept.authority())
  and (child_id = (select kept.me()) or child_id in (select h.child_id from kept.helped() h)));
grant select (authority_id, id, child_id, issued_by, issued_at, closes_at, needs_second, confirmed_by, used_at, key_set_at) on kept.helper_code to kept_app;

create policy app_read on kept.shown_to_children for select to kept_app using (authority_id = (select kept.authority())
  and (person_id = (select kept.me()) or person_id in (select p.person_id from kept.my_people() p)));
create policy app_add on kept.shown_to_children for insert to kept_app with check (authority_id = (select kept.authority()) and person_id = (select kept.me())
  and (select kept.may('colleagues', 'read')));
create policy app_change on kept.shown_to_children for update to kept_app using (authority_id = (select kept.authority()) and person_id = (select kept.me()));
grant select, insert (authority_id, person_id, picture, first_name, hours, what_i_do), update (picture, first_name, hours, what_i_do) on kept.shown_to_children to kept_app;

create policy app_read on kept.on_tonight for select to kept_app using (authority_id = (select kept.authority())
  and child_id not in (select w.child_id from kept.withheld() w)
  and (child_id = (select kept.me()) or child_id in (select v.child_id from kept.visible() v where v.field_group = 'location')));
create policy app_add on kept.on_tonight for insert to kept_app with check (authority_id = (select kept.authority())
  and child_id not in (select w.child_id from kept.withheld() w)
  and child_id in (select v.child_id from kept.visible('write') v where v.field_group = 'location'));
create policy app_end on kept.on_tonight for update to kept_app using (authority_id = (select kept.authority())
  and child_id not in (select w.child_id from kept.withheld() w)
  and child_id in (select v.child_id from kept.visible('write') v where v.field_group = 'location'));
grant select, insert (authority_id, child_id, first_name, part, picture, phone, nights, from_time, to_time), update (ends_on) on kept.on_tonight to kept_app;
