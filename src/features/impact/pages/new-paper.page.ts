import { isNameRefused } from '../../../database/name-refused.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import {
  checkPaper,
  checkTyped,
  NAME_ERROR,
  presentAnswerFields,
  presentPaperFields,
  readAnswer,
} from '../answer.form.ts'
import { paths } from '../impact.paths.ts'
import {
  addAnswer,
  addImpactPaper,
  changeImpactPaper,
  findImpactPaper,
  type PaperWithAnswers,
} from '../impact.store.ts'

export async function showNewPaper(visit: Visit): Promise<Answer> {
  return show(visit, null, { writtenBy: visit.person.title ?? '' }, [])
}

/** The paper with its answer; or the paper alone, so that everybody sees it has none. */
export async function submitNewPaper(visit: Visit): Promise<Answer> {
  const { form, actor } = visit
  const isAlone = form.act === 'enter'
  const { paper, errors } = checkPaper(form)
  const { answer, errors: more } = checkTyped(form)
  const all = isAlone ? errors : [...errors, ...more]
  if (all.length > 0) return show(visit, null, form, all)
  return keep(visit, null, async () => {
    const id = await visit.database.as(actor, async (query) => {
      const made = await addImpactPaper(query, actor.authorityId, paper)
      if (!isAlone) await addAnswer(query, actor.authorityId, made, 0, answer)
      await recordTrace(query, actor, { event: 'impact answered', detail: { paper: made } })
      return made
    })
    return { redirect: `${paths.paper(id)}?done=${isAlone ? 'entered' : 'answered'}` }
  })
}

export async function showAnswerAgain(visit: Visit): Promise<Answer> {
  const paper = await findOpen(visit)
  if (paper === null) return notFound
  const [last] = paper.answers
  return show(visit, paper, startForm(paper, last?.writtenBy ?? visit.person.title ?? ''), [])
}

export async function submitAnswerAgain(visit: Visit): Promise<Answer> {
  const { form, actor } = visit
  const found = await findOpen(visit)
  if (found === null) return notFound
  const from = found.answers[0]?.version ?? 0
  const { answer, errors } = checkTyped(form)
  const facts = mayChange(visit, found) ? checkPaper(form) : null
  const all = [...(facts?.errors ?? []), ...errors]
  if (form.from !== String(from))
    all.push({
      field: 'why',
      text: 'Somebody has answered since you began. Theirs stands on the paper’s page; your words are still here.',
    })
  if (all.length > 0) return show(visit, found, form, all)
  return keep(visit, found, async () => {
    const isKept = await visit.database.as(actor, async (query) => {
      if (facts) await changeImpactPaper(query, found.id, facts.paper)
      const isDone = await addAnswer(query, actor.authorityId, found.id, from, answer)
      if (isDone) await recordTrace(query, actor, { event: 'impact answered', detail: { paper: found.id } })
      return isDone
    })
    return isKept ? { redirect: `${paths.paper(found.id)}?done=answered` } : notFound
  })
}

/** One that still waits for an answer from whoever asks: theirs, or nobody's yet. */
async function findOpen(visit: Visit): Promise<PaperWithAnswers | null> {
  const paper = await visit.database.as(visit.actor, (query) => findImpactPaper(query, visit.params.id ?? ''))
  return paper !== null && mayAnswer(paper) ? paper : null
}

export function mayAnswer({ isMine, answers }: PaperWithAnswers): boolean {
  if (answers[0]?.outcome === 'enough') return false
  return answers.length === 0 || isMine || answers.some((answer) => answer.isMine)
}

const mayChange = (visit: Visit, { isMine }: PaperWithAnswers) => isMine || visit.can('impact:write')

function startForm({ answers, ...paper }: PaperWithAnswers, writtenBy: string): Record<string, string> {
  const [last] = answers
  const principles = Object.fromEntries((last?.principles ?? []).map((number) => [`principle-${number}`, 'yes']))
  const { title, whoDecides, decidesOn, organisation } = paper
  const { effect = '', why = '', aboutHarm = '', howAsked = '', plainWords = '' } = last ?? {}
  return {
    ...{ title, whoDecides, decidesOn, organisation, effect, why, aboutHarm, howAsked, plainWords, writtenBy },
    ...principles,
  }
}

async function keep(visit: Visit, paper: PaperWithAnswers | null, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (isNameRefused(error)) return show(visit, paper, visit.form, [NAME_ERROR])
    throw error
  }
}

function show(
  visit: Visit,
  found: PaperWithAnswers | null,
  form: Record<string, string>,
  errors: FieldError[],
): Answer {
  const last = found?.answers[0]
  return {
    template: 'features/impact/pages/answer-form.njk',
    title: 'Impact check',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: found === null ? 'How does this support our children in care and care leavers?' : found.title,
      lead: 'Answer before anything is decided. Ten minutes are enough for most papers.',
      askedAgain: last?.outcome === 'ask again' ? last.reviewWords : '',
      guidanceHref: paths.guidance(),
      action: found === null ? paths.new() : paths.answer(found.id),
      from: String(last?.version ?? 0),
      paperFields: found === null || mayChange(visit, found) ? presentPaperFields(checkPaper(form).paper, errors) : [],
      answer: presentAnswerFields(readAnswer(form), errors),
      isNew: found === null,
      cancelHref: found === null ? paths.register() : paths.paper(found.id),
    },
    page: {
      isNarrow: true,
      back: {
        href: found === null ? paths.register() : paths.paper(found.id),
        text: found === null ? 'Impact check' : 'The paper',
      },
      ...listErrors(errors),
    },
  }
}
