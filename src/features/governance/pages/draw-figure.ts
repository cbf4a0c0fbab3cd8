import type { PackFigure } from '../../../domain/governance/pack.ts'
import { barChart } from '../../../web/chart/bar-chart.ts'
import type { Chart } from '../../../web/chart/chart.ts'
import { lineChart } from '../../../web/chart/line-chart.ts'

/** A figure of a paper in the house style; null where it is a table alone. On paper, a line is drawn lower. */
export function drawFigure(figure: PackFigure, isOnPaper = false): Chart | null {
  const { picture } = figure
  if (picture === null) return null
  const naming = {
    id: figure.id,
    title: figure.title,
    labelHeading: picture.labelHeading,
    valueHeading: picture.valueHeading,
  }
  return picture.kind === 'line'
    ? lineChart({ ...naming, points: picture.points, ...(isOnPaper && { size: 'paper' }) })
    : barChart({ ...naming, bars: picture.points })
}

/** The table as the `dataTable` macro takes it. A hidden number is drawn as hidden; lines of a cell stay lines. */
export function presentTable(figure: PackFigure) {
  return {
    caption: figure.title,
    isCaptionHidden: true,
    // Three columns and more are read one under the other on a phone.
    isStacked: figure.table.columns.length > 2,
    columns: figure.table.columns,
    rows: figure.table.rows.map((row) => row.map(presentCell)),
    note: figure.source,
  }
}

function presentCell(cell: string) {
  if (cell === 'c') return { isHidden: true }
  return cell.includes('\n') ? { lines: cell.split('\n') } : cell
}

export function presentFigures(figures: PackFigure[]) {
  return figures.map((figure) => ({
    title: figure.title,
    source: figure.source,
    chart: drawFigure(figure),
    table: presentTable(figure),
  }))
}
