import { DOCUMENTS, type Payload } from '../../domain/record/event-kinds.ts'
import { type IsoDate, isIsoDate } from '../../domain/shared/calendar-date.ts'

export type Paper = Payload<'document_held'>['paper']

export interface PaperTyped {
  paper: string
  from: string
  until: string
}

export interface HeldPaper {
  paper: Paper
  startsOn: IsoDate
  endsOn: IsoDate | null
}

export const NO_PAPER: PaperTyped = { paper: '', from: '', until: '' }

export type CheckedPaper = { errors: { field: string; text: string }[]; held: HeldPaper | null }

/** A paper, since when they have it, and the last day it is good where it runs out. */
export function checkPaper(typed: PaperTyped, known: readonly HeldPaper[], today: IsoDate): CheckedPaper {
  const errors: CheckedPaper['errors'] = []
  const paper = DOCUMENTS.find((one) => one === typed.paper)
  if (paper === undefined) errors.push({ field: 'paper', text: 'Choose which paper they have.' })
  if (!isIsoDate(typed.from))
    errors.push({ field: 'from', text: `Enter the day they had it, as year-month-day: ${today}.` })
  else if (typed.from > today)
    errors.push({ field: 'from', text: 'Choose a day up to today: enter it when they have it.' })
  if (typed.until !== '' && !isIsoDate(typed.until))
    errors.push({ field: 'until', text: 'Enter a day that exists, as year-month-day, or leave it empty.' })
  else if (typed.until !== '' && typed.until < typed.from)
    errors.push({ field: 'until', text: 'Choose a last day on or after the day they had it.' })
  if (paper && known.some((one) => one.paper === paper && one.startsOn === typed.from))
    errors.push({ field: 'paper', text: 'This paper is entered already for this day.' })
  if (errors.length > 0 || paper === undefined) return { errors, held: null }
  return { errors, held: { paper, startsOn: typed.from, endsOn: typed.until || null } }
}
