import type { ChildRecord, CouncilFacts } from './child-record.ts'
import type { Episode } from './in-care.ts'

/** One valid thing each, for tests: a test states only what matters. */
export function buildChild(given: Partial<ChildRecord> = {}): ChildRecord {
  return {
    childId: 'child-1',
    bornOn: '2015-05-05',
    sex: 'F',
    ethnicity: 'WBRI',
    episodes: [],
    reviews: [],
    workers: [],
    leavingCare: [],
    documents: [],
    unaccompanied: [],
    health: [],
    convictions: [],
    missing: [],
    adoptions: [],
    adoptionDecisions: [],
    earlierPermanence: [],
    ...given,
  }
}

/** In foster care under a full care order, in our area, since before the year; still open. */
export function buildEpisode(given: Partial<Episode> = {}): Episode {
  return {
    startsOn: '2024-06-01',
    endsOn: null,
    reasonForNewEpisode: 'S',
    legalStatus: 'C2',
    need: 'N1',
    placement: 'U6',
    provider: 'PR1',
    reasonEnded: given.endsOn ? 'X1' : null,
    reasonPlaceChanged: null,
    miles: 4,
    insideArea: true,
    ...given,
  }
}

/** A child with one open episode. */
export function buildChildInCare(childId: string, episode: Partial<Episode> = {}, given: Partial<ChildRecord> = {}) {
  return buildChild({ childId, episodes: [buildEpisode(episode)], ...given })
}

export function buildCouncil(given: Partial<CouncilFacts> = {}): CouncilFacts {
  return {
    populationUnder18: [{ year: 2025, children: 50_000 }],
    returnYears: [],
    hasPostcodes: true,
    holidays: new Set(['2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26']),
    ...given,
  }
}
