import { listProgress } from '../../../shapes/plan/loose-progress.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { presentProgress } from './progress.presenter.ts'

/** All that was told without its commitment: what nobody has joined yet first. */
export async function showProgress(visit: Visit): Promise<Answer> {
  const progress = await visit.database.as(visit.actor, listProgress)
  return {
    template: 'features/commitments/pages/progress.njk',
    title: 'Progress without its commitment',
    model: { ...presentProgress(progress), canKeep: visit.can('plan:write'), newHref: commitmentPaths.newProgress() },
    page: {
      back: { href: commitmentPaths.all(), text: 'Commitments' },
      ...(visit.query.done
        ? {
            notice: {
              isSuccess: true,
              text: 'Taken in, as it was written. Each answers no commitment on file until somebody joins it.',
            },
          }
        : {}),
    },
  }
}
