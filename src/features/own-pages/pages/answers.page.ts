import type { Query } from '../../../database/database.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { listFilesOf, type StoredFile } from '../../../shapes/file/file.store.ts'
import { listMyThemes } from '../../../shapes/voice/theme.store.ts'
import { readMyViewReaders, readMyViews, replyToAnswer, withdrawView } from '../../../shapes/voice/view.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { notFound } from '../../../web/route.ts'
import { bankHolidays } from '../../children/index.ts'
import { paths } from '../own-pages.paths.ts'
import { asYoung } from '../young-visit.ts'
import { type AnswersFacts, presentAnswers, presentSent } from './answers.presenter.ts'
import { presentTogether } from './together.presenter.ts'

async function readFacts(query: Query, { today }: Visit, level: AnswersFacts['level']): Promise<AnswersFacts> {
  const views = await readMyViews(query)
  const filesOf = new Map<string, StoredFile[]>()
  for (const { id } of views.filter(({ hasFile }) => hasFile))
    filesOf.set(id, await listFilesOf(query, { kind: 'view', ref: id }))
  const clock = Temporal.Now.instant().toZonedDateTimeISO('Europe/London').toPlainTime().toString().slice(0, 5)
  const readers = await readMyViewReaders(query)
  return { level, today, now: `${today}T${clock}`, holidays: bankHolidays, views, readers, filesOf }
}

export async function showAnswers(visit: Visit): Promise<Answer> {
  return asYoung(visit, async ({ level }) => ({
    template: 'features/own-pages/pages/answers.njk',
    title: 'Answers',
    model: await visit.database.as(visit.actor, async (query) => ({
      ...presentAnswers(await readFacts(query, visit, level)),
      together: presentTogether(await listMyThemes(query), level),
    })),
    page: { back: { href: paths.home(), text: 'Home' } },
  }))
}

export async function showSent(visit: Visit): Promise<Answer> {
  return asYoung(visit, async ({ level }) => {
    const facts = await visit.database.as(visit.actor, (query) => readFacts(query, visit, level))
    const view = facts.views.find(({ id }) => id === visit.params.id)
    if (!view) return notFound
    return {
      template: 'features/own-pages/pages/say-sent.njk',
      title: 'Say',
      model: presentSent(view, facts),
      page: { back: { href: paths.home(), text: 'Home' } },
    }
  })
}

export async function submitReply(visit: Visit): Promise<Answer> {
  const said = (['yes', 'a bit', 'no'] as const).find((word) => word === visit.form.said)
  return change(visit, 'a', said ? (query) => replyToAnswer(query, visit.params.id!, said) : null)
}

export async function submitTakeBack(visit: Visit): Promise<Answer> {
  return change(visit, 'v', (query) => withdrawView(query, visit.params.id!))
}

/** Back to the same card; what is not theirs is not there. */
async function change(
  visit: Visit,
  place: 'a' | 'v',
  work: ((query: Query) => Promise<boolean>) | null,
): Promise<Answer> {
  return asYoung(visit, async () => {
    if (work === null || !isId(visit.params.id!)) return notFound
    const isDone = await visit.database.as(visit.actor, work)
    return isDone ? { redirect: `${paths.answers()}#${place}-${visit.params.id}` } : notFound
  })
}
