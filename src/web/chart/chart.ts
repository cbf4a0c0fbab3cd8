/** A picture and the same facts as a table: never one without the other. */
export interface Chart {
  /** The finding, in a sentence; it names the picture for screen readers too. */
  title: string
  svg: string
  table: ChartTable
}

/** Fits the `dataTable` macro as it is. */
export interface ChartTable {
  caption: string
  isCaptionHidden: boolean
  columns: { text: string; isNumeric?: boolean }[]
  rows: ChartCell[][]
}

export type ChartCell = string | number | null | { text: string } | { isHidden: true }

/** One drawing of a chart; a page shows the one that fits, so that letters stay legible on a phone. */
export interface Size {
  name: 'narrow' | 'medium' | 'wide' | 'full' | 'small' | 'paper'
  width: number
}

export const SIZES: Size[] = [
  { name: 'narrow', width: 320 },
  { name: 'medium', width: 480 },
  { name: 'wide', width: 680 },
]
/** A time-line has use for the whole width of a page. */
export const FULL_SIZES: Size[] = [...SIZES.slice(0, 2), { name: 'full', width: 900 }]
export const SMALL: Size[] = [{ name: 'small', width: 250 }]
/** As wide as a page of paper, and low: two figures with their tables stand on one. */
export const PAPER: Size[] = [{ name: 'paper', width: 680 }]

/** A hidden bar has this length whatever it hides, as a share of the room there is (look.md). */
export const HIDDEN_SHARE = 0.22

/** What is hidden is named "c" everywhere, as in the published tables of the Department for Education. */
export const HIDDEN_SIGN = 'c'
