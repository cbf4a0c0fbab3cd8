import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const council = (place: Place) => place.council.council.authorityId
const id = (n: number) => `00000000-0000-4000-8000-0000000035${String(n).padStart(2, '0')}`
const [PLAN, ITEM, EVENT, JOINED, LOOSE] = [id(1), id(2), id(3), id(4), id(5)]
const [OFFICERS, OFFER, BEHIND, STANDING, STUCK, SECOND] = [id(6), id(7), id(8), id(9), id(10), id(11)]
const ACTION = '00000000-0000-4000-8000-000000000003'

/** A commitment, an event with one guest, progress that answers it, and progress that answers none. */
export async function fillCommitments(query: Query, authorityId: number, worker: string): Promise<void> {
  await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${PLAN}, 'commitments', 'What we gave our word on')`.execute(
    query,
  )
  await sql`insert into plan_item (authority_id, id, plan_id, position, title, directorate) values (${authorityId}, ${ITEM}, ${PLAN}, 1, 'Two flats a year', 'Housing')`.execute(
    query,
  )
  await sql`insert into commitment_event (authority_id, id, kind, title, held_on, made_by) values (${authorityId}, ${EVENT}, 'update', 'Midsummer', '2026-06-21', ${worker})`.execute(
    query,
  )
  await sql`insert into event_guest (authority_id, event_id, position, invited) values (${authorityId}, ${EVENT}, 1, 'Director of Housing')`.execute(
    query,
  )
  await sql`insert into loose_progress (authority_id, id, report, said_on, position, directorate, words, taken_by) values
    (${authorityId}, ${JOINED}, 'Last year', '2025-06-21', 1, 'Housing', 'One flat was let', ${worker}),
    (${authorityId}, ${LOOSE}, 'Last year', '2025-06-21', 2, 'Housing', 'A fair was held', ${worker})`.execute(query)
  await sql`insert into progress_join (authority_id, progress_id, item_id, joined_by, joined_on) values (${authorityId}, ${JOINED}, ${ITEM}, ${worker}, '2026-01-01')`.execute(
    query,
  )
}

/** A chief officer's commitment, and two young people they stand up for: one ended, one not, with something in the way. */
export async function fillArmsLength(query: Query, authorityId: number, kid: string, worker: string): Promise<void> {
  await sql`insert into plan (authority_id, id, kind, about, title) values (${authorityId}, ${OFFICERS}, 'commitments', 'chief officers', 'Chief Officer pledge')`.execute(
    query,
  )
  await sql`insert into plan_item (authority_id, id, plan_id, position, title) values
    (${authorityId}, ${OFFER}, ${OFFICERS}, 1, 'Stand up for somebody'), (${authorityId}, ${SECOND}, ${OFFICERS}, 2, 'Stand up for one more')`.execute(
    query,
  )
  await sql`insert into arms_length (authority_id, id, item_id, child_id, said_yes_on, begun_by, begun_on, ended_on, ended_because) values
    (${authorityId}, ${BEHIND}, ${OFFER}, ${kid}, '2026-01-01', ${worker}, '2026-01-02', '2026-02-01', 'They found work'),
    (${authorityId}, ${STANDING}, ${OFFER}, ${kid}, '2026-03-01', ${worker}, '2026-03-02', null, null)`.execute(query)
  await sql`insert into obstacle (authority_id, id, arms_length_id, words, raised_by, raised_on)
    values (${authorityId}, ${STUCK}, ${STANDING}, 'No bus before eight', ${worker}, '2026-03-03')`.execute(query)
}

const addEvent =
  (by = ''): ChangeCase['statement'] =>
  (ours, theirs) =>
    sql`insert into commitment_event (authority_id, kind, title, held_on) values (${council(by === 'theirs' ? theirs : ours)}, 'launch', 'Midwinter', '2026-12-21')`
const join =
  (progress: string, item: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into progress_join (authority_id, progress_id, item_id) values (${council(ours)}, ${progress}, ${item})`

const standUp =
  (whom: (ours: Place, theirs: Place) => string, item = OFFER): ChangeCase['statement'] =>
  (ours, theirs) =>
    sql`insert into arms_length (authority_id, item_id, child_id, said_yes_on) values (${council(ours)}, ${item}, ${whom(ours, theirs)}, '2026-05-01')`
