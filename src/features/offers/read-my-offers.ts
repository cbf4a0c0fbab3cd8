import type { Query } from '../../database/database.ts'
import { type ClaimClock, readClock } from '../../domain/offers/claim-clock.ts'
import { decideOffer, type OfferAnswer } from '../../domain/offers/decide-offer.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { readOfferFacts } from '../../shapes/offer/care-dates.store.ts'
import { type Claim, listClaims } from '../../shapes/offer/claim.store.ts'
import { listOffers, type Offer } from '../../shapes/offer/offer.store.ts'
import { bankHolidays } from '../children/index.ts'

export interface ClockedClaim {
  claim: Claim
  clock: ClaimClock
}

export interface MyOffer {
  offer: Offer
  answer: OfferAnswer
  /** The newest claim for it, where there is one. */
  claimed: ClockedClaim | null
}

/** What somebody can have, now, later or not, and where each claim is: what can be had now first. */
export async function readMyOffers(query: Query, childId: string, today: IsoDate): Promise<MyOffer[]> {
  const [offers, facts, claims] = [
    await listOffers(query, today),
    await readOfferFacts(query, childId),
    await listClaims(query, childId),
  ]
  const order = { now: 0, later: 1, not: 2 }
  return offers
    .map((offer): MyOffer => {
      const claim = claims.findLast((one) => one.offerId === offer.id)
      const answer: OfferAnswer =
        facts === null
          ? {
              can: 'not',
              on: null,
              until: null,
              because: 'We do not have your date of birth. Ask your adviser to put that right.',
            }
          : decideOffer(offer.rule, facts, today)
      return { offer, answer, claimed: claim ? putClock(claim, today) : null }
    })
    .sort((one, other) => order[one.answer.can] - order[other.answer.can])
}

export function putClock(claim: Claim, today: IsoDate): ClockedClaim {
  return { claim, clock: readClock(claim, today, bankHolidays) }
}

/** Whether there is something to press: they can have it now, and have not asked, or were told no. */
export function canClaim({ answer, claimed }: MyOffer): boolean {
  return answer.can === 'now' && (claimed === null || claimed.clock.state === 'said no')
}
