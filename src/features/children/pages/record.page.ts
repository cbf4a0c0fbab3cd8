import { readCorrections, readTimeline } from '../../../shapes/event/ledger.store.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { findChild, readChildRights, readPeopleOf } from '../../../shapes/person/child.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { readHomePlaces } from '../home-place.store.ts'
import { presentRecord } from './record.presenter.ts'

/** One child's record. Opening it is written down in the same transaction, or it is not shown. */
export async function showRecord(visit: Visit): Promise<Answer> {
  if (!visit.can('colleagues:read')) return notFound
  return visit.database.as(visit.actor, async (query) => {
    const child = await findChild(query, visit.params.id ?? '')
    if (child === null) return notFound
    const rights = await readChildRights(query, child.id)
    const events = await readTimeline(query, child.id)
    const people = await readPeopleOf(query, child.id)
    const corrections = rights.canReadHistory ? await readCorrections(query, child.id) : []
    const addresses = events.filter((event) => event.kind === 'placement_address')
    const places = await readHomePlaces(query, addresses, visit.council.onsCode)
    await recordTrace(query, visit.actor, { event: 'record opened', childId: child.id })
    const model = presentRecord({ child, rights, events, people, corrections, places, today: visit.today })
    return {
      template: 'features/children/pages/record.njk',
      title: model.name,
      model: { ...model },
      page: {
        back: { href: '/children', text: 'Children' },
        ...(visit.query.done === 'corrected'
          ? { notice: { text: 'Put right. What it said before is kept, with your reason.', isSuccess: true } }
          : {}),
      },
    }
  })
}
