import { isNameRefused } from '../../../database/name-refused.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../impact.paths.ts'
import { checkPlan, presentPlanFields, startPlan } from '../plan-check.form.ts'
import { type CheckedPlan, endCheckedPlan, keepCheckedPlan, listCheckedPlans } from '../plan-check.store.ts'

export async function showNewPlan(visit: Visit): Promise<Answer> {
  return show(null, visit.form, [])
}

export async function showPlan(visit: Visit): Promise<Answer> {
  const plan = await find(visit)
  return plan === null ? notFound : show(plan, startPlan(plan), [])
}

export async function submitNewPlan(visit: Visit): Promise<Answer> {
  return keep(visit, null)
}

export async function submitPlan(visit: Visit): Promise<Answer> {
  const plan = await find(visit)
  return plan === null ? notFound : keep(visit, plan)
}

export async function submitEndPlan(visit: Visit): Promise<Answer> {
  const plan = await find(visit)
  if (plan === null) return notFound
  await visit.database.as(visit.actor, async (query) => {
    await endCheckedPlan(query, plan.id)
    await recordTrace(query, visit.actor, { event: 'plan taken off the check', detail: { plan: plan.id } })
  })
  return { redirect: paths.plans() }
}

async function find(visit: Visit): Promise<CheckedPlan | null> {
  const plans = await visit.database.as(visit.actor, listCheckedPlans)
  return plans.find(({ id }) => id === visit.params.id) ?? null
}

async function keep(visit: Visit, found: CheckedPlan | null): Promise<Answer> {
  const { actor, form, today } = visit
  const { plan, errors } = checkPlan(form, today)
  if (errors.length > 0) return show(found, form, errors)
  try {
    await visit.database.as(actor, async (query) => {
      await keepCheckedPlan(query, actor.authorityId, plan, found?.id ?? null)
      await recordTrace(query, actor, { event: 'plan checked', detail: { plan: plan.title } })
    })
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return show(found, form, [{ field: 'words', text: 'A young person’s name stands in it. Take it out.' }])
  }
  return { redirect: paths.plans() }
}

function show(found: CheckedPlan | null, form: Record<string, string>, errors: FieldError[]): Answer {
  return {
    template: 'form.njk',
    title: 'Plan check',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: found === null ? 'Which plan, and does it include children in care?' : found.title,
      lead: '',
      action: found === null ? paths.newPlan() : paths.plan(found.id),
      button: 'Keep it',
      cancelHref: paths.plans(),
      fields: presentPlanFields(form, errors),
      extras:
        found === null
          ? []
          : [
              {
                action: paths.endPlan(found.id),
                title: 'It holds no more',
                lead: 'It leaves the list; its history stays.',
                fields: [],
                button: 'Take it off the list',
              },
            ],
    },
    page: { isNarrow: true, back: { href: paths.plans(), text: 'Plan check' }, ...listErrors(errors) },
  }
}
