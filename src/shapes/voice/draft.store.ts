import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

export type Draft = Record<string, string>

/** What was begun and not sent, as typed; readable by the child alone (rule 6). */
export async function readDraft(query: Query): Promise<Draft> {
  return (await findDraft(query))?.draft ?? {}
}

/** With the id that it will have once it is sent: its files belong to that. */
export async function findDraft(query: Query): Promise<{ id: string; draft: Draft } | null> {
  const { rows } = await sql<{ id: string; draft: Draft }>`select view_id as id, draft from view_draft
    where authority_id = (select authority()) and child_id = (select me())`.execute(query)
  return rows[0] ?? null
}

export async function keepDraft(query: Query, draft: Draft): Promise<void> {
  await sql`insert into view_draft (authority_id, child_id, draft) values ((select authority()), (select me()), ${JSON.stringify(draft)}::jsonb)
    on conflict (authority_id, child_id) do update set draft = excluded.draft, saved_at = clock_timestamp()`.execute(
    query,
  )
}

/** Changes some of it, and begins one where there is none. */
export async function changeDraft(query: Query, changes: Draft): Promise<void> {
  await sql`insert into view_draft (authority_id, child_id, draft) values ((select authority()), (select me()), ${JSON.stringify(changes)}::jsonb)
    on conflict (authority_id, child_id) do update set draft = view_draft.draft || excluded.draft, saved_at = clock_timestamp()`.execute(
    query,
  )
}

/** Changes this draft and no other: what comes late, after it was sent, begins nothing anew. False where it is gone. */
export async function changeThisDraft(query: Query, id: string, changes: Draft): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update view_draft set draft = draft || ${JSON.stringify(changes)}::jsonb, saved_at = clock_timestamp()
    where authority_id = (select authority()) and child_id = (select me()) and view_id::text = ${id}`.execute(query)
  return Number(numAffectedRows) === 1
}

export async function dropDraft(query: Query): Promise<void> {
  await sql`delete from view_draft where authority_id = (select authority()) and child_id = (select me())`.execute(
    query,
  )
}
