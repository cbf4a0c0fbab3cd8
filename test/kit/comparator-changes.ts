import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const council = (place: Place) => place.council.council.authorityId
const ACCEPTED = '00000000-0000-4000-8000-00000000c001'
const WAITING = '00000000-0000-4000-8000-00000000c002'

/** A release that counts and one that waits. */
export async function fillComparators(query: Query, authorityId: number, analyst: string): Promise<void> {
  for (const [id, digit, acceptedOn] of [
    [ACCEPTED, 'a', '2026-01-02'],
    [WAITING, 'b', null],
  ] as const) {
    await sql`insert into comparator_release (authority_id, id, kind, title, published_on, source, file_name, sha256, taken_by, accepted_on)
      values (${authorityId}, ${id}, 'figures', 'A release', '2025-11-20', 'DfE', 'a.csv', ${digit.repeat(64)}, ${analyst}, ${acceptedOn})`.execute(
      query,
    )
    await sql`insert into comparator_value (authority_id, release_id, measure_id, year, level, code, name, value, raw)
      values (${authorityId}, ${id}, 'M20', 2025, 'national', 'E92000001', 'England', 10, '10')`.execute(query)
    await sql`insert into neighbour (authority_id, release_id, place, rank, neighbour, label) values (${authorityId}, ${id}, '831', 1, '331', 'close')`.execute(
      query,
    )
  }
}

function add(by: 'analyst' | 'manager', of: 'ours' | 'theirs' = 'ours'): ChangeCase['statement'] {
  return (
    ours,
    theirs,
  ) => sql`insert into comparator_release (authority_id, kind, title, published_on, source, file_name, sha256, taken_by)
    values (${council(of === 'ours' ? ours : theirs)}, 'figures', 'Another', '2025-11-20', 'DfE', 'b.csv', ${'c'.repeat(64)}, ${ours[by].personId})`
}
const value =
  (release: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into comparator_value (authority_id, release_id, measure_id, year, level, code, name, value, raw)
    values (${council(ours)}, ${release}, 'M21', 2025, 'national', 'E92000001', 'England', 10, '10')`
const neighbour =
  (release: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into neighbour (authority_id, release_id, place, rank, neighbour, label) values (${council(ours)}, ${release}, '831', 2, '350', 'close')`
const accept =
  (release: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update comparator_release set accepted_on = '2026-02-02' where authority_id = ${council(ours)} and id = ${release}`

export const comparatorChanges: ChangeCase[] = [
  ...both(['comparator_release', 'INSERT', 'a release'], 'analyst', ['worker', 'refused'], add('analyst')),
  c('comparator_release', 'INSERT', 'analyst', 'a release in somebody else’s name', 'refused', add('manager')),
  c('comparator_release', 'INSERT', 'analyst', 'a release of another council', 'refused', add('analyst', 'theirs')),
  ...both(['comparator_release', 'UPDATE', 'that a release counts'], 'analyst', ['manager', '0 rows'], accept(WAITING)),
  c('comparator_release', 'UPDATE', 'analyst', 'a release that counts already', '0 rows', accept(ACCEPTED)),
  ...both(
    ['comparator_value', 'INSERT', 'a value of a release that waits'],
    'analyst',
    ['manager', 'refused'],
    value(WAITING),
  ),
  c('comparator_value', 'INSERT', 'analyst', 'a value of a release that counts', 'refused', value(ACCEPTED)),
  ...both(
    ['neighbour', 'INSERT', 'a neighbour of a list that waits'],
    'analyst',
    ['manager', 'refused'],
    neighbour(WAITING),
  ),
  c('neighbour', 'INSERT', 'analyst', 'a neighbour of a list that counts', 'refused', neighbour(ACCEPTED)),
]
