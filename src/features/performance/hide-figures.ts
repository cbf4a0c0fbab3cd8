import { collectFigures, markHidden } from '../../domain/disclosure/collect-figures.ts'
import { DEFAULT_THRESHOLD } from '../../domain/disclosure/hide-in-equations.ts'
import { allMeasures } from '../../domain/measures/all-measures.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import { checkPack } from '../disclosure/index.ts'

/** What is safe, if not the least, is found well within this; a page waits for it once for each day and seal. */
const SECONDS = 2

/**
 * Decides for all the figures of a day together which of their numbers are hidden from readers without the right. Where there
 * is a choice, what children asked for and what promises stand on (`promised`) stays shown.
 */
export async function hideFigures(results: MeasureResult[], promised: readonly string[]): Promise<MeasureResult[]> {
  const asked = allMeasures.filter(({ askedForByChildren }) => askedForByChildren).map(({ id }) => id)
  const collected = collectFigures(results, DEFAULT_THRESHOLD, new Set([...asked, ...promised]))
  const { protection } = await checkPack(collected.pack, { seconds: SECONDS })
  return markHidden(results, collected, protection.pattern.hidden)
}
