import { binomialLimits, chanceFrom, chanceUpTo } from '../statistics/binomial.ts'
import { poissonFrom, poissonLimits, poissonUpTo } from '../statistics/poisson.ts'

/** One value in order of time. Null: hidden or not known, which breaks the line and every run. */
export interface ControlPoint {
  value: number | null
  /** Of a share: how many of how many. Of a number of children in care, or of its rate: how many. */
  met?: number
  base?: number
}

export interface ControlChart {
  centre: number
  /** What chance alone gives at each point; null where there is no value. */
  limits: ({ low: number; high: number } | null)[]
  /** How likely it is that chance alone takes one value so far from the middle, to either side. */
  chanceOf?: (point: ControlPoint) => number
}

/** As far out as three standard deviations of a normal distribution, on each side. */
const TAIL = 0.00135
/** 3 ÷ 1.128: from an average moving range to three standard deviations. */
const RANGES = 2.66

/**
 * Shares of children (a p-chart): the limits of each point are the exact ones of its own base, since the usual
 * approximation fails for bases of a few dozen and shares near nought. Values are 0 to 100.
 */
export function chartShares(points: readonly ControlPoint[]): ControlChart | null {
  const seen = points.filter((point) => point.value !== null && point.base! > 0)
  const base = seen.reduce((sum, point) => sum + point.base!, 0)
  if (base === 0) return null
  const share = seen.reduce((sum, point) => sum + point.met!, 0) / base
  return {
    centre: share * 100,
    limits: points.map((point) => {
      if (point.value === null || !point.base) return null
      const { low, high } = binomialLimits(point.base, share, TAIL)
      return { low: (low / point.base) * 100, high: (high / point.base) * 100 }
    }),
    chanceOf: ({ met, base }) => 2 * Math.min(chanceUpTo(met!, base!, share), chanceFrom(met!, base!, share)),
  }
}

/**
 * How many children there are on a day (a c-chart), or as many of each 10,000. Where children come at a steady pace, and
 * however long each stays, the number there on a day follows Poisson (Mirasol, Operations Research 11, 1963): so much it
 * goes up and down by chance alone, though from one month to the next it moves little.
 */
export function chartStock(points: readonly ControlPoint[]): ControlChart | null {
  const seen = points.filter(({ value }) => value !== null)
  const children = seen.reduce((sum, point) => sum + point.met!, 0)
  if (children === 0) return null
  const usual = children / seen.length
  const scale = seen.reduce((sum, point) => sum + point.value!, 0) / children
  const { low, high } = poissonLimits(usual, TAIL)
  return {
    centre: usual * scale,
    limits: points.map(({ value }) => (value === null ? null : { low: low * scale, high: high * scale })),
    chanceOf: ({ met }) => 2 * Math.min(poissonUpTo(met!, usual), poissonFrom(met!, usual)),
  }
}

/**
 * Single values (an XmR chart; Wheeler and Chambers, Understanding Statistical Process Control, 1992): the limits come
 * from how much values differ from the ones next to them. Across a gap nothing is next. Numbers of children end at nought.
 */
export function chartValues(points: readonly ControlPoint[]): ControlChart | null {
  const values = points.map(({ value }) => value)
  const seen = values.filter((value) => value !== null)
  const ranges = values.flatMap((value, at) => {
    const before = values[at - 1] ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
  if (ranges.length === 0) return null
  const centre = mean(seen)
  const reach = RANGES * mean(ranges)
  const isNeverBelowNought = seen.every((value) => value >= 0)
  const low = isNeverBelowNought ? Math.max(0, centre - reach) : centre - reach
  return { centre, limits: values.map((value) => (value === null ? null : { low, high: centre + reach })) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
