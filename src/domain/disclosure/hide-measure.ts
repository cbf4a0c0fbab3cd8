import type { MeasureResult } from '../measures/measure.ts'
import {
  type Cell,
  DEFAULT_THRESHOLD,
  type Equation,
  findHidden,
  type HidingRule,
  isSmall,
} from './hide-in-equations.ts'
import { type PublicNumber, publish } from './public-number.ts'

export { DEFAULT_THRESHOLD }

const DEFAULT_MINIMUM_BASE = 11

export interface MeasureHidingRule extends HidingRule {
  /** The least base of which a percentage is given; 11 unless told. */
  minimumBase?: number
}

export const DEFAULT_MEASURE_RULE: MeasureHidingRule = { threshold: DEFAULT_THRESHOLD }

/** A measure's result for everybody: no child's id, and no count that could point to a child. */
export interface PublicResult
  extends Pick<MeasureResult, 'id' | 'title' | 'asAt' | 'period' | 'isPartYear' | 'cannotCompute'> {
  numerator: PublicNumber
  denominator: PublicNumber
  value: PublicNumber
  breakdown?: { code: string; label: string; count: PublicNumber; percent: PublicNumber }[]
  /** Only notes that state no count. */
  notes: string[]
  /** Why something is hidden, for the reader; null where nothing is. It never tells which number was small. */
  hiddenBecause: string | null
}

/**
 * Makes one measure safe to show to anybody. What is left over is a count too (46 of 51 leaves 5), and so is each group
 * of a breakdown; a percentage goes with its numerator, its base and what is left over.
 */
export function hideMeasure(result: MeasureResult, usual: MeasureHidingRule = DEFAULT_MEASURE_RULE): PublicResult {
  const rule = { ...usual, threshold: Math.max(usual.threshold, result.smallUpTo ?? 0) }
  const isAverage = result.kind === 'mean' || result.kind === 'gap'
  const { cells, equations } =
    result.isAboutPeople === false
      ? { cells: [], equations: [] }
      : isAverage
        ? describeAverage(result, rule)
        : describe(result, rule)
  const hidden = result.hidden ? new Set(result.hidden) : findHidden(cells, equations, rule)
  const isHidden = (id: string) => hidden.has(id)
  const minimumBase = rule.minimumBase ?? DEFAULT_MINIMUM_BASE
  const isBaseTooSmall =
    result.isAboutPeople !== false &&
    (isAverage || result.denominator !== null) &&
    Math.min(result.denominator ?? 0, result.childrenBehind ?? Number.POSITIVE_INFINITY) < minimumBase
  const isNumberHidden = isHidden('numerator') || isHidden('denominator')
  const isValueHidden = result.value !== null && (isNumberHidden || isBaseTooSmall)
  const { breakdown } = result
  return {
    id: result.id,
    title: result.title,
    asAt: result.asAt,
    period: result.period,
    isPartYear: result.isPartYear,
    cannotCompute: result.cannotCompute,
    // The sum behind an average counts nobody, and with the base it would tell more than the average does.
    numerator: publish(isAverage ? null : result.numerator, isHidden('numerator')),
    denominator: publish(result.denominator, isHidden('denominator')),
    value: publish(result.value, isValueHidden),
    ...(breakdown && {
      breakdown: breakdown.map(({ code, label, count, percent }, index) => {
        const isCellHidden = isHidden(`cell ${index}`)
        const isPercentHidden = isCellHidden || isHidden('denominator') || isBaseTooSmall
        return {
          code,
          label,
          count: publish(count, isCellHidden),
          percent: publish(percent, percent !== null && isPercentHidden),
        }
      }),
    }),
    notes: [...result.publicNotes],
    hiddenBecause: sayWhy(hidden, cells, rule.threshold, isBaseTooSmall && result.value !== null ? minimumBase : null),
  }
}

/**
 * The counts of a result and their sums:
 *   base = met + left over · met = its groups · left over = its groups · all = base + those left out of the base.
 * The last sum stands because the number of all children in our care is published beside it.
 */
function describe(result: MeasureResult, rule: HidingRule): { cells: Cell[]; equations: Equation[] } {
  const { numerator, denominator, breakdown = [] } = result
  if (numerator === null) return { cells: [], equations: [] }
  const groups = breakdown.map(
    ({ count, children, smallUpTo }, index): Cell => ({
      id: `cell ${index}`,
      count,
      isSmall: isSmall(children ?? 0, rule),
      ...(smallUpTo !== undefined && { threshold: smallUpTo }),
    }),
  )
  const idsOf = (part: 'met' | 'unmet' | 'left out') =>
    breakdown.flatMap((cell, index) => (cell.part === part ? [`cell ${index}`] : []))
  // Reviews are counted by review: a handful of children may stand behind many.
  const cells: Cell[] = [
    ...groups,
    { id: 'numerator', count: numerator, isSmall: isSmall(result.childrenBehind ?? result.met.length, rule) },
  ]
  const equations: Equation[] = []
  if (idsOf('met').length > 0) equations.push({ total: 'numerator', parts: idsOf('met') })
  if (denominator === null) return { cells, equations }
  const leftOver = denominator - numerator
  cells.push(
    { id: 'left over', count: leftOver },
    { id: 'denominator', count: denominator, isSmall: isSmall(result.childrenBehind ?? result.counted.length, rule) },
  )
  equations.push({ total: 'denominator', parts: ['numerator', 'left over'] })
  if (idsOf('unmet').length > 0) equations.push({ total: 'left over', parts: idsOf('unmet') })
  const leftOut = idsOf('left out')
  const all = groups.reduce((sum, cell) => sum + cell.count, 0)
  if (leftOut.length > 0 && all > rule.threshold) {
    cells.push({ id: 'all', count: all, isKnown: true })
    equations.push({ total: 'all', parts: ['denominator', ...leftOut] })
  }
  return { cells, equations }
}

/** An average stands on one count, of those measured. Of how many, must be known for it to be shown at all. */
function describeAverage(
  { denominator, counted, childrenBehind }: MeasureResult,
  rule: HidingRule,
): ReturnType<typeof describe> {
  if (denominator === null) return { cells: [], equations: [] }
  const isFew = isSmall(childrenBehind ?? counted.length, rule)
  return { cells: [{ id: 'denominator', count: denominator, isSmall: isFew }], equations: [] }
}

/** `missedBase`: the least base for a percentage, where this one's is smaller. */
function sayWhy(
  hidden: ReadonlySet<string>,
  cells: readonly Cell[],
  threshold: number,
  missedBase: number | null,
): string | null {
  if (cells.some(({ id }) => id !== 'left over' && id !== 'all' && hidden.has(id))) {
    return `Numbers from 1 to ${threshold}, and numbers from which one of those could be worked out, are hidden so that nobody can be recognised.`
  }
  if (missedBase !== null)
    return `No percentage or average is given of fewer than ${missedBase}, so that nobody can be recognised.`
  return null
}
