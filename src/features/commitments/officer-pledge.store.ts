import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface OfficerPledge {
  id: string
  title: string
  agreedOn: IsoDate | null
  /** Why it was launched again; null for the first. */
  why: string | null
  commitments: number
}

/** Every launch of the Chief Officer pledge, newest first: the first is the one that holds. */
export async function listOfficerPledges(query: Query): Promise<OfficerPledge[]> {
  const { rows } = await sql<OfficerPledge>`select p.id, p.title, p.agreed_on as "agreedOn", p.why,
      (select count(*)::int from plan_item i where i.authority_id = p.authority_id and i.plan_id = p.id) as commitments
    from plan p where p.authority_id = (select authority()) and p.about = 'chief officers' order by p.agreed_on desc nulls last, p.id`.execute(
    query,
  )
  return rows
}

/** Launched, or after a review launched again: what held before stays to be read. */
export async function launchOfficerPledge(
  query: Query,
  actor: Actor,
  launch: { title: string; agreedOn: IsoDate; replacesId: string | null; why: string | null },
): Promise<void> {
  await sql`insert into plan (authority_id, id, kind, about, title, agreed_on, replaces_id, why)
    values (${actor.authorityId}, ${randomUUID()}, 'commitments', 'chief officers', ${launch.title}, ${launch.agreedOn}::date, ${launch.replacesId}::uuid, ${launch.why})`.execute(
    query,
  )
}
