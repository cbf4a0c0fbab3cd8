import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import { governancePaths } from '../governance/index.ts'

export interface DecisionToJoin {
  id: string
  text: string
}

/** What any group or body decided, the latest first: a step before approval may have been one of them. */
export async function listDecisionsToJoin(query: Query): Promise<DecisionToJoin[]> {
  const { rows } = await sql<{ id: string; title: string; body: string; day: IsoDate }>`
    select d.id, d.title, b.name as body, d.decided_on as day from decision d join body b on b.authority_id = d.authority_id and b.id = d.body_id
    where d.authority_id = (select authority()) order by d.decided_on desc, d.title`.execute(query)
  return rows.map(({ id, title, body, day }) => ({ id, text: `${body}, ${sayDate(day)}: ${title}` }))
}

/** Of a draft alone: the policies refuse it for a version that was approved. False there. */
export async function setStepDecision(query: Query, partId: string, decisionId: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update strategy_part set decision_id = ${decisionId}
    where authority_id = (select authority()) and id = ${partId} and kind = 'step'`.execute(query)
  return numAffectedRows === 1n
}

export interface StepDecision {
  id: string
  text: string
  href: string
}

/** By part: what was decided at a step, for who may read it. */
export async function readStepDecisions(query: Query, versionId: string): Promise<Map<string, StepDecision>> {
  const { rows } = await sql<{ part: string; id: string; title: string; body: string }>`
    select p.id as part, d.id, d.title, b.name as body from strategy_part p
      join decision d on d.authority_id = p.authority_id and d.id = p.decision_id join body b on b.authority_id = d.authority_id and b.id = d.body_id
    where p.authority_id = (select authority()) and p.version_id = ${versionId}`.execute(query)
  return new Map(
    rows.map(({ part, id, title, body }) => [
      part,
      { id, text: `${body}: “${title}”`, href: governancePaths.decision(id) },
    ]),
  )
}
