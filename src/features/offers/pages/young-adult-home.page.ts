import { readMyAdvisers } from '../../../shapes/offer/care-dates.store.ts'
import { listNextSteps } from '../../../shapes/offer/next-step.store.ts'
import type { Visit } from '../../../web/route.ts'
import { readMyOffers } from '../read-my-offers.ts'
import { presentYoungAdultHome } from './young-adult-home.presenter.ts'

/** What a young adult's first screen shows of what is theirs: `adult` of young-adult-home.njk. */
export async function readYoungAdultHome(visit: Visit): Promise<ReturnType<typeof presentYoungAdultHome>> {
  const me = visit.actor.personId
  const facts = await visit.database.as(visit.actor, async (query) => ({
    offers: await readMyOffers(query, me, visit.today),
    advisers: await readMyAdvisers(query),
    steps: await listNextSteps(query, me),
  }))
  return presentYoungAdultHome(facts, visit.today)
}
