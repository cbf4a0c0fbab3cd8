import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const id = (n: number) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`
const [BODY, ITEM, DECISION, MEETING, HELD_ITEM, ACTION, LATER, REQUEST, TOLD, UNTOLD] = [
  11, 13, 15, 81, 82, 83, 84, 85, 86, 87,
].map(id)
const a = (place: Place) => place.council.council.authorityId

/** A meeting that was held, with minutes that the chair checked; an action of it that the worker is to do; a later meeting. */
export async function fillMinutes(query: Query, authority: number, worker: string, board: string): Promise<void> {
  await sql`insert into meeting (authority_id, id, body_id, held_on) values (${authority}, ${MEETING}, ${BODY}, '2026-04-14'), (${authority}, ${LATER}, ${BODY}, '2026-06-14')`.execute(
    query,
  )
  await sql`update agenda_item set title = 'Pets' where authority_id = ${authority} and meeting_id in (${MEETING}, ${LATER})`.execute(
    query,
  )
  await sql`insert into agenda_item (authority_id, id, meeting_id, body_id, position, title) values (${authority}, ${HELD_ITEM}, ${MEETING}, ${BODY}, 2, 'Homes')`.execute(
    query,
  )
  await sql`update meeting set status = 'held' where authority_id = ${authority} and id in (${MEETING}, ${LATER})`.execute(
    query,
  )
  await sql`insert into minute (authority_id, agenda_item_id, meeting_id, body_id, words, saved_by) select authority_id, id, meeting_id, body_id, 'We heard of pets.', ${worker}
    from agenda_item where authority_id = ${authority} and meeting_id = ${MEETING} and is_young_peoples`.execute(query)
  await sql`insert into minute_action (authority_id, id, agenda_item_id, meeting_id, body_id, words, owner, owner_person_id, due_on)
    values (${authority}, ${ACTION}, ${HELD_ITEM}, ${MEETING}, ${BODY}, 'Ask carers', 'Social worker', ${worker}, '2026-07-01')`.execute(
    query,
  )
  await sql`insert into minute_action_update (authority_id, action_id, said, words, said_by) values (${authority}, ${ACTION}, 'on the way', 'Ten asked', ${worker})`.execute(
    query,
  )
  await sql`insert into minutes_step (authority_id, meeting_id, body_id, step, done_by) values (${authority}, ${MEETING}, ${BODY}, 'checked', ${board})`.execute(
    query,
  )
  await sql`insert into challenge (authority_id, id, body_id, title, words, raised_by, raised_on, to_person, answer_due_on)
    select ${authority}, x.id::uuid, ${BODY}, 'Beds', 'Why do beds take so long?', ${board}, '2026-03-01', ${worker}, '2026-04-01' from (values (${TOLD}), (${UNTOLD})) x (id)`.execute(
    query,
  )
  await sql`insert into challenge_answer (authority_id, challenge_id, words, answered_by, answered_on, verdict, verdict_by, verdict_on)
    select ${authority}, x.id::uuid, 'In a week now.', ${worker}, '2026-03-20', 'accepted', ${board}, '2026-04-01' from (values (${TOLD}), (${UNTOLD})) x (id)`.execute(
    query,
  )
  await sql`insert into challenge_told (authority_id, challenge_id, you_said, kind, answer, told_by) values (${authority}, ${TOLD}, 'Beds take long', 'we did', 'In a week now', ${worker})`.execute(
    query,
  )
  await sql`insert into release_request (authority_id, id, reference, asked_on, subject, from_on, to_on, answer_due_on, logged_by)
    values (${authority}, ${REQUEST}, 'FOI 1', '2026-07-01', 'Pets', '2026-01-01', '2026-07-01', '2026-07-29', ${worker})`.execute(
    query,
  )
  await sql`insert into release_item (authority_id, id, request_id, kind, ref, said_on, title, words)
    values (${authority}, ${REQUEST}, ${REQUEST}, 'decision', ${DECISION}, '2026-07-01', 'A nurse', 'A second nurse is found.')`.execute(
    query,
  )
  await sql`insert into release_withheld (authority_id, item_id, is_withheld, exemption, why, withheld_by)
    values (${authority}, ${REQUEST}, false, 'none', 'Nothing in it is about a person.', ${worker})`.execute(query)
  await sql`insert into pre_election (authority_id, starts_on, ends_on, why, set_by) values (${authority}, '2026-03-27', '2026-05-07', 'Local elections', ${worker})`.execute(
    query,
  )
}

function minute(place: Place) {
  return sql`insert into minute (authority_id, agenda_item_id, meeting_id, body_id, words)
    values (${a(place)}, ${HELD_ITEM}, ${MEETING}, ${BODY}, 'Said')`
}
function step(what: string, at: string | null = null): ChangeCase['statement'] {
  return (o) => sql`insert into minutes_step (authority_id, meeting_id, body_id, step, words, agreed_at_meeting)
    values (${a(o)}, ${MEETING}, ${BODY}, ${what}, 'Say who asked', ${at})`
}
const say: ChangeCase['statement'] = (o) =>
  sql`insert into minute_action_update (authority_id, action_id, said, words) values (${a(o)}, ${ACTION}, 'done', 'The list')`

/** Every right to change what minutes are made of. */
export const minutesChanges: ChangeCase[] = [
  ...both(['minute', 'INSERT', 'what was said'], 'system', ['board', 'refused'], minute),
  ...both(
    ['minute', 'UPDATE', 'what was said'],
    'system',
    ['board', '0 rows'],
    () => sql`update minute set words = 'Other', saved_by = kept.me()`,
  ),
  c(
    'minute',
    'UPDATE',
    'system',
    'what was said, in another’s name',
    'refused',
    (o) => sql`update minute set words = 'Other', saved_by = ${o.board.personId}`,
  ),
  c('minutes_step', 'INSERT', 'board', 'that they are sent back, as its chair', '1 rows', step('sent back')),
  c('minutes_step', 'INSERT', 'system', 'that they are sent back, as nobody’s chair', 'refused', step('sent back')),
  c('minutes_step', 'INSERT', 'system', 'that they were agreed', '1 rows', step('agreed', LATER)),
  c('minutes_step', 'INSERT', 'board', 'that they were agreed', 'refused', step('agreed', LATER)),
  c('minute_action_update', 'INSERT', 'worker', 'how it stands, as its owner', '1 rows', say),
  c('minute_action_update', 'INSERT', 'board', 'how it stands', 'refused', say),
  ...both(
    ['minute_action', 'UPDATE', 'who does it'],
    'system',
    ['worker', '0 rows'],
    () => sql`update minute_action set owner = 'Another' where id = ${ACTION}`,
  ),
  ...both(
    ['decision', 'UPDATE', 'its words'],
    'system',
    ['board', '0 rows'],
    () => sql`update decision set words = 'Other words' where id = ${DECISION} and agenda_item_id = ${ITEM}`,
  ),
  ...both(
    ['release_request', 'INSERT', 'what was asked for'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into release_request (authority_id, reference, asked_on, subject, from_on, to_on, answer_due_on)
      values (${a(o)}, 'FOI 2', '2026-07-01', 'Nurses', '2026-01-01', '2026-07-01', '2026-07-29')`,
  ),
  ...both(
    ['release_item', 'INSERT', 'what it finds'],
    'system',
    ['worker', 'refused'],
    (o) => sql`insert into release_item (authority_id, request_id, kind, ref, said_on, title, words)
      values (${a(o)}, ${REQUEST}, 'paper', ${ITEM}, '2026-07-01', 'First checks', 'All of it.')`,
  ),
  ...both(
    ['release_withheld', 'INSERT', 'that it is withheld'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into release_withheld (authority_id, item_id, is_withheld, exemption, why)
      values (${a(o)}, ${REQUEST}, true, 'section 40', 'It is about a person.')`,
  ),
  ...both(
    ['pre_election', 'INSERT', 'the time before an election'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into pre_election (authority_id, starts_on, ends_on, why) values (${a(o)}, '2027-03-22', '2027-05-06', 'Local elections')`,
  ),
  ...both(
    ['pre_election', 'UPDATE', 'that it ends earlier'],
    'system',
    ['worker', '0 rows'],
    () => sql`update pre_election set ends_on = starts_on, set_by = kept.me()`,
  ),
  ...both(
    ['challenge_told', 'INSERT', 'what came of a challenge'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into challenge_told (authority_id, challenge_id, you_said, kind, answer) values (${a(o)}, ${UNTOLD}, 'Beds take long', 'we did', 'In a week now')`,
  ),
]
