import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listChildren, readWorkersOf } from '../../../shapes/person/child.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../children.paths.ts'
import { presentList } from './list.presenter.ts'

export const PAGE_SIZE = 50

export async function showList(visit: Visit): Promise<Answer> {
  // A young person's own pages are another place: this list is for those who work here.
  if (!visit.can('colleagues:read')) return notFound
  const search = (visit.query.q ?? '').slice(0, 80)
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(visit.query.page)) || 1))
  return visit.database.as(visit.actor, async (query) => {
    const list = (onlyInCare: boolean) =>
      listChildren(query, { search, onlyInCare, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }, visit.today)
    let onlyInCare = visit.query.show !== 'everyone'
    let found = await list(onlyInCare)
    // Those whose young people have all left our care, or who may not read who is in it, begin with everyone.
    if (found.total === 0 && visit.query.show === undefined && page === 1) {
      onlyInCare = false
      found = await list(onlyInCare)
    }
    if (found.children.length === 0 && page > 1) return { redirect: paths.list() }
    const ids = found.children.map((child) => child.id)
    await recordTrace(query, visit.actor, {
      event: 'children listed',
      childIds: ids,
    })
    return {
      template: 'features/children/pages/list.njk',
      title: 'Children',
      model: presentList({
        ...found,
        workers: await readWorkersOf(query, ids, visit.today),
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
