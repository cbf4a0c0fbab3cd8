import { DEFAULT_MEASURE_RULE, hideMeasure, type PublicResult } from '../../../domain/disclosure/hide-measure.ts'
import type { PublicNumber } from '../../../domain/disclosure/public-number.ts'
import { wordsOf } from '../../../domain/measures/all-measures.ts'
import type { MeasureResult, MeasureWords } from '../../../domain/measures/measure.ts'
import { sayNumber, sayValue } from '../../../domain/measures/say-value.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { paths } from '../performance.paths.ts'

/** One figure as a page shows it: every word finished, and nothing in it that this reader may not have. */
export interface ShownFigure {
  id: string
  title: string
  value: string
  of: string
  asAt: string
  direction: string
  isHidden: boolean
  hiddenBecause: string
  isAskedByChildren: boolean
  definitionHref: string
  definitionText: string
  /** Why there is no figure; empty where there is one. */
  cannotCompute: string
  /** 0 to 100 or a count, for charts; null where hidden or not worked out. */
  plotted: number | null
  cells: { label: string; text: string; plotted: number | null; isHidden: boolean }[]
  notes: string[]
}

/** `isTrue`: the reader may see true counts. Everyone else gets what may be shown to anybody. */
export function presentFigure(result: MeasureResult, isTrue: boolean): ShownFigure {
  const measure = wordsOf(result)
  const shown = isTrue ? asTrue(result) : hideMeasure(result, DEFAULT_MEASURE_RULE)
  const main = isCount(measure) ? shown.numerator : shown.value
  const isHidden = main.hidden
  const partYear = result.isPartYear ? ', part of the year' : ''
  return {
    id: measure.id,
    title: measure.plainTitle,
    value: main.shown === null ? '–' : sayValue(main.shown, measure),
    of: sayBase(measure, shown),
    asAt: result.period
      ? `${sayDate(result.period.from)} to ${sayDate(result.period.to)}${partYear}`
      : `on ${sayDate(result.asAt)}`,
    direction: { higher: 'higher is better', lower: 'lower is better', none: '' }[measure.direction],
    isHidden,
    hiddenBecause: shown.hiddenBecause ?? '',
    isAskedByChildren: measure.askedForByChildren,
    definitionHref: paths.measure(measure.id),
    definitionText: `What ${measure.id} counts`,
    cannotCompute: result.cannotCompute ?? '',
    plotted: main.shown,
    cells: (shown.breakdown ?? []).map((cell) => ({
      label: cell.label,
      text: cell.count.hidden
        ? 'c'
        : `${sayNumber(cell.count.shown ?? 0)}${cell.percent.shown === null ? '' : ` (${sayValue(cell.percent.shown, { kind: 'percent', decimals: 0 })})`}`,
      plotted: cell.count.shown,
      isHidden: cell.count.hidden,
    })),
    notes: shown.notes,
  }
}

/** A number of children, or the same by group. */
function isCount({ kind }: MeasureWords): boolean {
  return kind === 'count' || kind === 'list'
}

function sayBase(measure: MeasureWords, shown: Pick<PublicResult, 'numerator' | 'denominator'>): string {
  const what = measure.baseWord ?? 'children and young people'
  if (isCount(measure) || shown.denominator.shown === null) return ''
  if (measure.kind === 'mean' || measure.kind === 'gap') return `of ${sayNumber(shown.denominator.shown)} ${what}`
  if (shown.numerator.shown === null) return ''
  return `${sayNumber(shown.numerator.shown)} of ${sayNumber(shown.denominator.shown)} ${what}`
}

function asTrue(
  result: MeasureResult,
): Pick<PublicResult, 'numerator' | 'denominator' | 'value' | 'breakdown' | 'notes' | 'hiddenBecause'> {
  const open = (count: number | null): PublicNumber => ({ shown: count, hidden: false })
  return {
    numerator: open(result.numerator),
    denominator: open(result.denominator),
    value: open(result.value),
    notes: result.notes,
    hiddenBecause: null,
    ...(result.breakdown && {
      breakdown: result.breakdown.map(({ code, label, count, percent }) => ({
        code,
        label,
        count: open(count),
        percent: open(percent),
      })),
    }),
  }
}
