import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

/** Counts for the first screen of those who take files in and of those who read who looked. */
export async function readWorkCounts(query: Query): Promise<{ awaiting: number; looks: number }> {
  const { rows } = await sql<{ awaiting: string; looks: string }>`select
    (select count(*) from import_batch where authority_id = (select authority()) and status = 'checked')::text as awaiting,
    (select count(*) from audit where authority_id = (select authority()) and child_id is not null and at > clock_timestamp() - interval '7 days')::text as looks`.execute(
    query,
  )
  return { awaiting: Number(rows[0]!.awaiting), looks: Number(rows[0]!.looks) }
}
