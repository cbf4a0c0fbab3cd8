import type { Query } from '../../database/database.ts'
import { type LocalMeasure, toMeasure } from '../../domain/local-measures/local-measure.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import type { Measure } from '../../domain/measures/measure.ts'
import { listLocalMeasures } from './local-measure.store.ts'

export interface FoundMeasure {
  measure: Measure
  /** Null of a measure that comes with the product. */
  local: LocalMeasure | null
}

/** A measure by its id: the product's, or one of the council's own. */
export async function findAnyMeasure(query: Query, id: string): Promise<FoundMeasure | null> {
  const known = findMeasure(id)
  if (known !== null) return { measure: known, local: null }
  const local = (await listLocalMeasures(query)).find((one) => one.id === id.toUpperCase())
  return local ? { measure: toMeasure(local), local } : null
}

/** The words of the measures of the council's own that are still counted. */
export async function listLocalWords(query: Query): Promise<Measure[]> {
  return (await listLocalMeasures(query)).filter(({ isEnded }) => !isEnded).map(toMeasure)
}
