import { allMeasures, findMeasure } from '../../../domain/measures/all-measures.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listProofs } from '../../../shapes/plan/item-proof.store.ts'
import { isSaid, listUpdates } from '../../../shapes/plan/item-update.store.ts'
import { joinKnots, type Knot, listJoined } from '../../../shapes/plan/knot-join.store.ts'
import { findItem, findOwnerByEmail, findPlan, nameOwner, type PlanItem } from '../../../shapes/plan/plan.store.ts'
import { sayLabels } from '../../../shapes/plan/principle-label.store.ts'
import { listMyGroups, listYoungViews } from '../../../shapes/plan/young-view.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { readThread } from '../../thread/index.ts'
import { type FillForm, NO_FILL } from '../fill-gap.form.ts'
import { keepProofFile } from '../keep-proof-file.ts'
import { promisePaths } from '../promises.paths.ts'
import type { FieldError } from '../proof.form.ts'
import { sayHowItStands } from '../say-how-it-stands.command.ts'
import { tellOfPromise } from '../tell-of-promise.ts'
import { checkUpdate, NO_UPDATE, type UpdateForm } from '../update.form.ts'
import { presentAction } from './action.presenter.ts'
import { presentYoungViews } from './young-view.page.ts'

interface Typed {
  update: UpdateForm
  email: string
  fill: FillForm
  errors: FieldError[]
}
const NOTHING: Typed = { update: NO_UPDATE, email: '', fill: NO_FILL, errors: [] }

export async function showAction(visit: Visit): Promise<Answer> {
  return show(visit, NOTHING)
}

/** The same page with what was typed and is wrong. */
export async function showActionWith(visit: Visit, typed: Partial<Typed>): Promise<Answer> {
  return show(visit, { ...NOTHING, ...typed })
}

/** One sentence and what shows it, from whoever answers for it or keeps the plan. */
export async function submitUpdate(visit: Visit): Promise<Answer> {
  const item = await findAction(visit)
  if (item === null || !mayUpdate(visit, item)) return notFound
  const update = checkUpdate(visit.form, item.progress, visit.files.length > 0, item.parts)
  if (!update.isGood) return show(visit, { ...NOTHING, update })
  const { once } = update.value
  if (once !== null && (await visit.database.as(visit.actor, (query) => isSaid(query, once))))
    return { redirect: `${promisePaths.action(item.id)}?done=update` }
  const kept = await keepProofFile(visit, item.id)
  if ('problem' in kept) {
    const errors = [{ field: 'file', text: kept.problem }]
    return show(visit, { ...NOTHING, update: { isGood: false, typed: update.typed, errors } })
  }
  const said = { ...update.value, file: kept.file }
  await visit.database.as(visit.actor, (query) => sayHowItStands(query, visit, item.id, said))
  return { redirect: `${promisePaths.action(item.id)}?done=update` }
}

export async function submitJoin(visit: Visit): Promise<Answer> {
  const item = await findAction(visit)
  if (item === null) return notFound
  const [kind, ref = ''] = (visit.form.knot ?? '').split(' ')
  const knots = await listKnots(visit)
  const to = knots.find((knot) => knot.kind === kind && knot.ref === ref)
  if (!to)
    return show(visit, {
      ...NOTHING,
      errors: [{ field: 'knot', text: 'Choose the promise or the measure it belongs to.' }],
    })
  await visit.database.as(visit.actor, async (query) => {
    const joined = await listJoined(query, { kind: 'action', ref: item.id })
    if (joined.some((knot) => knot.kind === to.kind && knot.ref === to.ref)) return
    await joinKnots(query, visit.actor, { kind: 'action', ref: item.id }, to)
    await recordTrace(query, visit.actor, {
      event: 'knots joined',
      detail: { item: item.id, to: `${to.kind} ${to.ref}` },
    })
  })
  return { redirect: `${promisePaths.action(item.id)}?done=joined` }
}

