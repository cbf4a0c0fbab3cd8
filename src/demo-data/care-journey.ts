import type { Fact } from '../domain/record/event-kinds.ts'
import type { IsoDate } from '../domain/shared/calendar-date.ts'
import { ageAt, type Day, isoOf } from './day-number.ts'
import { type DemoPostcode, makeFact } from './demo-council.ts'
import type { CareStay, Member } from './family.ts'
import type { HomeKind, HomePool } from './home.ts'
import { addPlacementOrder, type LegalStep, planLegalStatus, statusOn } from './legal-status.ts'
import type { Random } from './random.ts'
import { planStaysAtHome, type StayAtHome } from './stay-at-home.ts'

/** One period of care, planned: where, under which law, and whether adoption was decided. */
export interface CareJourney {
  member: Member
  stay: CareStay
  need: string
  familyHome: DemoPostcode
  legal: LegalStep[]
  stays: StayAtHome[]
  /** The day it was decided that the child should be placed for adoption. */
  adoptionDecided: Day | null
  adoptersFrom: Day | null
}

export interface JourneyContext {
  today: Day
  pool: HomePool
  need: string
  familyHome: DemoPostcode
}

export function planJourney(
  member: Member,
  stay: CareStay,
  elder: CareJourney | null,
  context: JourneyContext,
  random: Random,
): CareJourney {
  const { today, pool, need, familyHome } = context
  const last = stay.end ?? today
  const adoption = planAdoption(member, stay, elder, last, random)
  const sharesStart = elder !== null && elder.stay.start === stay.start
  let legal = sharesStart ? elder.legal.filter((step) => step.from < last) : planLegalStatus(member, stay, last, random)
  if (adoption !== null) legal = addPlacementOrder(legal, adoption.ordered)
  const plan = { member, stay, legal, adoptersFrom: adoption?.adoptersFrom ?? null, familyHome, today }
  const isTogether = sharesStart && sameAdoption(elder, adoption) && random.chance(0.7)
  const shared = isTogether ? shareHomes(elder, last) : []
  const stays = shared.length > 0 ? shared : planStaysAtHome(plan, pool, random)
  return {
    member,
    stay,
    need,
    familyHome,
    legal,
    stays,
    adoptionDecided: adoption?.decided ?? null,
    adoptersFrom: adoption?.adoptersFrom ?? null,
  }
}

interface AdoptionPlan {
  decided: Day
  ordered: Day
  adoptersFrom: Day | null
}

function planAdoption(
  member: Member,
  stay: CareStay,
  elder: CareJourney | null,
  last: Day,
  random: Random,
): AdoptionPlan | null {
  // Brothers and sisters who came together go to their new family together.
  if (elder !== null && elder.stay.start === stay.start) {
    const ordered = elder.legal.find((step) => step.status === 'E1')?.from
    if (ordered === undefined || elder.adoptionDecided === null) return null
    return { decided: elder.adoptionDecided, ordered, adoptersFrom: elder.adoptersFrom }
  }
  const isAdopted = stay.leaving === 'adoption'
  const mayBePlanned = stay.end === null && ageAt(member.born, last) < 6 && last - stay.start > 330
  if (!isAdopted && !(mayBePlanned && random.chance(0.34))) return null
  const adoptersFrom = isAdopted ? last - random.whole(120, 240) : last - random.whole(-200, 220)
  const decided = Math.max(stay.start + 90, Math.min(adoptersFrom, last) - random.whole(130, 260))
  const ordered = decided + random.whole(20, 60)
  if (ordered >= last) return null
  return { decided, ordered, adoptersFrom: adoptersFrom < last && adoptersFrom > ordered + 10 ? adoptersFrom : null }
}

function sameAdoption(elder: CareJourney, adoption: AdoptionPlan | null): boolean {
  return elder.adoptersFrom === (adoption?.adoptersFrom ?? null)
}

/** Kinds of home in which brothers and sisters of any age can live together. */
const FAMILY_HOMES: HomeKind[] = ['foster', 'kin', 'parents', 'adopters']

