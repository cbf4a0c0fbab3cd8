import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

/** The bodies that the reader may know of, by name: a plan may name one as an owner. */
export async function listBodies(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from body
    where authority_id = (select authority()) order by name`.execute(query)
  return rows
}
