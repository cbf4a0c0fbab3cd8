import { isNameRefused } from '../../../database/name-refused.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { findComment, passOn, replyTo } from '../comment.store.ts'
import { paths } from '../impact.paths.ts'
import { findImpactPaper } from '../impact.store.ts'
import { showPaper } from './paper.page.ts'

/** Words go on as they will be read, or back to whoever wrote them with the reason. */
export async function submitPass(visit: Visit): Promise<Answer> {
  const { form, actor, params } = visit
  const comment = await visit.database.as(actor, (query) => findComment(query, params.commentId ?? ''))
  const may = visit.can('themes:write') || visit.can('impact:write')
  if (!comment || !may || comment.typed === null || comment.isMine || comment.takenBackOn) return notFound
  if (comment.passedOn !== null) return { redirect: `${paths.paper(comment.paperId)}?done=passed` }
  const [field, ask] =
    form.act === 'pass'
      ? [`pass-${comment.id}`, 'Write the words as others will read them, in 2,000 letters at most.']
      : [`because-${comment.id}`, 'Say why it is not passed on, in 10 to 1,000 letters: whoever wrote it reads this.']
  const text = (form[field] ?? '').replace(/\r\n/g, '\n').trim()
  const again = (problem: string) =>
    showPaper({ ...visit, params: { id: comment.paperId } }, [{ field, text: problem }])
  if (form.act === 'pass' ? text === '' || text.length > 2000 : text.length < 10 || text.length > 1000)
    return again(ask)
  return keep(visit, comment.paperId, 'passed', again, (query) =>
    passOn(query, actor.authorityId, comment, form.act === 'pass' ? { words: text } : { because: text }),
  )
}

/** The author's answer back, or a lead's: young people read it under what was said. */
export async function submitReply(visit: Visit): Promise<Answer> {
  const { form, actor, params } = visit
  const found = await visit.database.as(actor, async (query) => {
    const comment = await findComment(query, params.commentId ?? '')
    return comment && { comment, paper: await findImpactPaper(query, comment.paperId) }
  })
  if (!found?.paper || found.comment.words === null) return notFound
  const { comment, paper } = found
  if (!visit.can('impact:write') && !paper.answers.some(({ isMine }) => isMine)) return notFound
  const [field, byField] = [`reply-${comment.id}`, `by-${comment.id}`]
  const [words, writtenBy] = [(form[field] ?? '').replace(/\r\n/g, '\n').trim(), (form[byField] ?? '').trim()]
  const again = (problem: string, at = field) =>
    showPaper({ ...visit, params: { id: paper.id } }, [{ field: at, text: problem }])
  if (words.length < 3 || words.length > 2000) return again('Write your answer, in 2,000 letters at most.')
  if (writtenBy.length < 3 || writtenBy.length > 120)
    return again('Enter who answers, as a title: “Head of lettings”.', byField)
  return keep(visit, paper.id, 'replied', again, (query) =>
    replyTo(query, actor.authorityId, { commentId: comment.id, words, writtenBy }),
  )
}

async function keep(
  { database, actor }: Visit,
  paperId: string,
  done: 'passed' | 'replied',
  again: (problem: string) => Promise<Answer>,
  work: Parameters<typeof database.as<void>>[1],
): Promise<Answer> {
  try {
    await database.as(actor, async (query) => {
      await work(query)
      await recordTrace(query, actor, { event: `impact comment ${done}`, detail: { paper: paperId } })
    })
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return again('A young person’s name stands in it. Take it out.')
  }
  return { redirect: `${paths.paper(paperId)}?done=${done}` }
}
