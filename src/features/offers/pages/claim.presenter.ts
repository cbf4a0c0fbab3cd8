import { decideOffer, type OfferFacts } from '../../../domain/offers/decide-offer.ts'
import { sayRule } from '../../../domain/offers/offer-rule.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import type { Offer } from '../../../shapes/offer/offer.store.ts'
import type { Faults, TypedAnswer } from '../claim.form.ts'
import { offerPaths } from '../offers.paths.ts'
import type { ClockedClaim } from '../read-my-offers.ts'
import { sayDay, sayDaysLate, sayMoney, sayWhen } from '../say-when.ts'
import { sayPill } from './claims.presenter.ts'
import { saySource } from './offers.presenter.ts'

type Shown = ClockedClaim & { offer: Offer; facts: OfferFacts | null }

/** One claim to the person who answers it: what was asked, what our dates say, and one form. */
export function presentClaim(shown: Shown, typed: TypedAnswer | null, faults: Faults, today: IsoDate) {
  const { claim, clock, offer, facts } = shown
  const first = claim.childName.split(' ')[0] ?? 'They'
  const isOpen = claim.decision === null
  return {
    sentence: saySentence(shown, today),
    pill: sayPill(claim, clock, today),
    asked: `${first} asked on ${sayDay(claim.askedOn, today)}.`,
    words: claim.words,
    noWords: `${first} wrote nothing with it.`,
    ourDates:
      facts === null ? 'The record has no date of birth.' : sayForColleague(decideOffer(offer.rule, facts, today)),
    rule: sayRule(offer.rule),
    source: saySource(offer),
    amount: offer.amountWords,
    answer:
      claim.decision === null
        ? ''
        : `${claim.decision === 'yes' ? 'Yes' : 'No'}${claim.amountPence === null ? '' : `, ${sayMoney(claim.amountPence)}`}, on ${sayDay(claim.answeredOn!, today)}, by ${claim.decidedBy ?? 'a colleague'}${clock.daysLate > 0 ? `: ${sayDaysLate(clock.daysLate)}` : ''}.`,
    reason: claim.reason ?? '',
    paid: claim.paidOn === null ? '' : `Paid on ${sayDay(claim.paidOn, today)}.`,
    payAction: clock.state === 'said yes' ? `${offerPaths.claim(claim.id)}/paid` : '',
    stepsHref: offerPaths.steps(claim.childId),
    stepsText: `${first}’s next steps`,
    form: isOpen ? presentForm(claim, offer, typed, faults, first) : null,
  }
}

function saySentence({ claim, clock }: Shown, today: IsoDate): string {
  const what = `${claim.childName} asked for: ${claim.offer.charAt(0).toLowerCase()}${claim.offer.slice(1)}.`
  if (clock.state === 'late') return `${what} An answer was due on ${sayDay(clock.dueOn, today)}.`
  if (clock.state === 'waiting')
    return `${what} An answer is due ${clock.daysLeft > 1 ? 'by ' : ''}${sayWhen(clock.dueOn, today)}.`
  if (clock.state === 'said yes') return `${what} It is still to be paid.`
  return what
}

/** What dates say is put to the adviser as that, not as the answer. */
function sayForColleague(answer: { can: string; because: string }): string {
  const start = { now: 'By our dates they can have it.', later: 'By our dates not yet.', not: 'By our dates not.' }[
    answer.can as 'now' | 'later' | 'not'
  ]
  return `${start} What their page says: “${answer.because}”`
}

function presentForm(
  claim: ClockedClaim['claim'],
  offer: Offer,
  typed: TypedAnswer | null,
  faults: Faults,
  first: string,
) {
  const errorOf = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault ? { errorMessage: { text: fault.text } } : {}
  }
  const amount = typed?.amount ?? (offer.amountPence === null ? '' : String(offer.amountPence / 100))
  return {
    action: offerPaths.claim(claim.id),
    decision: {
      idPrefix: 'decision',
      name: 'decision',
      classes: 'govuk-radios--inline',
      fieldset: { legend: { text: 'Your answer', classes: 'govuk-fieldset__legend--m' } },
      items: [
        { value: 'yes', text: 'Yes', checked: typed?.decision === 'yes' },
        { value: 'no', text: 'No', checked: typed?.decision === 'no' },
      ],
      ...errorOf('decision'),
    },
    amount: offer.isPaid
      ? {
          id: 'amount',
          name: 'amount',
          value: amount,
          classes: 'govuk-input--width-5',
          inputmode: 'decimal',
          prefix: { text: '£' },
          label: { text: 'If yes: how much' },
          ...errorOf('amount'),
        }
      : null,
    reason: {
      id: 'reason',
      name: 'reason',
      value: typed?.reason ?? '',
      rows: 3,
      label: { text: `Why, in a sentence ${first} will read` },
      hint: { text: 'Your name stands beside it.' },
      ...errorOf('reason'),
    },
    told: {
      idPrefix: 'told',
      name: 'told',
      items: [
        { value: 'yes', text: `I have told ${first} the answer myself, and why`, checked: typed?.told === 'yes' },
      ],
      hint: { text: 'A no is told before it is written.' },
      ...errorOf('told'),
    },
  }
}
