import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

/** Why a finding about a child stands as it is. */
export async function fillCheckReason(query: Query, authorityId: number, kid: string, analyst: string): Promise<void> {
  await sql`insert into check_reason (authority_id, rule_id, child_id, field_group, fact_on, says, words, said_by)
    values (${authorityId}, '148', ${kid}, 'care', '2025-01-01', 'It has no reason.', 'It is right so.', ${analyst})`.execute(
    query,
  )
}

const say =
  (given: { of?: 'theirs'; childOf?: 'theirs' } = {}): ChangeCase['statement'] =>
  (ours: Place, theirs: Place) =>
    sql`insert into check_reason (authority_id, rule_id, child_id, field_group, fact_on, says, words)
    values (${(given.of ? theirs : ours).council.council.authorityId}, '148', ${(given.childOf ? theirs : ours).kid}, 'care', '2025-01-02', 'No reason.', 'It is right so.')`

export const checkReasonChanges: ChangeCase[] = [
  ...both(['check_reason', 'INSERT', 'a reason'], 'analyst', ['worker', 'refused'], say()),
  c('check_reason', 'INSERT', 'board', 'a reason', 'refused', say()),
  c(
    'check_reason',
    'INSERT',
    'analyst',
    'a reason at another council',
    'refused',
    say({ of: 'theirs', childOf: 'theirs' }),
  ),
  c(
    'check_reason',
    'INSERT',
    'analyst',
    'a reason in another’s name',
    'refused',
    (ours) => sql`insert into check_reason (authority_id, rule_id, child_id, field_group, fact_on, says, words, said_by)
    values (${ours.council.council.authorityId}, '148', ${ours.kid}, 'care', '2025-01-02', 'No reason.', 'It is right so.', ${ours.manager.personId})`,
  ),
]
