import type { Query } from '../../../database/database.ts'
import { listFilesOf } from '../../../shapes/file/file.store.ts'
import { listThemes, listThemesOfView } from '../../../shapes/voice/theme.store.ts'
import { answerView, type HeardView, openView, readInbox, tellAnswer } from '../../../shapes/voice/view.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { bankHolidays } from '../../children/index.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import { type AnswerTyped, checkAnswer, NO_ANSWER } from '../answer.form.ts'
import { checkTold, type FieldError } from '../told.form.ts'
import { paths } from '../voices.paths.ts'
import { presentView } from './view.presenter.ts'

const NOTICES: Record<string, string> = {
  answered: 'Your answer stands on their page. It is answered when they say so.',
  'to-tell': 'Kept. It is not on their page until somebody has told them in person and says so here.',
  told: 'Noted. It stands on their page now, so that they can read it again.',
  put: 'Put to the theme. It counts with what others said, and never says who.',
  out: 'Taken out of the theme.',
  choose: 'Choose a theme first.',
}

interface Typed {
  answer: AnswerTyped
  on: string | null
  errors: FieldError[]
}
const NOTHING: Typed = { answer: NO_ANSWER, on: null, errors: [] }

/** Showing the words to a person is opening them: the row is written in the same transaction (rule 8). */
export async function showView(visit: Visit): Promise<Answer> {
  return show(visit, NOTHING)
}

export async function submitAnswer(visit: Visit): Promise<Answer> {
  const { typed, errors, answer } = checkAnswer(visit.form, visit.today)
  if (answer === null) return show(visit, { answer: typed, on: null, errors })
  return visit.database.as(visit.actor, async (query) => {
    const view = await find(query, visit)
    if (view === null || view.withdrawnOn !== null) return notFound
    const { way, ...said } = answer
    const id = await answerView(query, view.id, { ...said, isHard: way !== 'page' })
    if (way === 'told') await tellAnswer(query, id)
    return {
      redirect: `${paths.view(view.id)}?done=${way === 'page' ? 'answered' : way === 'tell' ? 'to-tell' : 'told'}`,
    }
  })
}

/** A named person has told the child: only now does it stand on their page (rule 12). */
export async function submitTold(visit: Visit): Promise<Answer> {
  const typed = visit.form.on ?? ''
  const done = await visit.database.as(visit.actor, async (query): Promise<Answer | FieldError> => {
    const view = await find(query, visit)
    const answer = view?.answers.find(({ id }) => id === visit.params.answerId)
    if (!view || !answer) return notFound
    const checked = checkTold(typed, view.saidOn, visit.today)
    if ('error' in checked) return checked.error
    const isTold = await tellAnswer(query, answer.id, checked.on)
    return isTold ? { redirect: `${paths.view(view.id)}?done=told` } : notFound
  })
  return 'field' in done ? show(visit, { ...NOTHING, on: typed, errors: [done] }) : done
}

async function find(query: Query, visit: Visit): Promise<HeardView | null> {
  return (await readInbox(query)).find(({ id }) => id === visit.params.id) ?? null
}

async function show(visit: Visit, typed: Typed): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const view = await find(query, visit)
    if (view === null) return null
    if (view.withdrawnOn === null) await openView(query, view.id)
    const mayCount = view.mayBeCounted && !view.isAboutAdult && view.withdrawnOn === null
    return {
      view,
      files: view.hasFile ? await listFilesOf(query, { kind: 'view', ref: view.id }) : [],
      themes: mayCount ? await listThemes(query) : null,
      themesOf: mayCount ? await listThemesOfView(query, view.id) : [],
    }
  })
  if (found === null) return notFound
  const clock = Temporal.Now.instant().toZonedDateTimeISO('Europe/London').toPlainTime().toString().slice(0, 5)
  const theme = found.themesOf[0]
  const { errors } = typed
  const notice = NOTICES[visit.query.done ?? '']
  return {
    template: 'features/voices/pages/view.njk',
    title: 'Inbox',
    status: errors.length > 0 ? 422 : 200,
    model: {
      // What one child said hangs on the thread by its theme alone.
      threadKnots: theme ? await readThread(visit, { kind: 'theme', ref: theme.id }, tellOfPromise) : [],
      ...presentView({
        ...found,
        today: visit.today,
        now: `${visit.today}T${clock}`,
        holidays: bankHolidays,
        typed,
        isDone: visit.query.done !== undefined,
      }),
    },
    page: {
      isNarrow: true,
      back: { href: paths.inbox(), text: 'Inbox' },
      ...(errors.length > 0 ? { errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
      ...(errors.length === 0 && notice ? { notice: { text: notice, isSuccess: visit.query.done !== 'choose' } } : {}),
    },
  }
}
