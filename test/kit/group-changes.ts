import { sql } from 'kysely'
import type { Actor, Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase } from './change-case.ts'
import type { Place } from './two-councils.ts'

const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`
const [BODY, MEETING, GROUP, ISSUE, VIEW] = [id(11), id(12), id(50), id(41), id(42)]
const a = (place: Place) => place.council.council.authorityId

/** An issue put to the board and taken by somebody, and a figure that the board watches. */
export async function fillGroups(query: Query, authority: number, board: Actor): Promise<void> {
  await sql`insert into body_issue (authority_id, id, first_body_id, body_id, title, words, tried, asked, weight, raised_by)
    values (${authority}, ${ISSUE}, ${BODY}, ${BODY}, 'No dentist', 'Nobody takes them on.', 'We rang eleven of them.', 'Ask the trust for one.', 'serious', ${board.personId})`.execute(
    query,
  )
  await sql`insert into issue_decision (authority_id, issue_id, outcome, words, owner, due_on, said_by, said_on)
    values (${authority}, ${ISSUE}, 'taken', 'They will write to them.', 'Somebody', '2026-08-01', ${board.personId}, '2026-07-01')`.execute(
    query,
  )
  await sql`insert into meeting_view (authority_id, id, meeting_id, body_id, said_by, words) values (${authority}, ${VIEW}, ${MEETING}, ${BODY}, 'young people', 'Ring before you come.')`.execute(
    query,
  )
  await sql`insert into body_measure (authority_id, body_id, measure_id) values (${authority}, ${BODY}, 'M20')`.execute(
    query,
  )
}

const put = (body: string, by: 'board' | 'system'): ChangeCase['statement'] => {
  return (o) =>
    sql`insert into body_issue (authority_id, first_body_id, body_id, title, words, tried, asked, weight)
      values (${a(o)}, ${BODY}, ${body}, ${`Nobody ${by}`}, 'Nobody takes them on.', 'We rang eleven of them.', 'Ask the trust for one.', 'urgent')`
}

export const groupChanges: ChangeCase[] = [
  ...both(
    ['meeting_view', 'INSERT', 'what was said'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into meeting_view (authority_id, meeting_id, body_id, said_by, words) values (${a(o)}, ${MEETING}, ${BODY}, 'the council', 'We will ring.')`,
  ),
  ...both(
    ['meeting_view', 'UPDATE', 'what came of it'],
    'system',
    ['board', '0 rows'],
    (o) =>
      sql`update meeting_view set effect = 'no, because', effect_words = 'Nobody has the number.', effect_on = '2026-07-01' where authority_id = ${a(o)} and id = ${VIEW}`,
  ),
  ...both(['body_issue', 'INSERT', 'an issue'], 'worker', ['child', 'refused'], put(BODY, 'board')),
  changeCase(
    'body_issue',
    'INSERT',
    'worker',
    'one that was never where it is said to begin',
    'refused',
    put(GROUP, 'system'),
  ),
  changeCase(
    'body_issue',
    'UPDATE',
    'system',
    'what was said',
    'refused',
    () => sql`update body_issue set state = 'settled'`,
  ),
  ...both(
    ['issue_decision', 'INSERT', 'what was decided'],
    'system',
    ['worker', 'refused'],
    (o) =>
      sql`insert into issue_decision (authority_id, issue_id, outcome, words) values (${a(o)}, ${ISSUE}, 'settled', 'A dentist opened.')`,
  ),
  changeCase(
    'issue_decision',
    'INSERT',
    'system',
    'passed up from where nobody is above',
    '23514',
    (o) =>
      sql`insert into issue_decision (authority_id, issue_id, outcome, words) values (${a(o)}, ${ISSUE}, 'passed up', 'Not ours to decide.')`,
  ),
  changeCase(
    'issue_decision',
    'UPDATE',
    'system',
    'what was decided',
    'refused',
    () => sql`update issue_decision set words = 'Something else.'`,
  ),
  ...both(
    ['body_measure', 'INSERT', 'a figure to watch'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into body_measure (authority_id, body_id, measure_id) values (${a(o)}, ${BODY}, 'M21')`,
  ),
  ...both(
    ['body_measure', 'UPDATE', 'watched no longer'],
    'system',
    ['board', '0 rows'],
    (o) => sql`update body_measure set ended_on = '2027-01-01' where authority_id = ${a(o)}`,
  ),
]
