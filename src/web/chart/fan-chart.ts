import * as Plot from '@observablehq/plot'
import { colours } from '../theme/colour.ts'
import { type Chart, SIZES, type Size } from './chart.ts'
import { describe, drawOnce, drawSvg } from './draw-svg.ts'

export interface FanPoint {
  label: string
  /** What was so; null for a month to come, or where it is not shown. */
  was: number | null
  isHidden?: boolean
  /** What may come. */
  may?: { middle: number; half: { low: number; high: number }; most: { low: number; high: number } }
}

export interface FanChartInput {
  id: string
  /** The finding, in a sentence. */
  title: string
  points: FanPoint[]
  labelHeading: string
}

type Place = FanPoint & { at: number }

/** A line for what was, and bands that open into what may come. It starts at nought. */
export function fanChart(input: FanChartInput): Chart {
  const points = input.points.map((point, at) => ({ ...point, at }))
  const facts = points.map((point) => ({
    label: point.label,
    text: sayPoint(point),
    isHidden: point.isHidden ?? false,
  }))
  const naming = { id: input.id, title: input.title, description: describe(facts) }
  return {
    title: input.title,
    svg: drawOnce(input, () => SIZES.map((size) => drawSvg(naming, size, optionsFor(points, size))).join('')),
    table: {
      caption: input.title,
      isCaptionHidden: true,
      columns: [
        { text: input.labelHeading },
        { text: 'Was', isNumeric: true },
        { text: 'Middle', isNumeric: true },
        { text: 'Half of futures', isNumeric: true },
        { text: '9 of 10 futures', isNumeric: true },
      ],
      rows: points.map((point) => [
        point.label,
        point.isHidden ? { isHidden: true } : point.was === null ? '' : String(point.was),
        point.may ? String(point.may.middle) : '',
        point.may ? `${point.may.half.low} to ${point.may.half.high}` : '',
        point.may ? `${point.may.most.low} to ${point.may.most.high}` : '',
      ]),
    },
  }
}

function optionsFor(points: Place[], size: Size): object {
  const coming = points.filter((point) => point.may !== undefined)
  const past = points.filter((point) => point.was !== null)
  const top = Math.max(1, ...past.map(({ was }) => was!), ...coming.map(({ may }) => may!.most.high)) * 1.12
  const marked = [past[0], past.at(-1), coming.at(-1)].filter((point) => point !== undefined)
  // The bands begin at what is so now.
  const start = past.at(-1)
  const fan = [...(start && coming.length > 0 ? [{ at: start.at, may: still(start.was!) }] : []), ...coming]
  const area = (pick: (may: NonNullable<FanPoint['may']>) => { low: number; high: number }, fill: string) =>
    Plot.areaY(
      fan.map(({ at, may }) => ({ at, ...pick(may!) })),
      { x: 'at', y1: 'low', y2: 'high', fill },
    )
  return {
    height: size.width > 400 ? 280 : 230,
    marginLeft: 34,
    marginRight: 40,
    marginTop: 24,
    marginBottom: 28,
    x: { domain: [0, Math.max(points.length - 1, 1)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      area((may) => may.most, colours.plumPale),
      area((may) => may.half, colours.plumRule),
      Plot.ruleY([0], { stroke: colours.control, strokeWidth: 1 }),
      Plot.lineY(
        points.map(({ at, was }) => ({ at, was: was ?? Number.NaN })),
        { x: 'at', y: 'was', stroke: colours.plum, strokeWidth: 3 },
      ),
      Plot.lineY(
        fan.map(({ at, may }) => ({ at, middle: may!.middle })),
        { x: 'at', y: 'middle', stroke: colours.plum, strokeWidth: 2, strokeDasharray: '5 4' },
      ),
      Plot.text(marked, {
        x: 'at',
        y: (point: Place) => point.was ?? point.may!.middle,
        text: (point: Place) => String(point.was ?? point.may!.middle),
        dy: -15,
        fill: colours.ink,
        fontWeight: 700,
      }),
      Plot.text(marked, { x: 'at', y: 0, dy: 16, text: 'label', fill: colours.inkQuiet }),
    ],
  }
}

function still(value: number): NonNullable<FanPoint['may']> {
  return { middle: value, half: { low: value, high: value }, most: { low: value, high: value } }
}

function sayPoint({ was, may }: FanPoint): string {
  if (may) return `${may.middle}, nine of ten between ${may.most.low} and ${may.most.high}`
  return was === null ? 'no figure' : String(was)
}
