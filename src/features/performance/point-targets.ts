import type { Query } from '../../database/database.ts'
import type { Target } from '../../domain/measure-story/target.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { readPublishedGoals } from '../comparators/index.ts'

/** Targets with the number that they point at among what is published. */
export async function pointTargets(query: Query, council: Council, targets: readonly Target[]): Promise<Target[]> {
  const pointing = new Set(targets.flatMap(({ measureId, pointsAt }) => (pointsAt === null ? [] : [measureId])))
  const goals = new Map<string, Awaited<ReturnType<typeof readPublishedGoals>>>()
  for (const id of pointing) goals.set(id, await readPublishedGoals(query, council, id))
  return targets.map((target) => {
    if (target.pointsAt === null) return target
    const goal = goals.get(target.measureId)
    const value = goal?.values[target.pointsAt] ?? null
    return { ...target, pointed: goal && value !== null ? { value, year: goal.year } : null }
  })
}
