import type { BreakdownRow, BreakdownTable, Population } from '../../../domain/breakdown/break-down.ts'
import { TEAM } from '../../../domain/breakdown/by-team.ts'
import { DIMENSIONS, type Dimension, isRareGroup, NOT_HELD, UNKNOWN } from '../../../domain/breakdown/dimension.ts'
import { type Disproportion, sayDisproportion, weighGroup } from '../../../domain/breakdown/disproportion.ts'
import { cellName } from '../../../domain/breakdown/pack-of-breakdowns.ts'
import type { Measure } from '../../../domain/measures/measure.ts'
import { sayNumber, sayValue } from '../../../domain/measures/say-value.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { barChart } from '../../../web/chart/bar-chart.ts'
import { paths } from '../analysis.paths.ts'

export interface Asked {
  measure: Measure
  dimension: Dimension
  asAt: IsoDate
  /** The day or the year it speaks of, in words. */
  when: string
  /** Whether the reader may have it by team. */
  byTeam: boolean
  errors: { text: string; href: string }[]
  isTrue: boolean
}

const WHY_HIDDEN =
  'Numbers from 1 to 5 (from 1 to 9 where more than usual could be told of somebody), and numbers from which one of those could be worked out from any table of this measure, are hidden so that nobody can be recognised.'

/** One row as this reader may have it: null is hidden. */
interface Seen {
  label: string
  code: string
  met: number | null
  counted: number | null
  percent: number | null
  weighed: Disproportion | null
  /** Whether all that is compared is shown. */
  isOpen: boolean
}

export function presentBreakdown(
  asked: Asked,
  population: Population,
  table: BreakdownTable,
  isHidden: (cell: string) => boolean,
) {
  const { measure, dimension, isTrue } = asked
  const see = (value: number, who: 'met' | 'counted', code = '') =>
    isHidden(cellName(who, code === '' ? '' : dimension.id, code)) ? null : value
  const all = {
    met: population.isWhole ? null : see(population.met.size, 'met'),
    counted: see(population.counted.size, 'counted'),
  }
  const rows = table.rows.filter((row) => row.counted > 0 || !isRareGroup(row.code))
  const looked = rows.filter((row) => row.counted > 0 && row.code !== UNKNOWN.code).length
  const seen = rows.map((row) => seeRow(row, all, looked, population.isWhole, see))
  const areHidden = seen.some((row) => row.counted === null || (row.met === null && !population.isWhole))
  const strong = seen.filter(({ weighed }) => weighed && weighed.finding !== 'could be chance')
  const sentence = saySentence(asked, population.isWhole, seen, strong)
  const cells = (row: Seen) => describeCells(row, population.isWhole)
  const total: Seen = {
    label: 'All',
    code: '',
    ...all,
    percent: population.isWhole ? (all.counted === null ? null : 100) : share(all.met, all.counted),
    weighed: null,
    isOpen: false,
  }
  return {
    ...presentAround(asked),
    sentence,
    lead: `${measure.plainTitle}, by ${dimension.title}, ${asked.when}. ${population.isWhole ? '' : `Of whom: ${measure.whoIsCounted.charAt(0).toLowerCase()}${measure.whoIsCounted.slice(1)}.`}`.trim(),
    because: '',
    chart: barChart({
      id: 'breakdown',
      title: sentence,
      labelHeading: upperFirst(dimension.title),
      valueHeading: population.isWhole ? 'Children' : 'Of each hundred',
      bars: seen.map((row) => {
        const value = population.isWhole ? row.counted : row.percent
        const isOpen = population.isWhole ? row.counted !== null : row.met !== null && row.counted !== null
        return {
          label: row.label,
          value,
          isHidden: !isOpen,
          text: value === null ? 'nobody' : population.isWhole ? sayNumber(value) : sayPercent(value),
        }
      }),
    }),
    table: {
      caption: `${measure.plainTitle} by ${dimension.title}`,
      isCaptionHidden: true,
      isStacked: true,
      columns: headings(asked, population.isWhole).map((text, at) => ({
        text,
        isNumeric: at > 0 && at < (population.isWhole ? 3 : 4),
      })),
      rows: [...seen, total].map((row) => cells(row).map((text) => (text === 'c' ? { isHidden: true } : { text }))),
      note: areHidden ? `c: ${WHY_HIDDEN}` : '',
    },
    notes: [
      ...(population.isWhole
        ? []
        : [
            `“Unlikely to be chance” is said where the group’s share of those met differs from its share of all counted by more than chance gives in 19 of 20 such tables of ${looked === 1 ? 'one group' : `${looked} groups`}. It does not say why.`,
          ]),
      ...(isTrue ? [] : ['It is given for the ends of quarters.']),
    ],
    downloadHref: paths.downloadBreakdown(measure.id, dimension.id, asked.asAt),
    csv: [headings(asked, population.isWhole), ...[...seen, total].map(cells)],
  }
}

