import { findPlan } from '../../../shapes/plan/plan.store.ts'
import { listOwnerNames } from '../../../shapes/plan/plan-part.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { promisePaths } from '../promises.paths.ts'
import { presentGaps } from './gaps.presenter.ts'

/** What the plans in force leave open, by gap, plan or owner. */
export async function showGaps(visit: Visit): Promise<Answer> {
  const by = visit.query.by === 'plan' || visit.query.by === 'owner' ? visit.query.by : 'gap'
  const { plans, names } = await visit.database.as(visit.actor, async (query) => ({
    plans: [await findPlan(query, 'action plan'), await findPlan(query, 'commitments')].filter((plan) => plan !== null),
    names: visit.can('plan:write') ? await listOwnerNames(query) : [],
  }))
  return {
    template: 'features/promises/pages/gaps.njk',
    title: 'Gaps in our plans',
    model: presentGaps(plans, by, names.filter(({ people }) => people.length === 0).length, visit.can('plan:write')),
    page: { back: { href: promisePaths.plan(), text: 'The action plan' } },
  }
}
