import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const council = (place: Place) => place.council.council.authorityId

/** One measure of the council's own, and one number typed in. */
export async function fillLocalMeasures(query: Query, authorityId: number, analyst: string): Promise<void> {
  await sql`insert into local_measure (authority_id, id, version, words, written_by)
    values (${authorityId}, 'L01', 1, '{}', ${analyst})`.execute(query)
  await sql`insert into stated_value (authority_id, measure_id, as_at, numerator, status, source, stated_by, stated_on)
    values (${authorityId}, 'M15', '2026-01-31', 3, 'validated', 'A list', ${analyst}, '2026-02-01')`.execute(query)
}

function add(by: 'analyst' | 'manager', of: 'ours' | 'theirs' = 'ours'): ChangeCase['statement'] {
  return (ours, theirs) => sql`insert into local_measure (authority_id, id, version, words, written_by)
    values (${council(of === 'ours' ? ours : theirs)}, 'L77', 1, '{}', ${ours[by].personId})`
}
function type(by: 'analyst' | 'manager' | 'worker', given = '2026-01-01'): ChangeCase['statement'] {
  return (ours) => sql`insert into stated_value (authority_id, measure_id, as_at, numerator, status, source, stated_by)
    values (${council(ours)}, 'M77', ${given}, 3, 'validated', 'A list', ${ours[by].personId})`
}

export const localMeasureChanges: ChangeCase[] = [
  ...both(['local_measure', 'INSERT', 'a measure of our own'], 'analyst', ['worker', 'refused'], add('analyst')),
  c('local_measure', 'INSERT', 'manager', 'a measure of our own', 'refused', add('manager')),
  c('local_measure', 'INSERT', 'analyst', 'a measure of another council', 'refused', add('analyst', 'theirs')),
  c('stated_value', 'INSERT', 'analyst', 'a number', '1 rows', type('analyst')),
  c('stated_value', 'INSERT', 'manager', 'a number', 'refused', type('manager')),
  c('stated_value', 'INSERT', 'analyst', 'a number in somebody else’s name', 'refused', type('worker')),
  c('stated_value', 'INSERT', 'analyst', 'a number of a day to come', 'refused', type('analyst', '2099-01-01')),
]
