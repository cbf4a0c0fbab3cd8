import { findMeasure } from '../../domain/measures/all-measures.ts'
import { collectionYearOf } from '../../domain/shared/calendar-date.ts'
import { findPlan, type PlanItem } from '../../shapes/plan/plan.store.ts'
import type { Visit } from '../../web/route.ts'
import { presentFigure, type ShownFigure, workOutTrend } from '../performance/index.ts'
import { readWall, type Wall } from '../promises/index.ts'
import type { StrategyJoin } from './strategy.store.ts'

type Reader = Pick<Visit, 'database' | 'council' | 'today' | 'actor'>

/** What the parts of a strategy are joined to, as it stands today, in what may be shown to anybody. */
export interface Live {
  promises: ReadonlyMap<string, Wall['promises'][number]>
  actions: ReadonlyMap<string, PlanItem>
  figures: ReadonlyMap<string, ShownFigure>
}

/** Reads only what the joins need: a strategy that is joined to no figure works none out. */
export async function readLive(reader: Reader, joins: readonly StrategyJoin[]): Promise<Live> {
  const needs = (kind: StrategyJoin['toKind']) => joins.some(({ toKind }) => toKind === kind)
  const wall = needs('promise') ? await readWall(reader) : null
  const actions = new Map<string, PlanItem>()
  if (needs('action'))
    await reader.database.as(reader.actor, async (query) => {
      for (const kind of ['action plan', 'commitments'] as const)
        for (const item of (await findPlan(query, kind))?.items ?? []) actions.set(item.id, item)
    })
  return {
    promises: new Map((wall?.promises ?? []).map((promise) => [promise.item.id, promise])),
    actions,
    figures: needs('measure') ? await readFigures(reader) : new Map(),
  }
}

/** A year's measure speaks of the last whole year, a day's of today; true counts stay behind. */
async function readFigures({ database, council, today }: Reader): Promise<Live['figures']> {
  const lastYearEnd = `${collectionYearOf(today) - 1}-03-31`
  const [whole, now] = await workOutTrend(database, council, [lastYearEnd, today], null)
  return new Map(
    now!.results.flatMap((result) => {
      const best =
        findMeasure(result.id)?.period === 'year' ? whole!.results.find(({ id }) => id === result.id) : result
      return best && best.cannotCompute === null ? [[result.id, presentFigure(best, false)] as const] : []
    }),
  )
}
