import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

export interface OwnSignIn {
  at: string
  /** 'pictures', 'helper code', 'picker', 'council account'. */
  by: string
}

/** When somebody came in as whoever asks, newest first (rule 23). Read from their own trace. */
export async function readOwnSignIns(query: Query, personId: string, most = 5): Promise<OwnSignIn[]> {
  const { rows } =
    await sql<OwnSignIn>`select to_char(at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI') as at, coalesce(detail->>'by', '') as by from audit
    where authority_id = (select authority()) and person_id = ${personId} and event = 'signed in' order by audit.at desc limit ${most}`.execute(
      query,
    )
  return rows
}
