import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

export interface MyPerson {
  name: string
  role: string
}

/** Who is named for this child or young person today. The relationship rows they may read, and nobody barred. */
export async function readMyPeople(query: Query, childId: string): Promise<MyPerson[]> {
  const { rows } =
    await sql<MyPerson>`select p.name, r.role from relationship r cross join lateral colleague_name(r.person_id) p
    where r.authority_id = (select authority()) and r.child_id = ${childId} and r.role in ('social_worker', 'iro', 'personal_adviser')
      and r.starts_on <= (select today()) and (r.ends_on is null or r.ends_on >= (select today())) order by r.role desc`.execute(
      query,
    )
  return rows
}

/** Counts for the first screen of those who take files in and of those who read who looked. */
export async function readWorkCounts(query: Query): Promise<{ awaiting: number; looks: number }> {
  const { rows } = await sql<{ awaiting: string; looks: string }>`select
    (select count(*) from import_batch where authority_id = (select authority()) and status = 'checked')::text as awaiting,
    (select count(*) from audit where authority_id = (select authority()) and child_id is not null and at > clock_timestamp() - interval '7 days')::text as looks`.execute(
    query,
  )
  return { awaiting: Number(rows[0]!.awaiting), looks: Number(rows[0]!.looks) }
}
