import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface CommitmentName {
  id: string
  title: string
  directorate: string | null
  givenOn: IsoDate | null
}

/** Every commitment that was ever given, those of the newest plan first. */
export async function listCommitments(query: Query): Promise<CommitmentName[]> {
  const { rows } =
    await sql<CommitmentName>`select i.id, i.title, i.directorate, i.given_on as "givenOn" from plan_item i
      join plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = (select authority()) and p.kind = 'commitments' order by p.agreed_on desc nulls last, p.id, i.position`.execute(
      query,
    )
  return rows
}
