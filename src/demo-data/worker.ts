import type { Fact } from '../domain/record/event-kinds.ts'
import type { CareJourney } from './care-journey.ts'
import { type Day, isoOf } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { Random } from './random.ts'
import type { Desk, TeamWork, Tenure, WorkTeam } from './team.ts'

/** Which desks work with a family through a period of care: a first team for some months, then one that stays. */
export interface Desks {
  first: Desk
  then: Desk
  changesOn: Day
}

export function giveDesks(journey: CareJourney, teams: WorkTeam[], today: Day, random: Random): Desks {
  const { stay, member } = journey
  const first = pickDesk(teams, member.alone ? 'alone' : 'first steps', random)
  const then = member.alone ? first : pickDesk(teams, 'staying', random)
  const changesOn = stay.start + random.whole(60, 240)
  return { first, then, changesOn: changesOn < today ? changesOn : Number.POSITIVE_INFINITY }
}

/** The less busy of two, so that work is shared evenly but not exactly. */
function pickDesk(teams: WorkTeam[], work: TeamWork, random: Random): Desk {
  const right = teams.filter((team) => team.work === work && team.desks.length > 0)
  const desks = (right.length > 0 ? right : teams).flatMap((team) => team.desks)
  const one = random.pick(desks)
  const other = random.pick(desks)
  return one.children <= other.children ? one : other
}

export function countChild(desks: Desks, today: Day): void {
  const desk = desks.changesOn <= today ? desks.then : desks.first
  desk.children++
}

/** Social workers of one period of care, one after another without a gap. */
export function tellWorkers(journey: CareJourney, desks: Desks, toldFrom: Day): Fact[] {
  const { stay } = journey
  const facts: Fact[] = []
  let reason = 'FCONTA'
  for (const [desk, from, to] of parts(desks, stay.start, stay.end)) {
    for (const tenure of desk.tenures) {
      const starts = Math.max(tenure.from, from)
      const ends = earlier(tenure.to, to)
      if (ends !== null && (ends <= starts || ends < toldFrom)) continue
      if (starts === tenure.from && starts !== from) reason = tenure.reason
      facts.push(
        makeFact('social_worker', isoOf(starts), ends === null ? null : isoOf(ends), { worker: tenure.worker, reason }),
      )
      reason = nextReason(tenure)
    }
    reason = 'TSPROC'
  }
  return facts
}

function nextReason(tenure: Tenure): string {
  return tenure.to === null ? 'TSPROC' : 'LEFTRL'
}

function parts(desks: Desks, start: Day, end: Day | null): [Desk, Day, Day | null][] {
  const isOneDesk =
    desks.first === desks.then || (end !== null && end <= desks.changesOn) || !Number.isFinite(desks.changesOn)
  if (isOneDesk) return [[desks.first, start, end]]
  return [
    [desks.first, start, desks.changesOn],
    [desks.then, desks.changesOn, end],
  ]
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null) return other
  return other === null ? one : Math.min(one, other)
}
