-- The append-only ledger of dated facts. Nothing is updated or deleted: a correction supersedes, a void says it never
-- happened. One seal per statement, chained per council, makes tampering visible.

-- Reference data, written from the kinds in the code at every migration.
create table kept.event_kind (
  kind text primary key,
  title text not null,
  field_group text not null,
  system_of_record text not null,
  third_party boolean not null,
  retention text not null
);
grant select on kept.event_kind to kept_app, kept_guard;

create table kept.event (
  authority_id int not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  kind text not null references kept.event_kind,
  field_group text not null,                  -- copied from the kind, never given
  starts_on date not null,
  ends_on date,
  data jsonb not null,
  salt bytea not null default uuid_send(gen_random_uuid()),
  payload_hash bytea not null default '',     -- sha256(salt ‖ payload): stays when a payload is erased
  source jsonb not null,                      -- {"import": id, "table": …, "line": …} or {"form": …}
  stated_on date not null,                    -- the day the source speaks of
  recorded_at timestamptz not null default '-infinity',
  recorded_by uuid not null,
  seal_number bigint not null default 0,
  supersedes uuid,
  voids boolean not null default false,
  reason text,
  primary key (authority_id, id),
  unique (authority_id, child_id, kind, id),
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, recorded_by) references kept.person (authority_id, id),
  -- A correction stays with its child and its kind: it can hide a row from nobody who could read it.
  foreign key (authority_id, child_id, kind, supersedes) references kept.event (authority_id, child_id, kind, id) deferrable,
  check (supersedes <> id),
  check (ends_on is null or ends_on >= starts_on),
  check ((supersedes is null) = (reason is null)),
  check (btrim(reason) <> ''),
  check (not voids or supersedes is not null)
);
create unique index event_superseded_once on kept.event (authority_id, supersedes) where supersedes is not null;
create index on kept.event (authority_id, child_id, kind, starts_on);
create index on kept.event (authority_id, kind, seal_number);
-- The newest seal, which every figure asks for first, and what came after one.
create index on kept.event (authority_id, seal_number);

create table kept.seal (
  authority_id int not null references kept.authority,
  number bigint not null,
  event_ids uuid[] not null,
  leaves bytea[] not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (authority_id, number)
);

-- The council's newest seal. A writer locks it, so that the order of seals is the order in time.
create table kept.seal_head (
  authority_id int primary key references kept.authority,
  number bigint not null default 0,
  hash bytea not null default '',
  -- The moment of the statement being sealed. In a row of its own, out of reach of the statement itself.
  stamped_at timestamptz not null default '-infinity'
);

create function kept.leaf(e kept.event) returns bytea
  language sql immutable set search_path = kept, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD' set bytea_output = 'hex' as $$
  select sha256(convert_to(jsonb_build_array(e.authority_id, e.id, e.child_id, e.kind, e.starts_on, e.ends_on, e.source,
    e.stated_on, extract(epoch from e.recorded_at), e.recorded_by, e.supersedes, e.voids, e.reason)::text, 'UTF8') || e.payload_hash) $$;

create function kept.payload_hash(salt bytea, data jsonb) returns bytea language sql immutable set search_path = kept, pg_temp as $$
  select sha256(salt || convert_to(data::text, 'UTF8')) $$;

-- Before a statement: lock the head, then stamp the clock once. A clock put back does not put the order back.
create function kept.open_seal() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  insert into seal_head (authority_id) values (kept.authority()) on conflict do nothing;
  perform from seal_head where authority_id = kept.authority() for update;
  update seal_head set stamped_at = greatest(clock_timestamp(), stamped_at + interval '1 microsecond') where authority_id = kept.authority();
  return null;
end $$;

create function kept.stamp_event() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
begin
  if new.authority_id is distinct from kept.authority() then
    raise exception 'an event belongs to the council that is at work';
  end if;
  select k.field_group, h.stamped_at, h.number + 1 into new.field_group, new.recorded_at, new.seal_number
    from seal_head h left join event_kind k on k.kind = new.kind where h.authority_id = new.authority_id;
  new.payload_hash := kept.payload_hash(new.salt, new.data);
  return new;
end $$;

create function kept.close_seal() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare head seal_head; ids uuid[]; leaf_hashes bytea[]; new_hash bytea; bytes bytea;
begin
  select array_agg(e.id order by e.id), array_agg(l.hash order by e.id), string_agg(l.hash, ''::bytea order by e.id)
    into ids, leaf_hashes, bytes
    from added e cross join lateral (select kept.leaf(row(e.*)::kept.event) as hash) l;
  if ids is null then return null; end if;
  select * into head from seal_head where authority_id = kept.authority();
  new_hash := sha256(head.hash || int8send(head.number + 1) || bytes);
  insert into seal values (head.authority_id, head.number + 1, ids, leaf_hashes, head.hash, new_hash, head.stamped_at);
  update seal_head set number = head.number + 1, hash = new_hash where authority_id = head.authority_id;
  return null;
end $$;

