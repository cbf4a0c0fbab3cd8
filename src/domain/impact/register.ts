import { addMonths, type IsoDate } from '../shared/calendar-date.ts'
import type { Effect } from './check-answer.ts'

/** "in the paper": a paper of a board, which is not published without its answer. */
export const STATES = {
  'no answer': 'no answer yet',
  waits: 'waits for review',
  'asked again': 'asked again',
  enough: 'found enough',
  'in the paper': 'in the board’s paper',
} as const
export type ImpactState = keyof typeof STATES

/** One paper of the register, of any department or of a board. */
export interface RegisterPaper {
  id: string
  title: string
  organisation: string
  whoDecides: string
  decidesOn: IsoDate
  effect: Effect | null
  /** The day of its first answer. */
  answeredOn: IsoDate | null
  state: ImpactState
  /** Everything else that a word may be looked for in. */
  words: string
}

export interface RegisterFilter {
  words: string
  organisation: string
  from: string
  to: string
  effect: string
  state: string
}

/** Every word must stand somewhere; days include both ends. */
export function findPapers(papers: readonly RegisterPaper[], filter: RegisterFilter): RegisterPaper[] {
  const wanted = fold(filter.words).split(/\s+/).filter(Boolean)
  return papers.filter((paper) => {
    const text = fold(`${paper.title} ${paper.organisation} ${paper.whoDecides} ${paper.words}`)
    return (
      wanted.every((word) => text.includes(word)) &&
      (filter.organisation === '' || paper.organisation === filter.organisation) &&
      (filter.from === '' || paper.decidesOn >= filter.from) &&
      (filter.to === '' || paper.decidesOn <= filter.to) &&
      (filter.effect === '' || paper.effect === filter.effect) &&
      (filter.state === '' || paper.state === filter.state)
    )
  })
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

export interface Share {
  decided: number
  answered: number
}

/** Of the papers decided in the twelve months up to today, those that had an answer by the day of the decision. */
export function shareAnswered(papers: readonly RegisterPaper[], today: IsoDate): Share {
  const decided = papers.filter(({ decidesOn }) => decidesOn > addMonths(today, -12) && decidesOn <= today)
  const answered = decided.filter(({ answeredOn, decidesOn }) => answeredOn !== null && answeredOn <= decidesOn)
  return { decided: decided.length, answered: answered.length }
}
