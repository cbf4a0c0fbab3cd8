import type { Fact } from '../domain/record/event-kinds.ts'
import type { CareJourney } from './care-journey.ts'
import { isoOf } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { Random } from './random.ts'

/** Decisions for adoption, adoptions, and permanent homes that a child had before coming into care. */
export function tellPermanence(journey: CareJourney, collectionYears: number[], random: Random): Fact[] {
  return [...tellAdoption(journey, random), ...tellEarlierPermanence(journey, collectionYears, random)]
}

function tellAdoption(journey: CareJourney, random: Random): Fact[] {
  const { adoptionDecided, adoptersFrom, stay } = journey
  if (adoptionDecided === null) return []
  const decided = isoOf(adoptionDecided)
  const facts: Fact[] = [makeFact('adoption_decision', decided, null, { reasonCeased: null })]
  if (stay.leaving !== 'adoption' || adoptersFrom === null) return facts
  // Matched some weeks before moving in (rule 331); decided, as the return asks, on the day of the decision (rule 523).
  const matched = Math.max(adoptionDecided + 1, adoptersFrom - random.whole(20, 70))
  const isFormerCarer = journey.stays.some((home) => home.code === 'A5')
  facts.push(
    makeFact('adoption', decided, null, {
      matchedOn: isoOf(matched),
      byFormerCarer: isFormerCarer,
      ...pickAdopters(random),
    }),
  )
  return facts
}

function pickAdopters(random: Random): { adopters: number; adopterSex: string; adopterStatus: string } {
  return random.weighted([
    [{ adopters: 2, adopterSex: 'MF', adopterStatus: 'L11' }, 62],
    [{ adopters: 2, adopterSex: 'MF', adopterStatus: 'L3' }, 12],
    [{ adopters: 2, adopterSex: 'MM', adopterStatus: 'L12' }, 6],
    [{ adopters: 2, adopterSex: 'FF', adopterStatus: 'L12' }, 6],
    [{ adopters: 2, adopterSex: 'FF', adopterStatus: 'L2' }, 2],
    [{ adopters: 1, adopterSex: 'F1', adopterStatus: 'L0' }, 11],
    [{ adopters: 1, adopterSex: 'M1', adopterStatus: 'L0' }, 1],
  ])
}

/** One for each child who came into care in a completed year: known when that year's return is made. */
function tellEarlierPermanence(journey: CareJourney, collectionYears: number[], random: Random): Fact[] {
  const start = isoOf(journey.stay.start)
  const year = collectionYears.find((one) => `${one - 1}-04-01` <= start && start <= `${one}-03-31`)
  if (year === undefined) return []
  const mayHaveHadOne = journey.stay.start - journey.member.born > 4 * 365 && !journey.member.alone
  const order = mayHaveHadOne ? random.weighted(EARLIER) : 'Z1'
  const orderYear = Number(start.slice(0, 4)) - random.whole(1, 3)
  const details =
    order === 'Z1' ? { authority: null, orderDate: null } : { authority: '999', orderDate: `ZZ/ZZ/${orderYear}` }
  return [makeFact('previous_permanence', `${year - 1}-04-01`, `${year}-03-31`, { order, ...details })]
}

const EARLIER: [string, number][] = [
  ['Z1', 88],
  ['P1', 2],
  ['P2', 6],
  ['P3', 3],
  ['P4', 1],
]
