import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { FieldGroup } from '../../domain/record/event-kinds.ts'

/** The field group of a fact that somebody has put right already, as far as the reader may read it; null otherwise. */
export async function findPutRight(query: Query, childId: string, eventId: string): Promise<FieldGroup | null> {
  const { rows } = await sql<{ group: FieldGroup }>`select e.field_group as "group" from event e
    where e.authority_id = (select authority()) and e.child_id = ${childId} and e.id = ${eventId}
      and exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)`.execute(query)
  return rows[0]?.group ?? null
}
