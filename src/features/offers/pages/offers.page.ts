import { listOffers } from '../../../shapes/offer/offer.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { readMyOffers } from '../read-my-offers.ts'
import { presentAllOffers, presentMyOffers } from './offers.presenter.ts'

export function isYoung(visit: Visit): boolean {
  return visit.person.roles.some((role) => role === 'child' || role === 'young_adult')
}

/** A young person's own; for colleagues, the offers alone. Nothing in the title tells why they are theirs (rule 13). */
export async function showOffers(visit: Visit): Promise<Answer> {
  return visit.database.as(visit.actor, async (query) => {
    if (!isYoung(visit)) {
      const model = presentAllOffers(await listOffers(query, visit.today))
      return { template: 'features/offers/pages/all-offers.njk', title: 'What young people can have', model }
    }
    const model = presentMyOffers(await readMyOffers(query, visit.actor.personId, visit.today), visit.today)
    return {
      template: 'features/offers/pages/offers.njk',
      title: 'For you',
      model,
      page: { back: { href: '/', text: 'Home' } },
    }
  })
}
