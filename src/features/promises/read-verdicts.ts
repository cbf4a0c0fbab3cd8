import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

/** What children say of one promise: more than how many gave each answer; null up to five. */
export type Verdicts = { said: string; moreThan: number | null }[]

/** Null: no answer can be shown, because few or none have answered. */
export async function readVerdicts(query: Query, promiseId: string): Promise<Verdicts | null> {
  const { rows } = await sql<
    Verdicts[number]
  >`select said, children as "moreThan" from verdict_counts(${promiseId})`.execute(query)
  return rows.some(({ moreThan }) => moreThan !== null) ? rows : null
}

/** The answer that more than half gave, where it may be shown. */
export async function readMostSaid(query: Query, promiseId: string): Promise<string | null> {
  const { rows } = await sql<{ most: string | null }>`select verdict_most(${promiseId}) as most`.execute(query)
  return rows[0]!.most
}
