import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const council = (place: Place) => place.council.council.authorityId

/** What is said of a figure: the worker owns M42. */
export async function fillMeasureStory(
  query: Query,
  authorityId: number,
  analyst: string,
  worker: string,
): Promise<void> {
  await sql`insert into measure_owner (authority_id, measure_id, owner_id, given_by, given_on)
    values (${authorityId}, 'M42', ${worker}, ${analyst}, '2026-01-01')`.execute(query)
  await sql`insert into measure_target (authority_id, measure_id, from_on, to_on, way, value, why, set_by)
    values (${authorityId}, 'M42', '2025-04-01', '2026-03-31', 'at least', 90, 'Our pledge', ${analyst})`.execute(query)
  await sql`insert into measure_direction (authority_id, measure_id, direction, why, set_by)
    values (${authorityId}, 'M01', 'lower', 'Our strategy', ${analyst})`.execute(query)
  await sql`insert into measure_word (authority_id, measure_id, as_at, why, next_step, said_by)
    values (${authorityId}, 'M42', '2026-01-01', 'More came', 'We ask them', ${analyst})`.execute(query)
  await sql`insert into validated_value (authority_id, measure_id, as_at, seal_number, result, validated_by)
    values (${authorityId}, 'M42', '2026-01-01', 1, '{}', ${analyst})`.execute(query)
}

type By = 'analyst' | 'manager' | 'worker' | 'board'

function say(by: By, given: { measure?: string; of?: 'theirs' } = {}): ChangeCase['statement'] {
  return (ours, theirs) => sql`insert into measure_word (authority_id, measure_id, as_at, why, next_step, said_by)
    values (${council(given.of ? theirs : ours)}, ${given.measure ?? 'M42'}, '2026-01-01', 'More', 'We ask', ${ours[by].personId})`
}
function own(by: By): ChangeCase['statement'] {
  return (ours) => sql`insert into measure_owner (authority_id, measure_id, owner_id, given_by)
    values (${council(ours)}, 'M77', ${ours.board.personId}, ${ours[by].personId})`
}
function target(by: By): ChangeCase['statement'] {
  return (ours) => sql`insert into measure_target (authority_id, measure_id, from_on, to_on, way, value, why, set_by)
    values (${council(ours)}, 'M77', '2026-01-01', '2026-12-31', 'at most', 9, 'Asked', ${ours[by].personId})`
}
function direction(by: By): ChangeCase['statement'] {
  return (ours) => sql`insert into measure_direction (authority_id, measure_id, direction, why, set_by)
    values (${council(ours)}, 'M77', 'lower', 'Asked', ${ours[by].personId})`
}
function check(by: By): ChangeCase['statement'] {
  return (ours) => sql`insert into validated_value (authority_id, measure_id, as_at, seal_number, result, validated_by)
    values (${council(ours)}, 'M77', '2026-01-01', 1, '{}', ${ours[by].personId})`
}
const handOver = (ours: Place) =>
  sql`update measure_owner set owner_id = ${ours.board.personId}, given_by = ${ours.analyst.personId} where measure_id = 'M42'`

export const measureStoryChanges: ChangeCase[] = [
  c('measure_owner', 'INSERT', 'analyst', 'an owner of a figure', '1 rows', own('analyst')),
  c('measure_owner', 'INSERT', 'manager', 'an owner of a figure', 'refused', own('manager')),
  ...both(['measure_owner', 'UPDATE', 'another owner of a figure'], 'analyst', ['worker', '0 rows'], handOver),
  c('measure_target', 'INSERT', 'analyst', 'a target', '1 rows', target('analyst')),
  c('measure_target', 'INSERT', 'manager', 'a target', 'refused', target('manager')),
  c('measure_target', 'INSERT', 'analyst', 'a target in another’s name', 'refused', target('worker')),
  c('measure_direction', 'INSERT', 'analyst', 'a direction', '1 rows', direction('analyst')),
  c('measure_direction', 'INSERT', 'board', 'a direction', 'refused', direction('board')),
  c('measure_word', 'INSERT', 'analyst', 'a word about any figure', '1 rows', say('analyst', { measure: 'M77' })),
  c('measure_word', 'INSERT', 'worker', 'a word about the figure they own', '1 rows', say('worker')),
  c('measure_word', 'INSERT', 'worker', 'a word about another figure', 'refused', say('worker', { measure: 'M77' })),
  c('measure_word', 'INSERT', 'board', 'a word about a figure', 'refused', say('board')),
  c('measure_word', 'INSERT', 'worker', 'a word in another’s name', 'refused', say('analyst')),
  c('measure_word', 'INSERT', 'analyst', 'a word at another council', 'refused', say('analyst', { of: 'theirs' })),
  c('validated_value', 'INSERT', 'analyst', 'a checked figure', '1 rows', check('analyst')),
  c('validated_value', 'INSERT', 'manager', 'a checked figure', 'refused', check('manager')),
]
