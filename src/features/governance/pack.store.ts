import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { Pack } from '../../domain/governance/pack.ts'

export interface StoredPack {
  id: string
  meetingId: string
  publishedOn: string
  content: Pack
}

/** The newest pack that went out for a meeting, word for word; null before one did, or where it is not the reader's. */
export async function findPack(query: Query, meetingId: string): Promise<StoredPack | null> {
  const { rows } =
    await sql<StoredPack>`select id, meeting_id as "meetingId", london_day(published_at) as "publishedOn", content
    from pack where authority_id = (select authority()) and meeting_id = ${meetingId} order by published_at desc limit 1`.execute(
      query,
    )
  return rows[0] ?? null
}

export async function keepPack(
  query: Query,
  authorityId: number,
  meeting: { id: string; bodyId: string },
  content: Pack,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into pack (authority_id, id, meeting_id, body_id, seal_number, as_at, content)
    values (${authorityId}, ${id}, ${meeting.id}, ${meeting.bodyId}, ${content.knownBy.sealNumber}, ${content.knownBy.asAt}, ${JSON.stringify(content)}::jsonb)`.execute(
    query,
  )
  return id
}
