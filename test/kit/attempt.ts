import { type RawBuilder, sql } from 'kysely'
import type { Actor, Database, Query } from '../../src/database/database.ts'

class TakenBack extends Error {}

/** Tries one statement as somebody and takes it back: "3 rows", "refused" (no right), or the database's code of its refusal. */
export async function attempt(database: Database, actor: Actor, statement: RawBuilder<unknown>): Promise<string> {
  return said(async () =>
    database.as(actor, async (query) => {
      throw new TakenBack(await sayRows(statement, query))
    }),
  )
}

/** The same as the owner of the tables. */
export async function attemptAsOwner(database: Database, statement: RawBuilder<unknown>): Promise<string> {
  return said(async () =>
    database.asOwner(async (query) => {
      throw new TakenBack(await sayRows(statement, query))
    }),
  )
}

export async function countRows(database: Database, actor: Actor, table: string, where = 'true'): Promise<number> {
  return database.as(actor, async (query) => {
    const { rows } = await sql
      .raw<{ n: number }>(`select count(*)::int as n from kept.${table} where ${where}`)
      .execute(query)
    return rows[0]!.n
  })
}

async function sayRows(statement: RawBuilder<unknown>, query: Query): Promise<string> {
  const { rows, numAffectedRows } = await statement.execute(query)
  return `${rows.length || Number(numAffectedRows ?? 0)} rows`
}

async function said(work: () => Promise<never>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TakenBack) return error.message
    const { code } = error as { code?: string }
    if (code === undefined) throw error
    return code === '42501' ? 'refused' : code
  }
}
