import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

/** What children say of one promise, counted; null where a count is too small to show. */
export type Verdicts = { said: string; children: number | null }[]

/** Null: no answer can be shown, because few or none have answered. */
export async function readVerdicts(query: Query, promiseId: string): Promise<Verdicts | null> {
  const { rows } = await sql<Verdicts[number]>`select said, children from verdict_counts(${promiseId})`.execute(query)
  return rows.some(({ children }) => (children ?? 0) > 0) ? rows : null
}

/** The answer that more than half gave, where it may be shown. */
export async function readMostSaid(query: Query, promiseId: string): Promise<string | null> {
  const { rows } = await sql<{ most: string | null }>`select verdict_most(${promiseId}) as most`.execute(query)
  return rows[0]!.most
}
