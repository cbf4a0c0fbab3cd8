import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'

export interface Trace {
  event: string
  /** The one child whose record was opened or changed. */
  childId?: string
  /** The children of a list that was shown. */
  childIds?: string[]
  detail?: Record<string, unknown>
}

/** Who looked, who changed. Written in the read's own transaction, so that nothing is shown that was not written down. */
export async function recordTrace(query: Query, actor: Actor, trace: Trace): Promise<void> {
  await sql`insert into audit (authority_id, person_id, event, child_id, child_ids, detail)
    values (${actor.authorityId}, ${actor.personId}, ${trace.event}, ${trace.childId ?? null}, ${trace.childIds ?? null}, ${JSON.stringify(trace.detail ?? {})}::jsonb)`.execute(
    query,
  )
}

export interface Look {
  at: string
  personId: string
  person: string
  title: string | null
  event: string
  childId: string | null
  reason: string | null
}

/** Who opened one child's record, newest first: for those who may read it. Lists that held the child are not openings. */
export async function readWhoLooked(query: Query, childId: string): Promise<Look[]> {
  return readLooks(query, childId, 500, false)
}

/** The newest openings of any record the actor may ask about, or only those with a reason. */
export async function readNewestLooks(query: Query, isOnlyWithReason = false, most = 100): Promise<Look[]> {
  return readLooks(query, null, most, isOnlyWithReason)
}

async function readLooks(
  query: Query,
  childId: string | null,
  most: number,
  isOnlyWithReason: boolean,
): Promise<Look[]> {
  const { rows } =
    await sql<Look>`select a.at, a.person_id as "personId", coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'a person you may not see') as person, p.title, a.event, a.child_id as "childId",
      a.detail->>'reason' as reason
    from audit a left join person p on p.authority_id = a.authority_id and p.id = a.person_id
    where a.authority_id = (select authority()) and a.child_id is not null and (${childId}::uuid is null or a.child_id = ${childId})
      and (not ${isOnlyWithReason}::boolean or a.detail ? 'reason') order by a.at desc limit ${most}`.execute(query)
  return rows
}
