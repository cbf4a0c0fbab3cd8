import type { Query } from '../../database/database.ts'
import { listJoined } from '../../shapes/plan/knot-join.store.ts'
import { findItem } from '../../shapes/plan/plan.store.ts'
import { readVerdicts, type Verdicts } from '../promises/index.ts'

export interface SaidOfItem {
  itemId: string
  promiseId: string
  title: string
  verdicts: Verdicts | null
}

/** What children say of the promises that agenda items are joined to, as safe counts. */
export async function readSaidOfItems(query: Query, items: readonly { id: string }[]): Promise<SaidOfItem[]> {
  const all: SaidOfItem[] = []
  for (const { id } of items)
    for (const { kind, ref } of await listJoined(query, { kind: 'agenda item', ref: id })) {
      const promise = kind === 'promise' ? await findItem(query, ref) : null
      if (promise)
        all.push({ itemId: id, promiseId: promise.id, title: promise.title, verdicts: await readVerdicts(query, ref) })
    }
  return all
}
