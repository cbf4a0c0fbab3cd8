import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Checked } from '../../domain/local-measures/check-stated.ts'
import { type LocalMeasure, readLocalMeasure } from '../../domain/local-measures/local-measure.ts'
import type { StatedValue } from '../../domain/local-measures/stated-value.ts'

/** The newest version of each measure of the council's own, those that are no longer counted among them. */
export async function listLocalMeasures(query: Query): Promise<LocalMeasure[]> {
  const { rows } = await sql<{ id: string; version: number; words: unknown; filter: unknown; isEnded: boolean }>`
    select distinct on (id) id, version, words, filter, is_ended as "isEnded" from local_measure
    where authority_id = (select authority()) order by id, version desc`.execute(query)
  return rows.flatMap((row) => readLocalMeasure(row) ?? [])
}

/** A new measure of the council's own. Its id is the next free one. */
export async function addLocalMeasure(
  query: Query,
  actor: Actor,
  { words, filter }: Pick<LocalMeasure, 'words' | 'filter'>,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into local_measure (authority_id, id, version, words, filter)
    select ${actor.authorityId}, 'L' || to_char(coalesce(max(substr(id, 2)::int), 0) + 1, 'FM9900'), 1,
      ${JSON.stringify(words)}::jsonb, ${filter === null ? null : JSON.stringify(filter)}::jsonb
    from local_measure where authority_id = ${actor.authorityId} returning id`.execute(query)
  return rows[0]!.id
}

/** Another version: what it counts changed, or it is counted no longer. The versions before stay. */
export async function changeLocalMeasure(
  query: Query,
  actor: Actor,
  { id, version, words, filter, isEnded }: LocalMeasure,
  reason: string,
): Promise<void> {
  await sql`insert into local_measure (authority_id, id, version, words, filter, is_ended, reason)
    values (${actor.authorityId}, ${id}, ${version + 1}, ${JSON.stringify(words)}::jsonb,
      ${filter === null ? null : JSON.stringify(filter)}::jsonb, ${isEnded}, ${reason})`.execute(query)
}

/** Every number typed in, those that were replaced among them, oldest first. */
export async function listStated(query: Query, measureId: string | null = null): Promise<StatedValue[]> {
  const { rows } = await sql<StatedValue>`
    select s.id, s.measure_id as "measureId", s.from_on as "fromOn", s.as_at as "asAt", s.numerator::float8 as numerator,
      s.denominator::float8 as denominator, s.value::float8 as value, s.children, s.status, s.source, s.replaces, s.reason,
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'a colleague') as "statedBy", s.stated_on as "statedOn"
    from stated_value s left join person p on p.authority_id = s.authority_id and p.id = s.stated_by
    where s.authority_id = (select authority()) and (${measureId}::text is null or s.measure_id = ${measureId})
    order by s.stated_at, s.id`.execute(query)
  return rows
}

/** `replaces`: the number on file for the same measure and day. */
export async function stateValue(
  query: Query,
  actor: Actor,
  { measureId, replaces, ...stated }: Checked & { measureId: string; replaces: string | null },
): Promise<void> {
  await sql`insert into stated_value (authority_id, measure_id, from_on, as_at, numerator, denominator, value, children, status, source, replaces, reason)
    values (${actor.authorityId}, ${measureId}, ${stated.fromOn}, ${stated.asAt}, ${stated.numerator}, ${stated.denominator}, ${stated.value},
      ${stated.children}, ${stated.status}, ${stated.source}, ${replaces}, ${stated.reason})`.execute(query)
}
