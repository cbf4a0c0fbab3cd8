import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { sayCount } from '../../promises/index.ts'
import { offerPaths } from '../offers.paths.ts'
import type { ClockedClaim } from '../read-my-offers.ts'
import { sayDay, sayDaysLate, sayMoney } from '../say-when.ts'

const ORDER = { late: 0, waiting: 1, 'said yes': 2, done: 3, 'said no': 4 }

/** The claims of those somebody advises, or of those their team advises: late first, then what is due soonest. */
export function presentClaims(claims: ClockedClaim[], isManager: boolean, today: IsoDate) {
  const rows = [...claims]
    .sort(
      (one, other) =>
        ORDER[one.clock.state] - ORDER[other.clock.state] || (one.clock.dueOn < other.clock.dueOn ? -1 : 1),
    )
    .map((one) => ({ state: one.clock.state, row: presentRow(one, isManager, today) }))
  const pick = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).map(({ row }) => row)
  return {
    sentence: sayClaims(claims),
    open: pick('late', 'waiting'),
    toPay: pick('said yes'),
    closed: pick('done', 'said no'),
    hasAny: rows.length > 0,
  }
}

export function sayClaims(claims: ClockedClaim[]): string {
  const count = (state: string) => claims.filter(({ clock }) => clock.state === state).length
  const [late, waiting, toPay] = [count('late'), count('waiting'), count('said yes')]
  const pay = toPay === 0 ? '' : ` ${sayCount(toPay)} ${toPay === 1 ? 'is' : 'are'} still to be paid.`
  if (late + waiting === 0) return `No claim waits for an answer.${pay}`
  const start = `${sayCount(late + waiting)} ${late + waiting === 1 ? 'claim waits' : 'claims wait'} for an answer`
  return late === 0
    ? `${start}, none of them late.${pay}`
    : `${start}, ${sayCount(late).toLowerCase()} of them late.${pay}`
}

function presentRow({ claim, clock }: ClockedClaim, isManager: boolean, today: IsoDate) {
  const adviser = isManager && claim.advisers !== null ? ` · adviser ${claim.advisers}` : ''
  return {
    lead: { text: claim.childName, href: offerPaths.claim(claim.id) },
    text: claim.offer,
    note: `asked on ${sayDay(claim.askedOn, today)}${adviser}`,
    pill: sayPill(claim, clock, today),
    action: {
      text: clock.state === 'late' || clock.state === 'waiting' ? 'Answer' : 'Open',
      href: offerPaths.claim(claim.id),
      visuallyHiddenText: `${claim.offer}, ${claim.childName}`,
    },
  }
}

/** The council's own lateness wears the council's states; a young person has none. */
export function sayPill(claim: ClockedClaim['claim'], clock: ClockedClaim['clock'], today: IsoDate) {
  switch (clock.state) {
    case 'late':
      return { state: 'not-kept', text: sayDaysLate(clock.daysLate) }
    case 'waiting':
      return {
        state: 'on-the-way',
        text: `answer ${clock.daysLeft === 0 ? 'due today' : `by ${clock.daysLeft === 1 ? 'tomorrow' : sayDay(clock.dueOn, today)}`}`,
      }
    case 'said yes':
      return { state: 'partly', text: 'yes, to be paid' }
    case 'done':
      return {
        state: 'kept',
        text:
          claim.paidOn === null
            ? 'yes'
            : `paid ${claim.amountPence === null ? '' : sayMoney(claim.amountPence)}`.trim(),
      }
    case 'said no':
      return { state: 'cannot', text: 'no, with a reason' }
  }
}
