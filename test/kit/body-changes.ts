import { sql } from 'kysely'
import type { Actor, Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase } from './change-case.ts'
import type { Place } from './two-councils.ts'

const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`
const [BODY, MEETING, GROUP, RULE, REPORT] = [id(11), id(12), id(50), id(51), id(52)]
const a = (place: Place) => place.council.council.authorityId

/** A group under the board, what it is there for, who is to come and came, what is written for it, and a calendar of it. */
export async function fillBodies(query: Query, authority: number, board: Actor): Promise<void> {
  await sql`insert into body (authority_id, id, name, regime, kind, parent_id) values (${authority}, ${GROUP}, 'A group', 'advisory', 'working group', ${BODY})`.execute(
    query,
  )
  // A room with a name that a child has later on: it stays as it was typed, and a backup of it is restored.
  await sql`update body set what_it_does = 'It meets in the Oak Room.' where authority_id = ${authority} and id = ${BODY}`.execute(
    query,
  )
  await sql`update person set family_name = 'Room' where authority_id = ${authority} and kind = 'child' and given_name = 'Oak'`.execute(
    query,
  )
  await sql`insert into terms_of_reference (authority_id, body_id, number, words, agreed_on, agreed_by, added_by)
    values (${authority}, ${BODY}, 1, 'It asks.', '2026-01-01', 'Full council', ${board.personId})`.execute(query)
  await sql`insert into guest_rule (authority_id, id, body_id, who) values (${authority}, ${RULE}, ${BODY}, 'Chief executive')`.execute(
    query,
  )
  await sql`insert into attendance (authority_id, meeting_id, body_id, guest_rule_id, answer) values (${authority}, ${MEETING}, ${BODY}, ${RULE}, 'came')`.execute(
    query,
  )
  await sql`insert into expected_report (authority_id, id, body_id, title, turn, written_by) values (${authority}, ${REPORT}, ${BODY}, 'The year', '{"kind":"every meeting"}', 'Somebody')`.execute(
    query,
  )
  await sql`insert into half_term (authority_id, starts_on, ends_on) values (${authority}, '2026-06-01', '2026-07-21')`.execute(
    query,
  )
  await sql`insert into calendar_feed (authority_id, person_id, secret_hash) values (${authority}, ${board.personId}, sha256(${`calendar ${authority}`}::text::bytea))`.execute(
    query,
  )
}

const feed = (by: (place: Place) => Actor): ChangeCase['statement'] => {
  return (o) =>
    sql`insert into calendar_feed (authority_id, secret_hash) values (${a(o)}, sha256(${by(o).personId}::text::bytea))`
}

export const bodyChanges: ChangeCase[] = [
  ...both(
    ['body', 'UPDATE', 'its rhythm'],
    'system',
    ['board', '0 rows'],
    (o) =>
      sql`update body set rhythm = '{}', rhythm_since = '2026-01-01' where authority_id = ${a(o)} and id = ${GROUP}`,
  ),
  changeCase(
    'body',
    'UPDATE',
    'system',
    'a body under one that is under it',
    '23514',
    (o) => sql`update body set parent_id = ${GROUP} where authority_id = ${a(o)} and id = ${BODY}`,
  ),
  ...both(
    ['terms_of_reference', 'INSERT', 'a version'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into terms_of_reference (authority_id, body_id, number, words, agreed_on, agreed_by) values (${a(o)}, ${BODY}, 2, 'It asks more.', '2026-02-01', 'Itself')`,
  ),
  changeCase(
    'terms_of_reference',
    'UPDATE',
    'system',
    'a version that was agreed',
    'refused',
    () => sql`update terms_of_reference set words = 'It asks nothing.'`,
  ),
  ...both(
    ['guest_rule', 'INSERT', 'who is to come'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into guest_rule (authority_id, body_id, who) values (${a(o)}, ${BODY}, 'A director')`,
  ),
  ...both(
    ['guest_rule', 'UPDATE', 'no longer'],
    'system',
    ['worker', '0 rows'],
    (o) => sql`update guest_rule set ended_on = '2026-07-01' where authority_id = ${a(o)} and id = ${RULE}`,
  ),
  ...both(
    ['attendance', 'INSERT', 'a guest who came'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into attendance (authority_id, meeting_id, body_id, guest, answer) values (${a(o)}, ${MEETING}, ${BODY}, 'Somebody', 'came')`,
  ),
  ...both(
    ['attendance', 'UPDATE', 'who came'],
    'system',
    ['board', '0 rows'],
    (o) => sql`update attendance set answer = 'invited' where authority_id = ${a(o)}`,
  ),
  ...both(
    ['expected_report', 'INSERT', 'what is written'],
    'system',
    ['worker', 'refused'],
    (o) =>
      sql`insert into expected_report (authority_id, body_id, title, turn, written_by) values (${a(o)}, ${BODY}, 'Another', '{}', 'Somebody')`,
  ),
  ...both(
    ['expected_report', 'UPDATE', 'no longer'],
    'system',
    ['board', '0 rows'],
    (o) => sql`update expected_report set ended_on = '2026-07-01' where authority_id = ${a(o)} and id = ${REPORT}`,
  ),
  ...both(
    ['half_term', 'INSERT', 'a half term'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into half_term (authority_id, starts_on, ends_on) values (${a(o)}, '2026-09-02', '2026-10-23')`,
  ),
  ...both(
    ['half_term', 'UPDATE', 'out again'],
    'system',
    ['worker', '0 rows'],
    (o) => sql`update half_term set taken_out_on = '2026-07-01' where authority_id = ${a(o)}`,
  ),
  changeCase(
    'calendar_feed',
    'INSERT',
    'worker',
    'their own',
    '1 rows',
    feed((o) => o.worker),
  ),
  changeCase(
    'calendar_feed',
    'INSERT',
    'child',
    'their own',
    'refused',
    feed((o) => o.child),
  ),
  changeCase(
    'calendar_feed',
    'UPDATE',
    'board',
    'their own, withdrawn',
    '1 rows',
    (o) => sql`update calendar_feed set withdrawn_on = '2026-07-10' where authority_id = ${a(o)}`,
  ),
  changeCase(
    'calendar_feed',
    'UPDATE',
    'system',
    'somebody else’s',
    '0 rows',
    (o) => sql`update calendar_feed set withdrawn_on = '2026-07-10' where authority_id = ${a(o)}`,
  ),
]
