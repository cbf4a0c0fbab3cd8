-- The door: sessions, sign-in, and the picker of a made-up council.

-- Sessions and sign-in attempts: no row security, because nobody is anybody yet; reached by kept_door alone.
create table kept.session (
  token_hash bytea primary key,               -- sha256 of what the browser holds
  authority_id int not null references kept.authority,
  person_id uuid not null,
  opened_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null,
  foreign key (authority_id, person_id) references kept.person
);
create table kept.sign_in_attempt (
  address text not null,
  at timestamptz not null default clock_timestamp()
);
create index on kept.sign_in_attempt (address, at);
grant select, insert, update, delete on kept.session, kept.sign_in_attempt to kept_door;

-- For the door: which council this is, and Kept's own actor in it.
create function kept.council_at_door() returns table (authority_id int, name text, code text, ons_code text, nature text, system_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select a.authority_id, a.name, a.code, a.ons_code, i.nature, p.id from authority a cross join installation i
    join person p on p.authority_id = a.authority_id and p.kind = 'system' order by a.authority_id limit 1 $$;
-- For the door: who a session or an identity is. Names no child to anybody but the child.
create function kept.person_at_door(of_authority int, of_person uuid) returns table (authority_id int, person_id uuid, kind text, given_name text, family_name text, title text, roles text[], rights text[])
  language sql stable security definer set search_path = kept, pg_temp as $$
  select p.authority_id, p.id, p.kind, p.given_name, p.family_name, p.title,
    array(select distinct h.role from role_held h where h.authority_id = p.authority_id and h.person_id = p.id
      and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today()) order by 1),
    array(select distinct g.resource || ':' || g.action from role_held h join grant_rule g using (authority_id, role)
      where h.authority_id = p.authority_id and h.person_id = p.id
        and h.starts_on <= kept.today() and (h.ends_on is null or h.ends_on >= kept.today()) order by 1)
  from person p where p.authority_id = of_authority and p.id = of_person $$;
create function kept.person_of_identity(of_issuer text, of_subject text, of_email text) returns table (authority_id int, person_id uuid)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select i.authority_id, i.person_id from login_identity i where i.issuer = of_issuer and i.subject = of_subject
  union all
  select p.authority_id, p.id from person p where p.kind = 'staff' and lower(p.email) = lower(of_email)
    and not exists (select from login_identity i where i.authority_id = p.authority_id and (i.person_id = p.id or (i.issuer = of_issuer and i.subject = of_subject))) $$;
-- The first sign-in ties the identity to the person whose address the council entered.
create function kept.keep_identity(of_authority int, of_issuer text, of_subject text, of_person uuid) returns void
  language sql security definer set search_path = kept, pg_temp as $$
  insert into login_identity (authority_id, issuer, subject, person_id) values (of_authority, of_issuer, of_subject, of_person) on conflict do nothing $$;
-- The picker of a made-up council: one person per role. Empty where the council is real.
create table kept.picker_entry (
  authority_id int not null,
  position int not null,
  person_id uuid not null,
  label text not null,
  sentence text not null,
  primary key (authority_id, position),
  foreign key (authority_id, person_id) references kept.person
);
create function kept.picker() returns table (authority_id int, person_id uuid, label text, sentence text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select e.authority_id, e.person_id, e.label, e.sentence from picker_entry e
    where exists (select from installation where nature = 'made-up') order by e.position $$;
create function kept.refuse_picker_beside_real() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  if not exists (select from installation where nature = 'made-up') then
    raise exception 'the sign-in picker exists only in a made-up council';
  end if;
  return new;
end $$;
create trigger only_made_up before insert on kept.picker_entry for each row execute function kept.refuse_picker_beside_real();

do $$
declare f text;
begin
  foreach f in array array['council_at_door()', 'person_at_door(int, uuid)', 'person_of_identity(text, text, text)', 'keep_identity(int, text, text, uuid)', 'picker()', 'refuse_picker_beside_real()'] loop
    execute format('alter function kept.%s owner to kept_guard', f);
    execute format('revoke execute on function kept.%s from public', f);
  end loop;
end $$;
grant execute on function kept.council_at_door(), kept.person_at_door(int, uuid), kept.person_of_identity(text, text, text),
  kept.keep_identity(int, text, text, uuid), kept.picker(), kept.today(), kept.is_application(), kept.london_day(timestamptz) to kept_door;

alter table kept.picker_entry enable row level security;
alter table kept.picker_entry force row level security;
create policy guard on kept.picker_entry to kept_guard using (true);
create policy owner on kept.picker_entry to kept_owner using (true) with check (true);
grant select on kept.picker_entry to kept_guard;
grant insert on kept.login_identity to kept_guard;
create policy guard_add on kept.login_identity for insert to kept_guard with check (true);
