import { readMyAdvisers } from '../../../shapes/offer/care-dates.store.ts'
import { listNextSteps } from '../../../shapes/offer/next-step.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { readMyOffers } from '../read-my-offers.ts'
import { presentYoungAdultHome } from './young-adult-home.presenter.ts'

/** A young adult's first screen. Nothing in the tab or the first words tells why these things are theirs (rule 13). */
export async function showYoungAdultHome(visit: Visit): Promise<Answer> {
  const me = visit.actor.personId
  const facts = await visit.database.as(visit.actor, async (query) => ({
    offers: await readMyOffers(query, me, visit.today),
    advisers: await readMyAdvisers(query),
    steps: await listNextSteps(query, me),
  }))
  return {
    template: 'features/offers/pages/young-adult-first.njk',
    title: 'Hello',
    model: { hello: `Hello ${visit.person.name.split(' ')[0]}!`, adult: presentYoungAdultHome(facts, visit.today) },
  }
}
