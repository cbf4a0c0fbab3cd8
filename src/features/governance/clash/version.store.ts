import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'

export type VersionedKind = 'minute' | 'decision' | 'action' | 'agenda item' | 'paper'

export interface SavedVersion {
  version: number
  words: Record<string, string | number | null>
  /** Null: before versions were kept. */
  savedBy: string | null
  savedOn: IsoDate
  /** On the clock in London: "14:05". */
  savedTime: string
}

const COLUMNS = sql`v.version, v.words, p.name as "savedBy", (v.saved_at at time zone 'Europe/London')::date as "savedOn",
  to_char(v.saved_at at time zone 'Europe/London', 'HH24:MI') as "savedTime"
  from saved_version v left join meeting_people() p on p.person_id = v.saved_by`

/** What a save began from; null where there is no such version. */
export async function findVersion(
  query: Query,
  kind: VersionedKind,
  ref: string,
  version: number,
): Promise<SavedVersion | null> {
  const { rows } = await sql<SavedVersion>`select ${COLUMNS}
    where v.authority_id = (select authority()) and v.kind = ${kind} and v.ref = ${ref} and v.version = ${version}`.execute(
    query,
  )
  return rows[0] ?? null
}

/** The latest first. */
export async function listVersions(query: Query, kind: VersionedKind, ref: string): Promise<SavedVersion[]> {
  const { rows } = await sql<SavedVersion>`select ${COLUMNS}
    where v.authority_id = (select authority()) and v.kind = ${kind} and v.ref = ${ref} order by v.version desc`.execute(
    query,
  )
  return rows
}
