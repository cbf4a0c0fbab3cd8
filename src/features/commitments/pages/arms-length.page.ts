import { keepUnlessNamed } from '../../../database/name-refused.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import type { FieldError } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import {
  type ArmsLength,
  beginArmsLength,
  clearObstacle,
  endArmsLength,
  listAdvised,
  listArmsLength,
  listBarred,
  raiseObstacle,
} from '../arms-length.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { type ArmsLengthTyped, presentArmsLength } from './arms-length.presenter.ts'

const NOTHING: ArmsLengthTyped = { at: '', typed: {}, errors: [] }

export async function showArmsLength(visit: Visit): Promise<Answer> {
  return show(visit, NOTHING)
}

/** Begins with the young person's yes, by whoever advises them. */
export async function submitBegin(visit: Visit): Promise<Answer> {
  const { item = '', person = '', saidYesOn = '' } = visit.form
  const facts = await visit.database.as(visit.actor, readChoices)
  const errors: FieldError[] = []
  if (!facts.advised.some(({ id }) => id === person))
    errors.push({ field: 'person', text: 'Choose the young person, one of those you advise.' })
  if (!facts.items.some(({ id }) => id === item))
    errors.push({ field: 'item', text: 'Choose what the chief officer gave their word on.' })
  if (!isIsoDate(saidYesOn.trim()) || saidYesOn.trim() > visit.today)
    errors.push({
      field: 'saidYesOn',
      text: `Enter the day they said yes, as year-month-day: ${visit.today} for ${sayDate(visit.today)}. Without their yes it does not begin.`,
    })
  if (facts.barred.some((one) => one.itemId === item && one.childId === person))
    errors.push({ field: 'item', text: 'This chief officer cannot stand up for this young person. Choose another.' })
  if (errors.length > 0) return show(visit, { at: 'begin', typed: visit.form, errors })
  const isBegun = await visit.database.as(visit.actor, async (query) => {
    const begun = await beginArmsLength(query, visit.actor, {
      itemId: item,
      childId: person,
      saidYesOn: saidYesOn.trim(),
    })
    if (begun) await recordTrace(query, visit.actor, { event: 'arms length begun', childId: person, detail: { item } })
    return begun
  })
  if (!isBegun)
    return show(visit, {
      at: 'begin',
      typed: visit.form,
      errors: [{ field: 'item', text: 'This chief officer stands up for them already. Choose another.' }],
    })
  return { redirect: `${commitmentPaths.armsLength()}?done=begun` }
}

export async function submitObstacle(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  if (found === null) return notFound
  const words = (visit.form.words ?? '').trim()
  if (words.length < 3 || words.length > 1000)
    return show(visit, {
      at: `raise-${found.id}`,
      typed: visit.form,
      errors: [
        { field: `words-${found.id}`, text: 'Say what is in the way, in 3 to 1,000 letters and without a name.' },
      ],
    })
  const errors = await keepUnlessNamed(`words-${found.id}`, () =>
    visit.database.as(visit.actor, async (query) => {
      await raiseObstacle(query, visit.actor, found.id, words)
      await recordTrace(query, visit.actor, { event: 'obstacle raised', detail: { armsLength: found.id } })
    }),
  )
  if (errors.length > 0) return show(visit, { at: `raise-${found.id}`, typed: visit.form, errors })
  return { redirect: `${commitmentPaths.armsLength()}?done=raised` }
}

export async function submitClear(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  const obstacle = found?.obstacles.find(({ id }) => id === visit.form.obstacle)
  if (!found || !obstacle) return notFound
  const words = (visit.form.words ?? '').trim()
  if (words.length < 3 || words.length > 1000)
    return show(visit, {
      at: `clear-${obstacle.id}`,
      typed: visit.form,
      errors: [
        { field: `cleared-${obstacle.id}`, text: 'Say what became of it, in 3 to 1,000 letters and without a name.' },
      ],
    })
  const errors = await keepUnlessNamed(`cleared-${obstacle.id}`, () =>
    visit.database.as(visit.actor, async (query) => {
      await clearObstacle(query, visit.actor, obstacle.id, words)
      await recordTrace(query, visit.actor, { event: 'obstacle cleared', detail: { obstacle: obstacle.id } })
    }),
  )
  if (errors.length > 0) return show(visit, { at: `clear-${obstacle.id}`, typed: visit.form, errors })
  return { redirect: `${commitmentPaths.armsLength()}?done=cleared` }
}

/** It ends when the young person says, and is written down by whoever advises them. */
export async function submitEnd(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  if (!found?.person) return notFound
  const because = (visit.form.because ?? '').trim()
  if (because.length < 3 || because.length > 500)
    return show(visit, {
      at: `end-${found.id}`,
      typed: visit.form,
      errors: [{ field: `because-${found.id}`, text: 'Say in their words why it ends, in 3 to 500 letters.' }],
    })
  const childId = found.person.id
  await visit.database.as(visit.actor, async (query) => {
    await endArmsLength(query, found.id, because)
    await recordTrace(query, visit.actor, { event: 'arms length ended', childId, detail: { armsLength: found.id } })
  })
  return { redirect: `${commitmentPaths.armsLength()}?done=ended` }
}

async function readChoices(query: Parameters<typeof listAdvised>[0]) {
  return {
    advised: await listAdvised(query),
    items: (await findPlan(query, 'commitments', 'chief officers'))?.items ?? [],
    barred: await listBarred(query),
  }
}

/** One that goes on and that the reader is part of. */
async function find(visit: Visit): Promise<ArmsLength | null> {
  const id = visit.params.id ?? ''
  if (!isId(id)) return null
  const all = await visit.database.as(visit.actor, listArmsLength)
  return all.find((one) => one.id === id && one.endedOn === null) ?? null
}

const DONE: Record<string, string> = {
  begun: 'Begun. The chief officer sees that there is somebody, and not who.',
  raised: 'Raised. Both of you see it until it is out of the way.',
  cleared: 'Written down what became of it.',
  ended: 'Ended, as they said. The chief officer sees only that it has ended.',
}

async function show(visit: Visit, typed: ArmsLengthTyped): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, async (query) => {
    const all = await listArmsLength(query)
    const childIds = [...new Set(all.flatMap(({ person }) => person?.id ?? []))]
    if (childIds.length > 0) await recordTrace(query, visit.actor, { event: 'arms length read', childIds })
    return { all, ...(await readChoices(query)) }
  })
  if (facts.all.length === 0 && facts.advised.length === 0) return notFound
  return {
    template: 'features/commitments/pages/arms-length.njk',
    title: 'At arm’s length',
    status: typed.errors.length > 0 ? 422 : 200,
    model: presentArmsLength(facts, typed),
    page: {
      back: { href: commitmentPaths.officers(), text: 'Chief Officer pledge' },
      isNarrow: true,
      ...(typed.errors.length > 0
        ? { errors: typed.errors.map(({ field, text }) => ({ text, href: `#${field}` })) }
        : {}),
      ...(typed.errors.length === 0 && visit.query.done
        ? { notice: { isSuccess: true, text: DONE[visit.query.done] ?? 'Done, and written down.' } }
        : {}),
    },
  }
}
