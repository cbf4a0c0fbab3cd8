import { exactInterval } from '../statistics/binomial.ts'

export interface Disproportion {
  /** The group's share among those met, over its share among those counted: 2 is twice as often as its share. */
  ratio: number
  low: number
  high: number
  finding: 'more often' | 'less often' | 'could be chance'
}

const SURE = 0.95

/**
 * Whether a group is met more often than its share of all. The interval is the exact one of its share among those met,
 * and made wider by the number of groups looked at (Bonferroni): of twenty groups one would look unusual by chance
 * alone. Null where nobody is met or nobody is in the group.
 */
export function weighGroup(
  group: { met: number; counted: number },
  all: { met: number; counted: number },
  groupsLookedAt: number,
): Disproportion | null {
  if (all.met === 0 || group.counted === 0) return null
  const expected = group.counted / all.counted
  const level = 1 - (1 - SURE) / Math.max(1, groupsLookedAt)
  const interval = exactInterval(group.met, all.met, level)
  const [low, high] = [interval.low / expected, interval.high / expected]
  // A group that is all who are counted cannot differ from them.
  const finding =
    group.counted === all.counted
      ? 'could be chance'
      : low > 1
        ? 'more often'
        : high < 1
          ? 'less often'
          : 'could be chance'
  return { ratio: group.met / all.met / expected, low, high, finding }
}

/** For readers: never "over-represented" without saying whether it is more than chance. */
export function sayDisproportion(found: Disproportion | null): string {
  if (found === null) return 'nobody to compare'
  if (found.finding === 'more often') return 'more often than others: unlikely to be chance'
  if (found.finding === 'less often') return 'less often than others: unlikely to be chance'
  if (Math.abs(found.ratio - 1) < 0.05) return 'about as often as others'
  return `${found.ratio > 1 ? 'more' : 'less'} often, but it could be chance`
}
