import { isId } from '../../../domain/shared/is-id.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listBodies } from '../../../shapes/plan/body-name.store.ts'
import { findOwnerByEmail } from '../../../shapes/plan/plan.store.ts'
import { endOwnerMatch, listColleagueTitles, listOwnerNames, matchOwner } from '../../../shapes/plan/plan-part.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { promisePaths } from '../promises.paths.ts'
import { type OwnerTyped, presentOwners } from './owners.presenter.ts'

export async function showOwners(visit: Visit): Promise<Answer> {
  return show(visit, null)
}

/** Says who is meant by a name of the plans: kept, for every plan that has it. */
export async function submitOwners(visit: Visit): Promise<Answer> {
  const typed = {
    written: visit.form.written ?? '',
    email: (visit.form.email ?? '').trim(),
    body: visit.form.body ?? '',
  }
  const found = await visit.database.as(visit.actor, async (query) => ({
    isOurs: (await listOwnerNames(query)).some(({ written }) => written === typed.written),
    personId: typed.email === '' ? null : await findOwnerByEmail(query, typed.email),
    body: (await listBodies(query)).find(({ id }) => id === typed.body) ?? null,
  }))
  if (!found.isOurs) return show(visit, { ...typed, error: 'This name is in no plan any more. Choose another.' })
  const { personId } = found
  if (personId === null)
    return show(visit, {
      ...typed,
      error: 'Nobody here has this address. Check it, or ask for the colleague to be entered.',
    })
  await visit.database.as(visit.actor, async (query) => {
    await matchOwner(query, visit.actor, { written: typed.written, personId, bodyId: found.body?.id ?? null })
    await recordTrace(query, visit.actor, {
      event: 'owner matched',
      detail: { written: typed.written, owner: personId },
    })
  })
  return { redirect: `${promisePaths.owners()}?done=matched` }
}

export async function submitEnd(visit: Visit): Promise<Answer> {
  const { written = '', person = '' } = visit.form
  if (isId(person))
    await visit.database.as(visit.actor, async (query) => {
      await endOwnerMatch(query, written, person)
      await recordTrace(query, visit.actor, { event: 'owner match ended', detail: { written, owner: person } })
    })
  return { redirect: `${promisePaths.owners()}?done=ended` }
}

async function show(visit: Visit, typed: OwnerTyped | null): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, async (query) => ({
    names: await listOwnerNames(query),
    colleagues: await listColleagueTitles(query),
    bodies: await listBodies(query),
  }))
  const chosen = typed?.written ?? visit.query.name ?? ''
  return {
    template: 'features/promises/pages/owners.njk',
    title: 'Who is meant',
    status: typed === null ? 200 : 422,
    model: presentOwners(facts, chosen, typed),
    page: {
      back: { href: promisePaths.gaps(), text: 'Gaps in our plans' },
      ...(typed ? { errors: [{ text: typed.error, href: '#email' }] } : {}),
      ...(typed === null && visit.query.done
        ? {
            notice: {
              isSuccess: true,
              text:
                visit.query.done === 'ended'
                  ? 'Ended. The plan’s own words stay.'
                  : 'Matched, and kept for every plan with this name. They find it in their digest.',
            },
          }
        : {}),
    },
  }
}