create trigger a_open before insert on kept.event for each statement execute function kept.open_seal();
create trigger b_stamp before insert on kept.event for each row execute function kept.stamp_event();
create trigger c_close after insert on kept.event referencing new table as added for each statement execute function kept.close_seal();

create function kept.refuse_change() returns trigger language plpgsql set search_path = kept, pg_temp as $$
begin raise exception 'the record is append-only: correct or void with a reason instead'; end $$;
create trigger never_changed before update or delete or truncate on kept.event for each statement execute function kept.refuse_change();
create trigger never_changed before update or delete or truncate on kept.seal for each statement execute function kept.refuse_change();

-- Whether the chain is whole: one row per fault, none when it is.
create function kept.verify_seals(of_authority int) returns table (seal_number bigint, fault text)
  language plpgsql stable security definer set search_path = kept, pg_temp as $$
declare s seal; before bytea := ''; expected bigint := 1; head seal_head;
begin
  return query select e.seal_number, 'the words of event ' || e.id || ' do not match what was sealed' from event e
    where e.authority_id = of_authority and e.payload_hash <> kept.payload_hash(e.salt, e.data);
  return query
    with sealed as (select s2.number, s2.sealed_at, i.id, i.leaf from seal s2
        cross join lateral unnest(s2.event_ids, s2.leaves) as i(id, leaf) where s2.authority_id = of_authority)
    select coalesce(sealed.number, e.seal_number),
      case when e.id is null then 'event ' || sealed.id || ' is gone'
        when sealed.id is null then 'event ' || e.id || ' was never sealed'
        when e.leaf <> sealed.leaf then 'event ' || e.id || ' was changed after it was sealed'
        when e.field_group <> e.filed_under then 'event ' || e.id || ' is filed under another group than its kind'
        else 'event ' || e.id || ' and its seal do not name the same moment' end
    from sealed full join (select ev.id, ev.seal_number, ev.recorded_at, ev.field_group, k.field_group as filed_under, kept.leaf(ev) as leaf
        from event ev join event_kind k using (kind) where ev.authority_id = of_authority) e on e.id = sealed.id
    where e.id is null or sealed.id is null or e.leaf <> sealed.leaf or e.field_group <> e.filed_under
      or (e.seal_number, e.recorded_at) is distinct from (sealed.number, sealed.sealed_at);
  for s in select * from seal where authority_id = of_authority order by number loop
    if s.number <> expected then
      return query select s.number, 'seal ' || expected || ' is missing';
      expected := s.number;
    end if;
    if s.previous <> before or s.hash <> sha256(s.previous || int8send(s.number) || (select string_agg(l, ''::bytea order by n) from unnest(s.leaves) with ordinality as u(l, n))) then
      return query select s.number, 'seal ' || s.number || ' does not follow from the one before it';
    end if;
    before := s.hash;
    expected := expected + 1;
  end loop;
  select * into head from seal_head where authority_id = of_authority;
  if head.authority_id is not null and (head.number <> expected - 1 or head.hash <> before) then
    return query select head.number, 'the newest seals are missing: the chain ends before its head';
  end if;
end $$;

do $$
declare t text;
begin
  foreach t in array array['event', 'seal', 'seal_head'] loop
    execute format('alter table kept.%I enable row level security', t);
    execute format('alter table kept.%I force row level security', t);
    execute format('create policy guard on kept.%I to kept_guard using (true) with check (true)', t);
    execute format('create policy owner on kept.%I to kept_owner using (true) with check (true)', t);
    execute format('grant select on kept.%I to kept_guard', t);
  end loop;
  foreach t in array array['leaf(kept.event)', 'payload_hash(bytea, jsonb)', 'open_seal()', 'stamp_event()', 'close_seal()', 'refuse_change()', 'verify_seals(int)'] loop
    execute format('alter function kept.%s owner to kept_guard', t);
    execute format('revoke execute on function kept.%s from public', t);
  end loop;
end $$;
grant insert on kept.seal to kept_guard;
grant insert, update on kept.seal_head to kept_guard;
grant execute on function kept.leaf(kept.event), kept.payload_hash(bytea, jsonb) to kept_owner;
grant execute on function kept.verify_seals(int) to kept_owner;

create policy app_read on kept.event for select to kept_app using (authority_id = (select kept.authority())
  and child_id not in (select w.child_id from kept.withheld() w) and (
    field_group = any ((select kept.groups_all())::text[])
    or (child_id, field_group) in (select v.child_id, v.field_group from kept.visible() v)));
create policy app_add on kept.event for insert to kept_app with check (authority_id = (select kept.authority())
  and recorded_by = (select kept.me())
  and child_id not in (select w.child_id from kept.withheld() w) and (
    field_group = any ((select kept.groups_all('write'))::text[])
    or (child_id, field_group) in (select v.child_id, v.field_group from kept.visible('write') v)));
grant select on kept.event to kept_app;
grant insert (authority_id, id, child_id, kind, starts_on, ends_on, data, voids, source, stated_on, recorded_by, supersedes, reason) on kept.event to kept_app;
