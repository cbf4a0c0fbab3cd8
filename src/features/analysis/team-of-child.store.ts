import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface TeamOfChild {
  childId: string
  teamId: string
  team: string
}

/** The team of each child's social worker on a day, of the children whose workers the reader may see. One team a child. */
export async function readTeams(query: Query, day: IsoDate): Promise<TeamOfChild[]> {
  const { rows } =
    await sql<TeamOfChild>`select distinct on (r.child_id) r.child_id as "childId", t.id as "teamId", t.name as team
    from relationship r
      join team_member m on m.authority_id = r.authority_id and m.person_id = r.person_id and m.starts_on <= ${day} and (m.ends_on is null or m.ends_on > ${day})
      join team t on t.authority_id = m.authority_id and t.id = m.team_id
    where r.authority_id = (select authority()) and r.role = 'social_worker' and r.starts_on <= ${day} and (r.ends_on is null or r.ends_on > ${day})
    order by r.child_id, r.starts_on desc, m.manages, t.id`.execute(query)
  return rows
}
