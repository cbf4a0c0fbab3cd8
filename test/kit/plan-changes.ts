import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const ACTION = '00000000-0000-4000-8000-000000000003'

/** A part of the action, who is meant by a name, and what a council's columns are. */
export async function fillPlanParts(query: Query, authorityId: number, worker: string): Promise<void> {
  await sql`insert into plan_part (authority_id, item_id, position, how) values (${authorityId}, ${ACTION}, 1, 'Ask at reviews')`.execute(
    query,
  )
  await sql`insert into owner_match (authority_id, written, person_id, matched_by) values (${authorityId}, 'Head of homes', ${worker}, ${worker})`.execute(
    query,
  )
  await sql`insert into plan_columns (authority_id, headings, columns, kept_by) values (${authorityId}, 'action', '{}', ${worker})`.execute(
    query,
  )
}

const council = (place: Place) => place.council.council.authorityId
const addPart: ChangeCase['statement'] = (ours) =>
  sql`insert into plan_part (authority_id, item_id, position, how) values (${council(ours)}, ${ACTION}, 2, 'Ask again')`
const addMatch =
  (who: (ours: Place, theirs: Place) => string): ChangeCase['statement'] =>
  (ours, theirs) =>
    sql`insert into owner_match (authority_id, written, person_id) values (${council(ours)}, 'The board', ${who(ours, theirs)})`
const addColumns: ChangeCase['statement'] = (ours) =>
  sql`insert into plan_columns (authority_id, headings, columns) values (${council(ours)}, 'what', '{}')`

export const planChanges: ChangeCase[] = [
  ...both(['plan_part', 'INSERT', 'a step of an action'], 'system', ['worker', 'refused'], addPart),
  ...both(
    ['owner_match', 'INSERT', 'who is meant by a name'],
    'system',
    ['worker', 'refused'],
    addMatch((ours) => ours.worker.personId),
  ),
  c(
    'owner_match',
    'INSERT',
    'system',
    'a child as an owner',
    'refused',
    addMatch((ours) => ours.kid),
  ),
  ...both(
    ['owner_match', 'UPDATE', 'who was meant'],
    'system',
    ['worker', '0 rows'],
    () => sql`update owner_match set ended_on = '2026-01-01' where written = 'Head of homes'`,
  ),
  ...both(['plan_columns', 'INSERT', 'what columns are'], 'system', ['board', 'refused'], addColumns),
  ...both(
    ['plan_columns', 'UPDATE', 'what columns are'],
    'system',
    ['board', '0 rows'],
    () => sql`update plan_columns set columns = '{"title":0}' where headings = 'action'`,
  ),
]
