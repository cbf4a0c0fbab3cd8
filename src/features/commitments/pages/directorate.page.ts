import { listUpdatesOf } from '../../../shapes/plan/item-update.store.ts'
import { listProgress } from '../../../shapes/plan/loose-progress.store.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { listCommitments } from '../commitment.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { listEvents } from '../event.store.ts'
import { readTakeUp } from '../read-take-up.ts'
import { presentDirectorate } from './directorate.presenter.ts'

/** What one directorate promised: the one that is asked for, or the one whose commitments the reader answers for. */
export async function showDirectorate(visit: Visit): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, async (query) => {
    const plan = await findPlan(query, 'commitments')
    const items = plan?.items ?? []
    const all = await listCommitments(query)
    const mine = items.find(({ answeredBy }) => answeredBy.includes(visit.actor.personId))?.directorate ?? null
    const name = visit.query.name ?? mine
    if (name === null) return null
    const now = items.filter(({ directorate }) => directorate === name)
    const loose = (await listProgress(query)).filter(({ directorate }) => directorate === name)
    return {
      name,
      isMine: name === mine,
      items: now,
      before: all.filter(({ id, directorate }) => directorate === name && !now.some((item) => item.id === id)),
      updates: await listUpdatesOf(
        query,
        now.map(({ id }) => id),
      ),
      events: await listEvents(query),
      loose: loose.filter(({ answers }) => answers === null),
    }
  })
  if (facts === null) return visit.query.name === undefined ? { redirect: commitmentPaths.all() } : notFound
  if (facts.items.length + facts.before.length + facts.loose.length === 0) return notFound
  return {
    template: 'features/commitments/pages/directorate.njk',
    title: facts.name,
    model: presentDirectorate(
      {
        ...facts,
        takeUp: await readTakeUp(
          visit,
          facts.items.map(({ id }) => id),
        ),
      },
      visit.today,
    ),
    page: { back: { href: commitmentPaths.all(), text: 'Commitments' } },
  }
}
