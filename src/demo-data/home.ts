import type { DemoPostcode } from './demo-council.ts'
import { metresBetween, type Places } from './place.ts'
import type { Random } from './random.ts'

/**
 * The homes children live in: each has a place, a provider and, where the return asks for one, a register number. Homes
 * of one kind are a pool, so that children meet in them as they do in life.
 */
export type HomeKind =
  | 'foster'
  | 'kin'
  | 'parents'
  | 'childrens home'
  | 'secure home'
  | 'supported'
  | 'school'
  | 'mother and baby'
  | 'care home'
  | 'adopters'
  | 'other'

export interface Home {
  kind: HomeKind
  where: DemoPostcode
  /** PLACE_PROVIDER; null where the return has none (Z codes). */
  provider: string | null
  urn: string | null
}

export interface HomePool {
  /** A home of this kind, most often the nearer of a few; never the one just left. */
  find(kind: HomeKind, near: DemoPostcode, notHere: Home | null, random: Random): Home
}

/** How many homes of each kind for each hundred children, and how many of them lie in our own county. */
const POOLS: Record<Exclude<HomeKind, 'kin' | 'parents' | 'adopters'>, { aHundred: number; inside: number }> = {
  foster: { aHundred: 58, inside: 0.55 },
  'childrens home': { aHundred: 7, inside: 0.38 },
  'secure home': { aHundred: 0.3, inside: 0 },
  supported: { aHundred: 7, inside: 0.6 },
  school: { aHundred: 1, inside: 0.2 },
  'mother and baby': { aHundred: 0.6, inside: 0.4 },
  'care home': { aHundred: 0.6, inside: 0.4 },
  other: { aHundred: 0.6, inside: 0.4 },
}

/** The council's own fostering service. */
const OWN_FOSTERING_URN = 'SC990001'
/** As the return has it: inspected by somebody other than Ofsted, or a regional adoption agency. */
const REGIONAL_AGENCY_URN = 'XXXXXXX'

export function makeHomePool(children: number, places: Places, random: Random): HomePool {
  const agencies = Array.from({ length: 6 }, (_, index) => `SC9900${10 + index}`)
  let nextUrn = 991_000
  const pools = new Map<HomeKind, Home[]>()
  for (const [kind, { aHundred, inside }] of Object.entries(POOLS) as [
    keyof typeof POOLS,
    { aHundred: number; inside: number },
  ][]) {
    const count = Math.max(3, Math.round((children * aHundred) / 100))
    const homes: Home[] = []
    for (let index = 0; index < count; index++) {
      const isInside = random.chance(inside)
      const where = random.pick(isInside ? places.inside : places.outside)
      homes.push(describe(kind, where, isInside))
    }
    pools.set(kind, homes)
  }

  function describe(kind: HomeKind, where: DemoPostcode, isInside: boolean): Home {
    switch (kind) {
      case 'foster': {
        const isOwn = random.chance(isInside ? 0.72 : 0.12)
        return { kind, where, provider: isOwn ? 'PR1' : 'PR4', urn: isOwn ? OWN_FOSTERING_URN : random.pick(agencies) }
      }
      case 'childrens home':
        return { kind, where, provider: isInside && random.chance(0.3) ? 'PR1' : 'PR4', urn: `SC${nextUrn++}` }
      case 'secure home':
        return { kind, where, provider: 'PR2', urn: `SC${nextUrn++}` }
      case 'supported':
        return { kind, where, provider: random.chance(0.8) ? 'PR4' : 'PR5', urn: `SC${nextUrn++}` }
      case 'school':
        return { kind, where, provider: 'PR4', urn: `SC${nextUrn++}` }
      case 'other':
        return { kind, where, provider: null, urn: null }
      default:
        return { kind, where, provider: 'PR4', urn: null }
    }
  }

  function describeOwn(kind: HomeKind, near: DemoPostcode, draw: Random): Home {
    if (kind === 'parents') return { kind, where: near, provider: 'PR0', urn: null }
    if (kind === 'kin') {
      const where = draw.chance(0.8) ? nearest(near, places.inside, 3, draw) : draw.pick(places.postcodes)
      return { kind, where, provider: 'PR1', urn: OWN_FOSTERING_URN }
    }
    return { kind, where: draw.pick(places.postcodes), provider: 'PR1', urn: REGIONAL_AGENCY_URN }
  }

  return {
    find(kind, near, notHere, draw) {
      const pool = pools.get(kind)
      for (let tries = 0; ; tries++) {
        const home =
          pool === undefined ? describeOwn(kind, near, draw) : nearestHome(near, pool, draw.chance(0.28) ? 2 : 1, draw)
        if (tries > 20 || notHere === null || home.where !== notHere.where || home.kind !== notHere.kind) return home
      }
    },
  }
}

function nearest(near: DemoPostcode, list: DemoPostcode[], looks: number, random: Random): DemoPostcode {
  let best = random.pick(list)
  for (let look = 1; look < looks; look++) {
    const other = random.pick(list)
    if (metresBetween(near, other) < metresBetween(near, best)) best = other
  }
  return best
}

function nearestHome(near: DemoPostcode, list: Home[], looks: number, random: Random): Home {
  let best = random.pick(list)
  for (let look = 1; look < looks; look++) {
    const other = random.pick(list)
    if (metresBetween(near, other.where) < metresBetween(near, best.where)) best = other
  }
  return best
}
