import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export const PARTS = ['chair', 'vice chair', 'member', 'partner', 'young people', 'officer', 'clerk'] as const
export type Part = (typeof PARTS)[number]

export interface Seat {
  id: string
  bodyId: string
  /** Null where somebody sits there who never signs in. */
  personId: string | null
  name: string
  title: string | null
  part: Part
  party: string | null
  organisation: string | null
  groupName: string | null
  seesPrivate: boolean
  startsOn: IsoDate
  endsOn: IsoDate | null
}

/** Those who sit there today, or are to, the chair first; of every body where none is named. */
export async function listSeats(query: Query, bodyId: string | null): Promise<Seat[]> {
  const { rows } =
    await sql<Seat>`select m.id, m.body_id as "bodyId", m.person_id as "personId", coalesce(p.name, m.seat_name, 'somebody who has left') as name, p.title, m.part,
      m.party, m.organisation, m.group_name as "groupName", m.sees_private as "seesPrivate", m.starts_on as "startsOn", m.ends_on as "endsOn"
    from body_member m left join meeting_people() p on p.person_id = m.person_id
    where m.authority_id = (select authority()) and (${bodyId}::uuid is null or m.body_id = ${bodyId}::uuid) and (m.ends_on is null or m.ends_on >= (select today()))
    order by array_position(array['chair', 'vice chair', 'member', 'partner', 'young people', 'officer', 'clerk'], m.part), name`.execute(
      query,
    )
  return rows
}

export type NewSeat = Pick<
  Seat,
  'bodyId' | 'personId' | 'part' | 'party' | 'organisation' | 'groupName' | 'seesPrivate' | 'startsOn' | 'endsOn'
> & { seatName: string | null }

export async function addSeat(query: Query, authorityId: number, seat: NewSeat): Promise<void> {
  await sql`insert into body_member (authority_id, body_id, person_id, seat_name, part, party, organisation, group_name, sees_private, starts_on, ends_on)
    values (${authorityId}, ${seat.bodyId}, ${seat.personId}, ${seat.seatName}, ${seat.part}, ${seat.party}, ${seat.organisation}, ${seat.groupName}, ${seat.seesPrivate},
      ${seat.startsOn}, ${seat.endsOn})`.execute(query)
}

/** Ends with today (rule 36). False where there is no such seat, or it has ended. */
export async function endSeat(query: Query, bodyId: string, seatId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update body_member set ends_on = greatest(starts_on, (select today()))
    where authority_id = (select authority()) and body_id::text = ${bodyId} and id::text = ${seatId}
      and (ends_on is null or ends_on > (select today()))`.execute(query)
  return Number(numAffectedRows) === 1
}

/** "Director of Public Health: Ana Example"; a young representative, whose name only the clerk has, once. */
export function saySeat({ title, name }: Pick<Seat, 'title' | 'name'>): string {
  return title === null || title === name ? name : `${title}: ${name}`
}
