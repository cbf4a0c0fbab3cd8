import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Mapping } from '../../domain/plans/read-plan-table.ts'

/** For each table's headings that were taken in before: which column is what, as somebody put it last. */
export type KeptColumns = (headings: readonly string[]) => Mapping | null

export async function readColumns(query: Query): Promise<KeptColumns> {
  const { rows } = await sql<{ headings: string; columns: Mapping }>`select headings, columns from plan_columns
    where authority_id = (select authority())`.execute(query)
  const kept = new Map(rows.map(({ headings, columns }) => [headings, columns]))
  return (headings) => kept.get(keyOf(headings)) ?? null
}

export async function keepColumns(
  query: Query,
  actor: Actor,
  headings: readonly string[],
  mapping: Mapping,
): Promise<void> {
  await sql`insert into plan_columns (authority_id, headings, columns) values (${actor.authorityId}, ${keyOf(headings)}, ${JSON.stringify(mapping)}::jsonb)
    on conflict (authority_id, headings) do update set columns = excluded.columns`.execute(query)
}

const keyOf = (headings: readonly string[]) =>
  headings
    .map((heading) => heading.trim().toLowerCase())
    .join(' | ')
    .slice(0, 2000)