/** Names who in Kept answers for it. The plan's own words stay. */
export async function submitOwner(visit: Visit): Promise<Answer> {
  const item = await findAction(visit)
  if (item === null) return notFound
  const email = (visit.form.email ?? '').trim()
  const owner = await visit.database.as(visit.actor, (query) => findOwnerByEmail(query, email))
  if (owner === null)
    return show(visit, {
      ...NOTHING,
      email,
      errors: [
        { field: 'email', text: 'Nobody here has this address. Check it, or ask for the colleague to be entered.' },
      ],
    })
  await visit.database.as(visit.actor, async (query) => {
    await nameOwner(query, item.id, owner)
    await recordTrace(query, visit.actor, { event: 'owner named', detail: { item: item.id, owner } })
  })
  return { redirect: `${promisePaths.action(item.id)}?done=owner` }
}

/** Actions and commitments; a promise has a page of its own. */
export async function findAction(visit: Visit): Promise<PlanItem | null> {
  const item = await visit.database.as(visit.actor, (query) => findItem(query, visit.params.id ?? ''))
  return item === null || item.kind === 'pledge' ? null : item
}

function mayUpdate(visit: Visit, item: PlanItem): boolean {
  return visit.can('plan:write') || (visit.can('plan:read') && item.answeredBy.includes(visit.actor.personId))
}

/** What an action may be joined to: the council's own promises, and the measures. */
async function listKnots(visit: Visit): Promise<(Knot & { text: string })[]> {
  const pledge = await visit.database.as(visit.actor, (query) => findPlan(query, 'pledge'))
  return [
    ...(pledge?.items ?? [])
      .filter(({ party }) => party !== 'you')
      .map(({ id, position, title }) => ({ kind: 'promise' as const, ref: id, text: `Promise ${position}: ${title}` })),
    ...allMeasures.map(({ id, plainTitle }) => ({ kind: 'measure' as const, ref: id, text: `${id}: ${plainTitle}` })),
  ]
}

async function show(visit: Visit, typed: Typed): Promise<Answer> {
  const item = await findAction(visit)
  if (item === null) return notFound
  const knots = visit.can('plan:write') ? await listKnots(visit) : []
  const { updates, proofs, joined, young, groups, principles } = await visit.database.as(visit.actor, async (query) => {
    const joined: { kind: string; text: string; href: string }[] = []
    for (const { kind, ref } of await listJoined(query, { kind: 'action', ref: item.id })) {
      const promise = kind === 'promise' ? await findItem(query, ref) : null
      const measure = kind === 'measure' ? findMeasure(ref) : null
      if (promise)
        joined.push({ kind, text: `${promise.position}. ${promise.title}`, href: promisePaths.promise(promise.id) })
      if (measure) joined.push({ kind, text: `${measure.id}: ${measure.plainTitle}`, href: `/figures/${measure.id}` })
    }
    return {
      updates: await listUpdates(query, item.id),
      proofs: await listProofs(query, [item.id]),
      joined,
      young: await listYoungViews(query, item.id),
      groups: await listMyGroups(query),
      principles: await sayLabels(query, 'action', item.id),
    }
  })
  const errors = [...typed.update.errors, ...typed.fill.errors, ...typed.errors]
  const list = item.kind === 'commitments'
  return {
    template: 'features/promises/pages/action.njk',
    title: item.reference ?? 'A commitment',
    status: errors.length > 0 ? 422 : 200,
    model: {
      threadKnots: await readThread(visit, { kind: 'action', ref: item.id }, tellOfPromise),
      young: presentYoungViews(item.id, young, groups, visit.form, typed.errors),
      ...presentAction({
        item,
        updates,
        proofs,
        joined,
        knots,
        today: visit.today,
        can: { update: mayUpdate(visit, item), keep: visit.can('plan:write') },
        typed,
        asked: visit.query.part ?? '',
        principles,
        isSent: visit.query.done === 'update',
      }),
    },
    page: {
      back: list
        ? { href: promisePaths.commitments(), text: 'Commitments' }
        : { href: promisePaths.plan(), text: 'The action plan' },
      ...(errors.length > 0 ? { errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
      ...(errors.length === 0 && visit.query.done
        ? { notice: { isSuccess: true, text: DONE[visit.query.done] ?? 'Done, and written down.' } }
        : {}),
    },
  }
}

const DONE: Record<string, string> = {
  filled: 'Added beside the plan’s own words. What stood there before is kept.',
  update: 'Said, with your title and today’s date. Thank you.',
  joined: 'Joined. Both pages show it now.',
  young: 'Said, as your group. It stands there for everybody with the plan.',
  owner: 'Named. It stands on their first page from now on.',
}
