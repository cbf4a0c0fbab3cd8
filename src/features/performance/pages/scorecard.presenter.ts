import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { barChart } from '../../../web/chart/bar-chart.ts'
import type { Figures } from '../figures.command.ts'
import { paths } from '../performance.paths.ts'
import type { AskedDays } from './asked-days.form.ts'
import { presentFigure, type ShownFigure } from './figure.presenter.ts'

const THEMES = [
  { title: 'What children asked us to show', ids: ['M20', 'M25', 'M27', 'M23'] },
  { title: 'Children in our care', ids: ['M01', 'M02', 'M03', 'M04'] },
  { title: 'Heard', ids: ['M42'] },
  { title: 'After care', ids: ['M112', 'M113'] },
]

/** Finishes every word of the scorecard. `isTrue`: the reader may see true counts. */
export function presentScorecard(figures: Figures, isTrue: boolean, asked: AskedDays) {
  const shown = new Map(figures.results.map((result) => [result.id, presentFigure(result, isTrue)]))
  const worked = [...shown.values()].filter((figure) => figure.cannotCompute === '')
  const homes = shown.get('M12')!
  return {
    isTrue,
    sentence: sayFirst(shown, figures.asAt),
    lead: `${worked.length} of ${shown.size} figures can be worked out. ${isTrue ? 'You see true counts, and that you looked is written down.' : 'Small numbers are hidden, so that nobody can be recognised.'}`,
    themes: THEMES.map((theme) => ({ title: theme.title, figures: theme.ids.map((id) => shown.get(id)!) })),
    homesChart: homes.cannotCompute === '' ? presentHomes(homes, figures.asAt) : null,
    asked: asked.typed,
    asAtHint: isTrue
      ? 'The day the figures speak of'
      : 'The end of the quarter before it is shown: figures of any day would tell who came or left between two of them',
    knownOn: figures.knownOn === null ? '' : `As everything recorded by the end of ${sayDate(figures.knownOn)} said.`,
    downloadHref: `${paths.download()}?as-at=${figures.asAt}${figures.knownOn ? `&known-on=${figures.knownOn}` : ''}`,
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

function sayFirst(shown: Map<string, ShownFigure>, asAt: string): string {
  const children = shown.get('M01')!
  const homes = shown.get('M20')!
  if (children.cannotCompute !== '') return 'There is nothing to count yet: take in a year’s return first.'
  const lived =
    homes.cannotCompute === '' && !homes.isHidden
      ? ` ${homes.value} of them have lived in three or more homes this year.`
      : ''
  return `${children.isHidden ? 'Few' : children.value} children were in our care on ${sayDate(asAt)}.${lived}`
}
