import { readHowOften, WAYS_TO_SAY } from '../../../domain/governance/read-rhythm.ts'
import type { Rhythm, Week } from '../../../domain/governance/rhythm.ts'
import { MONTH_NAMES, sayHowOften, sayWeek, WEEKDAYS } from '../../../domain/governance/say-rhythm.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { type Body, findBody, setRhythm } from '../body.store.ts'
import { checkNames } from '../check-names.ts'

const WEEKS: Week[] = [1, 2, 3, 4, 'last']

export async function showRhythm(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitRhythm(visit: Visit): Promise<Answer> {
  const body = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (body === null) return notFound
  const { rhythm, errors } = readRhythm(visit)
  const themes = (visit.form.themes ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (themes.length > 24 || themes.some((theme) => theme.length > 120))
    errors.push({ field: 'themes', text: 'Enter at most 24 themes, each of at most 120 letters.' })
  errors.push(...(await checkNames(visit, ['themes'])))
  if (errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    await setRhythm(query, body.id, rhythm, themes)
    await recordTrace(query, visit.actor, { event: 'rhythm set', detail: { body: body.id } })
  })
  return { redirect: `${paths.body(body.id)}?done=rhythm` }
}

/** Left empty, it has no rhythm. What can be read in two ways is asked back. */
function readRhythm({ form, today }: Visit): { rhythm: Rhythm | null; errors: FieldError[] } {
  const how = (form.how ?? '').trim()
  if (how === '') return { rhythm: null, errors: [] }
  const errors: FieldError[] = []
  const read = readHowOften(how)
  if ('ask' in read) errors.push({ field: 'how', text: read.ask })
  const weekday = Number(form.weekday)
  const week = WEEKS.find((one) => String(one) === form.week)
  if (!(weekday >= 1 && weekday <= 7)) errors.push({ field: 'weekday', text: 'Choose the day of the week.' })
  if (week === undefined) errors.push({ field: 'week', text: 'Choose which one of the month, or of the half term.' })
  if ('ask' in read || week === undefined || errors.length > 0) return { rhythm: null, errors }
  const skips = form.august === 'skip' ? [8] : []
  const month = (form.month ?? '').trim()
  if (read.kind === 'half-termly') return { errors, rhythm: { ...read, nth: week === 'last' ? 9 : week, weekday } }
  if (read.kind === 'twice a month') {
    const weeks: [Week, Week] = week === 'last' ? [2, 'last'] : week % 2 === 1 ? [1, 3] : [2, 4]
    return { errors, rhythm: { ...read, weeks, weekday, skips } }
  }
  if (read.kind === 'in months') return { errors, rhythm: { ...read, week, weekday, skips } }
  const first = MONTH_NAMES.indexOf(month)
  if (first < 0)
    errors.push({
      field: 'month',
      text: 'Choose a month in which it meets, so that the others can be counted from it.',
    })
  const from = `${today.slice(0, 4)}-${String(first + 1).padStart(2, '0')}`
  return { errors, rhythm: { ...read, from, week, weekday, skips } }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const body = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (body === null) return notFound
  const values = errors.length > 0 ? visit.form : valuesOf(body)
  return {
    template: 'form.njk',
    title: `Rhythm of ${body.name}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `How often does the ${body.name} meet, and on what?`,
      lead: 'A rule, so that its next days can be offered and a meeting that is missed can be seen. A bank holiday is avoided by itself.',
      action: paths.rhythm(body.id),
      button: 'Save',
      cancelHref: paths.body(body.id),
      extras: [],
      fields: [
        makeField('how', { label: 'How often', hint: WAYS_TO_SAY, value: values.how }, errors),
        makeSelect(
          'week',
          { label: 'On which', value: values.week ?? '2' },
          WEEKS.map((week) => ({ value: String(week), text: `the ${sayWeek(week)}` })),
          errors,
        ),
        makeSelect(
          'weekday',
          { label: 'Day of the week', value: values.weekday },
          [
            { value: '', text: 'Choose' },
            ...WEEKDAYS.slice(0, 5).map((text, index) => ({ value: String(index + 1), text })),
          ],
          errors,
        ),
        makeSelect(
          'month',
          {
            label: 'A month in which it meets',
            hint: 'For every so many months: the others are counted from it',
            value: values.month,
          },
          [{ value: '', text: 'Choose' }, ...MONTH_NAMES.map((name) => ({ value: name, text: name }))],
          errors,
        ),
        makeSelect(
          'august',
          { label: 'August', value: values.august ?? 'meets' },
          [
            { value: 'meets', text: 'It may meet in August' },
            { value: 'skip', text: 'Not in August: that meeting is in September' },
          ],
          errors,
        ),
        makeField(
          'themes',
          {
            label: 'Themes in turn',
            hint: 'One on each line. Each meeting has the next one.',
            value: values.themes,
            rows: 6,
          },
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.body(body.id), text: body.name }, ...listErrors(errors) },
  }
}

function valuesOf({ rhythm, themes }: Body): Record<string, string> {
  const lines = themes.join('\n')
  if (rhythm === null) return { themes: lines }
  const week =
    rhythm.kind === 'half-termly'
      ? rhythm.nth > 4
        ? 'last'
        : rhythm.nth
      : rhythm.kind === 'twice a month'
        ? rhythm.weeks[0]
        : rhythm.week
  return {
    how: sayHowOften(rhythm),
    week: String(week),
    weekday: String(rhythm.weekday),
    month: rhythm.kind === 'every' ? MONTH_NAMES[Number(rhythm.from.slice(5, 7)) - 1]! : '',
    august: rhythm.kind !== 'half-termly' && rhythm.skips.includes(8) ? 'skip' : 'meets',
    themes: lines,
  }
}
