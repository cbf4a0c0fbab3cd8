import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export const REGIMES = ['advisory', 'formal', 'partnership'] as const
export type Regime = (typeof REGIMES)[number]
export const PARTS = ['chair', 'member', 'partner', 'young people', 'officer', 'clerk'] as const
export type Part = (typeof PARTS)[number]

export interface Body {
  id: string
  name: string
  /** Who may read its agendas and papers (rule 35). */
  regime: Regime
  whatItDoes: string
}

export interface Seat {
  id: string
  personId: string
  name: string
  title: string | null
  part: Part
  groupName: string | null
  seesPrivate: boolean
  startsOn: IsoDate
  endsOn: IsoDate | null
}

export async function listBodies(query: Query): Promise<Body[]> {
  const { rows } = await sql<Body>`select id, name, regime, coalesce(what_it_does, '') as "whatItDoes" from body
    where authority_id = (select authority()) order by name`.execute(query)
  return rows
}

/** Those who sit there today, the chair first. */
export async function listBodySeats(query: Query, bodyId: string): Promise<Seat[]> {
  const { rows } =
    await sql<Seat>`select m.id, m.person_id as "personId", coalesce(p.name, 'somebody who has left') as name, p.title, m.part,
      m.group_name as "groupName", m.sees_private as "seesPrivate", m.starts_on as "startsOn", m.ends_on as "endsOn"
    from body_member m left join meeting_people() p on p.person_id = m.person_id
    where m.authority_id = (select authority()) and m.body_id = ${bodyId} and (m.ends_on is null or m.ends_on >= (select today()))
    order by array_position(array['chair', 'member', 'partner', 'young people', 'officer', 'clerk'], m.part), name`.execute(
      query,
    )
  return rows
}

/** Whoever begins a body is its clerk: of an advisory one, only those who sit there read the papers. */
export async function beginBody(query: Query, actor: Actor, body: Omit<Body, 'id'>, today: IsoDate): Promise<string> {
  const id = randomUUID()
  await sql`insert into body (authority_id, id, name, regime, what_it_does) values (${actor.authorityId}, ${id}, ${body.name}, ${body.regime}, ${body.whatItDoes || null})`.execute(
    query,
  )
  await addSeat(query, actor.authorityId, {
    bodyId: id,
    personId: actor.personId,
    part: 'clerk',
    groupName: null,
    seesPrivate: true,
    startsOn: today,
  })
  return id
}

export async function addSeat(
  query: Query,
  authorityId: number,
  seat: Pick<Seat, 'personId' | 'part' | 'groupName' | 'seesPrivate' | 'startsOn'> & { bodyId: string },
): Promise<void> {
  await sql`insert into body_member (authority_id, body_id, person_id, part, group_name, sees_private, starts_on)
    values (${authorityId}, ${seat.bodyId}, ${seat.personId}, ${seat.part}, ${seat.groupName}, ${seat.seesPrivate}, ${seat.startsOn})`.execute(
    query,
  )
}

/** Ends with today (rule 36). False where there is no such seat, or it has ended. */
export async function endSeat(query: Query, bodyId: string, seatId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update body_member set ends_on = (select today())
    where authority_id = (select authority()) and body_id::text = ${bodyId} and id::text = ${seatId} and ends_on is null`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}
