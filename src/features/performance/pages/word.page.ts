import { findFew } from '../../../domain/measure-story/word.ts'
import type { MeasureWords } from '../../../domain/measures/measure.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { findAnyMeasure } from '../find-any-measure.ts'
import { paths } from '../performance.paths.ts'
import { listOwned, sayWord } from '../story.store.ts'

const MOST = 2000

export async function showSayWord(visit: Visit): Promise<Answer> {
  const measure = await findMine(visit)
  return measure === null ? notFound : show(visit, measure, [], [])
}

/** Why a figure moved and what happens next, by whoever owns it. Few children in it: the writer is asked once, and decides. */
export async function submitWord(visit: Visit): Promise<Answer> {
  const measure = await findMine(visit)
  if (measure === null) return notFound
  const { asAt, why, nextStep, isSure } = readTyped(visit)
  const errors: FieldError[] = []
  if (!isIsoDate(asAt) || asAt > visit.today)
    errors.push({ field: 'asAt', text: 'Give a day that has come, as year-month-day.' })
  if (why === '') errors.push({ field: 'why', text: 'Say why it moved, or that you do not know yet.' })
  if (nextStep === '') errors.push({ field: 'nextStep', text: 'Say what happens next, or that nothing does.' })
  for (const [field, text] of Object.entries({ why, nextStep }))
    if (text.length > MOST) errors.push({ field, text: `Make it shorter than ${MOST} letters.` })
  const few = findFew(`${why}\n${nextStep}`)
  if (few.length > 0 && isSure !== 'yes')
    errors.push({
      field: 'isSure',
      text: `You wrote “${few.join('”, “')}”. So few could be recognised. Say it without the number, or say that it may stand.`,
    })
  if (errors.length > 0) return show(visit, measure, errors, few)
  await visit.database.as(visit.actor, async (query) => {
    await sayWord(query, visit.actor, { measureId: measure.id, asAt, why, nextStep })
    await recordTrace(query, visit.actor, {
      event: 'figure spoken of',
      detail: { measure: measure.id, asAt, saysFew: few.length > 0 },
    })
  })
  return { redirect: `${paths.measure(measure.id)}?as-at=${asAt}&done=said` }
}

/** The measure, for those who may speak about it. */
async function findMine(visit: Visit): Promise<MeasureWords | null> {
  return visit.database.as(visit.actor, async (query) => {
    const found = await findAnyMeasure(query, visit.params.id ?? '')
    if (found === null || found.local?.isEnded) return null
    const { measure } = found
    if (visit.can('true figures:write')) return measure
    return (await listOwned(query, visit.actor.personId)).includes(measure.id) ? measure : null
  })
}

function readTyped({ form, query, today }: Visit) {
  const text = (name: string) => (form[name] ?? '').trim()
  return {
    asAt: text('asAt') || (query['as-at'] ?? today),
    why: text('why'),
    nextStep: text('nextStep'),
    isSure: text('isSure'),
  }
}

function show(visit: Visit, measure: MeasureWords, errors: FieldError[], few: string[]): Answer {
  const typed = readTyped(visit)
  return {
    template: 'form.njk',
    title: `Say why it moved: ${measure.plainTitle}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `Why did “${measure.plainTitle}” move, and what happens next?`,
      lead: 'Everybody who reads figures reads this, young representatives among them, and it can be released on request. No names, and nothing that points to one child.',
      action: paths.word(measure.id),
      button: 'Put it beside the figure',
      cancelHref: paths.measure(measure.id),
      extras: [],
      fields: [
        makeField(
          'asAt',
          {
            label: 'The figure as at',
            hint: `Year-month-day, for example ${visit.today} for ${sayDate(visit.today)}`,
            value: typed.asAt,
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
        makeField('why', { label: 'Why it moved', value: typed.why, rows: 5 }, errors),
        makeField(
          'nextStep',
          { label: 'What happens next', hint: 'Who does what, by when', value: typed.nextStep, rows: 4 },
          errors,
        ),
        ...(few.length > 0
          ? [
              makeSelect(
                'isSure',
                { label: 'May the small number stand?', value: typed.isSure },
                [
                  { value: '', text: 'Not yet: I will write it differently' },
                  { value: 'yes', text: 'Yes: nobody can be recognised by it' },
                ],
                errors,
              ),
            ]
          : []),
      ],
    },
    page: {
      isNarrow: true,
      back: { href: paths.measure(measure.id), text: measure.plainTitle },
      ...listErrors(errors),
    },
  }
}
