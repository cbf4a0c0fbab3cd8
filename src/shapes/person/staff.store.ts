import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export interface Colleague {
  id: string
  givenName: string | null
  familyName: string | null
  title: string | null
  email: string | null
  roles: string[]
  teams: string[]
  registration: string | null
  /** Where they work, for shares by directorate; null where nobody said. */
  directorate: string | null
}

export interface HeldRole {
  id: string
  role: string
  startsOn: IsoDate
  endsOn: IsoDate | null
}

const colleague = sql`p.id, p.given_name as "givenName", p.family_name as "familyName", p.title, p.email,
  array(select distinct h.role from role_held h where h.authority_id = p.authority_id and h.person_id = p.id
    and h.starts_on <= (select today()) and (h.ends_on is null or h.ends_on >= (select today())) order by 1) as roles,
  array(select distinct t.name from team_member m join team t on t.authority_id = m.authority_id and t.id = m.team_id
    where m.authority_id = p.authority_id and m.person_id = p.id and (m.ends_on is null or m.ends_on >= (select today())) order by 1) as teams,
  (select min(i.value) from identifier i where i.authority_id = p.authority_id and i.person_id = p.id and i.scheme = 'social work registration') as registration, p.directorate`

export async function listColleagues(query: Query, search: string): Promise<Colleague[]> {
  const start = search.trim().toLowerCase()
  const { rows } =
    await sql<Colleague>`select ${colleague} from person p where p.authority_id = (select authority()) and p.kind = 'staff'
    and (${start} = '' or starts_with(lower(p.family_name), ${start}) or starts_with(lower(p.given_name), ${start}))
    order by p.family_name, p.given_name limit 500`.execute(query)
  return rows
}

export async function findColleague(query: Query, id: string): Promise<Colleague | null> {
  if (!isId(id)) return null
  const { rows } =
    await sql<Colleague>`select ${colleague} from person p where p.authority_id = (select authority()) and p.kind = 'staff' and p.id = ${id}`.execute(
      query,
    )
  return rows[0] ?? null
}

export async function listRolesOf(query: Query, personId: string): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`select id, role, starts_on as "startsOn", ends_on as "endsOn" from role_held
    where authority_id = (select authority()) and person_id = ${personId} order by ends_on nulls first, starts_on desc`.execute(
    query,
  )
  return rows
}

export interface NewColleague {
  givenName: string
  familyName: string
  title: string
  email: string
}

export async function addColleague(query: Query, actor: Actor, person: NewColleague): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into person (authority_id, kind, given_name, family_name, title, email)
    values (${actor.authorityId}, 'staff', ${person.givenName}, ${person.familyName}, ${person.title}, ${person.email}) returning id`.execute(
    query,
  )
  return rows[0]!.id
}

/** Where a colleague works. Empty: nowhere that is named. */
export async function nameDirectorate(query: Query, personId: string, directorate: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update person set directorate = ${directorate === '' ? null : directorate}
    where authority_id = (select authority()) and id = ${personId} and kind = 'staff'`.execute(query)
  return (numAffectedRows ?? 0n) > 0n
}

/** The directorates that colleagues work in already, and those that gave their word. */
export async function listDirectorates(query: Query): Promise<string[]> {
  const { rows } = await sql<{
    directorate: string
  }>`select directorate from person where authority_id = (select authority()) and directorate is not null
    union select directorate from plan_item where authority_id = (select authority()) and directorate is not null order by 1`.execute(
    query,
  )
  return rows.map(({ directorate }) => directorate)
}

/** Refused by the database for one's own roles. False where they hold it already, or will from a day that is set. */
export async function giveRole(
  query: Query,
  actor: Actor,
  personId: string,
  role: string,
  from: IsoDate,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into role_held (authority_id, person_id, role, starts_on)
    select ${actor.authorityId}, ${personId}, ${role}, ${from} where not exists (select from role_held h
      where h.authority_id = (select authority()) and h.person_id = ${personId} and h.role = ${role}
        and (h.ends_on is null or h.ends_on >= ${from}))`.execute(query)
  return (numAffectedRows ?? 0n) > 0n
}

/** Ends it with yesterday, so that it is over at once. False where there is no such role to end. */
export async function endRole(query: Query, personId: string, roleId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update role_held set ends_on = (select today()) - 1 where authority_id = (select authority())
    and person_id = ${personId} and id = ${roleId} and (ends_on is null or ends_on >= (select today()))`.execute(query)
  return (numAffectedRows ?? 0n) > 0n
}

/** Whose registration number it is: two workers with one number would be given each other's children. */
export async function findHolderOf(query: Query, number: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`select i.person_id as id,
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'Somebody') as name
    from identifier i left join person p on p.authority_id = i.authority_id and p.id = i.person_id
    where i.authority_id = (select authority()) and i.scheme = 'social work registration' and i.value = ${number} and i.ends_on is null limit 1`.execute(
    query,
  )
  return rows[0] ?? null
}

export interface Bar {
  startsOn: IsoDate
  endsOn: IsoDate | null
  reason: string
}

/** From how many children a colleague is barred, and why; which children is not told to whoever enters it. */
export async function listBarsOf(query: Query, personId: string): Promise<Bar[]> {
  const { rows } = await sql<Bar>`select starts_on as "startsOn", ends_on as "endsOn", reason from relationship
    where authority_id = (select authority()) and person_id = ${personId} and role = 'barred' order by starts_on desc`.execute(
    query,
  )
  return rows
}

export async function addRegistration(query: Query, actor: Actor, personId: string, number: string): Promise<void> {
  await sql`insert into identifier (authority_id, person_id, scheme, value) values (${actor.authorityId}, ${personId}, 'social work registration', ${number})`.execute(
    query,
  )
}

/** Nobody named here sees the child again, whatever their roles. False where there is no such return number. */
export async function barFrom(query: Query, personId: string, returnNumber: string, why: string): Promise<boolean> {
  const { rows } = await sql<{ barred: boolean }>`select bar(${personId}, ${returnNumber}, ${why}) as barred`.execute(
    query,
  )
  return rows[0]!.barred
}
