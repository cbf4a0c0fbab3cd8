import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** The measures whose figures a body watches, in the order they were chosen. */
export async function listWatched(query: Query, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select measure_id as id from body_measure where authority_id = (select authority())
    and body_id = ${bodyId} and ended_on is null order by added_on, measure_id`.execute(query)
  return rows.map(({ id }) => id)
}

/** False where it watches it already. */
export async function watchMeasure(
  query: Query,
  authorityId: number,
  bodyId: string,
  measureId: string,
): Promise<boolean> {
  if ((await listWatched(query, bodyId)).includes(measureId)) return false
  await sql`insert into body_measure (authority_id, body_id, measure_id) values (${authorityId}, ${bodyId}, ${measureId})`.execute(
    query,
  )
  return true
}

/** False where it does not watch it. */
export async function endWatch(query: Query, bodyId: string, measureId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update body_measure set ended_on = (select today())
    where authority_id = (select authority()) and body_id = ${bodyId} and measure_id = ${measureId} and ended_on is null`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

export interface Brought {
  by: string
  items: number
  held: number
}

/** Who brought items to a body's meetings since a day, other than its young people's own first item left empty. */
export async function listBrought(query: Query, bodyId: string, from: IsoDate): Promise<Brought[]> {
  const { rows } =
    await sql<Brought>`select i.brought_by as "by", count(*)::int as items, count(distinct i.meeting_id)::int as held
    from agenda_item i join meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id
    where i.authority_id = (select authority()) and i.body_id = ${bodyId} and i.taken_off_on is null and i.title is not null
      and btrim(i.brought_by) <> '' and m.status = 'held' and m.held_on > ${from}
    group by i.brought_by order by items desc, "by"`.execute(query)
  return rows
}
