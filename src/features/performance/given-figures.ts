import type { Query } from '../../database/database.ts'
import type { LocalMeasure } from '../../domain/local-measures/local-measure.ts'
import { listStanding, type StatedValue, withStated } from '../../domain/local-measures/stated-value.ts'
import { allMeasures, wordsOf } from '../../domain/measures/all-measures.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { nameOf } from './kept-results.ts'
import { listLocalMeasures, listStated } from './local-measure.store.ts'

/** What the council itself has given: measures of its own that are still counted, and numbers typed in. */
export interface Given {
  locals: LocalMeasure[]
  stated: StatedValue[]
}

export async function readGiven(query: Query): Promise<Given> {
  const locals = await listLocalMeasures(query)
  return { locals: locals.filter(({ isEnded }) => !isEnded), stated: await listStated(query) }
}

/** Changes when a local measure does, so that a figure worked out before is not taken for one of today. */
export function versionOf({ locals }: Given): string {
  return locals.map(({ id, version }) => `${id}.${version}`).join(',')
}

/** What is kept of a day, in the order of the measures; null where one has been added or worded anew since. */
export function inOrder(kept: readonly MeasureResult[], { locals }: Given): MeasureResult[] | null {
  const byName = new Map(kept.map((result) => [nameOf(result), result]))
  const names = [...allMeasures.map(nameOf), ...locals.map(({ id, version }) => nameOf({ id, wording: version }))]
  const found = names.map((name) => byName.get(name))
  return found.every((result) => result !== undefined) ? found : null
}

export function withGiven(
  results: readonly MeasureResult[],
  { stated }: Given,
  { asAt, knownOn }: { asAt: IsoDate; knownOn: IsoDate | null },
): MeasureResult[] {
  return withStated(results, listStanding(stated, knownOn), { asAt, wordsOf })
}
