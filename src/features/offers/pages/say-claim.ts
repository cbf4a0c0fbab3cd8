import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import type { ClockedClaim, MyOffer } from '../read-my-offers.ts'
import { sayDay, sayMoney, sayWhen } from '../say-when.ts'

/** Where a claim is, to the one who made it. Never how late in days: that is the council's to mend, and it says who mends it. */
export function sayWhere({ claim, clock }: ClockedClaim, today: IsoDate): string {
  const asked = `You asked on ${sayDay(claim.askedOn, today)}.`
  const amount = claim.amountPence === null ? '' : `: ${sayMoney(claim.amountPence)}`
  switch (clock.state) {
    case 'waiting':
      return `${asked} You should have an answer by ${sayWhen(clock.dueOn, today)}.`
    case 'late':
      return `${asked} You should have had an answer by ${sayDay(clock.dueOn, today)}. We are late, and we are sorry. Your adviser’s manager sees this too.`
    case 'said yes':
      return `The answer is yes${amount}. It has not been paid yet.`
    case 'said no':
      return `The answer was no. ${claim.reason ?? ''}`
    case 'done':
      return claim.paidOn === null ? `The answer is yes${amount}.` : `Paid on ${sayDay(claim.paidOn, today)}${amount}.`
  }
}

/** In a few words: what somebody sees first of each offer. */
export function sayStanding({ answer, claimed }: MyOffer, today: IsoDate): string {
  if (claimed !== null) {
    const { state, dueOn } = claimed.clock
    return {
      waiting: `You asked for it. An answer should come by ${sayDay(dueOn, today)}`,
      late: 'You asked for it, and we are late',
      'said yes': 'The answer is yes. It will be paid',
      done: claimed.claim.paidOn === null ? 'Settled: it is yours' : 'Paid',
      'said no': 'The answer was no',
    }[state]
  }
  if (answer.can === 'now') return 'You can have it now'
  return answer.can === 'later' ? `You can have it from ${sayDay(answer.on!, today)}` : 'Not for you, as far as we know'
}
