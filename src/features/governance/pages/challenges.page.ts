import { countDaysLate } from '../../../domain/governance/challenge-state.ts'
import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { sayCount } from '../../promises/index.ts'
import { type Challenge, listChallenges, listSeats } from '../challenge.store.ts'
import { paths } from '../governance.paths.ts'

export async function showChallenges(visit: Visit): Promise<Answer> {
  const { challenges, seats } = await visit.database.as(visit.actor, async (query) => ({
    challenges: await listChallenges(query, visit.today),
    seats: await listSeats(query),
  }))
  return {
    template: 'features/governance/pages/challenges.njk',
    title: 'Challenges',
    model: {
      ...presentChallenges(challenges, visit.today),
      raiseHref: visit.can('challenges:write') && seats.length > 0 ? paths.raise() : '',
    },
  }
}

/** What waits, late first; then what waits for those who asked; then what they accepted. */
export function presentChallenges(challenges: Challenge[], today: IsoDate) {
  const of = (...states: Challenge['state'][]) =>
    challenges.filter((challenge) => states.includes(challenge.state)).map((one) => presentChallengeRow(one, today))
  const open = of('late', 'open')
  return {
    sentence: sayChallenges(challenges),
    open,
    answered: of('answered'),
    accepted: of('accepted').reverse(),
    isEmpty: challenges.length === 0,
  }
}

export function sayChallenges(challenges: Challenge[]): string {
  const late = challenges.filter((challenge) => challenge.state === 'late').length
  const waiting = challenges.filter((challenge) => challenge.state === 'open').length + late
  if (waiting === 0)
    return challenges.length === 0 ? 'Nobody has raised a challenge yet.' : 'No challenge waits for an answer.'
  const start = waiting === 1 ? 'One challenge is' : `${sayCount(waiting)} challenges are`
  const end =
    late === 0 ? 'none of them late' : late === waiting ? 'late' : `${sayCount(late).toLowerCase()} of them late`
  return `${start} waiting for an answer, ${waiting === 1 && late === 1 ? 'and it is late' : waiting === 1 ? 'and it is not late' : end}.`
}

export function presentChallengeRow(challenge: Challenge, today: IsoDate) {
  return {
    text: challenge.title,
    href: paths.challenge(challenge.id),
    note: `to ${lowerFirst(challenge.toTitle ?? challenge.toName)}`,
    pill: presentChallengeState(challenge, today),
  }
}

export function presentChallengeState(challenge: Challenge, today: IsoDate): { state: string; text: string } {
  const days = countDaysLate(challenge.answerDueOn, today)
  if (challenge.state === 'late') return { state: 'not-kept', text: `${days} ${days === 1 ? 'day' : 'days'} late` }
  if (challenge.state === 'open')
    return { state: 'on-the-way', text: `by ${sayMeetingDay(challenge.answerDueOn, today).replace(/^\w+ /, '')}` }
  if (challenge.state === 'answered') return { state: 'partly', text: 'answered: is it?' }
  const on = challenge.answers.find((answer) => answer.verdict === 'accepted')?.verdictOn
  return { state: 'kept', text: on ? `accepted ${sayDate(on)}` : 'accepted' }
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `the ${text[0]!.toLowerCase()}${text.slice(1)}` : text
}
