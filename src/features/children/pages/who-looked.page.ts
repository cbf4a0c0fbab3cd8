import { readWhoLooked, recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { findChild, nameOf, readChildRights } from '../../../shapes/person/child.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../children.paths.ts'
import { presentWhoLooked } from './who-looked.presenter.ts'

/** Every opening of one child's record. Reading it is written down as well. */
export async function showWhoLooked(visit: Visit): Promise<Answer> {
  return visit.database.as(visit.actor, async (query) => {
    const child = await findChild(query, visit.params.id ?? '')
    if (child === null || !(await readChildRights(query, child.id)).canReadWhoLooked) return notFound
    const looks = await readWhoLooked(query, child.id)
    await recordTrace(query, visit.actor, { event: 'who looked read', childId: child.id })
    return {
      template: 'features/children/pages/who-looked.njk',
      title: 'Who looked',
      model: presentWhoLooked(nameOf(child), looks, visit.today),
      page: { back: { href: visit.can('colleagues:read') ? paths.record(child.id) : '/', text: nameOf(child) } },
    }
  })
}
