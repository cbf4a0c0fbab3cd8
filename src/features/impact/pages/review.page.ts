import { isNameRefused } from '../../../database/name-refused.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../impact.paths.ts'
import { findImpactPaper, openAnswer, reviewAnswer } from '../impact.store.ts'
import { showPaper } from './paper.page.ts'

/** A corporate parenting lead finds an answer enough, or asks again with words. Never their own. */
export async function submitReview(visit: Visit): Promise<Answer> {
  const { form, actor } = visit
  const paper = await findReviewed(visit)
  const last = paper?.answers[0]
  if (!paper || !last || last.isMine) return notFound
  const words = (form.words ?? '').replace(/\r\n/g, '\n').trim()
  const outcome = form.outcome === 'enough' || form.outcome === 'ask again' ? form.outcome : null
  if (outcome === null) return notFound
  if (form.version !== String(last.version) || last.outcome !== null)
    return showPaper(visit, [
      { field: 'words', text: 'The answer has changed or was reviewed since you opened it. Read it again.' },
    ])
  if (outcome === 'ask again' && words.length < 10)
    return showPaper(visit, [{ field: 'words', text: 'Say what is missing, so that the author can answer.' }])
  if (words.length > 2000) return showPaper(visit, [{ field: 'words', text: 'Say it in 2,000 letters at most.' }])
  try {
    await visit.database.as(actor, async (query) => {
      await reviewAnswer(query, actor.authorityId, { paperId: paper.id, version: last.version, outcome, words })
      await recordTrace(query, actor, { event: 'impact reviewed', detail: { paper: paper.id, outcome } })
    })
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return showPaper(visit, [{ field: 'words', text: 'A young person’s name stands in it. Take it out.' }])
  }
  return { redirect: `${paths.paper(paper.id)}?done=reviewed` }
}

/** The plain words of an answer that was found enough are there for young people from now on. */
export async function submitOpening(visit: Visit): Promise<Answer> {
  const { actor } = visit
  const paper = await findReviewed(visit)
  const last = paper?.answers[0]
  const may = visit.can('impact:write') || visit.can('themes:write')
  if (!paper || !may || last?.outcome !== 'enough' || last.plainWords.trim() === '') return notFound
  await visit.database.as(actor, async (query) => {
    await openAnswer(query, actor.authorityId, paper.id, last.version)
    await recordTrace(query, actor, { event: 'impact opened', detail: { paper: paper.id } })
  })
  return { redirect: `${paths.paper(paper.id)}?done=opened` }
}

async function findReviewed(visit: Visit) {
  return visit.database.as(visit.actor, (query) => findImpactPaper(query, visit.params.id ?? ''))
}
