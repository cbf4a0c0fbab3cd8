import { sayTheme } from '../../../domain/thread/say-theme.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { addProof } from '../../../shapes/plan/item-proof.store.ts'
import { listJoined } from '../../../shapes/plan/knot-join.store.ts'
import { findItem, type PlanItem } from '../../../shapes/plan/plan.store.ts'
import { addReason } from '../../../shapes/plan/promise-rule.store.ts'
import { listThemesJoined } from '../../../shapes/voice/theme.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { readThread } from '../../thread/index.ts'
import { keepProofFile } from '../keep-proof-file.ts'
import { promisePaths } from '../promises.paths.ts'
import { checkProof, NO_PROOF } from '../proof.form.ts'
import { readVerdicts } from '../read-verdicts.ts'
import { readWall, type Wall, type WallPromise } from '../read-wall.ts'
import { checkReason, NO_REASON } from '../reason.form.ts'
import { tellOfPromise } from '../tell-of-promise.ts'
import { presentPromisePage } from './promise.presenter.ts'

type Typed = Parameters<typeof presentPromisePage>[0]['typed']
const NOTHING_TYPED: Typed = { proof: NO_PROOF, reason: NO_REASON }

export async function showPromise(visit: Visit): Promise<Answer> {
  return show(visit, NOTHING_TYPED)
}

/** Its owner and the plan's keeper add what shows it; a count of children is never the owner's (rule 4). */
export async function submitProof(visit: Visit): Promise<Answer> {
  const found = await findPromise(visit)
  if (found === null || !mayAddProof(visit, found.promise.item)) return notFound
  const { item } = found.promise
  const proof = checkProof(visit.form, visit.today, mayCount(visit, item))
  if (!proof.isGood) return show(visit, { ...NOTHING_TYPED, proof })
  const kept = await keepProofFile(visit, item.id)
  if ('problem' in kept) {
    const errors = [{ field: 'file', text: kept.problem }]
    return show(visit, { ...NOTHING_TYPED, proof: { isGood: false, typed: proof.typed, errors } })
  }
  const kind = proof.value.kind === 'text' && kept.file !== null ? kept.file.kind : proof.value.kind
  await visit.database.as(visit.actor, async (query) => {
    const fileId = kept.file?.id ?? null
    const id = await addProof(query, visit.actor, { itemId: item.id, ...proof.value, kind, fileId })
    await recordTrace(query, visit.actor, { event: 'proof added', detail: { item: item.id, proof: id } })
  })
  return { redirect: `${promisePaths.promise(item.id)}?done=proof` }
}

/** Why it cannot be kept: from the plan's keeper, and never from the one who answers for it. */
export async function submitReason(visit: Visit): Promise<Answer> {
  const found = await findPromise(visit)
  if (found === null || !mayCount(visit, found.promise.item)) return notFound
  const { item } = found.promise
  const reason = checkReason(visit.form, visit.today)
  if (!reason.isGood) return show(visit, { ...NOTHING_TYPED, reason })
  await visit.database.as(visit.actor, async (query) => {
    await addReason(query, visit.actor, { itemId: item.id, ...reason.value })
    await recordTrace(query, visit.actor, { event: 'reason given', detail: { item: item.id } })
  })
  return { redirect: `${promisePaths.promise(item.id)}?done=reason` }
}

async function findPromise(visit: Visit): Promise<{ wall: Wall; promise: WallPromise } | null> {
  for (const about of [null, 'heritage'] as const) {
    const wall = await readWall(visit, about)
    const promise = wall?.promises.find(({ item }) => item.id === visit.params.id)
    if (wall && promise) return { wall, promise }
  }
  return null
}

function mayAddProof(visit: Visit, item: PlanItem): boolean {
  return visit.can('plan:write') || (visit.can('plan:read') && item.ownerId === visit.actor.personId)
}

function mayCount(visit: Visit, item: PlanItem): boolean {
  return visit.can('plan:write') && item.ownerId !== visit.actor.personId
}

async function show(visit: Visit, typed: Typed): Promise<Answer> {
  const found = await findPromise(visit)
  if (found === null) return notFound
  const { wall, promise } = found
  const { item } = promise
  const { actions, verdicts, themes } = await visit.database.as(visit.actor, async (query) => {
    const joined = await listJoined(query, { kind: 'promise', ref: item.id })
    const items: PlanItem[] = []
    for (const { kind, ref } of joined) {
      const action = kind === 'action' ? await findItem(query, ref) : null
      if (action) items.push(action)
    }
    const actions = items.sort((one, other) => one.position - other.position)
    const themes = await listThemesJoined(query, 'promise', [item.id])
    return { actions, verdicts: await readVerdicts(query, item.id), themes }
  })
  const errors = [...typed.proof.errors, ...typed.reason.errors]
  return {
    template: 'features/promises/pages/promise.njk',
    title: item.title,
    status: errors.length > 0 ? 422 : 200,
    model: {
      threadKnots: await readThread(visit, { kind: 'promise', ref: item.id }, tellOfPromise),
      ...presentPromisePage({
        promise,
        rule: wall.rule,
        of: wall.promises.length,
        actions,
        verdicts,
        themes: themes.map((theme) => ({ href: `/themes/${theme.id}`, text: sayTheme(theme) })),
        today: visit.today,
        can: {
          plan: visit.can('plan:read'),
          figures: visit.can('figures:read'),
          addProof: mayAddProof(visit, item),
          count: mayCount(visit, item),
        },
        typed,
      }),
    },
    page: {
      back: { href: promisePaths.wall(), text: 'Our promises' },
      ...(errors.length > 0 ? { errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
      ...(errors.length === 0 && visit.query.done
        ? { notice: { isSuccess: true, text: DONE[visit.query.done] ?? 'Done, and written down.' } }
        : {}),
    },
  }
}

const DONE: Record<string, string> = {
  proof: 'Added. It counts until the day you chose, and then no longer.',
  reason: 'Written down, with your title and today’s date. Everybody who reads this promise reads it.',
}
