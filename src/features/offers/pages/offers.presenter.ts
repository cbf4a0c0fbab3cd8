import { sayRule } from '../../../domain/offers/offer-rule.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Offer } from '../../../shapes/offer/offer.store.ts'
import { offerPaths } from '../offers.paths.ts'
import { canClaim, type MyOffer } from '../read-my-offers.ts'
import { sayStanding, sayWhere } from './say-claim.ts'

const NUMBERS = 'None One Two Three Four Five Six Seven Eight Nine Ten'.split(' ')

/** What somebody can have, on their own page. */
export function presentMyOffers(offers: MyOffer[], today: IsoDate) {
  return {
    sentence: sayOffers(offers),
    offers: offers.map((one) => ({
      href: offerPaths.offer(one.offer.id),
      title: one.offer.title,
      amount: one.offer.amountWords,
      standing: sayStanding(one, today),
      where: one.claimed === null ? one.answer.because : sayWhere(one.claimed, today),
      isClaimed: one.claimed !== null,
      isToClaim: canClaim(one),
    })),
  }
}

/** The first sentence: how many can be had now, and how many only wait to be asked for. */
export function sayOffers(offers: MyOffer[]): string {
  const now = offers.filter(
    ({ answer, claimed }) => answer.can === 'now' || (claimed && claimed.clock.state !== 'said no'),
  ).length
  const open = offers.filter(canClaim).length
  if (offers.length === 0) return 'Nothing has been written down here yet. Ask your adviser what you can have.'
  if (now === 0) return 'Nothing is yours to claim today. Here is what can come, and why.'
  const start = `${sayCount(now)} ${now === 1 ? 'thing is' : 'things are'} yours.`
  if (open === 0) return `${start} You have asked for ${now === 1 ? 'it' : now === 2 ? 'both' : 'all of them'}.`
  return `${start} ${open === now ? (now === 1 ? 'You can claim it today.' : 'You can claim them today.') : `${sayCount(open)} you can claim today.`}`
}

/** The same offers for colleagues: the rule of each, and of nobody. */
export function presentAllOffers(offers: Offer[]) {
  return {
    sentence:
      offers.length === 0
        ? 'No offers have been entered yet.'
        : `${sayCount(offers.length)} ${offers.length === 1 ? 'thing' : 'things'} young people can have from us at sixteen and after.`,
    offers: offers.map((offer) => ({
      title: offer.title,
      words: offer.words,
      amount: offer.amountWords,
      rule: sayRule(offer.rule),
      how: offer.howToClaim,
      clock: `An answer within ${offer.answerWithinDays} working days.`,
      source: saySource(offer),
    })),
  }
}

export function saySource({ source, validFrom }: Offer): string {
  const kind = { law: 'The law says so', national: 'The government asks every council for it', own: 'Our own offer' }[
    source.kind
  ]
  return `${kind}: ${source.words}. As it stands since ${sayDate(validFrom)}.`
}

function sayCount(count: number): string {
  return NUMBERS[count] ?? String(count)
}
