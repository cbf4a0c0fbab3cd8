import type { IsoDate } from '../shared/calendar-date.ts'

export interface Target {
  measureId: string
  fromOn: IsoDate
  toOn: IsoDate
  way: 'at least' | 'at most'
  /** Null: what it points at, or else what it was on the same day a year before. */
  value: number | null
  /** What is published, of the newest year: its number is `pointed`. */
  pointsAt: PointsAt | null
  /** Null: it points at nothing, or nothing is held of it. */
  pointed: { value: number; year: number } | null
  /** This close to the target, on its wrong side, counts as near. */
  near: number
  why: string
  setBy: string
  setOn: IsoDate
}

/** England; the average of councils like ours; the edge of the quarter of councils that do best. */
export const POINTS_AT = ['England', 'councils like ours', 'the best quarter'] as const
export type PointsAt = (typeof POINTS_AT)[number]

export type Standing = 'met' | 'near' | 'missed'

/** The target of a day: of those whose time holds it, the one set last. `targets`: in the order set. */
export function findTarget(targets: readonly Target[], measureId: string, asAt: IsoDate): Target | null {
  return (
    targets.findLast((target) => target.measureId === measureId && target.fromOn <= asAt && asAt <= target.toOn) ?? null
  )
}

/** The number to reach. Null where it points at what has none: a year before, or what is published. */
export function numberOf({ value, pointsAt, pointed }: Target, yearBefore: number | null): number | null {
  return value ?? (pointsAt ? (pointed?.value ?? null) : yearBefore)
}

/** How a figure stands against its number; both as shown, so that nobody is told more than what is shown. */
export function standingOf({ way, near }: Target, goal: number, shown: number): Standing {
  const short = way === 'at least' ? goal - shown : shown - goal
  if (short <= 0) return 'met'
  return short <= near ? 'near' : 'missed'
}
