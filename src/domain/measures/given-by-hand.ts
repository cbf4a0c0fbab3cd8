import { define } from './define-measure.ts'
import type { Measure, MeasureWords } from './measure.ts'

/**
 * A measure whose data no file gives Kept: its definition stands here like any other, and the number is typed in with
 * its source. `missing`: the data, as the end of "Kept does not hold".
 */
export function givenByHand(words: Omit<MeasureWords, 'needs'> & { missing: string }): Measure {
  const { missing, ...rest } = words
  return define(
    { ...rest, needs: `${missing.charAt(0).toUpperCase()}${missing.slice(1)}: the number is typed in` },
    () => sayMissing(missing),
  )
}

export function sayMissing(missing: string): string {
  return `Kept does not hold ${missing}. Who is responsible can type the number in under “Our own figures”, with its source.`
}
