import type { EventKindName, Fact } from '../domain/record/event-kinds.ts'
import type { IsoDate } from '../domain/shared/calendar-date.ts'
import { makeExampleshire } from './council.ts'
import type { DemoChild, DemoCouncil, DemoOptions } from './demo-council.ts'

/** Councils made once for the tests of this folder, and ways to look at them. */
export const TODAY: IsoDate = '2026-11-10'

export const sizes: { name: string; options: DemoOptions; council: DemoCouncil }[] = [
  size(10, 5, 3),
  size(100, 48, 2),
  size(640, 310, 1),
]

function size(children: number, careExperienced: number, seed: number) {
  const options = { children, careExperienced, years: 5, seed, today: TODAY }
  return { name: `${children} children`, options, council: makeExampleshire(options) }
}

export function of<K extends EventKindName>(child: DemoChild, kind: K): Fact<K>[] {
  const facts = child.facts.filter((fact) => fact.kind === kind) as unknown as Fact<K>[]
  return facts.sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
}

/** In care at the end of the day: an episode has begun and has not ended by then. */
export function inCareOn(child: DemoChild, day: IsoDate): boolean {
  return of(child, 'episode').some((one) => one.startsOn <= day && (one.endsOn === null || one.endsOn > day))
}

/** Periods of care: from an episode that starts with S to the one that ends without X1. */
export function periodsOf(child: DemoChild): { startsOn: IsoDate; endsOn: IsoDate | null }[] {
  const periods: { startsOn: IsoDate; endsOn: IsoDate | null }[] = []
  for (const episode of of(child, 'episode')) {
    if (episode.data.reasonForNewEpisode === 'S') periods.push({ startsOn: episode.startsOn, endsOn: episode.endsOn })
    else periods.at(-1)!.endsOn = episode.endsOn
  }
  return periods
}

export function share<T>(list: T[], is: (one: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(is).length / list.length
}
