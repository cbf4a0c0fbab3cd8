import type { Query } from '../../../database/database.ts'
import { sayMoreThan } from '../../../domain/disclosure/more-than.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { joinKnots } from '../../../shapes/plan/knot-join.store.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import { findTheme, listMyThemes, type Theme } from '../../../shapes/voice/theme.store.ts'
import { type Choice, type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { listComingItems } from '../../governance/index.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import { paths } from '../themes.paths.ts'
import { KIND_WORDS, presentAnswer } from './themes.presenter.ts'

const DONE: Record<string, string> = {
  begun: 'The theme is begun. Whoever a child wrote to can now put what they said to it.',
  joined: 'It is joined. The count stands there now, where it is above five.',
  answered: 'The answer is written. Nobody reads it yet: tell the children who said it first.',
  told: 'That is noted, and they can read it.',
}

export async function showTheme(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** Joins the theme to a promise, or puts its count before a meeting. */
export async function submitJoin(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? ''
  const choices = await visit.database.as(visit.actor, async (query) => ({
    theme: await findTheme(query, id),
    joins: await listJoins(query, visit.today),
  }))
  if (choices.theme === null) return notFound
  const chosen = choices.joins.find(({ value }) => value === visit.form.to)
  if (!chosen) return show(visit, [{ field: 'to', text: 'Choose a promise or an item of a coming meeting.' }])
  const [kind, ref] = chosen.value.split(':') as ['promise' | 'agenda item', string]
  await visit.database.as(visit.actor, async (query) => {
    await joinKnots(query, visit.actor, { kind: 'theme', ref: id }, { kind, ref })
    await recordTrace(query, visit.actor, { event: 'theme joined', detail: { theme: id, kind, ref } })
  })
  return { redirect: `${paths.theme(id)}?done=joined` }
}

async function listJoins(query: Query, today: IsoDate): Promise<Choice[]> {
  const promises = (await findPlan(query, 'pledge'))?.items ?? []
  const items = await listComingItems(query, today)
  return [
    ...promises.map((item) => ({ value: `promise:${item.id}`, text: `Promise ${item.position}: ${item.title}` })),
    ...items.map((item) => ({ value: `agenda item:${item.id}`, text: `${sayDate(item.day)}: ${item.title}` })),
  ]
}

export async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const canWrite = visit.can('themes:write')
  const found = await visit.database.as(visit.actor, async (query) => {
    const theme = await findTheme(query, visit.params.id ?? '')
    return (
      theme && {
        theme,
        joins: canWrite ? await listJoins(query, visit.today) : [],
        isMine: (await listMyThemes(query)).some(({ id }) => id === theme.id),
      }
    )
  })
  if (found === null) return notFound
  const { theme, joins, isMine } = found
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/themes/pages/theme.njk',
    title: 'What children say',
    status: errors.length > 0 ? 422 : 200,
    model: {
      threadKnots: await readThread(visit, { kind: 'theme', ref: theme.id }, tellOfPromise),
      ...presentTheme(theme, isMine),
      answers: theme.answers.map((answer) => presentAnswer(answer, theme.moreThan, canWrite)),
      answerForm: canWrite ? makeAnswerForm(visit, theme, errors) : null,
      joinForm: canWrite
        ? {
            action: paths.join(theme.id),
            field: makeSelect(
              'to',
              { label: 'A promise, or an item of a coming meeting', value: visit.form.to },
              [{ value: '', text: 'Choose' }, ...joins],
              errors,
            ),
          }
        : null,
    },
    page: {
      back: { href: paths.themes(), text: 'All themes' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

function presentTheme(theme: Theme, isMine: boolean) {
  return {
    sentence:
      theme.moreThan === null
        ? `“${theme.title}”: said by five children or fewer, so no number is shown.`
        : `“${theme.title}”: ${sayMoreThan(theme.moreThan)} said something about it.`,
    lead: theme.about,
    mine: isMine ? 'You are one of the children who said this.' : '',
    note: 'Who said it, and in which words, stays between each child and the person they told. Only what a child let be counted is counted here.',
    begun: `Begun on ${sayDate(theme.begunOn)}.`,
  }
}

function makeAnswerForm({ form }: Visit, theme: Theme, errors: FieldError[]) {
  return {
    action: paths.answer(theme.id),
    kind: makeSelect(
      'kind',
      { label: 'What came of it', value: form.kind },
      [{ value: '', text: 'Choose' }, ...Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text }))],
      errors,
    ),
    words: makeField(
      'words',
      {
        label: 'In words a child can read',
        hint: 'What changed, or will change and by when; or why not. No names of children.',
        value: form.words,
        rows: 4,
      },
      errors,
    ),
  }
}
