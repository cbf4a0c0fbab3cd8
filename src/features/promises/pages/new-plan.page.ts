import { readPromise } from '../../../domain/plans/read-promise.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { keepColumns, readColumns } from '../../../shapes/plan/plan-columns.store.ts'
import { takePlan } from '../../../shapes/plan/take-plan.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { checkNewPlan, EMPTY_PLAN, type NewPlanForm } from '../new-plan.form.ts'
import { promisePaths } from '../promises.paths.ts'
import { presentNewPlan } from './new-plan.presenter.ts'

export async function showNewPlan({ query }: Visit): Promise<Answer> {
  const kind = query.kind === 'pledge' ? 'pledge' : EMPTY_PLAN.typed.kind
  return show({ ...EMPTY_PLAN, typed: { ...EMPTY_PLAN.typed, kind } }, 200)
}

/** Reads the table and shows it; kept only when it is accepted as shown, all of it in one transaction. */
export async function submitNewPlan(visit: Visit): Promise<Answer> {
  const recall = await visit.database.as(visit.actor, readColumns)
  const form = checkNewPlan(visit.form, visit.files, visit.today, recall)
  if (form.errors.length > 0 || form.read === null) return show(form, 422)
  if (visit.form.step !== 'accept') return show(form, 200)
  const { typed, read } = form
  const kind = typed.kind as 'pledge' | 'action plan' | 'commitments'
  await visit.database.as(visit.actor, async (query) => {
    const plan = await takePlan(query, visit.actor, {
      kind,
      title: typed.title,
      agreedOn: typed.agreedOn,
      items: kind === 'pledge' ? read.plan.items.map(readPromise) : read.plan.items,
    })
    await keepColumns(query, visit.actor, read.tables[read.which]!.columns, read.mapping)
    await recordTrace(query, visit.actor, {
      event: 'plan taken in',
      detail: { plan, kind, items: read.plan.items.length, leftOut: read.plan.leftOut.length },
    })
  })
  const place = { pledge: promisePaths.wall, commitments: promisePaths.commitments, 'action plan': promisePaths.plan }
  return { redirect: `${place[kind]()}?done=taken` }
}

function show(form: NewPlanForm, status: number): Answer {
  return {
    template: 'features/promises/pages/new-plan.njk',
    title: form.read ? 'Look at the plan before it is taken in' : 'Take in a plan',
    status,
    model: presentNewPlan(form),
    page: {
      back: { href: promisePaths.plan(), text: 'The action plan' },
      ...(form.errors.length > 0
        ? { errors: form.errors.map(({ field, text }) => ({ text, href: `#${field}` })) }
        : {}),
    },
  }
}
