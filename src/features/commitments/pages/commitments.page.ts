import { listUpdatesOf } from '../../../shapes/plan/item-update.store.ts'
import { listProgress } from '../../../shapes/plan/loose-progress.store.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { promisePaths } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { listEvents } from '../event.store.ts'
import { presentCommitments, presentEvents, presentNext, presentOneYearOn, sayLoose } from './commitments.presenter.ts'

export async function showCommitments(visit: Visit): Promise<Answer> {
  const { plan, loose, events } = await visit.database.as(visit.actor, async (query) => ({
    plan: await findPlan(query, 'commitments'),
    events: await listEvents(query),
    loose: (await listProgress(query)).filter(({ answers }) => answers === null).length,
  }))
  return {
    template: 'features/commitments/pages/commitments.njk',
    title: 'Commitments',
    model: {
      commitments: plan === null ? null : presentCommitments(plan, visit.today),
      events: presentEvents(events, visit.today),
      next: presentNext(events, visit.today),
      canKeep: visit.can('plan:write'),
      paths: {
        newEvent: commitmentPaths.newEvent(),
        newProgress: commitmentPaths.newProgress(),
        officers: commitmentPaths.officers(),
      },
      loose: sayLoose(loose),
      looseHref: commitmentPaths.progress(),
    },
    page: {
      back: { href: promisePaths.wall(), text: 'Our promises' },
      ...(visit.query.done
        ? { notice: { isSuccess: true, text: 'Taken in, as it was written. Its gaps are shown as gaps.' } }
        : {}),
    },
  }
}

/** The year as it was said, directorate by directorate; made to be printed. */
export async function showOneYearOn(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const plan = await findPlan(query, 'commitments')
    if (plan === null) return null
    const ids = plan.items.map(({ id }) => id)
    const loose = (await listProgress(query)).filter(({ answers }) => answers === null)
    return { plan, updates: await listUpdatesOf(query, ids), loose }
  })
  return {
    template: 'features/commitments/pages/one-year-on.njk',
    title: 'One year on',
    model: { year: found === null ? null : presentOneYearOn(found, visit.today) },
    page: { back: { href: promisePaths.commitments(), text: 'Commitments' } },
  }
}
