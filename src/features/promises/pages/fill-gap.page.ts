import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { addPart, fillGap } from '../../../shapes/plan/plan-part.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { checkFill } from '../fill-gap.form.ts'
import { promisePaths } from '../promises.paths.ts'
import { findAction, showActionWith } from './action.page.ts'

/** Adds what the plan leaves open: an owner, a day, a way to tell, another number. The plan's own words stay. */
export async function submitFill(visit: Visit): Promise<Answer> {
  const item = await findAction(visit)
  if (item === null) return notFound
  const fill = checkFill(visit.form)
  if (fill.errors.length > 0) return showActionWith(visit, { fill })
  const { part, wayToTell, reference } = fill.value
  await visit.database.as(visit.actor, async (query) => {
    if (part !== null) await addPart(query, visit.actor, { itemId: item.id, ...part })
    if (wayToTell !== null || reference !== null) await fillGap(query, item.id, { wayToTell, reference })
    await recordTrace(query, visit.actor, {
      event: 'gap filled',
      detail: {
        item: item.id,
        filled: Object.entries(fill.typed)
          .filter(([, text]) => text !== '')
          .map(([name]) => name),
      },
    })
  })
  return { redirect: `${promisePaths.action(item.id)}?done=filled` }
}
