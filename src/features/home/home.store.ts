import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

/** Counts for the first screen of those who take files in and of those who read who looked. */
export async function readWorkCounts(query: Query): Promise<{ awaiting: number; looks: number }> {
  const { rows } = await sql<{ awaiting: string; looks: string }>`select
    (select count(*) from import_batch where authority_id = (select authority()) and status = 'checked')::text as awaiting,
    (select count(*) from audit where authority_id = (select authority()) and child_id is not null and at > clock_timestamp() - interval '7 days')::text as looks`.execute(
    query,
  )
  return { awaiting: Number(rows[0]!.awaiting), looks: Number(rows[0]!.looks) }
}

export interface EndingRole {
  personId: string
  name: string
  role: string
  endsOn: string
}

/** Roles of colleagues that end within thirty days, today included, soonest first. */
export async function listEndingRoles(query: Query): Promise<EndingRole[]> {
  const { rows } =
    await sql<EndingRole>`select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, h.role,
      h.ends_on::text as "endsOn"
    from role_held h join person p on p.authority_id = h.authority_id and p.id = h.person_id and p.kind = 'staff'
    where h.authority_id = (select authority()) and h.ends_on between (select today()) and (select today()) + 30
      and not exists (select from role_held n where n.authority_id = h.authority_id and n.person_id = h.person_id and n.role = h.role
        and n.starts_on <= h.ends_on + 1 and (n.ends_on is null or n.ends_on > h.ends_on))
    order by h.ends_on, name`.execute(query)
  return rows
}
