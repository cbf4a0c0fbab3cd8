import type { Answer, Visit } from '../../../web/route.ts'
import { listBatches } from '../import.store.ts'
import { presentImports } from './imports.presenter.ts'

/** What was taken in, newest first. Names no child. */
export async function showImports(visit: Visit): Promise<Answer> {
  const batches = await visit.database.as(visit.actor, listBatches)
  return { template: 'features/imports/pages/imports.njk', title: 'Files taken in', model: presentImports(batches) }
}
