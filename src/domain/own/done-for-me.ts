import { findHomeOn, listHomes } from '../record/list-homes.ts'
import { type IsoDate, sayDate } from '../shared/calendar-date.ts'
import type { TextLevel } from './text-level.ts'

/** A fact of one's own record, as far as a promise speaks of it. */
export interface OwnFact {
  kind: 'episode' | 'review' | 'social_worker' | 'document_held'
  startsOn: IsoDate
  endsOn: IsoDate | null
  data: Record<string, string>
}

const AT_THE_MEETING: Record<string, (day: string) => string> = {
  PN1: (day) => `You were at your meeting on ${day}, and you said what you think.`,
  PN2: (day) => `You were at your meeting on ${day}, and someone you chose spoke for you.`,
  PN3: (day) => `You were at your meeting on ${day}, and you showed what you think.`,
  PN4: (day) => `You were at your meeting on ${day}.`,
  PN5: (day) => `Someone you chose told your meeting on ${day} what you think.`,
  PN6: (day) => `You sent what you think to your meeting on ${day}.`,
  PN7: (day) => `There was a meeting on ${day}. We did not hear from you there.`,
}

/**
 * What was done for me, from the facts that the promise's own measure looks at and from nothing else: since when, never how often.
 * There is no count of moves or of workers on a young person's page (rule 31).
 */
export function sayDoneForMe(
  measureId: string | null,
  facts: readonly OwnFact[],
  today: IsoDate,
  level: TextLevel,
): string[] {
  const of = (kind: OwnFact['kind']) => facts.filter((fact) => fact.kind === kind && fact.startsOn <= today)
  switch (measureId) {
    case 'M20':
    case 'M25':
    case 'M27':
      return sayHome(of('episode'), today)
    case 'M23':
      return sayWorker(of('social_worker'), today)
    case 'M42':
      return sayMeeting(of('review'))
    case 'K01':
      return sayPapers(of('document_held'), today, level === '16 and over')
    default:
      return []
  }
}

function sayHome(episodes: OwnFact[], today: IsoDate): string[] {
  const homes = listHomes(
    episodes.map(({ startsOn, endsOn, data }) => ({
      startsOn,
      endsOn,
      reasonForNewEpisode: data.reasonForNewEpisode ?? '',
      placement: data.placement ?? '',
    })),
  )
  const home = findHomeOn(homes, today)
  return home === null ? [] : [`You have lived in your home since ${sayDate(home.startsOn)}.`]
}

function sayWorker(workers: OwnFact[], today: IsoDate): string[] {
  const now = workers.findLast(({ endsOn }) => endsOn === null || endsOn >= today)
  return now ? [`You have had the same social worker since ${sayDate(now.startsOn)}.`] : []
}

function sayMeeting(reviews: OwnFact[]): string[] {
  const last = reviews.at(-1)
  const say = AT_THE_MEETING[last?.data.participation ?? '']
  return last && say ? [say(sayDate(last.startsOn))] : []
}

/** Before sixteen a paper is not missing: it is still to come, and a page of what was done leaves it out. */
function sayPapers(papers: OwnFact[], today: IsoDate, isDue: boolean): string[] {
  return ['bank account', 'passport'].flatMap((paper) => {
    const isHeld = papers.some(({ data, endsOn }) => data.paper === paper && (endsOn === null || endsOn >= today))
    if (isHeld) return [`You have a ${paper}.`]
    return isDue ? [`No ${paper} is written down for you yet.`] : []
  })
}
