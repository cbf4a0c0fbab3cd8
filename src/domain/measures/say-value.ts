import type { MeasureWords } from './measure.ts'
import { roundHalfUp } from './round-half-up.ts'

/**
 * A value as people read it. A nought is shown only for a true nought: what rounds down to it is "less than" the
 * smallest figure that could be shown.
 */
export function sayValue(
  value: number,
  { kind, decimals, unit: of }: Pick<MeasureWords, 'kind' | 'decimals' | 'unit'>,
): string {
  const unit = kind === 'percent' ? '%' : kind === 'gap' ? ' points' : of ? ` ${of}` : ''
  const rounded = roundHalfUp(value, decimals)
  if (rounded === 0 && value > 0) return `less than ${(0.5 / 10 ** decimals).toFixed(decimals + 1)}${unit}`
  return `${sayNumber(rounded, decimals)}${unit}`
}

/** A number with commas between thousands. */
export function sayNumber(value: number, decimals = 0): string {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.')
  const withCommas = whole!.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${withCommas}${part ? `.${part}` : ''}`
}
