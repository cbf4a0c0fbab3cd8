import { POINTS_AT, type PointsAt } from '../../../domain/measure-story/target.ts'
import type { Measure } from '../../../domain/measures/measure.ts'
import { collectionYear, collectionYearOf, isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { workOutFigures } from '../figures.command.ts'
import { findAnyMeasure } from '../find-any-measure.ts'
import { paths } from '../performance.paths.ts'
import { chooseDirection, giveOwner, listAnswerable, setTarget, validate } from '../story.store.ts'

export async function showTarget(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitTarget(visit: Visit): Promise<Answer> {
  const typed = readTyped(visit)
  const errors: FieldError[] = []
  const value = readNumber(typed.value)
  const near = typed.near === '' ? 0 : readNumber(typed.near)
  if (typed.way !== 'at least' && typed.way !== 'at most')
    errors.push({ field: 'way', text: 'Choose “at least” or “at most”.' })
  if (typed.value !== '' && value === null)
    errors.push({ field: 'value', text: 'Give the target as a number, or leave it empty.' })
  if (typed.pointsAt !== '' && !isPointsAt(typed.pointsAt))
    errors.push({ field: 'pointsAt', text: 'Choose what the target points at.' })
  if (typed.pointsAt !== '' && typed.value !== '')
    errors.push({ field: 'value', text: 'Give a number, or choose what the target points at: not both.' })
  if (near === null || near < 0) errors.push({ field: 'near', text: 'Give a number of nought or more.' })
  if (!isIsoDate(typed.from)) errors.push({ field: 'from', text: 'Give its first day as year-month-day.' })
  if (!isIsoDate(typed.to) || typed.to <= typed.from)
    errors.push({ field: 'to', text: 'Give its last day as year-month-day, after its first.' })
  if (typed.why === '' || typed.why.length > 500)
    errors.push({ field: 'why', text: 'Say in up to 500 letters why it is set: which plan or decision.' })
  if (errors.length > 0) return show(visit, errors)
  const { way, from: fromOn, to: toOn, why } = typed
  const pointsAt = isPointsAt(typed.pointsAt) ? typed.pointsAt : null
  return change(visit, 'target set', (query, measureId) =>
    setTarget(query, visit.actor, {
      measureId,
      way: way as 'at least' | 'at most',
      value,
      pointsAt,
      near: near!,
      fromOn,
      toOn,
      why,
    }),
  )
}

export async function submitOwner(visit: Visit): Promise<Answer> {
  const { owner } = readTyped(visit)
  const colleagues = await visit.database.as(visit.actor, listAnswerable)
  if (!colleagues.some(({ id }) => id === owner))
    return show(visit, [{ field: 'owner', text: 'Choose who answers for this figure.' }])
  return change(visit, 'figure owner given', (query, measureId) => giveOwner(query, visit.actor, measureId, owner))
}

export async function submitDirection(visit: Visit): Promise<Answer> {
  const { direction, directionWhy: why } = readTyped(visit)
  const errors: FieldError[] = []
  if (!isDirection(direction)) errors.push({ field: 'direction', text: 'Choose which way is good.' })
  if (why === '' || why.length > 500)
    errors.push({ field: 'directionWhy', text: 'Say in up to 500 letters why the council chose it.' })
  if (errors.length > 0 || !isDirection(direction)) return show(visit, errors)
  return change(visit, 'figure direction chosen', (query, measureId) =>
    chooseDirection(query, visit.actor, { measureId, direction, why }),
  )
}

/** Somebody with the right says that a figure was checked as it stands now. */
export async function submitValidate(visit: Visit): Promise<Answer> {
  const asAt = visit.form.asAt ?? ''
  if (!isIsoDate(asAt) || asAt > visit.today) return notFound
  const figures = await workOutFigures(visit.database, visit.council, asAt, null)
  const result = figures.results.find(({ id }) => id === visit.params.id)
  if (!result || result.cannotCompute !== null || result.isTyped) return notFound
  await visit.database.as(visit.actor, async (query) => {
    await validate(query, visit.actor, result, figures.sealNumber)
    await recordTrace(query, visit.actor, { event: 'figure validated', detail: { measure: result.id, asAt } })
  })
  return { redirect: `${paths.measure(result.id)}?as-at=${asAt}&done=validated` }
}

type Work = (query: Parameters<typeof listAnswerable>[0], measureId: string) => Promise<void>

async function change(visit: Visit, event: string, work: Work): Promise<Answer> {
  const id = await visit.database.as(visit.actor, async (query) => {
    const found = await findAnyMeasure(query, visit.params.id ?? '')
    if (found === null || found.local?.isEnded) return null
    await work(query, found.measure.id)
    await recordTrace(query, visit.actor, { event, detail: { measure: found.measure.id } })
    return found.measure.id
  })
  return id === null ? notFound : { redirect: `${paths.measure(id)}?done=set` }
}

const isPointsAt = (text: string): text is PointsAt => (POINTS_AT as readonly string[]).includes(text)
const isDirection = (text: string): text is Measure['direction'] => ['higher', 'lower', 'none'].includes(text)

function readNumber(text: string): number | null {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

function readTyped({ form }: Visit) {
  const text = (name: string) => (form[name] ?? '').trim()
  return {
    way: text('way'),
    value: text('value'),
    pointsAt: text('pointsAt'),
    near: text('near'),
    from: text('from'),
    to: text('to'),
    why: text('why'),
    owner: text('owner'),
    direction: text('direction'),
    directionWhy: text('directionWhy'),
  }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const read = await visit.database.as(visit.actor, async (query) => {
    const found = await findAnyMeasure(query, visit.params.id ?? '')
    return found === null || found.local?.isEnded
      ? null
      : { measure: found.measure, owners: await listAnswerable(query) }
  })
  if (read === null) return notFound
  const { measure, owners } = read
  const typed = readTyped(visit)
  const year = collectionYear(collectionYearOf(visit.today))
  const number = (name: 'value' | 'near', label: string, hint: string) =>
    makeField(name, { label, hint, value: typed[name], classes: 'govuk-input--width-5' }, errors)
  const day = (name: 'from' | 'to', label: string, value: string) =>
    makeField(
      name,
      { label, hint: 'Year-month-day', value: typed[name] || value, classes: 'govuk-input--width-10' },
      errors,
    )
  const choose = { value: '', text: 'Choose' }
  return {
    template: 'form.njk',
    title: `Target, owner and direction: ${measure.plainTitle}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `What should “${measure.plainTitle}” reach?`,
      lead: 'A new target stands in front of the earlier one, which stays on file. Everybody who reads figures sees who set it and why.',
      action: paths.target(measure.id),
      button: 'Set this target',
      cancelHref: paths.measure(measure.id),
      fields: [
        makeSelect(
          'way',
          { label: 'The figure should be', value: typed.way },
          [choose, { value: 'at least', text: 'At least' }, { value: 'at most', text: 'At most' }],
          errors,
        ),
        number('value', 'This number', 'As the figure is shown. Empty where it points at something else'),
        makeSelect(
          'pointsAt',
          {
            label: 'Or as good as',
            hint: 'The newest that is published and taken in: it moves with each year’s files',
            value: typed.pointsAt,
          },
          [
            { value: '', text: 'It was on the same day a year before' },
            { value: 'England', text: 'England' },
            { value: 'councils like ours', text: 'The average of councils like ours' },
            { value: 'the best quarter', text: 'The best quarter of all councils' },
          ],
          errors,
        ),
        number('near', 'Near is within', 'This close still counts as near. Empty: nothing does'),
        day('from', 'From', year.from),
        day('to', 'To', year.to),
        makeField(
          'why',
          { label: 'Why this target', hint: 'Which plan or decision', value: typed.why, rows: 3 },
          errors,
        ),
      ],
      extras: [
        {
          action: paths.owner(measure.id),
          title: 'Who answers for it',
          lead: 'They are asked for a word each quarter, on their first screen.',
          button: 'Give it to them',
          fields: [
            makeSelect(
              'owner',
              { label: 'Owner', value: typed.owner },
              [
                choose,
                ...owners.map(({ id, name, title }) => ({
                  value: id,
                  text: title === null ? name : `${name}, ${title}`,
                })),
              ],
              errors,
            ),
          ],
        },
        {
          action: paths.direction(measure.id),
          title: 'A direction of our own',
          lead: 'Shown to staff only. A number of children in care has no good direction to a child who is one of them.',
          button: 'Choose this direction',
          fields: [
            makeSelect(
              'direction',
              { label: 'Which way is good', value: typed.direction },
              [
                choose,
                { value: 'higher', text: 'Higher is better' },
                { value: 'lower', text: 'Lower is better' },
                { value: 'none', text: 'Neither' },
              ],
              errors,
            ),
            makeField(
              'directionWhy',
              { label: 'Why the council chose it', value: typed.directionWhy, rows: 3 },
              errors,
            ),
          ],
        },
      ],
    },
    page: {
      isNarrow: true,
      back: { href: paths.measure(measure.id), text: measure.plainTitle },
      ...listErrors(errors),
    },
  }
}
