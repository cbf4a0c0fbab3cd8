import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { type ChangeCase, changeCase as c, type Who } from './change-case.ts'
import type { Place } from './two-councils.ts'

const council = (place: Place) => place.council.council.authorityId
const id = (n: number) => `00000000-0000-4000-8000-0000000034${String(n).padStart(2, '0')}`
const [APPROVED, DRAFT, OLD_AREA, AREA, LATER, EMPTY] = [id(1), id(2), id(3), id(4), id(5), id(6)]
const PLEDGE = '00000000-0000-4000-8000-000000000002'
const BODY = '00000000-0000-4000-8000-000000000011'

/** A version that was approved, with an area that is joined to a measure; a draft that is whole; a draft that is not. */
export async function fillStrategy(query: Query, authorityId: number, worker: string): Promise<void> {
  await sql`insert into strategy_version (authority_id, id, number, title, vision, plain_words, plain_words_by, why, made_by, made_on)
    select ${authorityId}, v.id, v.number, 'Our strategy', v.vision, 'For you', 'young people', 'Time passed', ${worker}, '2026-01-01'
    from (values (${APPROVED}::uuid, 1, 'A home'), (${DRAFT}::uuid, 2, 'A home'), (${EMPTY}::uuid, 3, '')) v(id, number, vision)`.execute(
    query,
  )
  await sql`insert into strategy_part (authority_id, id, version_id, kind, position, title) values
    (${authorityId}, ${OLD_AREA}, ${APPROVED}, 'area', 1, 'Homes'), (${authorityId}, ${AREA}, ${DRAFT}, 'area', 1, 'Homes'),
    (${authorityId}, ${LATER}, ${EMPTY}, 'area', 1, 'Homes')`.execute(query)
  await sql`insert into strategy_approval (authority_id, version_id, body_id, body_name, approved_on, in_force_from, recorded_by, recorded_on)
    values (${authorityId}, ${APPROVED}, ${BODY}, 'A board', '2026-02-01', '2026-02-01', ${worker}, '2026-02-01')`.execute(
    query,
  )
  await sql`insert into strategy_join (authority_id, part_id, to_kind, to_ref, joined_by, joined_on)
    values (${authorityId}, ${OLD_AREA}, 'measure', 'M20', ${worker}, '2026-02-01')`.execute(query)
  await sql`insert into pledge_read (authority_id, plan_id, person_id, said_on) values (${authorityId}, ${PLEDGE}, ${worker}, '2026-02-02')`.execute(
    query,
  )
}

const begin =
  (of: 'ours' | 'theirs' = 'ours'): ChangeCase['statement'] =>
  (ours, theirs) =>
    sql`insert into strategy_version (authority_id, number, title) values (${council(of === 'ours' ? ours : theirs)}, 9, 'Another')`
