import { sql } from 'kysely'
import type { Actor, Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase } from './change-case.ts'
import type { Place } from './two-councils.ts'

const a = (place: Place) => place.council.council.authorityId

/** What a board member did, offers and has read, and what a group says of an action. */
export async function fillMembers(query: Query, authority: number, board: Actor): Promise<void> {
  await sql`insert into member_act (authority_id, person_id, kind, done_on, words, recorded_by)
    values (${authority}, ${board.personId}, 'visit', '2026-05-01', 'A home by the river.', ${board.personId})`.execute(
    query,
  )
  await sql`insert into member_offer (authority_id, person_id, kind, words)
    values (${authority}, ${board.personId}, 'skill', 'Mending bicycles')`.execute(query)
  await sql`insert into paper_read (authority_id, person_id, paper_id, is_read)
    select ${authority}, ${board.personId}, id, true from paper where authority_id = ${authority} limit 1`.execute(
    query,
  )
  await sql`insert into body_member (authority_id, body_id, person_id, part, group_name, starts_on)
    select ${authority}, id, ${board.personId}, 'young people', 'The group', '2020-01-01' from body where authority_id = ${authority} and name = 'A group'`.execute(
    query,
  )
  await sql`insert into young_view (authority_id, item_id, group_name, said, said_by)
    select ${authority}, id, 'The group', 'a bit', ${board.personId} from plan_item where authority_id = ${authority} limit 1`.execute(
    query,
  )
  await sql`insert into principle_label (authority_id, kind, ref, principle, labelled_by) values (${authority}, 'measure', 'M20', 6, ${board.personId})`.execute(
    query,
  )
}

const act = (kind: string, whose: (o: Place) => Actor) => (o: Place) =>
  sql`insert into member_act (authority_id, person_id, kind, done_on, words) values (${a(o)}, ${whose(o).personId}, ${kind}, '2026-06-01', 'Something')`
const trained = act('training', (o) => o.board)
const offer = (o: Place) =>
  sql`insert into member_offer (authority_id, kind, words) values (${a(o)}, 'interest', 'Chess')`

export const memberChanges: ChangeCase[] = [
  changeCase(
    'member_act',
    'INSERT',
    'board',
    'what they did themselves',
    '1 rows',
    act('award', (o) => o.board),
  ),
  changeCase(
    'member_act',
    'INSERT',
    'worker',
    'what somebody else did',
    'refused',
    act('award', (o) => o.board),
  ),
  changeCase(
    'member_act',
    'INSERT',
    'board',
    'what is not over yet',
    'refused',
    (o) =>
      sql`insert into member_act (authority_id, kind, done_on, words) values (${a(o)}, 'visit', '2999-01-01', 'Something')`,
  ),
  ...both(['member_act', 'INSERT', 'who came to a training'], 'system', ['worker', 'refused'], trained),
  ...both(
    ['member_act', 'UPDATE', 'taken back'],
    'board',
    ['system', '0 rows'],
    (o) => sql`update member_act set withdrawn_on = '2026-07-10' where authority_id = ${a(o)}`,
  ),
  ...both(['member_offer', 'INSERT', 'their own'], 'board', ['child', 'refused'], offer),
  ...both(
    ['member_offer', 'UPDATE', 'ended'],
    'board',
    ['worker', '0 rows'],
    (o) => sql`update member_offer set ended_on = '2026-07-10' where authority_id = ${a(o)}`,
  ),
  ...both(
    ['paper_read', 'INSERT', 'a paper'],
    'system',
    ['child', 'refused'],
    (o) =>
      sql`insert into paper_read (authority_id, paper_id, is_read) select ${a(o)}, coalesce((select id from paper limit 1), (select kept.me())), true`,
  ),
  ...both(
    ['paper_read', 'UPDATE', 'their own, not read after all'],
    'board',
    ['system', '0 rows'],
    (o) => sql`update paper_read set is_read = false where authority_id = ${a(o)}`,
  ),
  ...both(
    ['young_view', 'INSERT', 'as a group they speak for'],
    'board',
    ['worker', 'refused'],
    (o) =>
      sql`insert into young_view (authority_id, item_id, group_name, said)
        select ${a(o)}, i.id, 'The group', 'we see it' from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id
        where p.kind <> 'pledge' limit 1`,
  ),
  ...both(
    ['principle_label', 'INSERT', 'of a figure'],
    'system',
    ['board', 'refused'],
    (o) => sql`insert into principle_label (authority_id, kind, ref, principle) values (${a(o)}, 'measure', 'M25', 6)`,
  ),
  ...both(
    ['principle_label', 'UPDATE', 'ended'],
    'system',
    ['board', '0 rows'],
    (o) => sql`update principle_label set ended_on = '2026-07-10' where authority_id = ${a(o)}`,
  ),
]
