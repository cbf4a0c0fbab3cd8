import { type LocalMeasure, toMeasure } from '../../../domain/local-measures/local-measure.ts'
import { listStanding, type StatedValue } from '../../../domain/local-measures/stated-value.ts'
import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { isGivenByHand } from '../../../domain/measures/given-by-hand.ts'
import type { MeasureWords } from '../../../domain/measures/measure.ts'
import { sayNumber, sayValue } from '../../../domain/measures/say-value.ts'
import { THEMES } from '../../../domain/measures/themes.ts'
import { addMonths, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { paths } from '../performance.paths.ts'

interface Row {
  text: string
  href: string
  note: string
  pill: { state: string; text: string }
  action?: { text: string; href: string; visuallyHiddenText: string }
}

/** The list of numbers that somebody must give, and of the measures that the council made itself. */
export function presentLocal(
  given: { locals: LocalMeasure[]; stated: StatedValue[] },
  { today, mayType }: { today: IsoDate; mayType: boolean },
) {
  const standing = listStanding(given.stated, null)
  const own = given.locals.filter(({ isEnded }) => !isEnded)
  const typed: MeasureWords[] = [
    ...allMeasures.filter(isGivenByHand),
    ...own.filter(({ filter }) => filter === null).map(toMeasure),
  ]
  const rows = typed.map((measure) => ({ measure, row: presentRow(measure, standing, { today, mayType }) }))
  const fresh = rows.filter(({ row }) => row.pill.state === 'kept').length
  return {
    sentence: `${fresh} of ${typed.length} figures that no file gives have a number from the last twelve months.`,
    lead: 'Here the council types in what Kept cannot work out, with its source, and adds measures of its own. A typed number passes the same hiding as any other.',
    addHref: mayType ? paths.newLocal() : '',
    stockHref: paths.stockAndFlow(),
    own: own
      .filter(({ filter }) => filter !== null)
      .map((local) => ({
        text: local.words.plainTitle,
        href: paths.localOne(local.id),
        note: `${local.id}, worked out from the record of each child`,
        pill: { state: 'kept', text: 'worked out' },
      })),
    ended: given.locals
      .filter(({ isEnded }) => isEnded)
      .map(({ id, words }) => ({
        text: words.plainTitle,
        href: paths.localOne(id),
        note: id,
        pill: { state: 'unknown', text: 'no longer counted' },
      })),
    themes: THEMES.map(({ id, title }) => ({
      title,
      rows: rows.filter(({ measure }) => measure.theme === id).map(({ row }) => row),
    })).filter((theme) => theme.rows.length > 0),
  }
}

function presentRow(
  measure: MeasureWords,
  standing: readonly StatedValue[],
  { today, mayType }: { today: IsoDate; mayType: boolean },
): Row {
  const newest = standing.findLast(({ measureId }) => measureId === measure.id)
  const isFresh = newest !== undefined && newest.asAt >= addMonths(today, -12)
  return {
    text: measure.plainTitle,
    href: paths.localOne(measure.id),
    note: newest ? `${measure.id}. ${sayStated(measure, newest)}, ${sayTime(newest)}. ${newest.source}` : measure.id,
    pill: newest
      ? isFresh
        ? { state: newest.status === 'provisional' ? 'on-the-way' : 'kept', text: newest.status }
        : { state: 'not-kept', text: 'over a year old' }
      : { state: 'unknown', text: 'no number yet' },
    ...(mayType && {
      action: {
        text: 'Type a number',
        href: paths.typeValue(measure.id),
        visuallyHiddenText: `for ${measure.plainTitle}`,
      },
    }),
  }
}

/** "90%, 180 of 200", "14.9", "6": as it was typed, for those who may see true figures. */
export function sayStated(measure: MeasureWords, { numerator, denominator, value }: StatedValue): string {
  if (measure.kind === 'count' || measure.kind === 'list') return sayNumber(numerator ?? 0)
  const base = denominator === null ? '' : `${sayNumber(denominator)} ${measure.baseWord ?? ''}`.trim()
  if (measure.kind === 'mean' || measure.kind === 'gap') return `${sayValue(value ?? 0, measure)}, of ${base}`
  const share = denominator ? (numerator! / denominator) * (measure.kind === 'rate' ? 10_000 : 100) : 0
  return `${sayValue(share, measure)}, ${sayNumber(numerator ?? 0)} of ${base}`
}

export function sayTime({ fromOn, asAt }: Pick<StatedValue, 'fromOn' | 'asAt'>): string {
  return fromOn === null ? `on ${sayDate(asAt)}` : `${sayDate(fromOn)} to ${sayDate(asAt)}`
}