const raise =
  (at: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into obstacle (authority_id, arms_length_id, words) values (${council(ours)}, ${at}, 'No laptop')`
const end: ChangeCase['statement'] = (ours) =>
  sql`update arms_length set ended_on = (select today()), ended_because = 'They said so' where authority_id = ${council(ours)} and id = ${STANDING}`
const clear: ChangeCase['statement'] = (ours) =>
  sql`update obstacle set cleared_words = 'A bus pass', cleared_by = (select me()), cleared_on = (select today()) where authority_id = ${council(ours)} and id = ${STUCK}`

export const commitmentChanges: ChangeCase[] = [
  ...both(['commitment_event', 'INSERT', 'an event'], 'system', ['worker', 'refused'], addEvent()),
  c('commitment_event', 'INSERT', 'system', 'an event of another council', 'refused', addEvent('theirs')),
  ...both(
    ['commitment_event', 'UPDATE', 'another day for it'],
    'system',
    ['board', '0 rows'],
    (ours) =>
      sql`update commitment_event set held_on = '2026-06-22' where authority_id = ${council(ours)} and id = ${EVENT}`,
  ),
  ...both(
    ['event_guest', 'INSERT', 'who is invited'],
    'system',
    ['worker', 'refused'],
    (ours) =>
      sql`insert into event_guest (authority_id, event_id, position, invited) values (${council(ours)}, ${EVENT}, 2, 'Director of Homes')`,
  ),
  ...both(
    ['event_guest', 'UPDATE', 'who came'],
    'system',
    ['board', '0 rows'],
    (ours) =>
      sql`update event_guest set came = 'came' where authority_id = ${council(ours)} and event_id = ${EVENT} and position = 1`,
  ),
  ...both(
    ['loose_progress', 'INSERT', 'progress without its commitment'],
    'system',
    ['board', 'refused'],
    (ours) =>
      sql`insert into loose_progress (authority_id, report, said_on, position, words) values (${council(ours)}, 'Last year', '2025-06-21', 3, 'Told in passing')`,
  ),
  ...both(
    ['progress_join', 'INSERT', 'which commitment it answers'],
    'system',
    ['board', 'refused'],
    join(LOOSE, ITEM),
  ),
  c('progress_join', 'INSERT', 'system', 'an action of a plan, which is no commitment', 'refused', join(LOOSE, ACTION)),
  c('progress_join', 'INSERT', 'system', 'a second commitment for the same progress', '23505', join(JOINED, ITEM)),
  ...both(
    ['progress_join', 'UPDATE', 'a join ended'],
    'system',
    ['board', '0 rows'],
    (ours) =>
      sql`update progress_join set ended_on = (select today()), ended_by = (select me()) where authority_id = ${council(ours)} and progress_id = ${JOINED}`,
  ),
  c(
    'progress_join',
    'UPDATE',
    'system',
    'a join ended in another’s name',
    'refused',
    (ours) =>
      sql`update progress_join set ended_on = (select today()), ended_by = ${ours.worker.personId} where authority_id = ${council(ours)} and progress_id = ${JOINED}`,
  ),
  c(
    'arms_length',
    'INSERT',
    'manager',
    'somebody advised who has one already',
    '23505',
    standUp((ours) => ours.kid),
  ),
  c(
    'arms_length',
    'INSERT',
    'manager',
    'somebody whom they do not advise',
    'refused',
    standUp((ours) => ours.otherKid),
  ),
  c(
    'arms_length',
    'INSERT',
    'manager',
    'somebody of another council',
    'refused',
    standUp((_, theirs) => theirs.kid),
  ),
  c(
    'arms_length',
    'INSERT',
    'manager',
    'what a directorate promised',
    'refused',
    standUp((ours) => ours.kid, ITEM),
  ),
  ...both(
    ['arms_length', 'INSERT', 'somebody advised'],
    'manager',
    ['board', 'refused'],
    standUp((ours) => ours.kid, SECOND),
  ),
  ...both(['arms_length', 'UPDATE', 'ended, because they say so'], 'manager', ['board', '0 rows'], end),
  ...both(['obstacle', 'INSERT', 'what is in the way'], 'manager', ['board', 'refused'], raise(STANDING)),
  c('obstacle', 'INSERT', 'manager', 'what is in the way, after it ended', 'refused', raise(BEHIND)),
  ...both(['obstacle', 'UPDATE', 'out of the way'], 'manager', ['worker', '0 rows'], clear),
]
