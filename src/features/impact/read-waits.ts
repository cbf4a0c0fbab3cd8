import { isWithCover } from '../../domain/impact/covered.ts'
import type { Visit } from '../../web/route.ts'
import { bankHolidays } from '../children/index.ts'
import { type ImpactComment, listComments } from './comment.store.ts'
import { paths } from './impact.paths.ts'
import { listImpactPapers, type PaperWithAnswers, stateOf } from './impact.store.ts'

/** What waits for whoever asks: young people's words to pass on, answers to review, their own papers that are asked again or spoken of. */
export async function readImpactWaits(visit: Visit) {
  if (!visit.can('impact:read')) return []
  const { papers, comments } = await visit.database.as(visit.actor, async (query) => ({
    papers: await listImpactPapers(query),
    comments: await listComments(query),
  }))
  // What is decided soonest comes first.
  return papers.toReversed().flatMap((paper) => {
    const said = comments.filter(({ paperId }) => paperId === paper.id)
    const wait = sayWait(visit, paper, said)
    return wait === null ? [] : [{ text: paper.title, href: paths.paper(paper.id), ...wait }]
  })
}

function sayWait(visit: Visit, paper: PaperWithAnswers, said: ImpactComment[]) {
  const isCover = !visit.can('themes:write')
  const toPass = said.filter(
    ({ typed, passedOn, isMine, saidOn }) =>
      typed !== null && passedOn === null && !isMine && (!isCover || isWithCover(saidOn!, visit.today, bankHolidays)),
  )
  const isAuthor = paper.isMine || paper.answers.some(({ isMine }) => isMine)
  const state = stateOf(paper)
  if (toPass.length > 0)
    return {
      note: isCover
        ? 'Nobody has passed it on for a working day: you cover.'
        : 'A young person said something of this paper.',
      pill: { state: 'on-the-way', text: 'pass it on' },
    }
  if (state === 'waits' && visit.can('impact:write') && !paper.answers[0]!.isMine)
    return { note: 'Is the answer enough?', pill: { state: 'on-the-way', text: 'waits for review' } }
  if (isAuthor && state === 'asked again')
    return { note: 'Your answer was not enough yet.', pill: { state: 'not-kept', text: 'asked again' } }
  if (paper.isMine && state === 'no answer' && paper.decidesOn >= visit.today)
    return { note: 'You entered it, and nobody has answered.', pill: { state: 'unknown', text: 'no answer yet' } }
  if (isAuthor && said.some(({ words, reply }) => words !== null && reply === null))
    return { note: 'Young people said something of your paper.', pill: { state: 'on-the-way', text: 'answer back' } }
  return null
}
