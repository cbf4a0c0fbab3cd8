import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

/** Opens a record that is not one's own for a day. Null: not opened, and why is not told. Writes the trace itself. */
export async function openForReason(query: Query, returnNumber: string, why: string): Promise<string | null> {
  const { rows } = await sql<{ child: string | null }>`select open_record(${returnNumber}, ${why}) as child`.execute(
    query,
  )
  return rows[0]!.child
}

export interface Opening {
  id: string
  person: string
  childId: string
  reason: string
  openedAt: string
  isMine: boolean
}

/** Openings nobody has looked into yet, oldest first, of the children whose trace the reader may read. */
export async function listUnreviewed(query: Query): Promise<Opening[]> {
  const { rows } =
    await sql<Opening>`select b.id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'a colleague') as person, b.child_id as "childId", b.reason,
      b.opened_at as "openedAt", b.person_id = (select me()) as "isMine"
    from break_glass b left join person p on p.authority_id = b.authority_id and p.id = b.person_id
    where b.authority_id = (select authority()) and b.reviewed_at is null order by b.opened_at limit 100`.execute(query)
  return rows
}

/** Whether the reason held, in words. False where it is not the reader's to say: their own, seen already, not theirs. */
export async function reviewOpening(query: Query, id: string, finding: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update break_glass set reviewed_by = (select me()), reviewed_at = clock_timestamp(), finding = ${finding}
    where authority_id = (select authority()) and id = ${id} and reviewed_at is null and person_id <> (select me())`.execute(
      query,
    )
  return (numAffectedRows ?? 0n) > 0n
}
