import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../src/database/database.ts'
import type { TestCouncil } from './council.ts'

/** A board with its people, and a meeting four days from the test's day with an item for each kind of paper. */
export interface Board {
  bodyId: string
  clerk: Actor
  member: Actor
  /** Sits on the board without seeing what is private. */
  partner: Actor
  young: Actor
  /** Speaks for the same group. */
  youngToo: Actor
  director: Actor
  /** A board member of no board here. */
  outsider: Actor
  worker: Actor
  meetingId: string
  youngItemId: string
  itemId: string
  paperId: string
  privatePaperId: string
}

export const GROUP = 'the Children in Care Council'

export async function makeBoard(
  council: TestCouncil,
  regime: 'formal' | 'advisory' | 'partnership' = 'advisory',
): Promise<Board> {
  const authority = council.council.authorityId
  const [clerk, member, partner] = [
    await council.addStaff('clerk', 'Cleo Example'),
    await council.addStaff('board_member', 'Mem Example'),
    await council.addStaff('board_member', 'Par Example'),
  ]
  const young = await council.addStaff('young_representative', 'Yas Example')
  const youngToo = await council.addStaff('young_representative', 'Yan Example')
  const director = await council.addStaff('director', 'Dee Example')
  const outsider = await council.addStaff('board_member', 'Out Example')
  const worker = await council.addStaff('social_worker', 'Wil Example')
  const [bodyId, meetingId, itemId, paperId, privatePaperId, privateItemId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string]
  const youngItemId = await council.database.asOwner(async (query) => {
    await sql`insert into body (authority_id, id, name, regime) values (${authority}, ${bodyId}, 'Our board', ${regime})`.execute(
      query,
    )
    for (const [person, part, group, seesPrivate] of [
      [clerk, 'clerk', null, true],
      [member, 'member', null, true],
      [partner, 'partner', null, false],
      [young, 'young people', GROUP, true],
      [youngToo, 'young people', GROUP, true],
    ] as const)
      await sql`insert into body_member (authority_id, body_id, person_id, part, group_name, sees_private, starts_on)
        values (${authority}, ${bodyId}, ${person.personId}, ${part}, ${group}, ${seesPrivate}, '2020-01-01')`.execute(
        query,
      )
    await sql`insert into meeting (authority_id, id, body_id, held_on, at_time, place, theme) values (${authority}, ${meetingId}, ${bodyId}, '2026-07-14', '2pm', 'The hall', 'Health')`.execute(
      query,
    )
    await sql`insert into agenda_item (authority_id, id, meeting_id, body_id, position, title, is_private) values
      (${authority}, ${itemId}, ${meetingId}, ${bodyId}, 2, 'First health checks', false), (${authority}, ${privateItemId}, ${meetingId}, ${bodyId}, 3, 'A provider’s contract', true)`.execute(
      query,
    )
    await sql`insert into paper (authority_id, id, agenda_item_id, meeting_id, body_id, title, full_text, plain_version, impact, published_on) values
      (${authority}, ${paperId}, ${itemId}, ${meetingId}, ${bodyId}, 'Why checks were late', 'All of it.', '', 'Health is seen sooner.', null),
      (${authority}, ${privatePaperId}, ${privateItemId}, ${meetingId}, ${bodyId}, 'What Acorn costs', 'All.', 'Short.', 'It helps.', '2026-07-01')`.execute(
      query,
    )
    const { rows } = await sql<{
      id: string
    }>`select id from agenda_item where meeting_id = ${meetingId} and is_young_peoples`.execute(query)
    return rows[0]!.id
  })
  const people = { clerk, member, partner, young, youngToo, director, outsider, worker }
  return { bodyId, ...people, meetingId, youngItemId, itemId, paperId, privatePaperId }
}
