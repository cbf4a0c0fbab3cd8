import type { MeasureResult } from '../measures/measure.ts'

/**
 * A result with its numbers as they are printed rounded, and its percentage or rate worked out of these. `roundOf` gives
 * what is printed of a number by its name; null: it is not printed. An average keeps its value: its sum is no count.
 */
export function roundResult(result: MeasureResult, roundOf: (name: string) => number | null): MeasureResult {
  const isAverage = result.kind === 'mean' || result.kind === 'gap'
  const numerator = isAverage ? result.numerator : roundOf('numerator')
  const denominator = roundOf('denominator') ?? (result.kind === 'rate' ? result.denominator : null)
  const value = isAverage ? result.value : findValue(result, numerator, denominator)
  const base = denominator ?? numerator
  return {
    ...result,
    numerator,
    denominator,
    value,
    hidden: [],
    notes: result.publicNotes,
    ...(result.breakdown && {
      breakdown: result.breakdown.map((cell, index) => {
        const count = roundOf(`cell ${index}`) ?? 0
        return { ...cell, count, percent: cell.percent === null || !base ? null : (count / base) * 100 }
      }),
    }),
  }
}

function findValue(result: MeasureResult, numerator: number | null, denominator: number | null): number | null {
  if (result.value === null || numerator === null) return null
  if (result.kind === 'percent') return denominator ? (numerator / denominator) * 100 : null
  // A rate has a public base.
  if (result.kind === 'rate') return result.numerator ? (result.value / result.numerator) * numerator : 0
  return numerator
}
