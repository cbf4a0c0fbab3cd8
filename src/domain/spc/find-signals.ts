import type { ControlChart, ControlPoint } from './control-chart.ts'

export interface Signal {
  rule: 'beyond' | 'run' | 'trend'
  way: 'up' | 'down'
  /** Places of its first and last point. */
  from: number
  to: number
}

/** Fewer values than this tell nothing. */
export const FEWEST_POINTS = 12
const RUN = 8
const TREND = 6
/** How unlikely the level of a run must be by itself, where the same children stand behind its points. */
const LEVEL = 0.05

/**
 * What chance alone hardly does, in order of time. `areSameChildren`: at month ends, where next month's children are mostly
 * this month's. Eight such months on one side are not eight proofs, so a run or trend counts only where its newest
 * number, taken as the one proof that it is, would be a surprise too.
 */
export function findSignals(
  points: readonly ControlPoint[],
  { centre, limits, chanceOf }: ControlChart,
  areSameChildren = false,
): Signal[] {
  const isFar = (point: ControlPoint) => !areSameChildren || !chanceOf || chanceOf(point) < LEVEL
  const sides = points.map(({ value }) => (value === null ? 0 : Math.sign(value - centre)))
  const steps = points.map(({ value }, at) => {
    const before = points[at - 1]?.value ?? null
    return value === null || before === null ? 0 : Math.sign(value - before)
  })
  const beyond = points.flatMap(({ value }, at): Signal[] => {
    const limit = limits[at]
    if (value === null || !limit || (value >= limit.low && value <= limit.high)) return []
    return [{ rule: 'beyond', way: value > limit.high ? 'up' : 'down', from: at, to: at }]
  })
  const runs = stretches(sides, RUN).map((stretch): Signal => ({ rule: 'run', ...stretch }))
  // Six points that rise are five steps.
  const trends = stretches(steps, TREND - 1).map(
    (stretch): Signal => ({ rule: 'trend', ...stretch, from: stretch.from - 1 }),
  )
  return [...beyond, ...[...runs, ...trends].filter(({ to }) => isFar(points[to]!))].sort(
    (one, other) => one.to - other.to || one.from - other.from,
  )
}

/** Where the same sign stands so many times or more in a row. Nought ends a stretch. */
function stretches(signs: readonly number[], atLeast: number): Pick<Signal, 'way' | 'from' | 'to'>[] {
  const found: Pick<Signal, 'way' | 'from' | 'to'>[] = []
  let from = 0
  for (let at = 1; at <= signs.length; at++) {
    if (at < signs.length && signs[at] === signs[from]) continue
    if (signs[from] !== 0 && at - from >= atLeast)
      found.push({ way: signs[from]! > 0 ? 'up' : 'down', from, to: at - 1 })
    from = at
  }
  return found
}
