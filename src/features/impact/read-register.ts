import type { RegisterFilter, RegisterPaper } from '../../domain/impact/register.ts'
import { isIsoDate } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import { type ImpactOfPaper, listImpactOfPapers } from '../governance/index.ts'
import { listImpactPapers, type PaperWithAnswers, stateOf } from './impact.store.ts'

export type ListedPaper = RegisterPaper & { isOfBoard: boolean; isMine: boolean }

/** Every paper that the reader may know of: those entered here, and the boards’ own, whose answer stands in the paper. */
export async function readRegister(visit: Visit): Promise<ListedPaper[]> {
  const { papers, ofBoards } = await visit.database.as(visit.actor, async (query) => ({
    papers: await listImpactPapers(query),
    ofBoards: await listImpactOfPapers(query),
  }))
  return [...papers.map(fromPaper), ...ofBoards.map(fromBoard)].sort((a, b) => (a.decidesOn < b.decidesOn ? 1 : -1))
}

function fromPaper(paper: PaperWithAnswers): ListedPaper {
  const { id, title, organisation, whoDecides, decidesOn, answers } = paper
  const [last] = answers
  return {
    ...{ id, title, organisation, whoDecides, decidesOn, isOfBoard: false, isMine: paper.isMine },
    effect: last?.effect ?? null,
    answeredOn: answers.at(-1)?.saidOn ?? null,
    state: stateOf(paper),
    words:
      last === undefined ? '' : [last.why, last.aboutHarm, last.howAsked, last.plainWords, last.writtenBy].join(' '),
  }
}

/** A board’s paper is published with its answer or not at all. */
function fromBoard({ id, title, body, heldOn, impact, publishedOn }: ImpactOfPaper): ListedPaper {
  const isAnswered = impact !== ''
  return {
    ...{ id, title, organisation: 'Corporate parenting papers', whoDecides: body, decidesOn: heldOn },
    ...{ isOfBoard: true, isMine: false, effect: null },
    answeredOn: isAnswered ? (publishedOn ?? heldOn) : null,
    state: isAnswered ? 'in the paper' : 'no answer',
    words: impact,
  }
}

export function readFilter({ query }: Visit): RegisterFilter {
  const text = (name: string) => (query[name] ?? '').trim().slice(0, 200)
  const day = (name: string) => (isIsoDate(text(name)) ? text(name) : '')
  return {
    words: text('words'),
    organisation: text('organisation'),
    from: day('from'),
    to: day('to'),
    effect: text('effect'),
    state: text('state'),
  }
}
