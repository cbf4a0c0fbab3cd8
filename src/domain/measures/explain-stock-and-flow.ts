import { sayChildren } from './say-children.ts'
import { sayNumber } from './say-value.ts'

export interface StockAndFlow {
  /** In care at the end of the day before the period. */
  opening: number
  /** First starts and last endings of the period: each child once. */
  started: number
  ceased: number
  /** In care at the end of the period. */
  closing: number
  /** Children by whom they differ, where records tell. Published figures have none. */
  reasons?: { severalTimes: number; startNotRecorded: number; leavingNotRecorded: number }
}

export interface StockAndFlowExplained {
  /** What the flow would make. */
  expected: number
  /** How many more (or fewer, if negative) there are than that. */
  difference: number
  sentence: string
}

/**
 * Opening + started - ceased need not make closing: starts and endings count each child once, children are handed over
 * between councils, and records come late. The gap is told in words; it is no error.
 */
export function explainStockAndFlow(flow: StockAndFlow): StockAndFlowExplained {
  const { opening, started, ceased, closing } = flow
  const expected = opening + started - ceased
  const difference = closing - expected
  const sum = `${sayChildren(opening)} at the start, with ${sayNumber(started)} who came and without ${sayNumber(ceased)} who left, make ${sayNumber(expected)}.`
  if (difference === 0) return { expected, difference, sentence: `${sum} That is the number at the end.` }
  const gap = `${sayNumber(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'}`
  return {
    expected,
    difference,
    sentence: `${sum} At the end there were ${sayNumber(closing)}, ${gap}: ${sayWhy(flow.reasons)}`,
  }
}

function sayWhy(reasons: StockAndFlow['reasons']): string {
  const known = [
    [reasons?.severalTimes, 'came or left more than once'],
    [reasons?.startNotRecorded, 'with no start recorded in the year, or with a leaving that did not last'],
    [reasons?.leavingNotRecorded, 'whose leaving has no reason recorded, or who changed to short breaks'],
  ] as const
  const parts = known.flatMap(([count, what]) => (count ? [`${sayChildren(count)} ${what}`] : []))
  if (parts.length > 0) return `${parts.join('; ')}.`
  return 'children who came or left more than once, who were handed over between councils, or whose record came late.'
}
