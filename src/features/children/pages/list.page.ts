import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listChildren } from '../../../shapes/person/child.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { presentList } from './list.presenter.ts'

export const PAGE_SIZE = 50

export async function showList(visit: Visit): Promise<Answer> {
  // A young person's own pages are another place: this list is for those who work here.
  if (!visit.can('colleagues:read')) return notFound
  const search = (visit.query.q ?? '').slice(0, 80)
  const onlyInCare = visit.query.show !== 'everyone'
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(visit.query.page)) || 1))
  return visit.database.as(visit.actor, async (query) => {
    const found = await listChildren(
      query,
      { search, onlyInCare, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
      visit.today,
    )
    await recordTrace(query, visit.actor, {
      event: 'children listed',
      childIds: found.children.map((child) => child.id),
    })
    return {
      template: 'features/children/pages/list.njk',
      title: 'Children',
      model: presentList({
        ...found,
        search,
        onlyInCare,
        page,
        size: PAGE_SIZE,
        today: visit.today,
        canOpen: visit.can('break-glass:write'),
      }),
    }
  })
}
