import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

/** How many answers stand on the page of whoever asks, and have no word of theirs yet. Never what they say (rule 13). */
export async function countWaitingAnswers(query: Query): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from view_answer a
    join view v on v.authority_id = a.authority_id and v.id = a.view_id and v.child_id = (select me()) and v.withdrawn_on is null
    where a.authority_id = (select authority())
      and not exists (select from view_reply r where r.authority_id = a.authority_id and r.answer_id = a.id)`.execute(
    query,
  )
  return rows[0]!.n
}
