import { HERITAGES, type Heritage } from './heritage.ts'
import type { Random } from './random.ts'

/** Names put together at random from lists of many heritages, as varied as England is. */

/** How children in care are spread, roughly as in England. */
const AMONG_CHILDREN: [Heritage, number][] = [
  ['british', 70],
  ['irish', 2],
  ['traveller', 2],
  ['polish', 4],
  ['caribbean', 7],
  ['westAfrican', 6],
  ['pakistani', 5],
  ['indian', 2],
  ['bengali', 2],
]
/** Where children who come to this country alone come from. */
const AMONG_CHILDREN_ALONE: [Heritage, number][] = [
  ['eritrean', 25],
  ['sudanese', 20],
  ['afghan', 22],
  ['kurdish', 15],
  ['vietnamese', 9],
  ['albanian', 9],
]

export function pickHeritage(alone: boolean, random: Random): Heritage {
  return random.weighted(alone ? AMONG_CHILDREN_ALONE : AMONG_CHILDREN)
}

export function pickEthnicity(heritage: Heritage, random: Random): string {
  return random.weighted(HERITAGES[heritage].ethnicities)
}

export function pickFamilyName(heritage: Heritage, random: Random): string {
  return random.pick(HERITAGES[heritage].families)
}

export function pickGivenName(heritage: Heritage, sex: 'M' | 'F', taken: Set<string>, random: Random): string {
  // Families who have lived here long mix the two: a quarter choose a name from the longest list.
  const isHereLong = AMONG_CHILDREN.some(([name]) => name === heritage)
  const source = HERITAGES[isHereLong && random.chance(0.25) ? 'british' : heritage]
  const list = sex === 'F' ? source.girls : source.boys
  const free = list.filter((name) => !taken.has(name))
  return random.pick(free.length > 0 ? free : list)
}

const AMONG_STAFF: [Heritage, number][] = [...AMONG_CHILDREN.filter(([name]) => name !== 'traveller'), ['albanian', 1]]

export function pickStaffName(random: Random): { givenName: string; familyName: string } {
  const heritage = random.weighted(AMONG_STAFF)
  const givenName = pickGivenName(heritage, random.chance(0.72) ? 'F' : 'M', new Set(), random)
  return { givenName, familyName: pickFamilyName(heritage, random) }
}
