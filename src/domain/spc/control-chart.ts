import { binomialLimits } from '../statistics/binomial.ts'

/** One value in order of time. Null: hidden or not known, which breaks the line and every run. */
export interface ControlPoint {
  value: number | null
  /** Of a share: how many of how many. */
  met?: number
  base?: number
}

export interface ControlChart {
  centre: number
  /** What chance alone gives at each point; null where there is no value. */
  limits: ({ low: number; high: number } | null)[]
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
