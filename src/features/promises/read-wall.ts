import { findMeasure } from '../../domain/measures/all-measures.ts'
import { findPromiseState, type PromiseState, shareKept } from '../../domain/promises/promise-state.ts'
import { collectionYearOf } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import { presentFigure, type ShownFigure, workOutTrend } from '../performance/index.ts'
import { findPlan, type Plan, type PlanItem } from './promise.store.ts'

export interface WallPromise {
  item: PlanItem
  state: PromiseState
  /** 0 to 1; null where nothing shows it or it may not be shown. */
  share: number | null
  figure: ShownFigure | null
}

export interface Wall {
  plan: Plan
  /** What the council promises: these have a share of children and a state. */
  promises: WallPromise[]
  /** What is promised together, and what is asked of young people: words, without a state. */
  others: PlanItem[]
}

/**
 * The pledge with each promise's state, worked out from its measure. Everybody sees the same wall, made of what may be
 * shown to anybody: a promise is not kept more for a reader with more rights.
 */
export async function readWall(visit: Pick<Visit, 'database' | 'actor' | 'council' | 'today'>): Promise<Wall | null> {
  const plan = await visit.database.as(visit.actor, (query) => findPlan(query, 'pledge'))
  if (plan === null) return null
  // A part of a year is never read as a whole one: a year's measure speaks of the last year that ended.
  const lastYearEnd = `${collectionYearOf(visit.today) - 1}-03-31`
  const [whole, now] = await workOutTrend(visit.database, visit.council, [lastYearEnd, visit.today], null)
  const ours = plan.items.filter((item) => item.party === 'we' || item.party === null)
  const promises = ours.map((item): WallPromise => {
    const from = findMeasure(item.measureId ?? '')?.period === 'year' ? whole! : now!
    const result = from.results.find(({ id }) => id === item.measureId)
    const figure = result && result.cannotCompute === null ? presentFigure(result, false) : null
    const share = figure ? shareKept(figure.plotted, findMeasure(figure.id)!.direction) : null
    return {
      item,
      figure,
      share,
      state: findPromiseState({ share, owner: item.owners[0] ?? null, dueOn: item.dueOn }, visit.today),
    }
  })
  return { plan, promises, others: plan.items.filter((item) => !ours.includes(item)) }
}