const rewrite =
  (version: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update strategy_version set vision = 'Less' where authority_id = ${council(ours)} and id = ${version}`
const add =
  (version: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into strategy_part (authority_id, version_id, kind, position, title) values (${council(ours)}, ${version}, 'wish', 1, 'A wish')`
const reword =
  (part: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update strategy_part set title = 'Less' where authority_id = ${council(ours)} and id = ${part}`
const takeOut =
  (part: string): ChangeCase['statement'] =>
  (ours) =>
    sql`delete from strategy_part where authority_id = ${council(ours)} and id = ${part}`
const approve =
  (version: string, by: Who = 'system', name = 'A board'): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into strategy_approval (authority_id, version_id, body_id, body_name, approved_on, in_force_from)
    values (${council(ours)}, ${version}, ${BODY}, ${name}, '2026-03-01', ${by === 'system' ? '2026-03-01' : '2026-03-02'})`
const join =
  (kind: string, ref: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into strategy_join (authority_id, part_id, to_kind, to_ref) values (${council(ours)}, ${OLD_AREA}, ${kind}, ${ref})`
const endJoin =
  (day: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update strategy_join set ended_on = ${day} where authority_id = ${council(ours)}`
const acknowledge: ChangeCase['statement'] = (ours) =>
  sql`insert into pledge_read (authority_id, plan_id) values (${council(ours)}, ${PLEDGE})`
const acknowledgeFor: ChangeCase['statement'] = (ours) =>
  sql`insert into pledge_read (authority_id, plan_id, person_id) values (${council(ours)}, ${PLEDGE}, ${ours.stranger.personId})`

export const strategyChanges: ChangeCase[] = [
  c('strategy_version', 'INSERT', 'system', 'a draft', '1 rows', begin()),
  c('strategy_version', 'INSERT', 'worker', 'a draft', 'refused', begin()),
  c('strategy_version', 'INSERT', 'system', 'a draft of another council', 'refused', begin('theirs')),
  c('strategy_version', 'UPDATE', 'system', 'a draft', '1 rows', rewrite(DRAFT)),
  c('strategy_version', 'UPDATE', 'system', 'a version that was approved', '0 rows', rewrite(APPROVED)),
  c('strategy_version', 'UPDATE', 'worker', 'a draft', '0 rows', rewrite(DRAFT)),
  c('strategy_part', 'INSERT', 'system', 'a part of a draft', '1 rows', add(DRAFT)),
  c('strategy_part', 'INSERT', 'system', 'a part of a version that was approved', 'refused', add(APPROVED)),
  c('strategy_part', 'INSERT', 'board', 'a part of a draft', 'refused', add(DRAFT)),
  c('strategy_part', 'UPDATE', 'system', 'a part of a draft', '1 rows', reword(AREA)),
  c('strategy_part', 'UPDATE', 'system', 'a part of a version that was approved', '0 rows', reword(OLD_AREA)),
  c('strategy_part', 'UPDATE', 'worker', 'a part of a draft', '0 rows', reword(AREA)),
  c('strategy_part', 'DELETE', 'system', 'a part of a draft', '1 rows', takeOut(AREA)),
  c('strategy_part', 'DELETE', 'system', 'a part of a version that was approved', '0 rows', takeOut(OLD_AREA)),
  c('strategy_part', 'DELETE', 'worker', 'a part of a draft', '0 rows', takeOut(AREA)),
  c('strategy_approval', 'INSERT', 'system', 'that a body approved a draft', '1 rows', approve(DRAFT)),
  c('strategy_approval', 'INSERT', 'worker', 'that a body approved a draft', 'refused', approve(DRAFT, 'worker')),
  c('strategy_approval', 'INSERT', 'system', 'that a draft without a vision was approved', 'refused', approve(EMPTY)),
  c(
    'strategy_approval',
    'INSERT',
    'system',
    'a body by a name that is not its',
    'refused',
    approve(DRAFT, 'system', 'B'),
  ),
  c('strategy_join', 'INSERT', 'system', 'a join to a promise', '1 rows', join('promise', PLEDGE)),
  c('strategy_join', 'INSERT', 'system', 'a join to what is not there', 'refused', join('promise', AREA)),
  c('strategy_join', 'INSERT', 'worker', 'a join to a promise', 'refused', join('promise', PLEDGE)),
  c('strategy_join', 'UPDATE', 'system', 'the end of a join, today', '1 rows', endJoin('2026-07-10')),
  c('strategy_join', 'UPDATE', 'system', 'the end of a join, on another day', 'refused', endJoin('2026-01-01')),
  c('strategy_join', 'UPDATE', 'worker', 'the end of a join', '0 rows', endJoin('2026-07-10')),
  c('pledge_read', 'INSERT', 'analyst', 'that they have read the pledge', '1 rows', acknowledge),
  c('pledge_read', 'INSERT', 'child', 'that they have read the pledge', 'refused', acknowledge),
  c('pledge_read', 'INSERT', 'system', 'that somebody else has read the pledge', 'refused', acknowledgeFor),
]
