import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { addProof } from '../../../shapes/plan/item-proof.store.ts'
import { findItem, type PlanItem } from '../../../shapes/plan/plan.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { checkProof, NO_PROOF, type ProofForm } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { readTakeUp } from '../read-take-up.ts'
import { presentTakeUp } from './take-up.presenter.ts'

export async function showTakeUp(visit: Visit): Promise<Answer> {
  return show(visit, NO_PROOF)
}

/** Counted by whoever keeps the plan, and never by the one who answers for it (rule 4: the database refuses as well). */
export async function submitTakeUp(visit: Visit): Promise<Answer> {
  const item = await find(visit)
  if (item === null || !mayCount(visit, item)) return notFound
  const proof = checkProof(visit.form, visit.today, true)
  if (!proof.isGood) return show(visit, proof)
  if (proof.value.kind !== 'count') {
    const errors = [
      { field: 'keptFor', text: 'Enter how many took it up, as a number: for example 38.' },
      { field: 'madeTo', text: 'Enter to how many it was offered, as a number: for example 46.' },
    ]
    return show(visit, { isGood: false, typed: proof.typed, errors })
  }
  const { value } = proof
  await visit.database.as(visit.actor, async (query) => {
    const id = await addProof(query, visit.actor, { itemId: item.id, fileId: null, ...value })
    await recordTrace(query, visit.actor, { event: 'proof added', detail: { item: item.id, proof: id } })
  })
  return { redirect: `${commitmentPaths.takeUp(item.id)}?done=counted` }
}

async function find(visit: Visit): Promise<PlanItem | null> {
  const item = await visit.database.as(visit.actor, (query) => findItem(query, visit.params.id ?? ''))
  return item?.kind === 'commitments' ? item : null
}

function mayCount(visit: Visit, item: PlanItem): boolean {
  return visit.can('plan:write') && !item.answeredBy.includes(visit.actor.personId)
}

async function show(visit: Visit, form: ProofForm): Promise<Answer> {
  const item = await find(visit)
  if (item === null) return notFound
  const share = (await readTakeUp(visit, [item.id])).get(item.id)
  return {
    template: 'features/commitments/pages/take-up.njk',
    title: 'Take-up',
    status: form.errors.length > 0 ? 422 : 200,
    model: presentTakeUp(item, share, mayCount(visit, item) ? form : null),
    page: {
      isNarrow: true,
      back: item.directorate
        ? { href: commitmentPaths.directorate(item.directorate), text: item.directorate }
        : { href: commitmentPaths.all(), text: 'Commitments' },
      ...(form.errors.length > 0
        ? { errors: form.errors.map(({ field, text }) => ({ text, href: `#${field}` })) }
        : {}),
      ...(form.errors.length === 0 && visit.query.done
        ? { notice: { isSuccess: true, text: 'Counted. It stands until the day you chose, and then no longer.' } }
        : {}),
    },
  }
}
