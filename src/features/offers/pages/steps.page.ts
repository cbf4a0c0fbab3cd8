import { findMyYoungPerson } from '../../../shapes/offer/care-dates.store.ts'
import { addNextStep, listNextSteps, tickNextStep } from '../../../shapes/offer/next-step.store.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { type Faults, readStep, type TypedStep } from '../claim.form.ts'
import { offerPaths } from '../offers.paths.ts'
import { isYoung } from './offers.page.ts'
import { presentSteps, sayFirstStep } from './steps.presenter.ts'

const NOTHING: TypedStep = { words: '', byOn: '', whoHelps: '' }

export async function showOwnSteps(visit: Visit): Promise<Answer> {
  return isYoung(visit) ? showMine(visit, NOTHING, []) : notFound
}

export async function submitOwnStep(visit: Visit): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  const { typed, step, faults } = readStep(visit.form)
  if (step === null) return showMine(visit, typed, faults)
  await visit.database.as(visit.actor, async (query) => {
    await addNextStep(query, visit.actor.personId, step)
    await recordTrace(query, visit.actor, { event: 'next step written' })
  })
  return { redirect: offerPaths.ownSteps() }
}

export async function submitTick(visit: Visit): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  await visit.database.as(visit.actor, async (query) => {
    if (/^[0-9a-f-]{36}$/.test(visit.form.step ?? '') && (await tickNextStep(query, visit.form.step!)))
      await recordTrace(query, visit.actor, { event: 'next step done' })
  })
  return { redirect: offerPaths.ownSteps() }
}

/** The same for the adviser, who writes with them and in their words. */
export async function showSteps(visit: Visit): Promise<Answer> {
  return showTheirs(visit, NOTHING, [])
}

export async function submitStep(visit: Visit): Promise<Answer> {
  const { typed, step, faults } = readStep(visit.form)
  if (step === null) return showTheirs(visit, typed, faults)
  return visit.database.as(visit.actor, async (query): Promise<Answer> => {
    const person = await findMyYoungPerson(query, visit.params.id!)
    if (person === null) return notFound
    await addNextStep(query, person.id, step)
    await recordTrace(query, visit.actor, { event: 'next step written', childId: person.id })
    return { redirect: offerPaths.steps(person.id) }
  })
}

async function showMine(visit: Visit, typed: TypedStep, faults: Faults): Promise<Answer> {
  const steps = await visit.database.as(visit.actor, (query) => listNextSteps(query, visit.actor.personId))
  const model = presentSteps(steps, typed, visit.today)
  return {
    template: 'features/offers/pages/own-steps.njk',
    title: 'Next steps',
    status: faults.length > 0 ? 422 : 200,
    page: { back: { href: '/', text: 'Home' }, ...errorsOf(faults) },
    model: { ...model, sentence: sayFirstStep(model.open), faults: faultsBy(faults) },
  }
}

async function showTheirs(visit: Visit, typed: TypedStep, faults: Faults): Promise<Answer> {
  return visit.database.as(visit.actor, async (query): Promise<Answer> => {
    const person = await findMyYoungPerson(query, visit.params.id!)
    if (person === null) return notFound
    await recordTrace(query, visit.actor, { event: 'next steps opened', childId: person.id })
    const model = presentSteps(await listNextSteps(query, person.id), typed, visit.today)
    const count = model.open.length
    return {
      template: 'features/offers/pages/steps.njk',
      title: 'Next steps',
      status: faults.length > 0 ? 422 : 200,
      page: { isNarrow: true, back: { href: offerPaths.claims(), text: 'Claims' }, ...errorsOf(faults) },
      model: {
        ...model,
        sentence: `${person.name} has ${count === 0 ? 'no next step' : count === 1 ? 'one next step' : `${count} next steps`} written down.`,
        action: offerPaths.steps(person.id),
        faults: faultsBy(faults),
      },
    }
  })
}

function errorsOf(faults: Faults) {
  return faults.length > 0 ? { errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}
}

function faultsBy(faults: Faults): { words: string; byOn: string } {
  const of = (field: string) => faults.find((one) => one.field === field)?.text ?? ''
  return { words: of('words'), byOn: of('byOn') }
}
