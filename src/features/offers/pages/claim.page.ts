import type { Query } from '../../../database/database.ts'
import { readOfferFacts } from '../../../shapes/offer/care-dates.store.ts'
import { answerClaim, type Claim, findClaim, payClaim } from '../../../shapes/offer/claim.store.ts'
import { findOffer } from '../../../shapes/offer/offer.store.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { type Faults, readAnswer, type TypedAnswer } from '../claim.form.ts'
import { offerPaths } from '../offers.paths.ts'
import { putClock } from '../read-my-offers.ts'
import { presentClaim } from './claim.presenter.ts'
import { answersClaims } from './claims.page.ts'

export async function showClaim(visit: Visit): Promise<Answer> {
  return withClaim(visit, async (query, claim) => {
    await recordTrace(query, visit.actor, { event: 'claim opened', childId: claim.childId })
    return show(visit, query, claim, null, [])
  })
}

export async function submitAnswer(visit: Visit): Promise<Answer> {
  return withClaim(visit, async (query, claim) => {
    const { typed, answer, faults } = readAnswer(visit.form, claim.isToPay, visit.today)
    if (answer === null) return show(visit, query, claim, typed, faults)
    if (await answerClaim(query, claim.id, answer))
      await recordTrace(query, visit.actor, {
        event: 'claim answered',
        childId: claim.childId,
        detail: { claim: claim.id, decision: answer.decision },
      })
    return { redirect: offerPaths.claim(claim.id) }
  })
}

export async function submitPayment(visit: Visit): Promise<Answer> {
  return withClaim(visit, async (query, claim) => {
    if (await payClaim(query, claim.id, visit.today))
      await recordTrace(query, visit.actor, {
        event: 'claim paid',
        childId: claim.childId,
        detail: { claim: claim.id },
      })
    return { redirect: offerPaths.claim(claim.id) }
  })
}

/** The young person's own page of it is the offer's; this one is for those who answer. */
async function withClaim(visit: Visit, work: (query: Query, claim: Claim) => Promise<Answer>): Promise<Answer> {
  if (!answersClaims(visit)) return notFound
  return visit.database.as(visit.actor, async (query) => {
    const claim = await findClaim(query, visit.params.id!)
    return claim === null ? notFound : work(query, claim)
  })
}

async function show(
  visit: Visit,
  query: Query,
  claim: Claim,
  typed: TypedAnswer | null,
  faults: Faults,
): Promise<Answer> {
  const offer = await findOffer(query, claim.offerId)
  const facts = await readOfferFacts(query, claim.childId)
  return {
    template: 'features/offers/pages/claim.njk',
    title: 'A claim',
    status: faults.length > 0 ? 422 : 200,
    page: {
      isNarrow: true,
      back: { href: offerPaths.claims(), text: 'Claims' },
      ...(faults.length > 0 ? { errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
    },
    model: presentClaim({ ...putClock(claim, visit.today), offer: offer!, facts }, typed, faults, visit.today),
  }
}