/** The elder's homes, until the elder goes somewhere a younger child does not go; none where that is the first. */
function shareHomes(elder: CareJourney, last: Day): StayAtHome[] {
  const shared: StayAtHome[] = []
  for (const stay of elder.stays) {
    if (!FAMILY_HOMES.includes(stay.home.kind) || stay.from >= last) break
    shared.push(stay)
  }
  return shared
}

/** The journey as the return tells it: a new episode at each change of home, of law, or of both. */
export function tellEpisodes(journey: CareJourney, random: Random): Fact[] {
  const { stay, legal, stays } = journey
  const starts = [...new Set([...legal.map((step) => step.from), ...stays.map((home) => home.from)])].sort(
    (a, b) => a - b,
  )
  const facts: Fact[] = []
  for (const [index, day] of starts.entries()) {
    const next = starts[index + 1]
    const home = stays.findLast((one) => one.from <= day) as StayAtHome
    const nextHome = stays.find((one) => one.from === next)
    const startsOn = isoOf(day)
    const end = next ?? stay.end
    const endsOn = end === null ? null : isoOf(end)
    const reasonEnded = next !== undefined ? 'X1' : stay.end === null ? null : pickReasonEnded(journey, home, random)
    facts.push(
      makeFact('episode', startsOn, endsOn, {
        reasonForNewEpisode: index === 0 ? 'S' : reasonForNewEpisode(journey, day),
        legalStatus: statusOn(legal, day),
        need: journey.need,
        placement: codeAsStated(home.code, endsOn),
        provider: home.home.provider,
        reasonEnded,
        reasonPlaceChanged: nextHome?.reason ?? null,
      }),
      makeFact('placement_address', startsOn, endsOn, {
        // For those who came alone the return wants no home they came from.
        homePostcode: journey.member.alone ? null : journey.familyHome.postcode,
        placementPostcode: home.home.where.postcode,
        urn: home.home.urn,
      }),
    )
  }
  return facts
}

/**
 * Codes that the return replaced: an episode that had ended by then keeps the code of its time. Supported accommodation
 * was H5 until 2023-24, other placements Z1 until 2024-25.
 */
function codeAsStated(code: string, endsOn: IsoDate | null): string {
  if (code === 'K3' && endsOn !== null && endsOn <= '2024-03-31') return 'H5'
  return code === 'Z14' && endsOn !== null && endsOn <= '2025-03-31' ? 'Z1' : code
}

function reasonForNewEpisode(journey: CareJourney, day: Day): string {
  const isNewLaw = journey.legal.some((step) => step.from === day)
  const home = journey.stays.find((one) => one.from === day)
  if (home === undefined) return 'L'
  if (home.isSameCarer) return isNewLaw ? 'U' : 'T'
  return isNewLaw ? 'B' : 'P'
}

function pickReasonEnded(journey: CareJourney, last: StayAtHome, random: Random): string {
  const kind = last.home.kind
  switch (journey.stay.leaving) {
    case 'adoption':
      return random.chance(0.75) ? 'E12' : 'E11'
    case 'guardianship':
      if (kind === 'kin') return 'E45'
      return kind === 'foster' && random.chance(0.4) ? 'E46' : random.chance(0.8) ? 'E47' : 'E48'
    case 'arrangement':
      return 'E41'
    case 'transfer':
      return 'E3'
    case 'elsewhere':
      return random.weighted([
        ['E13', 35],
        ['E8', 40],
        ['E6', 15],
        ['E16', 5],
        ['E9', 5],
      ])
    case 'grown':
      if ((kind === 'foster' || kind === 'kin') && random.chance(0.62)) return 'E17'
      return random.weighted([
        ['E5', 58],
        ['E6', 20],
        ['E8', 14],
        ['E7', kind === 'care home' || kind === 'school' ? 40 : 8],
      ])
    default:
      return random.chance(0.74) ? 'E4A' : 'E4B'
  }
}

export function pickNeed(alone: boolean, random: Random): string {
  if (alone) return 'N8'
  return random.weighted([
    ['N1', 66],
    ['N2', 3],
    ['N3', 3],
    ['N4', 8],
    ['N5', 14],
    ['N6', 3],
    ['N8', 3],
  ])
}
