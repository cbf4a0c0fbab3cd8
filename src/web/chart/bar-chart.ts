import * as Plot from '@observablehq/plot'
import { colours } from '../theme/colour.ts'
import { type Chart, HIDDEN_SHARE, HIDDEN_SIGN, SIZES, type Size } from './chart.ts'
import { describe, drawOnce, drawSvg, HATCH } from './draw-svg.ts'

export interface Bar {
  label: string
  /** Null with `isHidden`; null alone says there is no figure. */
  value: number | null
  /** As people read it: "5.6%". */
  text?: string
  isHidden?: boolean
  /** Others' bars, for comparison, are paler and outlined. */
  isComparator?: boolean
}

export interface BarChartInput {
  id: string
  /** The finding, in a sentence. */
  title: string
  bars: Bar[]
  labelHeading: string
  valueHeading: string
  target?: { value: number; text: string }
  /** The end of the scale where it is not the longest bar: 1 for shares. */
  max?: number
}

type ReadyBar = Bar & { isHidden: boolean; text: string }

/** Bars for comparison, longest room for the label: beside the bar where it is wide, above it where it is not. */
export function barChart(input: BarChartInput): Chart {
  const bars = input.bars.map((bar) => ({
    ...bar,
    isHidden: bar.isHidden ?? false,
    text: bar.text ?? sayValue(bar.value),
  }))
  const description = describe(bars, input.target ? [`target: ${input.target.text}`] : [])
  const naming = { id: input.id, title: input.title, description }
  return {
    title: input.title,
    svg: drawOnce(input, () => SIZES.map((size) => drawSvg(naming, size, optionsFor(input, bars, size))).join('')),
    table: {
      caption: input.title,
      isCaptionHidden: true,
      columns: [{ text: input.labelHeading }, { text: input.valueHeading, isNumeric: true }],
      rows: bars.map((bar) => [bar.label, bar.isHidden ? { isHidden: true } : bar.text]),
    },
  }
}

function optionsFor(input: BarChartInput, bars: ReadyBar[], size: Size): object {
  const isWide = size.width > 400
  const shown = bars.flatMap((bar) => (bar.isHidden || bar.value === null ? [] : [bar.value]))
  const end = input.max ?? (Math.max(...shown, input.target?.value ?? 0) || 1)
  // The place on the scale is the row's number: two rows may have the same label.
  const rows = bars.map((bar, row) => ({ ...bar, row, end: bar.isHidden ? end * HIDDEN_SHARE : (bar.value ?? 0) }))
  const longest = Math.max(...bars.map((bar) => bar.label.length), 1)
  const beside = Math.min(longest * 7.6 + 14, size.width * 0.42)
  const insets = isWide ? { insetTop: 8, insetBottom: 8 } : { insetTop: 27, insetBottom: 6 }
  return {
    height: bars.length * (isWide ? 36 : 54) + (input.target ? 24 : 4),
    marginLeft: isWide ? beside : 1,
    marginRight: 72,
    marginTop: 2,
    marginBottom: input.target ? 22 : 2,
    x: { domain: [0, end], axis: null },
    y: { domain: rows.map((bar) => bar.row), axis: null, padding: 0 },
    marks: [
      Plot.barX(
        rows.filter((bar) => !bar.isHidden),
        {
          y: 'row',
          x: 'end',
          fill: (bar: Bar) => (bar.isComparator ? colours.plumRule : colours.plum),
          rx: 3,
          ...insets,
        } as object,
      ),
      Plot.barX(
        rows.filter((bar) => bar.isHidden),
        { y: 'row', x: 'end', fill: HATCH, stroke: colours.hatch, rx: 3, ...insets } as object,
      ),
      Plot.text(rows, {
        y: 'row',
        x: 0,
        text: 'label',
        fill: colours.ink,
        dx: isWide ? -12 : 0,
        textAnchor: isWide ? 'end' : 'start',
        dy: isWide ? 0 : -15,
      } as object),
      Plot.text(rows, {
        y: 'row',
        x: 'end',
        text: (bar: ReadyBar) => (bar.isHidden ? HIDDEN_SIGN : bar.text),
        fill: colours.ink,
        fontWeight: 700,
        dx: 8,
        dy: isWide ? 0 : 10.5,
        textAnchor: 'start',
      } as object),
      ...targetMarks(input.target, end),
    ],
  }
}

function targetMarks(target: BarChartInput['target'], end: number): object[] {
  if (!target) return []
  const isFarRight = target.value > end * 0.7
  return [
    Plot.ruleX([target.value], { stroke: colours.thread, strokeWidth: 2, strokeDasharray: '5 4' }),
    Plot.text([target.text], {
      x: target.value,
      frameAnchor: 'bottom',
      dy: 18,
      textAnchor: isFarRight ? 'end' : 'start',
      fill: colours.threadText,
      text: (text: string) => text,
    } as object),
  ]
}

function sayValue(value: number | null): string {
  return value === null ? 'no figure' : value.toLocaleString('en-GB')
}
