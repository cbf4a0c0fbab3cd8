-- A child may know who works with them, and no other colleague: the name alone, for people named for the asker.
create function kept.colleague_name(of_person uuid) returns table (name text)
  language sql stable security definer set search_path = kept, pg_temp as $$
  select concat_ws(' ', p.given_name, p.family_name) from person p where p.authority_id = kept.authority() and p.id = of_person and p.kind = 'staff'
    and exists (select from relationship r where r.authority_id = p.authority_id and r.person_id = p.id and r.child_id = kept.me() and r.role <> 'barred'
      and r.starts_on <= kept.today() and (r.ends_on is null or r.ends_on >= kept.today())) $$;
alter function kept.colleague_name(uuid) owner to kept_guard;
revoke execute on function kept.colleague_name(uuid) from public;
grant execute on function kept.colleague_name(uuid) to kept_app;
