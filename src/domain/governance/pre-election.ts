import type { IsoDate } from '../shared/calendar-date.ts'

/** The time before an election, both days included (rule 36): no member's name or picture and no new claim is published. */
export interface PreElection {
  startsOn: IsoDate
  endsOn: IsoDate
}

/** The one that runs on a day; of several, the one that ends last. */
export function findRunning<P extends PreElection>(periods: readonly P[], today: IsoDate): P | null {
  const running = periods.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  return running.toSorted((one, other) => (one.endsOn < other.endsOn ? 1 : -1))[0] ?? null
}

const MEMBER =
  /\b(councillor|cllr|lead member|leader of the council|deputy leader|cabinet member|portfolio holder|chair of|vice-chair of|mayor)\b/i

/** An office that a councillor holds, or a councillor by name: left out of what is published in that time. */
export function isMember(title: string): boolean {
  return MEMBER.test(title)
}

/** What was claimed on or after its first day is new: it waits until it is over. */
export function isNewClaim(claimedOn: IsoDate, period: PreElection | null): boolean {
  return period !== null && claimedOn >= period.startsOn
}