/** Why there is nothing by group. */
export function presentNoBreakdown(asked: Asked, because: string) {
  return {
    ...presentAround(asked),
    sentence: `${asked.measure.plainTitle}: it cannot be shown by group`,
    lead: `By ${asked.dimension.title}, ${asked.when}.`,
    because,
    chart: null,
    table: null,
    notes: [],
    downloadHref: '',
    csv: [] as string[][],
  }
}

function presentAround({ measure, dimension, asAt, byTeam }: Asked) {
  return {
    others: [...DIMENSIONS, ...(byTeam ? [TEAM] : [])].map(({ id, title }) => ({
      text: upperFirst(title),
      href: paths.breakdown(measure.id, id, asAt),
      isCurrent: id === dimension.id,
    })),
    notHeld: NOT_HELD.map(({ title, because }) => `Not by ${title}: ${because}`),
    action: `/figures/${measure.id}/breakdown`,
    asked: { by: dimension.id, asAt },
  }
}

function seeRow(
  row: BreakdownRow,
  all: { met: number | null; counted: number | null },
  looked: number,
  isWhole: boolean,
  see: (value: number, who: 'met' | 'counted', code: string) => number | null,
): Seen {
  const met = isWhole ? null : see(row.met, 'met', row.code)
  const counted = see(row.counted, 'counted', row.code)
  const canWeigh = met !== null && counted !== null && all.met !== null && all.counted !== null
  return {
    label: row.label,
    code: row.code,
    met,
    counted,
    percent: isWhole ? share(counted, all.counted) : share(met, counted),
    isOpen: canWeigh,
    weighed:
      canWeigh && row.code !== UNKNOWN.code
        ? weighGroup({ met, counted }, { met: all.met!, counted: all.counted! }, looked)
        : null,
  }
}

function headings({ dimension, measure }: Asked, isWhole: boolean): string[] {
  const group = upperFirst(dimension.title)
  return isWhole
    ? [group, 'Children', 'Of each hundred']
    : [group, 'Met', 'Counted', measure.kind === 'percent' ? 'Of each hundred' : 'Share', 'Beside all who are counted']
}

function describeCells(row: Seen, isWhole: boolean): string[] {
  const number = (value: number | null) => (value === null ? 'c' : sayNumber(value))
  const percent = row.percent !== null ? sayPercent(row.percent) : row.counted === 0 ? 'nobody' : 'c'
  if (isWhole) return [row.label, number(row.counted), percent]
  return [row.label, number(row.met), number(row.counted), percent, sayBeside(row)]
}

function sayBeside(row: Seen): string {
  if (row.code === '' || row.code === UNKNOWN.code) return ''
  if (row.weighed === null) return row.isOpen ? sayDisproportion(null) : 'not shown'
  const { ratio, low, high } = row.weighed
  return `${ratio.toFixed(1)} times (${low.toFixed(1)} to ${high.toFixed(1)}): ${sayDisproportion(row.weighed)}`
}

function saySentence({ measure, dimension, isTrue }: Asked, isWhole: boolean, seen: Seen[], strong: Seen[]): string {
  if (isWhole) {
    const open = seen.filter((row) => row.counted !== null && row.code !== UNKNOWN.code)
    const most = open.reduce<Seen | null>((best, row) => (best && best.counted! >= row.counted! ? best : row), null)
    return most === null || most.counted === 0
      ? `${measure.plainTitle}, by ${dimension.title}`
      : `By ${dimension.title}, most are: ${most.label.toLowerCase()} (${sayNumber(most.counted!)})`
  }
  if (strong.length > 0) {
    const said = strong.map((row) => `${row.label} ${row.weighed!.finding}`)
    return `${measure.plainTitle}: ${said.join('; ')} than others, and that is unlikely to be chance`
  }
  const isAnySeen = seen.some((row) => row.weighed !== null)
  return isAnySeen
    ? `${measure.plainTitle}: the differences by ${dimension.title}${isTrue ? '' : ' that can be shown'} could be chance`
    : `${measure.plainTitle}: by ${dimension.title} too little can be shown to compare`
}

function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : (part / whole) * 100
}

function sayPercent(value: number): string {
  return sayValue(value, { kind: 'percent', decimals: 0 })
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
