import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** Somebody now with the young person who asks, as they chose to be shown. */
export interface MyPerson {
  personId: string
  part: string
  firstName: string
  picture: string | null
  hours: string
  whatIDo: string
}

/** Colleagues named for whoever asks, in the order in which a child looks for them. Nobody else, and nobody barred. */
export async function readMyPeople(query: Query): Promise<MyPerson[]> {
  const { rows } =
    await sql<MyPerson>`select p.person_id as "personId", p.part, coalesce(s.first_name, p.name) as "firstName", s.picture,
      coalesce(s.hours, '') as hours, coalesce(s.what_i_do, '') as "whatIDo"
    from my_people() p left join shown_to_children s on s.authority_id = (select authority()) and s.person_id = p.person_id
    where p.part in ('social_worker', 'personal_adviser', 'iro')
    order by array_position(array['social_worker', 'personal_adviser', 'iro'], p.part), p.name`.execute(query)
  return rows
}

export type NightPart = 'carer' | 'night staff' | 'sleeps in' | 'on call'

/** Somebody who is there on a night. */
export interface NightPerson {
  id: string
  firstName: string
  part: NightPart
  picture: string
  phone: string | null
  fromTime: string
  toTime: string
}

/** Who is there on the night that begins on this evening; first those who are in the house. Somebody ended is gone at once. */
export async function readTonight(query: Query, childId: string, night: IsoDate): Promise<NightPerson[]> {
  const { rows } =
    await sql<NightPerson>`select id, first_name as "firstName", part, picture, phone, from_time as "fromTime", to_time as "toTime" from on_tonight
    where authority_id = (select authority()) and child_id = ${childId} and extract(isodow from ${night}::date)::int = any (nights)
      and starts_on <= (select today()) and (ends_on is null or ends_on >= (select today()))
    order by array_position(array['carer', 'night staff', 'sleeps in', 'on call'], part), from_time, first_name`.execute(
      query,
    )
  return rows
}

/** What a colleague shows to the children now with them. */
export interface Shown {
  picture: string
  firstName: string
  hours: string
  whatIDo: string
}

export async function readShown(query: Query): Promise<Shown | null> {
  const { rows } =
    await sql<Shown>`select picture, first_name as "firstName", hours, what_i_do as "whatIDo" from shown_to_children
    where authority_id = (select authority()) and person_id = (select me())`.execute(query)
  return rows[0] ?? null
}

export async function keepShown(query: Query, { picture, firstName, hours, whatIDo }: Shown): Promise<void> {
  await sql`insert into shown_to_children (authority_id, person_id, picture, first_name, hours, what_i_do)
    values ((select authority()), (select me()), ${picture}, ${firstName}, ${hours}, ${whatIDo})
    on conflict (authority_id, person_id) do update set picture = excluded.picture, first_name = excluded.first_name,
      hours = excluded.hours, what_i_do = excluded.what_i_do`.execute(query)
}

/** The name a colleague begins with: the one they are entered by. */
export async function readOwnFirstName(query: Query): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select given_name as name from person
    where authority_id = (select authority()) and id = (select me())`.execute(query)
  return rows[0]?.name ?? ''
}

export interface NewNight {
  firstName: string
  part: NightPart
  picture: string
  phone: string | null
  nights: number[]
  fromTime: string
  toTime: string
}

export type KnownNight = NewNight & { id: string }

/** Who is there at night now, as those see it who may know where the child lives. */
export async function readNights(query: Query, childId: string): Promise<KnownNight[]> {
  const { rows } =
    await sql<KnownNight>`select id, first_name as "firstName", part, picture, phone, nights, from_time as "fromTime", to_time as "toTime" from on_tonight
    where authority_id = (select authority()) and child_id = ${childId} and (ends_on is null or ends_on >= (select today()))
    order by starts_on, first_name`.execute(query)
  return rows
}

/** Whether the asker may say where this child is at night; the database refuses the rest. */
export async function findChildAtNight(query: Query, childId: string): Promise<{ name: string } | null> {
  const { rows } = await sql<{ name: string }>`select coalesce(p.given_name, 'this child') as name from person p
    where p.authority_id = (select authority()) and p.id = ${childId} and p.kind = 'child'
      and p.id in (select v.child_id from visible('write') v where v.field_group = 'location')`.execute(query)
  return rows[0] ?? null
}

export async function addNight(query: Query, childId: string, night: NewNight): Promise<void> {
  await sql`insert into on_tonight (authority_id, child_id, first_name, part, picture, phone, nights, from_time, to_time)
    values ((select authority()), ${childId}, ${night.firstName}, ${night.part}, ${night.picture}, ${night.phone}, ${night.nights}::int[], ${night.fromTime}, ${night.toTime})`.execute(
    query,
  )
}

/** From tonight on they are not shown; yesterday they still were. */
export async function endNight(query: Query, childId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update on_tonight set ends_on = (select today()) - 1
    where authority_id = (select authority()) and child_id = ${childId} and id = ${id} and ends_on is null`.execute(
    query,
  )
  return Number(numAffectedRows ?? 0) > 0
}
