import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** What a board's own paper says it does for our children: read by the register of the whole council, and kept with the paper. */
export interface ImpactOfPaper {
  id: string
  title: string
  writtenBy: string
  body: string
  heldOn: IsoDate
  impact: string
  publishedOn: IsoDate | null
}

/** Of every paper that the reader may read. What is private stays out of every list that is passed on (rule 35). */
export async function listImpactOfPapers(query: Query): Promise<ImpactOfPaper[]> {
  const { rows } =
    await sql<ImpactOfPaper>`select p.id, p.title, p.written_by as "writtenBy", b.name as body, m.held_on as "heldOn",
      btrim(p.impact) as impact, p.published_on as "publishedOn"
    from paper p join meeting m on m.authority_id = p.authority_id and m.id = p.meeting_id
      join body b on b.authority_id = p.authority_id and b.id = p.body_id
      join agenda_item i on i.authority_id = p.authority_id and i.id = p.agenda_item_id
    where p.authority_id = (select authority()) and not i.is_private and i.taken_off_on is null order by m.held_on desc, p.title`.execute(
      query,
    )
  return rows
}
