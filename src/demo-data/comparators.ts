import { makeRandom } from './random.ts'

/** England as the DfE published it in November 2025 (Open Government Licence v3.0): 2022 to 2025; null: not published. */
const ENGLAND: Record<string, { values: (number | null)[]; spread: number; decimals: number; isPercent: boolean }> = {
  M02: { values: [70, 70, 69, 67], spread: 22, decimals: 0, isPercent: false },
  M20: { values: [10, 11, 11, 10], spread: 3, decimals: 0, isPercent: true },
  M21: { values: [71, 68, 68, 69], spread: 7, decimals: 0, isPercent: true },
  M23: { values: [null, null, 27, null], spread: 8, decimals: 0, isPercent: true },
  M51: { values: [89, 89, 89, 90], spread: 5, decimals: 0, isPercent: true },
  M52: { values: [70, 76, 79, 81], spread: 9, decimals: 0, isPercent: true },
  M53: { values: [85, 82, 82, 84], spread: 8, decimals: 0, isPercent: true },
  M56: { values: [13.8, 14.4, 14.7, 14.9], spread: 1.2, decimals: 1, isPercent: false },
  M93: { values: [2, 2, 2, 2], spread: 1.2, decimals: 0, isPercent: true },
  M112: { values: [88, 88, 88, 89], spread: 5, decimals: 0, isPercent: true },
  M113: { values: [55, 56, 54, 54], spread: 7, decimals: 0, isPercent: true },
  M114: { values: [38, 38, 39, 40], spread: 7, decimals: 0, isPercent: true },
}
const FIRST_YEAR = 2022
const REGION = { code: 'E12000099', name: 'The made-up region' }
const COUNCILS = 60
/** How many each council's percentages are of: enough for a quarter to mean something. */
const BASE = 200

export interface DemoComparator {
  measureId: string
  year: number
  level: 'national' | 'regional' | 'authority'
  code: string
  newCode: string | null
  name: string
  region: string | null
  value: number | null
  symbol: 'c' | null
  raw: string
  count: number | null
}

/** England as published; our region and sixty councils, ours among them, made up around it. */
export function makeComparators(own: { code: string; name: string }): {
  values: DemoComparator[]
  neighbours: string[]
} {
  const random = makeRandom(2025)
  const councils = [
    own,
    ...Array.from({ length: COUNCILS - 1 }, (_, at) => ({
      code: String(900 - at),
      name: `Made-up council ${at + 1}`,
    })).filter(({ code }) => code !== own.code),
  ]
  const values = Object.entries(ENGLAND).flatMap(([measureId, { values: england, spread, decimals, isPercent }]) => {
    const round = (value: number) =>
      Math.round(Math.min(isPercent ? 100 : value, Math.max(0, value)) * 10 ** decimals) / 10 ** decimals
    // Ours, the first, is near England, as its own figures are.
    const lean = councils.map(
      (_, at) => (random.next() + random.next() + random.next() - 1.5) * (at === 0 ? 0.3 : 1.4) * spread,
    )
    return england.flatMap((value, at): DemoComparator[] => {
      if (value === null) return []
      const year = FIRST_YEAR + at
      const place = (
        level: DemoComparator['level'],
        code: string,
        name: string,
        number: number | null,
      ): DemoComparator => ({
        measureId,
        year,
        level,
        code,
        newCode: null,
        name,
        region: level === 'national' ? null : REGION.code,
        value: number,
        symbol: number === null ? 'c' : null,
        raw: number === null ? 'c' : String(number),
        count: isPercent && level === 'authority' && number !== null ? Math.round((number / 100) * BASE) : null,
      })
      return [
        place('national', 'E92000001', 'England', value),
        place('regional', REGION.code, REGION.name, round(value + (random.next() - 0.5) * spread * 0.4)),
        ...councils.map(({ code, name }, index) => {
          const number = round(value + lean[index]! + (random.next() - 0.5) * spread * 0.5)
          // As the DfE does, small councils now and then have a figure hidden.
          return place('authority', code, name, index > 0 && random.next() < 0.03 ? null : number)
        }),
      ]
    })
  })
  return { values, neighbours: councils.slice(1, 11).map(({ code }) => code) }
}
