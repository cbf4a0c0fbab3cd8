-- Opening a record that is not yours, and barring somebody from a child: both begin with a return number of a child whom
-- the asker cannot see, so both are asked of the guard. An unknown number and one that must not be opened answer alike.

create policy guard_add on kept.break_glass for insert to kept_guard with check (true);
create policy guard_add on kept.relationship for insert to kept_guard with check (true);
grant insert on kept.break_glass, kept.relationship, kept.audit to kept_guard;

-- Null where nobody has the number, or more than one child does: then a person looks before anybody acts on it.
create function kept.child_of_number(return_number text) returns uuid
  language sql stable security definer set search_path = kept, pg_temp as $$
  select min(i.person_id::text)::uuid from identifier i where i.authority_id = kept.authority() and i.scheme = 'return'
    and i.value = upper(btrim(return_number)) and i.ends_on is null having count(distinct i.person_id) = 1 $$;
alter function kept.child_of_number(text) owner to kept_guard;
revoke execute on function kept.child_of_number(text) from public;

-- For a day, at most five in a day, never a restricted child or one the asker is barred from. Null: not opened.
create function kept.open_record(return_number text, why text) returns uuid
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare child uuid;
begin
  if not kept.may('break-glass', 'write') or length(btrim(why)) < 20 then return null; end if;
  -- Two openings at once are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended(kept.me()::text, 0));
  if (select count(*) from break_glass b where b.authority_id = kept.authority() and b.person_id = kept.me()
      and b.opened_at > clock_timestamp() - interval '24 hours') >= 5 then return null; end if;
  child := kept.child_of_number(return_number);
  if child is null or child in (select w.child_id from kept.withheld() w) then return null; end if;
  insert into break_glass (authority_id, person_id, child_id, reason) values (kept.authority(), kept.me(), child, btrim(why));
  insert into audit (authority_id, person_id, event, child_id, detail)
    values (kept.authority(), kept.me(), 'record opened with a reason', child, jsonb_build_object('reason', btrim(why)));
  return child;
end $$;

-- Above every role, from today. False where there is no such number; nothing else is told.
create function kept.bar(who uuid, return_number text, why text) returns boolean
  language plpgsql security definer set search_path = kept, pg_temp as $$
declare child uuid;
begin
  if not kept.may('people', 'write') or length(btrim(why)) < 10 then return false; end if;
  child := kept.child_of_number(return_number);
  if child is null or not exists (select from person p where p.authority_id = kept.authority() and p.id = who and p.kind = 'staff') then return false; end if;
  insert into relationship (authority_id, person_id, child_id, role, reason, starts_on) values (kept.authority(), who, child, 'barred', btrim(why), kept.today());
  insert into audit (authority_id, person_id, event, child_id, detail)
    values (kept.authority(), kept.me(), 'somebody barred', child, jsonb_build_object('person', who, 'reason', btrim(why)));
  return true;
end $$;

alter function kept.open_record(text, text) owner to kept_guard;
alter function kept.bar(uuid, text, text) owner to kept_guard;
revoke execute on function kept.open_record(text, text), kept.bar(uuid, text, text) from public;
grant execute on function kept.open_record(text, text), kept.bar(uuid, text, text) to kept_app;
