import type { MeasureWords } from '../../../domain/measures/measure.ts'
import { barChart } from '../../../web/chart/bar-chart.ts'
import type { ShownFigure } from './figure.presenter.ts'

/** The groups of a figure as bars, in the order of the definition. Null where it has none. */
export function presentGroups(measure: Pick<MeasureWords, 'baseWord'>, { cells, cannotCompute, asAt }: ShownFigure) {
  if (cells.length === 0 || cannotCompute !== '') return null
  const shown = cells.filter((cell) => cell.plotted !== null)
  const largest = shown.toSorted((one, other) => other.plotted! - one.plotted!)[0]
  return barChart({
    id: 'groups',
    title: sayLargest(largest, shown.length < cells.length),
    labelHeading: 'Group',
    valueHeading: `${measure.baseWord ?? 'Children and young people'}, ${asAt}`,
    bars: cells.map(({ label, text, plotted, isHidden }) => ({ label, value: plotted, text, isHidden })),
  })
}

/** Of the groups that are shown: a hidden one could be larger only if it were not small, but that is not for a title to say. */
function sayLargest(largest: ShownFigure['cells'][number] | undefined, isSomeHidden: boolean): string {
  if (!largest || largest.plotted === 0)
    return isSomeHidden ? 'The groups are hidden, so that nobody can be recognised' : 'Nobody in any group'
  return `The largest group${isSomeHidden ? ' of those shown' : ''}: ${largest.label}, ${largest.text}`
}
