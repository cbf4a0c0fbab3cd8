import { sql } from 'kysely'
import { both, type ChangeCase } from './change-case.ts'
import type { Place } from './two-councils.ts'

const id = (n: number) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`
const [PLEDGE, ACTION, BODY, MEETING, ITEM, DECISION, EMPTY_ITEM, UNANSWERED] = [2, 3, 11, 12, 13, 15, 16, 17].map(id)
const a = (place: Place) => place.council.council.authorityId

/** Every right to change what the chain from a promise to an answer is made of. */
export const threadChanges: ChangeCase[] = [
  ...both(
    ['plan', 'INSERT', 'an action plan'],
    'system',
    ['worker', 'refused'],
    (o) => sql`insert into plan (authority_id, kind, title) values (${a(o)}, 'action plan', 'Another')`,
  ),
  ...both(
    ['plan', 'INSERT', 'a pledge'],
    'system',
    ['worker', 'refused'],
    (o) => sql`insert into plan (authority_id, kind, title) values (${a(o)}, 'pledge', 'Another')`,
  ),
  ...both(
    ['plan_item', 'INSERT', 'an action'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into plan_item (authority_id, plan_id, position, title) values (${a(o)}, ${ACTION}, 9, 'Another')`,
  ),
  ...both(
    ['plan_item', 'INSERT', 'a promise'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into plan_item (authority_id, plan_id, position, title) values (${a(o)}, ${PLEDGE}, 9, 'Another')`,
  ),
  ...both(
    ['plan_item', 'UPDATE', 'who answers for an action'],
    'system',
    ['worker', '0 rows'],
    (o) => sql`update plan_item set owner_id = ${o.worker.personId} where id = ${ACTION}`,
  ),
  ...both(
    ['item_proof', 'INSERT', 'what shows it'],
    'system',
    ['worker', 'refused'],
    (o) =>
      sql`insert into item_proof (authority_id, item_id, kind, title, good_until) values (${a(o)}, ${ACTION}, 'text', 'A letter', current_date + 5)`,
  ),
  ...both(
    ['item_update', 'INSERT', 'how it stands'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into item_update (authority_id, item_id, words) values (${a(o)}, ${ACTION}, 'Begun')`,
  ),
  ...both(
    ['promise_reason', 'INSERT', 'why it cannot be kept'],
    'system',
    ['worker', 'refused'],
    (o) =>
      sql`insert into promise_reason (authority_id, item_id, because, review_on) values (${a(o)}, ${PLEDGE}, 'There is no home with room for all four of them.', kept.today() + 30)`,
  ),
  ...both(
    ['promise_rule', 'INSERT', 'from what share a promise is kept'],
    'system',
    ['analyst', 'refused'],
    (o) =>
      sql`insert into promise_rule (authority_id, kept_from, partly_from, why) values (${a(o)}, 90, 40, 'The board agreed to it')`,
  ),

  ...both(
    ['body', 'INSERT', 'a board'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into body (authority_id, name, regime) values (${a(o)}, 'A second board', 'advisory')`,
  ),
  ...both(
    ['body_member', 'INSERT', 'a seat on it'],
    'system',
    ['worker', 'refused'],
    (o) => sql`insert into body_member (authority_id, body_id, person_id, part, starts_on)
      values (${a(o)}, ${BODY}, ${o.worker.personId}, 'member', '2020-01-01')`,
  ),
  ...both(
    ['body_member', 'UPDATE', 'that the seat ends'],
    'system',
    ['board', '0 rows'],
    (o) =>
      sql`update body_member set ends_on = '2026-12-31' where person_id = ${o.board.personId} and group_name is null`,
  ),
  ...both(
    ['meeting', 'INSERT', 'a meeting'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into meeting (authority_id, body_id, held_on) values (${a(o)}, ${BODY}, '2027-01-05')`,
  ),
  ...both(
    ['meeting', 'UPDATE', 'where it is'],
    'system',
    ['board', '0 rows'],
    () => sql`update meeting set place = 'Town hall' where id = ${MEETING}`,
  ),
  ...both(
    ['agenda_item', 'INSERT', 'an item'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into agenda_item (authority_id, meeting_id, body_id, position, title) values (${a(o)}, ${MEETING}, ${BODY}, 9, 'Another')`,
  ),
  ...both(
    ['agenda_item', 'UPDATE', 'its title'],
    'system',
    ['board', '0 rows'],
    () => sql`update agenda_item set title = 'Other words' where id = ${ITEM}`,
  ),
  ...both(
    ['paper', 'INSERT', 'a paper'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into paper (authority_id, agenda_item_id, meeting_id, body_id, title)
        values (${a(o)}, ${EMPTY_ITEM}, ${MEETING}, ${BODY}, 'Another')`,
  ),
  ...both(
    ['paper', 'UPDATE', 'its plain version'],
    'system',
    ['board', '0 rows'],
    () => sql`update paper set plain_version = 'Short.' where agenda_item_id = ${ITEM}`,
  ),
  ...both(
    ['decision', 'INSERT', 'a decision'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into decision (authority_id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on) values (${a(o)}, ${ITEM}, ${MEETING}, ${BODY}, 'A', 'B', 'yes', '2026-07-14')`,
  ),
  ...both(
    ['decision', 'UPDATE', 'what came of it'],
    'system',
    ['board', '0 rows'],
    () => sql`update decision set what_came = 'A nurse came.' where id = ${DECISION}`,
  ),
  ...both(
    ['minute_action', 'INSERT', 'something to do'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into minute_action (authority_id, decision_id, words, owner, due_on) values (${a(o)}, ${DECISION}, 'Write', 'Director', '2026-09-01')`,
  ),
  ...both(
    ['minute_action', 'UPDATE', 'that it is done'],
    'system',
    ['board', '0 rows'],
    () => sql`update minute_action set done_on = '2026-09-01', shown_by = 'The advert' where decision_id = ${DECISION}`,
  ),
  ...both(
    ['pack', 'INSERT', 'a pack'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into pack (authority_id, meeting_id, body_id, seal_number, as_at, content) values (${a(o)}, ${MEETING}, ${BODY}, 1, '2026-07-01', '{}')`,
  ),
  ...both(
    ['printed_in_meeting', 'INSERT', 'what a pack printed'],
    'system',
    ['board', 'refused'],
    (o) =>
      sql`insert into printed_in_meeting (authority_id, pack_id, printed) values (${a(o)}, '00000000-0000-4000-8000-000000000022', '[]')`,
  ),
  ...both(
    ['challenge', 'INSERT', 'a challenge'],
    'board',
    ['worker', 'refused'],
    (o) =>
      sql`insert into challenge (authority_id, body_id, title, words, to_person, answer_due_on) values (${a(o)}, ${BODY}, 'Why', 'Why so?', ${o.head.personId}, '2026-09-01')`,
  ),
  ...both(
    ['challenge_answer', 'INSERT', 'an answer'],
    'worker',
    ['board', 'refused'],
    (o) =>
      sql`insert into challenge_answer (authority_id, challenge_id, words) values (${a(o)}, ${UNANSWERED}, 'Because.')`,
  ),
]
