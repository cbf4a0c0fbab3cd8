/** A value of one place. Null: hidden, not applicable or not available. */
export interface Placed {
  code: string
  value: number | null
}

export type Direction = 'higher' | 'lower' | 'none'
export type Band = 'A' | 'B' | 'C' | 'D'

/** The quantile of sorted numbers by linear interpolation (type 7 of Hyndman and Fan, the default of R and NumPy). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!)
}

export interface Standing {
  /** Councils with a value, ours among them. */
  of: number
  /** Ties share the least. 1 is the best. */
  rank: number
  /** A is always the best quarter, whichever way is good. */
  band: Band
  cuts: [number, number, number]
}

/** Where one council stands among all that have a value. Null: it has none, there is no good direction, or too few have one. */
export function findStanding(values: readonly Placed[], own: string, direction: Direction): Standing | null {
  const mine = values.find(({ code }) => code === own)?.value ?? null
  const sorted = values.flatMap(({ value }) => (value === null ? [] : [value])).toSorted((one, other) => one - other)
  if (mine === null || direction === 'none' || sorted.length < 4) return null
  const cuts = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [number, number, number]
  const from = cuts.findIndex((cut) => mine <= cut)
  const place = from < 0 ? 3 : from
  const better = sorted.filter((value) => (direction === 'higher' ? value > mine : value < mine)).length
  return { of: sorted.length, rank: better + 1, band: 'ABCD'[direction === 'lower' ? place : 3 - place] as Band, cuts }
}

export interface AmongNeighbours {
  /** Neighbours with a value. */
  of: number
  mean: number
  median: number
}

/** Fewer than this say nothing of ten. */
const FEWEST_NEIGHBOURS = 6

/** The plain mean and the median of the neighbours that have a value. Null: too few have. */
export function summariseNeighbours(values: readonly Placed[], neighbours: readonly string[]): AmongNeighbours | null {
  const found = values
    .filter(({ code, value }) => value !== null && neighbours.includes(code))
    .map(({ value }) => value!)
  if (found.length < FEWEST_NEIGHBOURS) return null
  const sorted = found.toSorted((one, other) => one - other)
  return {
    of: found.length,
    mean: found.reduce((sum, value) => sum + value, 0) / found.length,
    median: quantile(sorted, 0.5),
  }
}

/** How much a value changed on the year before; null where that year is not the one before. */
export function findChange(years: readonly { year: number; value: number | null }[], year: number): number | null {
  const [now, before] = [year, year - 1].map((one) => years.find((entry) => entry.year === one)?.value ?? null)
  return now == null || before == null ? null : now - before
}

/**
 * How many more (or fewer, where lower is better) it takes to reach the next better quarter, when the percentage is shown
 * in whole numbers. Null: already in the best, or out of reach. In Derby in 2025 four more of 235 would have done.
 */
export function findStepsToNextBand(
  { band, cuts }: Pick<Standing, 'band' | 'cuts'>,
  { count, base, direction }: { count: number; base: number; direction: Direction },
): number | null {
  if (band === 'A' || direction === 'none') return null
  const step = direction === 'higher' ? 1 : -1
  // Higher is better: past the cut; lower is better: at it.
  const cut = direction === 'higher' ? cuts['DCB'.indexOf(band)]! : cuts['BCD'.indexOf(band)]!
  for (let moved = 1; moved <= base; moved++) {
    const now = count + step * moved
    if (now < 0 || now > base) return null
    const shown = Math.floor((100 * now) / base + 0.5)
    if (direction === 'higher' ? shown > cut : shown <= cut) return moved
  }
  return null
}

/** Better, worse or the same as another number; in words where there is a good way, else only higher or lower. */
export function sayAgainst(
  mine: number,
  other: number,
  direction: Direction,
): 'better than' | 'worse than' | 'higher than' | 'lower than' | 'the same as' {
  if (mine === other) return 'the same as'
  const isHigher = mine > other
  if (direction === 'none') return isHigher ? 'higher than' : 'lower than'
  return isHigher === (direction === 'higher') ? 'better than' : 'worse than'
}
