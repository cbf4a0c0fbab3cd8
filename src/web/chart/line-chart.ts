import * as Plot from '@observablehq/plot'
import { colours } from '../theme/colour.ts'
import { type Chart, HIDDEN_SIGN, PAPER, SIZES, type Size, SMALL } from './chart.ts'
import { describe, drawOnce, drawSvg, HATCH } from './draw-svg.ts'

export interface Point {
  /** When, as people read it: "2025", "June". In order of time. */
  label: string
  value: number | null
  text?: string
  isHidden?: boolean
}

export interface LineChartInput {
  id: string
  /** The finding, in a sentence. */
  title: string
  points: Point[]
  labelHeading: string
  valueHeading: string
  target?: { value: number; text: string }
  /** Others, as a grey band behind the line: the middle half of similar councils, say. */
  comparator?: { low: number; high: number; text: string }
  /** Variation to be expected by chance, as a pale band of our own colour: one for each point. */
  expected?: { low: number; high: number }[]
  /** `small`: one little picture beside a sentence, as on the board's page. `paper`: the one that is printed. */
  size?: 'full' | 'small' | 'paper'
  /** The end of the scale where it should not be the highest value: 1 for shares. */
  max?: number
}

/** More labels than this run into each other, however wide the picture. */
const MOST_LABELS = 14

interface Place extends Required<Point> {
  at: number
}

/** A line for time. It starts at nought, says its first and last value on the line, and breaks where a value is missing. */
export function lineChart(input: LineChartInput): Chart {
  const points = input.points.map((point, at) => ({
    ...point,
    at,
    isHidden: point.isHidden ?? false,
    text: point.text ?? sayValue(point.value),
  }))
  const extra = [input.target && `target: ${input.target.text}`, input.comparator?.text].filter(
    (text) => text !== undefined,
  )
  const naming = { id: input.id, title: input.title, description: describe(points, extra) }
  const sizes = { full: SIZES, small: SMALL, paper: PAPER }[input.size ?? 'full']
  return {
    title: input.title,
    svg: drawOnce(input, () => sizes.map((size) => drawSvg(naming, size, optionsFor(input, points, size))).join('')),
    table: {
      caption: input.title,
      isCaptionHidden: true,
      columns: [{ text: input.labelHeading }, { text: input.valueHeading, isNumeric: true }],
      rows: points.map((point) => [point.label, point.isHidden ? { isHidden: true } : point.text]),
    },
  }
}

function optionsFor(input: LineChartInput, points: Place[], size: Size): object {
  const last = points.length - 1
  const { target, comparator, expected = [] } = input
  const heights = [
    ...points.map((point) => (point.isHidden ? 0 : (point.value ?? 0))),
    target?.value ?? 0,
    comparator?.high ?? 0,
    ...expected.map((band) => band.high),
  ]
  const top = input.max ?? (Math.max(...heights) * 1.12 || 1)
  const place = { x: 'at', y: 'value' }
  const seen = points.filter((point) => !point.isHidden && point.value !== null)
  const labelled = chooseLabelled(points, size)
  return {
    height: { narrow: 220, medium: 260, wide: 260, full: 260, small: 130, paper: 180 }[size.name],
    marginLeft: 26,
    marginRight: 34,
    marginTop: 24,
    marginBottom: size.name === 'small' ? 20 : 28,
    x: { domain: [0, Math.max(last, 1)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      ...(comparator ? bandMarks(comparator) : []),
      ...(expected.length
        ? [
            Plot.areaY(
              expected.map((band, at) => ({ at, ...band })),
              { x: 'at', y1: 'low', y2: 'high', fill: colours.plumPale },
            ),
          ]
        : []),
      Plot.ruleY([0], { stroke: colours.control, strokeWidth: 1 }),
      ...(target ? targetMarks(target, points, top) : []),
      Plot.lineY(
        points.map((point) => ({ ...point, value: point.isHidden || point.value === null ? Number.NaN : point.value })),
        { ...place, stroke: colours.plum, strokeWidth: 3 },
      ),
      Plot.dot(seen, { ...place, r: (point: Place) => (point.at === last ? 5.5 : 3), fill: colours.plum }),
      Plot.text(
        seen.filter((point) => size.name !== 'small' && labelled.has(point.at)),
        { ...place, text: 'text', dy: -15, fill: colours.ink, fontWeight: 700 },
      ),
      ...hiddenMarks(
        points.filter((point) => point.isHidden),
        top,
      ),
      Plot.text(
        points.filter((point) => (size.width > 400 && points.length <= MOST_LABELS) || labelled.has(point.at)),
        { x: 'at', y: 0, dy: 16, text: 'label', fill: colours.inkQuiet },
      ),
    ],
  }
}

/** A fixed stub, hatched, whatever it hides. */
function hiddenMarks(points: Place[], top: number): object[] {
  return [
    Plot.ruleX(points, { x: 'at', y1: 0, y2: top * 0.18, stroke: HATCH, strokeWidth: 18 }),
    Plot.text(points, {
      x: 'at',
      y: top * 0.18,
      dy: -10,
      text: () => HIDDEN_SIGN,
      fill: colours.unknown,
      fontWeight: 700,
    }),
  ]
}

function bandMarks(band: NonNullable<LineChartInput['comparator']>): object[] {
  return [
    Plot.rect([band], { y1: 'low', y2: 'high', fill: colours.band }),
    Plot.text([band], {
      y: 'high',
      frameAnchor: 'right',
      textAnchor: 'end',
      dy: -9,
      text: 'text',
      fill: colours.inkQuiet,
    }),
  ]
}

/** The target's words stand under its line at the left, or over it where the values themselves lie under it. */
function targetMarks(target: { value: number; text: string }, points: Place[], top: number): object[] {
  const first = points[0]?.value ?? 0
  const isUnder = target.value > top * 0.12 && first > target.value
  return [
    Plot.ruleY([target.value], { stroke: colours.thread, strokeWidth: 2, strokeDasharray: '5 4' }),
    Plot.text([target.text], {
      y: target.value,
      frameAnchor: 'left',
      textAnchor: 'start',
      dy: isUnder ? 12 : -10,
      fill: colours.threadText,
      text: (text: string) => text,
    } as object),
  ]
}

/** Every value where there is room; otherwise the first and the last. */
function chooseLabelled(points: Place[], size: Size): Set<number> {
  const room = { narrow: 5, medium: 7, wide: 10, full: 14, small: 0, paper: 10 }[size.name]
  if (points.length <= room) return new Set(points.keys())
  return new Set([0, points.length - 1])
}

function sayValue(value: number | null): string {
  return value === null ? 'no figure' : value.toLocaleString('en-GB')
}
