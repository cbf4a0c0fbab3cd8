-- What 0003 said in one statement, in steps that stop early: who I am is asked once, and only the scopes that my roles
-- have are looked at. Half the time of each call, and every statement of a page calls it several times. The plan is kept
-- for the session: to plan it takes longer than to run it.

create or replace function kept.visible(asked_action text default 'read') returns table (child_id uuid, field_group text)
  language plpgsql stable security definer set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan rows 100 as $$
declare
  council constant int := kept.authority();
  self constant uuid := kept.me();
  day constant date := kept.today();
  roles text[];
  scopes text[];
begin
  select array_agg(h.role) into roles from role_held h where h.authority_id = council and h.person_id = self
    and h.starts_on <= day and (h.ends_on is null or h.ends_on >= day);
  -- A relationship left open counts only while I hold some role: a colleague who has gone reaches nobody.
  if roles is null then return; end if;
  select array_agg(distinct g.scope) into scopes from grant_rule g
    where g.authority_id = council and g.resource = 'child' and g.action = asked_action and g.role = any (roles);

  return query with mine as materialized (
      select distinct r.child_id, r.role from relationship r where r.authority_id = council and r.person_id = self
        and r.starts_on <= day and (r.ends_on is null or r.ends_on >= day)
    ), granted as materialized (
      select g.role, g.field_group from grant_rule g where g.authority_id = council and g.resource = 'child'
        and g.scope = 'related' and g.action = asked_action
    ) select m.child_id, g.field_group from mine m join granted g using (role);

  if 'team' = any (scopes) then
    return query with recursive managed as (
      select m.team_id from team_member m where m.authority_id = council and m.person_id = self and m.manages
        and m.starts_on <= day and (m.ends_on is null or m.ends_on >= day)
      union select t.id from team t join managed on t.parent_id = managed.team_id where t.authority_id = council
    ), children as (
      select distinct r.child_id from managed join team_member m on m.authority_id = council and m.team_id = managed.team_id
          and m.starts_on <= day and (m.ends_on is null or m.ends_on >= day)
        join relationship r on r.authority_id = council and r.person_id = m.person_id and r.role <> 'barred'
          and r.starts_on <= day and (r.ends_on is null or r.ends_on >= day)
    ), groups as (
      select distinct g.field_group from grant_rule g where g.authority_id = council and g.resource = 'child'
        and g.scope = 'team' and g.action = asked_action and g.role = any (roles)
    ) select c.child_id, g.field_group from children c cross join groups g;
  end if;

  if 'break-glass' = any (scopes) then
    return query select b.child_id, g.field_group from break_glass b
      join grant_rule g on g.authority_id = b.authority_id and g.resource = 'child' and g.scope = 'break-glass'
        and g.action = asked_action and g.role = any (roles)
      where b.authority_id = council and b.person_id = self and clock_timestamp() < b.closes_at;
  end if;

  if 'self' = any (scopes) then
    return query select self, g.field_group from grant_rule g where g.authority_id = council and g.resource = 'child'
      and g.scope = 'self' and g.action = asked_action and g.role = any (roles);
  end if;
end $$;

create or replace function kept.withheld() returns table (child_id uuid)
  language plpgsql stable security definer set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan rows 10 as $$
declare
  council constant int := kept.authority();
  self constant uuid := kept.me();
  day constant date := kept.today();
begin
  return query select r.child_id from relationship r where r.authority_id = council and r.person_id = self and r.role = 'barred'
    and r.starts_on <= day and (r.ends_on is null or r.ends_on >= day);
  if exists (select from role_held h where h.authority_id = council and h.person_id = self and h.role = 'system'
      and h.starts_on <= day and (h.ends_on is null or h.ends_on >= day)) then return; end if;
  return query select p.id from person p where p.authority_id = council and p.is_restricted and p.id <> self and not exists (
    select from relationship r where r.authority_id = council and r.child_id = p.id and r.person_id = self
      and r.role <> 'barred' and r.starts_on <= day and (r.ends_on is null or r.ends_on >= day));
end $$;

create index on kept.person (authority_id) where is_restricted;
