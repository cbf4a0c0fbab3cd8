import { isIsoDate, overlaps, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { addHalfTerm, listHalfTerms, takeOutHalfTerm } from '../body-rule.store.ts'

export async function showHalfTerms(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** Enters a half term, or takes one out. */
export async function submitHalfTerm(visit: Visit): Promise<Answer> {
  const { out } = visit.form
  if (out !== undefined) {
    const isOut = await visit.database.as(visit.actor, async (query) => {
      const isDone = await takeOutHalfTerm(query, out)
      if (isDone) await recordTrace(query, visit.actor, { event: 'half term changed', detail: { out } })
      return isDone
    })
    return isOut ? { redirect: paths.halfTerms() } : notFound
  }
  const from = (visit.form.from ?? '').trim()
  const to = (visit.form.to ?? '').trim()
  const errors: FieldError[] = []
  if (!isIsoDate(from)) errors.push({ field: 'from', text: 'Enter its first school day, as year-month-day.' })
  if (!isIsoDate(to) || to <= from)
    errors.push({ field: 'to', text: 'Enter its last school day, after the first, as year-month-day.' })
  const halves = await visit.database.as(visit.actor, listHalfTerms)
  if (errors.length === 0 && halves.some((half) => overlaps(half.from, half.to, { from, to })))
    errors.push({ field: 'from', text: 'Part of it is entered already. Take that one out first.' })
  if (errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    await addHalfTerm(query, visit.actor.authorityId, { from, to })
    await recordTrace(query, visit.actor, { event: 'half term changed', detail: { from } })
  })
  return { redirect: paths.halfTerms() }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const halves = await visit.database.as(visit.actor, listHalfTerms)
  const last = halves.at(-1)
  const { form } = visit
  return {
    template: 'features/bodies/pages/half-terms.njk',
    title: 'School half terms',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: last
        ? `Half terms are entered until ${sayDate(last.to)}.`
        : 'No half term is entered yet, so what meets half-termly has no next day.',
      action: paths.halfTerms(),
      halves: halves
        .filter(({ to }) => to >= visit.today)
        .map(({ id, from, to }) => ({ id, text: `${sayDate(from)} to ${sayDate(to)}` })),
      fields: [
        makeField(
          'from',
          { label: 'First school day', hint: 'Year-month-day', value: form.from, classes: 'govuk-input--width-10' },
          errors,
        ),
        makeField(
          'to',
          { label: 'Last school day', hint: 'Year-month-day', value: form.to, classes: 'govuk-input--width-10' },
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.structure(), text: 'All bodies' }, ...listErrors(errors) },
  }
}
