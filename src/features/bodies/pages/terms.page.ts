import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { findBody } from '../body.store.ts'
import { addTerms, listTerms, type Terms } from '../body-rule.store.ts'
import { checkNames } from '../check-names.ts'

/** The version in force, or an earlier one as it was agreed. */
export async function showTerms(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const body = await findBody(query, visit.params.id)
    return body && { body, terms: await listTerms(query, body.id) }
  })
  const shown = found?.terms.find(({ number }) => String(number) === visit.query.version) ?? found?.terms[0]
  if (!found || !shown) return notFound
  const { body, terms } = found
  const isLatest = shown === terms[0]
  return {
    template: 'features/bodies/pages/terms.njk',
    title: `Terms of reference of ${body.name}`,
    model: {
      sentence: isLatest
        ? `What the ${body.name} is there for, as agreed on ${sayDate(shown.agreedOn)} by ${shown.agreedBy}.`
        : `Version ${shown.number} of what the ${body.name} is there for. It held from ${sayDate(shown.agreedOn)}, and is no longer in force.`,
      review: shown.reviewOn && isLatest ? `To be looked at again by ${sayDate(shown.reviewOn)}.` : '',
      paragraphs: shown.words.split(/\n\s*\n/).map((part) => part.trim()),
      versions: terms.map((one, index) => ({
        text: `Version ${one.number}`,
        href: one === shown ? '' : `${paths.terms(body.id)}?version=${one.number}`,
        note: `agreed on ${sayDate(one.agreedOn)} by ${one.agreedBy}`,
        ...(index === 0 ? { pill: { state: 'kept', text: 'in force' } } : {}),
      })),
    },
    page: { isNarrow: true, back: { href: paths.body(body.id), text: body.name } },
  }
}

export async function showNewTerms(visit: Visit): Promise<Answer> {
  return showForm(visit, [])
}

export async function submitTerms(visit: Visit): Promise<Answer> {
  const { terms, errors } = readTerms(visit)
  errors.push(...(await checkNames(visit, ['words', 'by'])))
  if (terms === null || errors.length > 0) return showForm(visit, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const body = await findBody(query, visit.params.id)
    if (body === null) return null
    await addTerms(query, visit.actor.authorityId, body.id, terms)
    await recordTrace(query, visit.actor, { event: 'terms of reference entered', detail: { body: body.id } })
    return body.id
  })
  return id === null ? notFound : { redirect: `${paths.body(id)}?done=terms` }
}

function readTerms({ form, today }: Visit): { terms: Omit<Terms, 'number'> | null; errors: FieldError[] } {
  const text = (name: string) => (form[name] ?? '').trim()
  const [words, agreedOn, agreedBy, reviewOn] = [text('words'), text('agreed'), text('by'), text('review')]
  const errors: FieldError[] = []
  if (words.length < 20 || words.length > 20_000)
    errors.push({ field: 'words', text: 'Enter what it is there for, in 20 to 20,000 letters.' })
  if (!isIsoDate(agreedOn) || agreedOn > today)
    errors.push({
      field: 'agreed',
      text: `Enter the day on which they were agreed, today or earlier, as year-month-day: ${today}.`,
    })
  if (agreedBy.length < 3 || agreedBy.length > 120)
    errors.push({ field: 'by', text: 'Enter who agreed them: “Full council”.' })
  if (reviewOn !== '' && (!isIsoDate(reviewOn) || reviewOn <= agreedOn))
    errors.push({ field: 'review', text: 'Enter a day after the one on which they were agreed, or leave it empty.' })
  return errors.length > 0
    ? { terms: null, errors }
    : { errors, terms: { words, agreedOn, agreedBy, reviewOn: reviewOn || null } }
}

async function showForm(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const body = await findBody(query, visit.params.id)
    return body && { body, last: (await listTerms(query, body.id))[0] }
  })
  if (!found) return notFound
  const { body, last } = found
  const { form } = visit
  const narrow = 'govuk-input--width-10'
  return {
    template: 'form.njk',
    title: 'Terms of reference',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `What is the ${body.name} there for?`,
      lead: last
        ? `Version ${last.number} stays readable as it was agreed. This becomes version ${last.number + 1}.`
        : '',
      action: paths.newTerms(body.id),
      button: 'Keep this version',
      cancelHref: paths.body(body.id),
      extras: [],
      fields: [
        makeField(
          'words',
          {
            label: 'Terms of reference',
            hint: 'Leave a line empty between paragraphs',
            value: form.words ?? last?.words,
            rows: 16,
          },
          errors,
        ),
        makeField(
          'agreed',
          { label: 'Agreed on', hint: 'Year-month-day', value: form.agreed, classes: narrow },
          errors,
        ),
        makeField('by', { label: 'Agreed by', value: form.by }, errors),
        makeField(
          'review',
          {
            label: 'To be looked at again by',
            hint: 'Year-month-day, if a day is set',
            value: form.review,
            classes: narrow,
          },
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.body(body.id), text: body.name }, ...listErrors(errors) },
  }
}
