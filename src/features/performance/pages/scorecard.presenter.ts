import { THEMES } from '../../../domain/measures/themes.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { barChart } from '../../../web/chart/bar-chart.ts'
import type { Figures } from '../figures.command.ts'
import { paths } from '../performance.paths.ts'
import type { JoinedMeasure } from '../story.store.ts'
import type { AskedDays } from './asked-days.form.ts'
import type { ShownFigure } from './figure.presenter.ts'
import type { ScoreRow } from './score-row.presenter.ts'

const GROUPINGS = { theme: 'By theme', priority: 'By priority of our plan', promise: 'By promise' } as const
const FILTERS = {
  all: 'All figures',
  worse: 'Worse than a year before',
  missed: 'Target missed',
  target: 'With a target',
  word: 'With words about it',
  'no word': 'Without a word of this quarter',
} as const

export interface Choice {
  by: keyof typeof GROUPINGS
  only: keyof typeof FILTERS
}

export function readChoice({ by = '', only = '' }: Record<string, string>): Choice {
  return {
    by: Object.hasOwn(GROUPINGS, by) ? (by as Choice['by']) : 'theme',
    only: Object.hasOwn(FILTERS, only) ? (only as Choice['only']) : 'all',
  }
}

interface Given {
  /** The reader may see true counts. */
  isTrue: boolean
  asked: AskedDays
  joined: JoinedMeasure[]
  choice: Choice
}

/** Finishes every word of the scorecard. */
export function presentScorecard(figures: Figures, rows: ScoreRow[], { isTrue, asked, joined, choice }: Given) {
  const worked = rows.filter(({ shown }) => shown.cannotCompute === '')
  const chosen = worked.filter((row) => passes(row, choice.only))
  const homes = rows.find(({ shown }) => shown.id === 'M12')!.shown
  const current = worked.filter(({ word, isWordDue }) => word !== null && !isWordDue).length
  return {
    isTrue,
    sentence: sayFirst(rows, figures.asAt),
    lead: `${worked.length} of ${rows.length} figures can be worked out, and ${current} of them have words of this quarter beside them. ${isTrue ? 'You see true counts, and that you looked is written down.' : 'Small numbers are hidden, so that nobody can be recognised.'}`,
    askedFor: chosen.filter(({ measure }) => measure.askedForByChildren).map(presentCard),
    groups: groupRows(
      chosen.filter(({ measure }) => !measure.askedForByChildren || choice.by !== 'theme'),
      joined,
      choice.by,
    ),
    isEmpty: chosen.length === 0,
    notWorked: rows
      .filter(({ shown }) => shown.cannotCompute !== '')
      .map(({ shown }) => ({ text: shown.title, href: shown.definitionHref, note: shown.cannotCompute })),
    choices: {
      by: Object.entries(GROUPINGS).map(([value, text]) => ({ value, text, selected: value === choice.by })),
      only: Object.entries(FILTERS).map(([value, text]) => ({ value, text, selected: value === choice.only })),
    },
    homesChart:
      homes.cannotCompute === '' && choice.only === 'all' && choice.by === 'theme'
        ? presentHomes(homes, figures.asAt)
        : null,
    asked: asked.typed,
    asAtHint: isTrue
      ? 'The day the figures speak of'
      : 'The end of the quarter before it is shown: figures of any day would tell who came or left between two of them',
    knownOn: figures.knownOn === null ? '' : `As everything recorded by the end of ${sayDate(figures.knownOn)} said.`,
    downloadHref: `${paths.download()}?as-at=${figures.asAt}${figures.knownOn ? `&known-on=${figures.knownOn}` : ''}`,
  }
}

function passes({ isWorse, target, word, isWordDue }: ScoreRow, only: Choice['only']): boolean {
  if (only === 'worse') return isWorse
  if (only === 'missed') return target?.standing?.word === 'missed'
  if (only === 'target') return target !== null
  if (only === 'word') return word !== null
  return only === 'all' || word === null || isWordDue
}

function presentCard({ shown, move, target, trend, line, wordText, isWordDue }: ScoreRow) {
  return { ...shown, move, target, trend, line, wordText, isWordDue }
}

interface Group {
  title: string
  rows: ScoreRow[]
}

