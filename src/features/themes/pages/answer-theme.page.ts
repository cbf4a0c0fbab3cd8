import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { ANSWER_KINDS, answerTheme, findTheme, listThemes, TOLD, tellTheme } from '../../../shapes/voice/theme.store.ts'
import type { FieldError } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../themes.paths.ts'
import { show } from './theme.page.ts'

export async function submitAnswer(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? ''
  const theme = await visit.database.as(visit.actor, (query) => findTheme(query, id))
  if (theme === null) return notFound
  const words = (visit.form.words ?? '').trim()
  const kind = ANSWER_KINDS.find((one) => one === visit.form.kind)
  const errors: FieldError[] = []
  if (kind === undefined)
    errors.push({ field: 'kind', text: 'Choose what came of it: we did, we will, or no, because.' })
  if (words.length < 10 || words.length > 1000)
    errors.push({ field: 'words', text: 'Write the answer in a sentence or more, up to 1,000 letters.' })
  if (kind === undefined || errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    const answer = await answerTheme(query, id, { kind, words, decisionId: null })
    await recordTrace(query, visit.actor, { event: 'theme answered', detail: { theme: id, answer } })
  })
  return { redirect: `${paths.theme(id)}?done=answered` }
}

/** One step of the order of telling (rule 34). */
export async function submitTold(visit: Visit): Promise<Answer> {
  const answerId = visit.params.id ?? ''
  const who = TOLD.find((one) => one === visit.form.who)
  const theme = await visit.database.as(visit.actor, async (query) => {
    const theme = (await listThemes(query)).find(({ answers }) => answers.some(({ id }) => id === answerId))
    if (theme === undefined || who === undefined || !(await tellTheme(query, answerId, who))) return null
    await recordTrace(query, visit.actor, { event: 'theme told', detail: { theme: theme.id, answer: answerId, who } })
    return theme
  })
  return theme === null ? notFound : { redirect: `${paths.theme(theme.id)}?done=told` }
}
