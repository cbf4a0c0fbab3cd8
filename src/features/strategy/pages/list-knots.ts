import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import type { Visit } from '../../../web/route.ts'
import type { StrategyJoin } from '../strategy.store.ts'

export interface StrategyKnot {
  kind: StrategyJoin['toKind']
  ref: string
  /** As a form sends it. */
  value: string
  text: string
}

/** What a part of the strategy may lean on: the council's promises, the actions and commitments of today's plans, and the figures. */
export async function listKnots(visit: Pick<Visit, 'database' | 'actor'>): Promise<StrategyKnot[]> {
  const [pledge, plan, commitments] = await visit.database.as(visit.actor, async (query) => [
    await findPlan(query, 'pledge'),
    await findPlan(query, 'action plan'),
    await findPlan(query, 'commitments'),
  ])
  const knot = (kind: StrategyKnot['kind'], ref: string, text: string) => ({ kind, ref, value: `${kind} ${ref}`, text })
  return [
    ...(pledge?.items ?? [])
      .filter(({ party }) => party !== 'you')
      .map(({ id, position, title }) => knot('promise', id, `Promise ${position}: ${title}`)),
    ...(plan?.items ?? []).map(({ id, reference, title }) =>
      knot('action', id, `Action ${[reference, title].filter(Boolean).join(' ')}`),
    ),
    ...(commitments?.items ?? []).map(({ id, directorate, title }) =>
      knot('action', id, `Commitment${directorate ? ` of ${directorate}` : ''}: ${title}`),
    ),
    ...allMeasures.map(({ id, plainTitle }) => knot('measure', id, `Figure ${id}: ${plainTitle}`)),
  ]
}
