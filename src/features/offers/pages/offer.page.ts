import { readMyAdvisers } from '../../../shapes/offer/care-dates.store.ts'
import { addClaim } from '../../../shapes/offer/claim.store.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { type Faults, readWords } from '../claim.form.ts'
import { offerPaths } from '../offers.paths.ts'
import { canClaim, readMyOffers } from '../read-my-offers.ts'
import { presentOffer } from './offer.presenter.ts'
import { isYoung } from './offers.page.ts'

export async function showOffer(visit: Visit): Promise<Answer> {
  return show(visit, '', [])
}

/** Asks for it. What our dates say against it is not asked again here: the page offers the button only where they agree. */
export async function submitClaim(visit: Visit): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  const { words, faults } = readWords(visit.form)
  if (faults.length > 0) return show(visit, words, faults)
  return visit.database.as(visit.actor, async (query): Promise<Answer> => {
    const mine = await readMyOffers(query, visit.actor.personId, visit.today)
    const one = mine.find(({ offer }) => offer.id === visit.params.id)
    if (one === undefined) return notFound
    if (canClaim(one) && (await addClaim(query, one.offer.id, words)))
      await recordTrace(query, visit.actor, { event: 'claim made', detail: { offer: one.offer.id } })
    return { redirect: offerPaths.offer(one.offer.id) }
  })
}

async function show(visit: Visit, typed: string, faults: Faults): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  return visit.database.as(visit.actor, async (query): Promise<Answer> => {
    const mine = await readMyOffers(query, visit.actor.personId, visit.today)
    const one = mine.find(({ offer }) => offer.id === visit.params.id)
    if (one === undefined) return notFound
    const advisers = await readMyAdvisers(query)
    return {
      template: 'features/offers/pages/offer.njk',
      title: 'For you',
      status: faults.length > 0 ? 422 : 200,
      page: {
        back: { href: offerPaths.offers(), text: 'All that is for you' },
        ...(faults.length > 0 ? { errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
      },
      model: { ...presentOffer(one, advisers, typed, visit.today), fault: faults[0]?.text ?? '' },
    }
  })
}
