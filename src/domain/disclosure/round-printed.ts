import type { Highs } from './linear-model.ts'
import type { SdcPack, SdcPattern } from './pack.ts'
import { roundControlled } from './round-controlled.ts'

export interface Rounding {
  pattern: SdcPattern
  /** What is printed of each printed cell, by its id. */
  shown: Record<string, number>
}

/**
 * Rounds what a pack prints, where other numbers of the same children are known exactly (`hide: 'never'`) or stay hidden.
 * All of it is rounded as one, so that sums hold; the pattern tells a reader's view: an exact number that is known stays
 * known beside its rounded one. Whether that is safe only an audit can say. Null: no rounding keeps every sum.
 */
export function roundPrinted(
  pack: SdcPack,
  highs: Highs,
  { printed, base, seconds }: { printed: readonly string[]; base: number; seconds: number },
): Rounding | null {
  const whole = roundControlled(pack, highs, base, seconds)
  if (whole === null) return null
  const isPrinted = new Set(printed)
  const rounded = whole.rounded!
  const shown = Object.fromEntries(printed.map((id) => [id, rounded[id]!.shown!]))
  const unseen = pack.cells.filter((cell) => cell.hide !== 'never' && cell.hide !== 'implied')
  return {
    shown,
    pattern: {
      ...whole,
      hidden: unseen.flatMap(({ id, hide }) => (isPrinted.has(id) || hide === 'earlier-hidden' ? [] : [id])),
      rounded: Object.fromEntries(unseen.flatMap(({ id }) => (isPrinted.has(id) ? [[id, rounded[id]!]] : []))),
    },
  }
}
