import { findMeasure } from '../../domain/measures/all-measures.ts'
import { type KeptShare, partOf, shareFromCount, shareFromMeasure } from '../../domain/promises/promise-share.ts'
import { decidePromise, type PromiseRule, type PromiseState } from '../../domain/promises/promise-state.ts'
import { collectionYearOf } from '../../domain/shared/calendar-date.ts'
import { systemActor } from '../../shapes/person/council.store.ts'
import { type ItemProof, listProofs } from '../../shapes/plan/item-proof.store.ts'
import { type About, findItem, findPlan, type Plan, type PlanItem } from '../../shapes/plan/plan.store.ts'
import { listReasons, type PromiseReason, readPromiseRule } from '../../shapes/plan/promise-rule.store.ts'
import type { Visit } from '../../web/route.ts'
import { presentFigure, type ShownFigure, workOutTrend } from '../performance/index.ts'

export interface WallPromise {
  item: PlanItem
  state: PromiseState
  /** How the state was decided, in a sentence. */
  because: string
  /** How many children it is kept for, as anybody may read it. */
  kept: KeptShare | null
  /** 0 to 1; null where nothing shows it or it may not be shown. */
  share: number | null
  figure: ShownFigure | null
  /** Why it cannot be kept, where that still counts. */
  reason: PromiseReason | null
  /** With true counts: they are shown only through `kept`. */
  proofs: ItemProof[]
}

export interface Wall {
  plan: Plan
  rule: PromiseRule
  /** What the council promises: these have a share of children and a state. */
  promises: WallPromise[]
  /** What is promised together, and what is asked of young people: words, without a state. */
  others: PlanItem[]
}

type Reader = Pick<Visit, 'database' | 'council' | 'today' | 'actor'>

/** A part of a year is never read as a whole one: a year's measure speaks of the last year that ended. */
async function workOutResults({ database, council, today }: Reader) {
  const lastYearEnd = `${collectionYearOf(today) - 1}-03-31`
  const [whole, now] = await workOutTrend(database, council, [lastYearEnd, today], null)
  return ({ measureId }: PlanItem) =>
    (findMeasure(measureId ?? '')?.period === 'year' ? whole! : now!).results.find(({ id }) => id === measureId)
}

/** What the council promises: it has a share of children and a state. */
function isOurs({ party }: PlanItem): boolean {
  return party === 'we' || party === null
}

/** How many children one promise is kept for, as the wall has it. */
export async function readKept(reader: Reader, promiseId: string): Promise<KeptShare | null> {
  const item = await reader.database.as(reader.actor, (query) => findItem(query, promiseId))
  if (item === null || !isOurs(item)) return null
  const fromMeasure = item.measureId === null ? null : shareFromMeasure((await workOutResults(reader))(item))
  if (fromMeasure !== null) return fromMeasure
  const proofs = await reader.database.as(systemActor(reader.council), (query) => listProofs(query, [item.id]))
  return shareFromCount(proofs, reader.today)
}

/**
 * The pledge with each promise's state, worked out from its measure, or from children counted by hand. Everybody sees the
 * same wall, made of what may be shown to anybody: a promise is not kept more for a reader with more rights.
 */
export async function readWall(visit: Reader, about: About | null = null): Promise<Wall | null> {
  const plan = await visit.database.as(visit.actor, (query) => findPlan(query, 'pledge', about))
  if (plan === null) return null
  const ours = plan.items.filter(isOurs)
  const { proofs, reasons, rule } = await visit.database.as(systemActor(visit.council), async (query) => ({
    proofs: await listProofs(
      query,
      ours.map(({ id }) => id),
    ),
    reasons: await listReasons(query),
    rule: await readPromiseRule(query),
  }))
  const findResult = await workOutResults(visit)
  const promises = ours.map((item): WallPromise => {
    const result = findResult(item)
    const own = proofs.filter((proof) => proof.itemId === item.id)
    const kept = shareFromMeasure(result) ?? shareFromCount(own, visit.today)
    const reason = reasons.find((one) => one.itemId === item.id && visit.today <= one.reviewOn) ?? null
    const share = partOf(kept)
    const facts = { share, owner: item.owners[0] ?? null, dueOn: item.dueOn, reason }
    return {
      item,
      kept,
      share,
      reason,
      proofs: own,
      figure: result && result.cannotCompute === null ? presentFigure(result, false) : null,
      ...decidePromise(facts, visit.today, rule),
    }
  })
  return { plan, rule, promises, others: plan.items.filter((item) => !ours.includes(item)) }
}
