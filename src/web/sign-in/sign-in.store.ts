import { sql } from 'kysely'
import type { Database } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Identity } from './open-id.ts'

/** A made-up person somebody may be. `kind` is 'staff' or 'child'. */
export interface Pick {
  personId: string
  kind: string
  label: string
  sentence: string
}

/** Whom the picker offers. The database gives nobody where the council is real. */
export async function readPicks(database: Database, authorityId: number): Promise<Pick[]> {
  return database.atDoor(async (query) => {
    const { rows } = await sql<Pick>`select e.person_id as "personId", p.kind, e.label, e.sentence
      from picker() e cross join lateral person_at_door(e.authority_id, e.person_id) p where e.authority_id = ${authorityId}`.execute(
      query,
    )
    return rows
  })
}

/** Who an identity is: tied to it before, or the one colleague entered with this address. Two with one address are nobody. */
export async function findPersonOfIdentity(
  database: Database,
  authorityId: number,
  { issuer, subject, email }: Identity,
): Promise<string | null> {
  return database.atDoor(async (query) => {
    const { rows } = await sql<{ person_id: string }>`select person_id
      from person_of_identity(${issuer}, ${subject}, ${email}) where authority_id = ${authorityId}`.execute(query)
    return rows.length === 1 ? rows[0]!.person_id : null
  })
}

/** Ties the identity to the person for good: from now on the address no longer matters. */
export async function keepIdentity(
  database: Database,
  authorityId: number,
  { issuer, subject }: Identity,
  personId: string,
): Promise<void> {
  await database.atDoor((query) =>
    sql`select keep_identity(${authorityId}, ${issuer}, ${subject}, ${personId})`.execute(query),
  )
}

/** Whether a person (never Kept itself) holds any role today. */
export async function hasRoleToday(
  database: Database,
  authorityId: number,
  personId: string,
  today?: IsoDate,
): Promise<boolean> {
  return database.atDoor(async (query) => {
    const { rows } =
      await sql`select from person_at_door(${authorityId}, ${personId}) where kind <> 'system' and cardinality(roles) > 0`.execute(
        query,
      )
    return rows.length > 0
  }, today)
}
