import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** Who reads for whom, while one is away or does not open in time (rule 7). */
export interface Cover {
  id: string
  forId: string
  forName: string
  coverId: string
  coverName: string
  startsOn: IsoDate
  endsOn: IsoDate | null
}

const NAME = (person: string) =>
  sql`concat_ws(' ', ${sql.ref(`${person}.given_name`)}, ${sql.ref(`${person}.family_name`)})`

/** Covers that are on or to come: of everybody, or only where `personId` is one of the two. By name, never by lateness. */
export async function listCovers(query: Query, personId: string | null = null): Promise<Cover[]> {
  const { rows } =
    await sql<Cover>`select c.id, c.for_person as "forId", ${NAME('f')} as "forName", c.covered_by as "coverId", ${NAME('b')} as "coverName",
      c.starts_on as "startsOn", c.ends_on as "endsOn" from cover c
    join person f on f.authority_id = c.authority_id and f.id = c.for_person
    join person b on b.authority_id = c.authority_id and b.id = c.covered_by
    where c.authority_id = (select authority()) and (c.ends_on is null or c.ends_on >= (select today()))
      and (${personId}::uuid is null or ${personId}::uuid in (c.for_person, c.covered_by))
    order by f.family_name, f.given_name, c.starts_on`.execute(query)
  return rows
}

export async function nameCover(
  query: Query,
  cover: { forId: string; coverId: string; startsOn: IsoDate; endsOn: IsoDate | null },
): Promise<void> {
  await sql`insert into cover (authority_id, for_person, covered_by, starts_on, ends_on)
    values ((select authority()), ${cover.forId}, ${cover.coverId}, ${cover.startsOn}, ${cover.endsOn})`.execute(query)
}

/** Its last day is today. False where there is none, or it is not theirs to end. */
export async function endCover(query: Query, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update cover set ends_on = (select today()) where authority_id = (select authority())
    and id = ${id} and (ends_on is null or ends_on > (select today()))`.execute(query)
  return Number(numAffectedRows) === 1
}

/** People whom a child could choose and who have no cover today: for whoever keeps the door. By name. */
export async function listWithoutCover(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select person_id as id, name from without_cover() order by name`.execute(query)
  return rows
}

/** Colleagues who can cover for somebody: those who work with children, by name. */
export async function listCoverChoices(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select p.id, ${NAME('p')} as name from cover_choices() c
    join person p on p.authority_id = (select authority()) and p.id = c.person_id order by name`.execute(query)
  return rows
}
