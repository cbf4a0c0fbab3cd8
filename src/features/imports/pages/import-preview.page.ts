import type { Query } from '../../../database/database.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { acceptReturn, dropReturn } from '../accept-return.command.ts'
import { listExamples } from '../example.store.ts'
import { type Batch, findBatch, listFindings } from '../import.store.ts'
import { importPaths } from '../imports.paths.ts'
import { loadPreview } from '../preview.store.ts'
import { writeFindings } from './findings-csv.ts'
import { presentPreview } from './import-preview.presenter.ts'
import { presentReferenceSet, sayReferenceSet } from './reference-set.presenter.ts'

/** What the files would change, or have changed. It names children, so that it leaves a trace. */
export async function showPreview(visit: Visit): Promise<Answer> {
  return answerWithPreview(visit)
}

/** A refusal (somebody was quicker, the record moved on) is a page that says so, with the preview still there. */
export async function acceptPreview(visit: Visit): Promise<Answer> {
  const id = await findOwnBatch(visit)
  if (id === null) return notFound
  const acceptance = await acceptReturn(visit.database, visit.council, visit.actor.personId, id)
  if (acceptance.outcome === 'refused') return answerWithPreview(visit, acceptance.why)
  return { redirect: `${importPaths.preview(id)}?done=accepted` }
}

export async function dropPreview(visit: Visit): Promise<Answer> {
  const id = await findOwnBatch(visit)
  if (id === null) return notFound
  const closing = await dropReturn(visit.database, visit.council, visit.actor.personId, id)
  if (closing.outcome === 'refused') return answerWithPreview(visit, closing.why)
  return { redirect: `${importPaths.preview(id)}?done=dropped` }
}

/** Every finding of a set, for a spreadsheet. Holds children's numbers: the trace names the set. */
export async function downloadFindings(visit: Visit): Promise<Answer> {
  const id = visit.params.id
  if (!isId(id)) return notFound
  return visit.database.as(visit.actor, async (query): Promise<Answer> => {
    const batch = await findBatch(query, id)
    if (batch === null) return notFound
    const findings = await listFindings(query, id)
    await recordTrace(query, visit.actor, {
      event: 'findings downloaded',
      detail: { batch: id, findings: findings.length },
    })
    const years = batch.years.length === 0 ? '' : `-${batch.years.join('-')}`
    return {
      download: { name: `findings${years}.csv`, type: 'text/csv; charset=utf-8', body: writeFindings(findings) },
    }
  })
}

async function answerWithPreview(visit: Visit, refusal?: string): Promise<Answer> {
  const id = visit.params.id
  if (!isId(id)) return notFound
  return visit.database.as(visit.actor, async (query): Promise<Answer> => {
    const batch = await findBatch(query, id)
    if (batch === null) return notFound
    if (batch.kind !== 'return') return answerWithReferenceSet(query, batch)
    await recordTrace(query, visit.actor, { event: 'preview opened', detail: { batch: id } })
    const preview = await loadPreview(query, batch)
    const examples = batch.status === 'checked' ? await listExamples(query, id) : []
    const beside = await sayBeside(query, visit.query.with)
    const { title, page, ...model } = presentPreview({
      batch,
      preview,
      examples,
      done: visit.query.done,
      refusal,
      beside,
    })
    const status = refusal === undefined ? 200 : 409
    return { template: 'features/imports/pages/import-preview.njk', title, model, page, status }
  })
}

async function answerWithReferenceSet(query: Query, batch: Batch): Promise<Answer> {
  const { title, page, ...model } = presentReferenceSet(batch, await listFindings(query, batch.id))
  return { template: 'features/imports/pages/reference-set.njk', title, model, page }
}

async function sayBeside(query: Query, id: string | undefined): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const batch = await findBatch(query, id)
  return batch === null ? undefined : sayReferenceSet(batch)
}

/** Seen by the visitor, or it does not exist for them; the commands act as Kept itself and would see every set. */
async function findOwnBatch(visit: Visit): Promise<string | null> {
  const id = visit.params.id
  if (!isId(id)) return null
  return visit.database.as(visit.actor, async (query) => (await findBatch(query, id))?.id ?? null)
}
