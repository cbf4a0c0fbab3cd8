import { isId } from '../../domain/shared/is-id.ts'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import { putToTheme, takeOutOfTheme } from '../../shapes/voice/theme.store.ts'
import { type Answer, notFound, type Visit } from '../../web/route.ts'

/** Puts a view the reader may open to a theme, or takes it out again; the trace names neither, since whoever reads traces
 * could tell from it whose children said something. Back to the view. */
export async function submitPut(visit: Visit): Promise<Answer> {
  const viewId = visit.params.id ?? ''
  const { theme = '', take = '' } = visit.form
  const back = `/inbox/${viewId}`
  if (!isId(viewId)) return notFound
  if (isId(take)) {
    await visit.database.as(visit.actor, (query) => takeOutOfTheme(query, viewId, take))
    return { redirect: `${back}?done=out` }
  }
  if (!isId(theme)) return { redirect: `${back}?done=choose` }
  const isPut = await visit.database.as(visit.actor, async (query) => {
    const isPut = await putToTheme(query, viewId, theme)
    if (isPut) await recordTrace(query, visit.actor, { event: 'view put to a theme' })
    return isPut
  })
  return isPut ? { redirect: `${back}?done=put` } : notFound
}
