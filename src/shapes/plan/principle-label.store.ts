import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { sayPrinciples } from '../../domain/strategy/principles.ts'

export const LABELLED = ['promise', 'action', 'measure', 'decision'] as const
export type Labelled = (typeof LABELLED)[number]

export interface PrincipleLabel {
  id: string
  kind: Labelled
  /** The id of a promise, an action, a measure or a decision. */
  ref: string
  /** 1 to 7: (a) to (g) of the Act. */
  principle: number
}

/** Every label of today. */
export async function listLabels(query: Query): Promise<PrincipleLabel[]> {
  const { rows } =
    await sql<PrincipleLabel>`select id, kind, ref, principle from principle_label where authority_id = (select authority())
      and ended_on is null order by principle, labelled_on, id`.execute(query)
  return rows
}

/** The principles that one thing serves, in the Act's order: "(b) Encourage them to say …". */
export async function sayLabels(query: Query, kind: Labelled, ref: string): Promise<string[]> {
  const labels = await listLabels(query)
  return sayPrinciples(labels.filter((one) => one.kind === kind && one.ref === ref).map(({ principle }) => principle))
}

/** Given twice, it stands there once. */
export async function addLabel(
  query: Query,
  authorityId: number,
  { kind, ref, principle }: Omit<PrincipleLabel, 'id'>,
): Promise<void> {
  await sql`insert into principle_label (authority_id, kind, ref, principle) values (${authorityId}, ${kind}, ${ref}, ${principle})
    on conflict do nothing`.execute(query)
}

/** False where there is none, or it is not theirs to end. */
export async function endLabel(query: Query, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update principle_label set ended_on = (select today())
    where authority_id = (select authority()) and id::text = ${id} and ended_on is null`.execute(query)
  return Number(numAffectedRows) === 1
}
