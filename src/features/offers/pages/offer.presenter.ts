import { sayRule } from '../../../domain/offers/offer-rule.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import type { Adviser } from '../../../shapes/offer/care-dates.store.ts'
import { offerPaths } from '../offers.paths.ts'
import { canClaim, type MyOffer } from '../read-my-offers.ts'
import { sayDay } from '../say-when.ts'
import { saySource } from './offers.presenter.ts'
import { sayStanding, sayWhere } from './say-claim.ts'

/** One offer to a young person: whether it is theirs and why, what it is, and one button. */
export function presentOffer(one: MyOffer, advisers: Adviser[], typed: string, today: IsoDate) {
  const { offer, answer, claimed } = one
  const isOpen = canClaim(one)
  const isAnswered = claimed !== null && claimed.claim.reason !== null && claimed.clock.state !== 'said no'
  return {
    title: offer.title,
    standing: claimed === null ? `${sayStanding(one, today)}.` : '',
    amount: offer.amountWords,
    words: offer.words,
    because: answer.because,
    until: answer.until === null ? '' : `It can be yours until ${sayDay(answer.until, today)}.`,
    rule: sayRule(offer.rule),
    source: saySource(offer),
    where: claimed === null ? '' : sayWhere(claimed, today),
    told: isAnswered
      ? `${claimed.claim.decidedBy ?? 'The manager of your adviser’s team'} wrote: ${claimed.claim.reason}`
      : '',
    said: claimed !== null && claimed.claim.words !== '' ? claimed.claim.words : '',
    how: offer.howToClaim,
    wrong: answer.can === 'not' && claimed === null,
    form: isOpen
      ? {
          action: offerPaths.offer(offer.id),
          words: typed,
          who: sayWhoReads(advisers),
          clock: `You will have an answer within ${offer.answerWithinDays} working days.`,
        }
      : null,
  }
}

/** Before somebody writes they read who will see it (rule 6). */
export function sayWhoReads(advisers: Adviser[]): string {
  const names = advisers.map(({ name }) => name).join(' and ')
  return names === ''
    ? 'Nobody is named as your adviser yet. Ask any adult you trust who can read this and answer you.'
    : `${names} will read this, and so can the manager of their team. Nobody else can.`
}
