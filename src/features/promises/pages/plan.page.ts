import { findPlan } from '../../../shapes/plan/plan.store.ts'
import { listNewestYoungViews } from '../../../shapes/plan/young-view.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { presentPlan } from './plan.presenter.ts'

export async function showPlan(visit: Visit): Promise<Answer> {
  const { plan, young } = await visit.database.as(visit.actor, async (query) => ({
    plan: await findPlan(query, 'action plan'),
    young: await listNewestYoungViews(query),
  }))
  return {
    template: 'features/promises/pages/plan.njk',
    title: 'Action plan',
    model: { plan: plan === null ? null : presentPlan(plan, visit.today, young), canTakeIn: visit.can('plan:write') },
    page: {
      back: { href: '/promises', text: 'Our promises' },
      ...(visit.query.done
        ? { notice: { isSuccess: true, text: 'Taken in, as it was written. Its gaps are shown as gaps.' } }
        : {}),
    },
  }
}
