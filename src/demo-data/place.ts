import type { DemoDistrict, DemoPostcode } from './demo-council.ts'
import type { Random } from './random.ts'

/**
 * A county that does not exist and its neighbour: districts with made-up codes, and postcodes in areas ZX and ZY, which
 * no town in the United Kingdom has. Grid references lie in an inland rectangle, so that miles are believable.
 */
export const AUTHORITY = { code: 'EX1', onsCode: 'E10999999', name: 'Exampleshire Council' } as const
export const NEIGHBOUR_ONS_CODE = 'E10999998'

interface Town {
  code: string
  name: string
  upperTier: string
  outward: string
  easting: number
  northing: number
  postcodes: number
}

const TOWNS: Town[] = [
  town('E07999901', 'Aldermarsh', AUTHORITY.onsCode, 'ZX1', 465_000, 276_000, 70),
  town('E07999902', 'Brackenfold', AUTHORITY.onsCode, 'ZX2', 453_000, 284_000, 50),
  town('E07999903', 'Coppleton', AUTHORITY.onsCode, 'ZX3', 477_000, 285_000, 50),
  town('E07999904', 'Dunmere', AUTHORITY.onsCode, 'ZX4', 456_000, 265_000, 45),
  town('E07999905', 'Eastwold', AUTHORITY.onsCode, 'ZX5', 479_000, 266_000, 45),
  town('E07999911', 'Farrowdale', NEIGHBOUR_ONS_CODE, 'ZY1', 498_000, 274_000, 40),
  town('E07999912', 'Greywater', NEIGHBOUR_ONS_CODE, 'ZY2', 518_000, 260_000, 30),
  town('E07999913', 'Holmedge', NEIGHBOUR_ONS_CODE, 'ZY3', 440_000, 246_000, 30),
]

function town(
  code: string,
  name: string,
  upperTier: string,
  outward: string,
  easting: number,
  northing: number,
  postcodes: number,
): Town {
  return { code, name, upperTier, outward, easting, northing, postcodes }
}

/** Letters that the second half of a postcode may have. */
const INWARD_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
/** Metres from the middle of a town within which its postcodes lie. */
const SPREAD = 7_000

export interface Places {
  districts: DemoDistrict[]
  postcodes: DemoPostcode[]
  inside: DemoPostcode[]
  outside: DemoPostcode[]
}

export function makePlaces(random: Random): Places {
  const districts = TOWNS.map(({ code, name, upperTier }) => ({ code, name, upperTier }))
  const inside: DemoPostcode[] = []
  const outside: DemoPostcode[] = []
  for (const place of TOWNS) {
    const list = place.upperTier === AUTHORITY.onsCode ? inside : outside
    for (let index = 0; index < place.postcodes; index++) list.push(makePostcode(place, index, random))
  }
  return { districts, postcodes: [...inside, ...outside], inside, outside }
}

function makePostcode(place: Town, index: number, random: Random): DemoPostcode {
  const letters = INWARD_LETTERS.length
  const number = 1 + (index % 9)
  const first = INWARD_LETTERS[index % letters]
  const second = INWARD_LETTERS[(index * 7 + Math.floor(index / letters)) % letters]
  return {
    postcode: `${place.outward} ${number}${first}${second}`,
    district: place.code,
    easting: place.easting + random.whole(-SPREAD, SPREAD),
    northing: place.northing + random.whole(-SPREAD, SPREAD),
  }
}

export function metresBetween(one: DemoPostcode, other: DemoPostcode): number {
  return Math.hypot(one.easting - other.easting, one.northing - other.northing)
}

/** Children living in the county, mid-year: about 76 of every 10,000 are in our care. */
export function makePopulation(
  children: number,
  latestYear: number,
  years: number,
): { year: number; children: number }[] {
  const rows = []
  for (let year = latestYear - years; year <= latestYear; year++) {
    const yearsAgo = latestYear - year
    rows.push({ year, children: Math.max(500, Math.round((children * 132 * (1 + 0.004 * yearsAgo)) / 10) * 10) })
  }
  return rows
}
