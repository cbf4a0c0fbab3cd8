import type { Mapping } from './mapping.ts'
import type { ComparatorValue, ReleaseFinding } from './read-release.ts'

/** A share, and of how many it is, as one file says both. */
export interface Shared {
  value: Pick<ComparatorValue, 'measureId' | 'year' | 'level' | 'name' | 'value' | 'count'>
  /** Null: the row of all of them is there, with a sign instead of a number. Undefined: there is none. */
  total: number | null | undefined
}

/** The DfE rounds counts of regions and of England to the nearest ten. */
const ROUNDED_TO = { national: 10, regional: 10, authority: 1 } as const

/** Whether number, total and percentage of one row of a file can all be true. A figure of a sign or without a count can. */
export function agrees({ value: { level, value, count }, total }: Shared, decimals: number): boolean {
  if (value === null || count === null || total === null || total === undefined || total === 0) return true
  const half = ROUNDED_TO[level] === 1 ? 0 : ROUNDED_TO[level] / 2
  const least = (100 * Math.max(0, count - half)) / (total + half)
  const most = (100 * (count + half)) / Math.max(1, total - half)
  const step = 10 ** -decimals / 2 + 1e-9
  return value >= least - step && value <= most + step
}

/** Of each measure and year: where the row of all of them is missing, and where number and percentage disagree. */
export function checkTotals(
  all: readonly Shared[],
  mappings: ReadonlyMap<string, Pick<Mapping, 'decimals'>>,
): Pick<ReleaseFinding, 'code' | 'words'>[] {
  const groups = Map.groupBy(all, ({ value }) => `${value.measureId} in ${value.year}`)
  return [...groups].flatMap(([what, shares]) => {
    const without = shares.filter(({ total }) => total === undefined)
    const wrong = shares.filter((one) => !agrees(one, mappings.get(one.value.measureId)!.decimals))
    return [
      ...(without.length === 0
        ? []
        : [
            {
              code: 'E13',
              words: `${what}: the file does not say of how many the share is for ${sayPlaces(without)}.`,
            },
          ]),
      ...(wrong.length === 0
        ? []
        : [
            {
              code: 'W3',
              words: `${what}: number and percentage disagree by more than rounding for ${sayPlaces(wrong)}. The percentage is kept.`,
            },
          ]),
    ]
  })
}

function sayPlaces(shares: readonly Shared[]): string {
  const names = shares.map(({ value }) => value.name)
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
}