/** By theme each figure stands once; by promise or priority as often as it is joined, and what is joined to nothing last. */
function groupRows(rows: ScoreRow[], joined: JoinedMeasure[], by: Choice['by']) {
  const groups: Group[] = by === 'theme' ? groupByTheme(rows) : groupByJoin(rows, joined, by)
  return groups
    .filter((group) => group.rows.length > 0)
    .map((group, index) => ({ id: `group-${index + 1}`, title: group.title, table: presentTable(group) }))
}

function groupByTheme(rows: ScoreRow[]): Group[] {
  return THEMES.map(({ id, title }) => ({ title, rows: rows.filter(({ measure }) => measure.theme === id) }))
}

function groupByJoin(rows: ScoreRow[], joined: JoinedMeasure[], by: 'priority' | 'promise'): Group[] {
  const groups = new Map<string, Set<string>>()
  for (const { measureId, kind, title, priority } of joined) {
    const name = by === 'priority' ? priority : kind === 'promise' ? title : null
    if (name !== null) groups.set(name, (groups.get(name) ?? new Set()).add(measureId))
  }
  const all = new Set([...groups.values()].flatMap((ids) => [...ids]))
  return [
    ...[...groups].map(([title, ids]) => ({
      title,
      rows: childrenFirst(rows.filter(({ shown }) => ids.has(shown.id))),
    })),
    {
      title: by === 'priority' ? 'Joined to no priority' : 'Joined to no promise',
      rows: childrenFirst(rows.filter(({ shown }) => !all.has(shown.id))),
    },
  ]
}

function childrenFirst(rows: ScoreRow[]): ScoreRow[] {
  return rows.toSorted(
    (one, other) => Number(other.measure.askedForByChildren) - Number(one.measure.askedForByChildren),
  )
}

function presentTable({ title, rows }: Group) {
  return {
    caption: title,
    isCaptionHidden: true,
    isStacked: true,
    columns: [
      { text: 'Figure' },
      { text: 'Now' },
      { text: 'Against a year before' },
      { text: 'Target' },
      { text: 'Said' },
    ],
    rows: rows.map(({ measure, shown, move, target, trend, word, wordText }) => [
      {
        text: shown.title,
        href: shown.definitionHref,
        note: measure.askedForByChildren ? 'children asked for this figure' : shown.direction,
      },
      shown.isHidden
        ? { isHidden: true, text: '', note: shown.asAt }
        : { text: shown.value, note: [shown.of, shown.asAt].filter(Boolean).join(', ') },
      { text: move || '–', note: trend === '' ? '' : `Over three years: ${trend}` },
      target === null
        ? '–'
        : target.standing === null
          ? target.short
          : { text: '', pill: target.standing, note: target.short },
      word === null ? '–' : { text: wordText, href: paths.measure(shown.id) },
    ]),
  }
}

export function presentHomes(homes: ShownFigure, asAt: string) {
  const cells = homes.cells.filter((cell) => cell.isHidden || (cell.plotted ?? 0) > 0)
  const largest = cells.filter((cell) => !cell.isHidden).sort((a, b) => b.plotted! - a.plotted!)[0]
  return barChart({
    id: 'homes',
    title: largest
      ? `Most children in our care live ${largest.label.charAt(0).toLowerCase()}${largest.label.slice(1)}`
      : 'Where children in our care live',
    labelHeading: 'Kind of home',
    valueHeading: `Children on ${sayDate(asAt)}`,
    bars: cells.map((cell) => ({ label: cell.label, value: cell.plotted, text: cell.text, isHidden: cell.isHidden })),
  })
}

function sayFirst(rows: ScoreRow[], asAt: string): string {
  const figure = (id: string) => rows.find(({ shown }) => shown.id === id)!.shown
  const [children, homes] = [figure('M01'), figure('M20')]
  if (children.cannotCompute !== '') return 'There is nothing to count yet: take in a year’s return first.'
  const lived =
    homes.cannotCompute === '' && !homes.isHidden
      ? ` ${homes.value} of them have lived in three or more homes this year.`
      : ''
  return `${children.isHidden ? 'Few' : children.value} children were in our care on ${sayDate(asAt)}.${lived}`
}
