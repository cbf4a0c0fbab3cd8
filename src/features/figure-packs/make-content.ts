import type { PackFigure, PackPicture, PackSection, PrintedPack } from '../../domain/governance/pack.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import type { MeasureResult, MeasureWords } from '../../domain/measures/measure.ts'
import { sayNumber } from '../../domain/measures/say-value.ts'
import { THEMES } from '../../domain/measures/themes.ts'
import { type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import { presentFigure, type ShownFigure } from '../performance/index.ts'
import type { FigurePack, PackCheck } from './figure-pack.store.ts'

interface Made {
  council: string
  /** The oldest first. Results hold the names of what is hidden in each. */
  days: { day: IsoDate; results: MeasureResult[] }[]
  check: Pick<PackCheck, 'sealNumber' | 'model' | 'protection' | 'printed' | 'against'>
}

/** A pack as anybody may read it: finished words, and no number that is hidden. */
export function makeContent(pack: FigurePack, made: Made): PrintedPack {
  const sections = THEMES.flatMap(({ id, title }) => {
    const measures = pack.measures.flatMap((one) => findWords(one, made) ?? []).filter(({ theme }) => theme === id)
    const inOrder = measures.toSorted((one, other) => Number(other.askedForByChildren) - Number(one.askedForByChildren))
    return inOrder.length === 0
      ? []
      : [{ title, plain: [] as string[], figures: inOrder.flatMap((measure) => makeFigures(measure, made)) }]
  })
  const words = pack.words
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
  const first = words.length > 0 ? [{ title: 'In a few words', plain: words, figures: [] as PackFigure[] }] : []
  return {
    title: pack.title,
    council: made.council,
    under: `For ${sayAudience(pack.audience)}. Figures as at ${sayDate(pack.asAt)}.`,
    knownBy: { sealNumber: made.check.sealNumber, asAt: pack.asAt },
    agenda: [],
    sections: [...first, ...sections].map(
      (section, at): PackSection => ({
        paperId: null,
        number: at + 1,
        writtenBy: '',
        full: [],
        impact: [],
        ...section,
      }),
    ),
    checks: pack.smallNumbers === 'rounded' ? sayRounded(made.check) : sayChecks(made.check),
  }
}

export function sayAudience(audience: FigurePack['audience']): string {
  return audience === 'partners' ? 'our partners' : `the ${audience}`
}

function findWords(id: string, { days }: Made): MeasureWords | null {
  return findMeasure(id) ?? days.at(-1)!.results.find((result) => result.id === id)?.definition ?? null
}

function makeFigures(measure: MeasureWords, { days }: Made): PackFigure[] {
  const shown = days.flatMap(({ day, results }) => {
    const result = results.find(({ id }) => id === measure.id)
    return result ? [{ day, result, figure: presentFigure(result, false) }] : []
  })
  const now = shown.at(-1)
  if (!now) return []
  const hasBase = shown.some(({ figure }) => figure.of !== '')
  const groups = now.figure.cannotCompute === '' && now.figure.cells.length > 0 ? [makeGroups(measure, now)] : []
  return [
    {
      id: `figure-${measure.id}`,
      title: sayFigure(measure, now.figure),
      picture: drawYears(measure, shown),
      table: {
        columns: [
          { text: 'As at', isNumeric: false },
          { text: measure.plainTitle, isNumeric: true },
          ...(hasBase ? [{ text: 'Of', isNumeric: false }] : []),
        ],
        rows: shown.map(({ day, result, figure }) => [
          `${sayDate(day)}${result.isPartYear ? ' (part of the year)' : ''}`,
          sayValue(figure),
          ...(hasBase ? [figure.of] : []),
        ]),
      },
      source: `${measure.id}. Counted: ${lower(measure.whoIsCounted)}. Met: ${lower(measure.whoIsMet)}. ${sayDirection(measure)}`,
    },
    ...groups,
  ]
}

type Shown = { day: IsoDate; result: MeasureResult; figure: ShownFigure }

/** A year that is not over stands in the table, never on the line beside whole ones. */
function drawYears(measure: MeasureWords, shown: Shown[]): PackPicture | null {
  const whole = shown.filter(({ result, figure }) => !result.isPartYear && figure.cannotCompute === '')
  if (whole.length < 2) return null
  return {
    kind: 'line',
    labelHeading: 'As at',
    valueHeading: measure.plainTitle,
    points: whole.map(({ day, figure }) => ({
      // The same day of each year: the year tells them apart.
      label: day.slice(0, 4),
      value: figure.plotted,
      text: sayValue(figure),
      isHidden: figure.isHidden,
    })),
  }
}

function makeGroups(measure: MeasureWords, { day, figure }: Shown): PackFigure {
  const cells = figure.cells.filter((cell) => cell.isHidden || (cell.plotted ?? 0) > 0)
  return {
    id: `figure-${measure.id}-groups`,
    title: `${measure.plainTitle}, by group, on ${sayDate(day)}`,
    picture: {
      kind: 'bars',
      labelHeading: 'Group',
      valueHeading: 'Children and young people',
      // The share stands in the table: beside a bar there is no room for both.
      points: cells.map((cell) => ({
        label: cell.label,
        value: cell.plotted,
        text: cell.plotted === null ? cell.text : sayNumber(cell.plotted),
        isHidden: cell.isHidden,
      })),
    },
    table: {
      columns: [
        { text: 'Group', isNumeric: false },
        { text: 'Children and young people', isNumeric: true },
      ],
      rows: figure.cells.map((cell) => [cell.label, cell.text]),
    },
    source: '',
  }
}

function sayFigure(measure: MeasureWords, figure: ShownFigure): string {
  if (figure.cannotCompute !== '') return `${measure.plainTitle}: cannot be worked out yet`
  return figure.isHidden ? `${measure.plainTitle}: too few to show` : `${measure.plainTitle}: ${figure.value}`
}

function sayValue(figure: ShownFigure): string {
  if (figure.cannotCompute !== '') return 'not known'
  return figure.isHidden ? 'c' : figure.value
}

function sayDirection({ direction }: MeasureWords): string {
  if (direction === 'none') return 'It has no good direction by itself.'
  return direction === 'higher' ? 'Higher is better.' : 'Lower is better.'
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function sayRounded({ against, sealNumber }: Made['check']): string[] {
  return [
    'Every number in this pack is rounded up or down to a multiple of five, so that all sums hold; 0 stands for 0 to 4. Percentages and rates are of the rounded numbers. Numbers below 60 move by a tenth at most times, so a small change from year to year is no trend.',
    `All tables were attacked together, with what the pages of figures show${against.length > 0 ? ` and with ${against.length === 1 ? 'one earlier pack' : `${against.length} earlier packs`}` : ''}: of every small number at least three true ones are possible.`,
    `The figures are those known at seal ${sealNumber} of the record, and do not change in this pack.`,
  ]
}

/** What was really checked. Which cells are small is not said, nor how many protect them. */
function sayChecks({ model, protection, printed, against, sealNumber }: Made['check']): string[] {
  const hidden = printed.filter((number) => !number.isShown).length
  const widest = Math.max(model.rule.threshold, ...model.cells.map((cell) => cell.threshold ?? 0))
  const isWider = widest > model.rule.threshold
  return [
    `“c” means that a number is hidden. Nothing in this pack, nor in those before it, tells more of a hidden small number than that it is from 1 to ${model.rule.threshold}${isWider ? `, or from 1 to ${widest} where it is about health, offending or coming here alone` : ''}.`,
    `All tables were checked together${against.length > 0 ? `, and with ${against.length === 1 ? 'one earlier pack' : `${against.length} earlier packs`}` : ''}: ${hidden} of ${printed.length} numbers are hidden, and their percentages. An attack on the finished pack found nothing.`,
    protection.weight <= protection.bound
      ? 'No safe pack of the same tables hides less.'
      : 'A safe pack of the same tables that hides a little less may exist.',
    `The figures are those known at seal ${sealNumber} of the record, and do not change in this pack.`,
  ]
}
