import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../database/database.ts'
import { roles } from '../../domain/access/roles.ts'

export interface Council {
  authorityId: number
  name: string
  /** The department's three-digit number. */
  code: string
  onsCode: string | null
  isMadeUp: boolean
  /** Kept itself, as an actor with a name: commands and figures are its work. */
  systemId: string
}

export interface NewCouncil {
  nature: 'made-up' | 'real'
  name: string
  code: string
  onsCode: string | null
}

/** Makes the council, its roles as data, and the system actor. An installation is made-up or real for life. */
export async function makeCouncil(database: Database, council: NewCouncil): Promise<Council> {
  await database.asOwner(async (query) => {
    await sql`insert into installation (nature) values (${council.nature})`.execute(query)
    const made = await sql<{ authority_id: number }>`insert into authority (code, ons_code, name)
      values (${council.code}, ${council.onsCode}, ${council.name}) returning authority_id`.execute(query)
    const authorityId = made.rows[0]!.authority_id
    await writeRoles(query, authorityId)
    const person = await sql<{ id: string }>`insert into person (authority_id, kind, given_name, title)
      values (${authorityId}, 'system', 'Kept', 'Kept itself') returning id`.execute(query)
    await sql`insert into role_held (authority_id, person_id, role, starts_on)
      values (${authorityId}, ${person.rows[0]!.id}, 'system', '2000-01-01')`.execute(query)
    await sql`insert into seal_head (authority_id) values (${authorityId})`.execute(query)
  })
  return (await findCouncil(database))!
}

/**
 * Gives councils that are there already what this release's roles are new for: roles and resources they have no rule of.
 * A rule that a council took away stays away.
 */
export async function followRoles(database: Database): Promise<void> {
  await database.asOwner(async (query) => {
    const { rows } = await sql<{ authority_id: number }>`select authority_id from authority`.execute(query)
    for (const { authority_id } of rows) await writeRoles(query, authority_id)
  })
}

async function writeRoles(query: Query, authorityId: number): Promise<void> {
  const rows = Object.entries(roles).flatMap(([role, { grants }]) => grants.map((grant) => ({ role, ...grant })))
  await sql`insert into grant_rule (authority_id, role, resource, action, scope, field_group)
    select ${authorityId}, r.role, r.resource, r.action, r.scope, r."fieldGroup"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(role text, resource text, action text, scope text, "fieldGroup" text)
    where not exists (select from grant_rule g where g.authority_id = ${authorityId} and g.role = r.role and g.resource = r.resource)`.execute(
    query,
  )
}

/** The council of this installation, or null where none has been made. */
export async function findCouncil(database: Database): Promise<Council | null> {
  return database.atDoor(async (query) => {
    const { rows } = await sql<{
      authority_id: number
      name: string
      code: string
      ons_code: string | null
      nature: string
      system_id: string
    }>`
      select authority_id, name, code, ons_code, nature, system_id from council_at_door()`.execute(query)
    const row = rows[0]
    if (!row) return null
    return {
      authorityId: row.authority_id,
      name: row.name,
      code: row.code,
      onsCode: row.ons_code,
      isMadeUp: row.nature === 'made-up',
      systemId: row.system_id,
    }
  })
}

/** Kept itself as the actor, for commands and for figures. */
export function systemActor(council: Council): Actor {
  return { authorityId: council.authorityId, personId: council.systemId }
}
