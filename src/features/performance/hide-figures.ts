import { collectFigures, markHidden } from '../../domain/disclosure/collect-figures.ts'
import { DEFAULT_THRESHOLD } from '../../domain/disclosure/hide-in-equations.ts'
import { type PrintedNumber, recallPrinted } from '../../domain/disclosure/recall-printed.ts'
import { allMeasures } from '../../domain/measures/all-measures.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import { checkPack } from '../disclosure/index.ts'

/** What is safe, if not the least, is found well within this; a page waits for it once for each day and seal. */
const SECONDS = 2

/**
 * Decides for all the figures of a day together which of their numbers are hidden from readers without the right. Where there
 * is a choice, what children asked for and what promises stand on (`promised`) stays shown. What packs have printed of the
 * day stays as it was printed.
 */
export async function hideFigures(
  results: MeasureResult[],
  promised: readonly string[],
  printed: readonly PrintedNumber[],
): Promise<MeasureResult[]> {
  const asked = allMeasures.filter(({ askedForByChildren }) => askedForByChildren).map(({ id }) => id)
  const collected = recallPrinted(collectFigures(results, DEFAULT_THRESHOLD, new Set([...asked, ...promised])), printed)
  const { protection } = await checkPack(collected.pack, { seconds: SECONDS })
  return markHidden(results, collected, protection.pattern.hidden)
}
