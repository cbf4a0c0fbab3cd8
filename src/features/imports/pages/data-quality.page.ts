import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { findLastAccepted } from '../import.store.ts'
import { loadPreview } from '../preview.store.ts'
import { presentDataQuality, presentNoQuality } from './data-quality.presenter.ts'

const template = 'features/imports/pages/data-quality.njk'

/** What is not right in the return accepted last. It names children who were left out, so that it leaves a trace. */
export async function showDataQuality(visit: Visit): Promise<Answer> {
  return visit.database.as(visit.actor, async (query): Promise<Answer> => {
    const batch = await findLastAccepted(query)
    if (batch === null) {
      const { title, page, ...model } = presentNoQuality()
      return { template, title, model, page }
    }
    await recordTrace(query, visit.actor, { event: 'data quality opened', detail: { batch: batch.id } })
    const { title, page, ...model } = presentDataQuality(batch, await loadPreview(query, batch))
    return { template, title, model, page }
  })
}
