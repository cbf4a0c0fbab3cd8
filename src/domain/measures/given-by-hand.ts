import { define } from './define-measure.ts'
import type { Measure, MeasureWords } from './measure.ts'

const TYPED_IN = 'the number is typed in'

/**
 * A measure whose data no file gives Kept: its definition stands here like any other, and the number is typed in with
 * its source. `missing`: the data, as the end of "Kept does not hold".
 */
export function givenByHand(words: Omit<MeasureWords, 'needs'> & { missing: string }): Measure {
  const { missing, ...rest } = words
  return define({ ...rest, needs: `${missing.charAt(0).toUpperCase()}${missing.slice(1)}: ${TYPED_IN}` }, () =>
    sayMissing(missing),
  )
}

export function sayMissing(missing: string): string {
  return `Kept does not hold ${missing}. Who is responsible can type the number in under “Our own figures”, with its source.`
}

/** Whether a measure's only numbers are those typed in. */
export function isGivenByHand({ needs }: Pick<MeasureWords, 'needs'>): boolean {
  return needs.endsWith(TYPED_IN)
}
