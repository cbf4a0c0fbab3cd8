import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { findBody } from '../body.store.ts'
import { endWatch, watchMeasure } from '../watched.store.ts'
import { showWith } from './body.page.ts'

/** A figure the body watches from now on, or no longer. */
export async function submitWatch(visit: Visit): Promise<Answer> {
  const { end, measure } = visit.form
  const body = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (body === null) return notFound
  const known = findMeasure(measure ?? '')
  if (end === undefined && known === null)
    return showWith(visit, [{ field: 'measure', text: 'Choose the figure it is to watch.' }])
  const done = await visit.database.as(visit.actor, async (query) => {
    const isDone =
      end === undefined
        ? await watchMeasure(query, visit.actor.authorityId, body.id, known!.id)
        : await endWatch(query, body.id, end)
    if (isDone) await recordTrace(query, visit.actor, { event: 'watched figure changed', detail: { body: body.id } })
    return isDone
  })
  if (!done && end !== undefined) return notFound
  if (!done) return showWith(visit, [{ field: 'measure', text: 'It watches that figure already. Choose another.' }])
  return { redirect: `${paths.body(body.id)}?done=${end === undefined ? 'watched' : 'unwatched'}` }
}
