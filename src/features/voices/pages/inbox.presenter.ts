import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { answerBy } from '../../../domain/voice/cover-from.ts'
import { isTellingLate, needsSomebody, type ViewStanding, viewStanding } from '../../../domain/voice/view-standing.ts'
import type { HeardView } from '../../../shapes/voice/view.store.ts'
import { paths } from '../voices.paths.ts'

/** A view in a list: whose, since when and what is to be done. Never a word of what it says: only opening it is reading. */
export function presentInboxRow(view: HeardView, today: IsoDate, holidays: ReadonlySet<IsoDate>) {
  const standing = viewStanding(view)
  const action = standing === 'to answer' || standing === 'still open' ? 'Read and answer' : 'Open'
  return {
    lead: { text: view.firstName ?? 'A child', href: paths.view(view.id) },
    text: sayWhat(view, standing),
    note: sayNote(view),
    pill: presentPill(view, standing, today, holidays),
    action: {
      text: action,
      href: paths.view(view.id),
      visuallyHiddenText: `what ${view.firstName} said on ${sayDate(view.saidOn)}`,
    },
  }
}

function sayWhat(view: HeardView, standing: ViewStanding): string {
  switch (standing) {
    case 'to answer':
      return view.part === 'chosen' ? 'Said something to you' : 'Said something'
    case 'to tell':
      return 'Has to be told, in person'
    case 'still open':
      return `Says your answer was ${view.answers.at(-1)!.reply === 'no' ? 'no answer' : '“a bit” of one'}`
    case 'answered':
      return 'Has your answer, and has not said yet whether it is one'
    case 'closed':
      return 'Says: yes, that is answered'
    case 'taken back':
      return 'Took back what they said'
  }
}

function sayNote(view: HeardView): string {
  const place = sayPlace(view)
  const opened = view.hasMeOpened ? '' : view.isOpened ? 'opened by somebody else' : 'not opened yet'
  const cover =
    view.part === 'chosen' && !view.isOpened && view.coverName !== null && view.coverFromAt !== null
      ? `${view.coverName} can open it from ${sayDate(view.coverFromAt.slice(0, 10))}, ${view.coverFromAt.slice(11)}`
      : ''
  return [`since ${sayDate(view.saidOn)}`, place, opened, cover].filter(Boolean).join(' · ')
}

/** In whose place it is read. */
export function sayPlace(view: HeardView): string {
  if (view.part === 'allegations') return 'about an adult: you read it as allegations lead'
  return view.part === 'cover' ? `cover for ${view.chosenName ?? 'a colleague'}` : ''
}

function presentPill(view: HeardView, standing: ViewStanding, today: IsoDate, holidays: ReadonlySet<IsoDate>) {
  switch (standing) {
    case 'to answer': {
      const by = answerBy(view.saidOn, holidays)
      return by < today
        ? { state: 'not-kept', text: `answer was due ${sayDate(by)}` }
        : { state: 'on-the-way', text: `answer by ${sayDate(by)}` }
    }
    case 'to tell':
      return isTellingLate(view.answers.at(-1)!.answeredOn, today, holidays)
        ? { state: 'not-kept', text: 'late to tell' }
        : { state: 'on-the-way', text: 'tell them' }
    case 'still open':
      return { state: 'on-the-way', text: 'still open' }
    case 'answered':
      return { state: 'unknown', text: 'waits for their word' }
    case 'closed':
      return { state: 'kept', text: 'answered' }
    case 'taken back':
      return { state: 'unknown', text: 'taken back' }
  }
}

export function presentInbox(views: HeardView[], today: IsoDate, holidays: ReadonlySet<IsoDate>) {
  const rowsOf = (isWanted: (standing: ViewStanding) => boolean) =>
    views.filter((view) => isWanted(viewStanding(view))).map((view) => presentInboxRow(view, today, holidays))
  const count = (standing: ViewStanding) => views.filter((view) => viewStanding(view) === standing).length
  return {
    sentence: sayFirst(count('to answer'), count('still open'), count('to tell')),
    open: [...rowsOf((one) => one === 'to answer'), ...rowsOf((one) => needsSomebody(one) && one !== 'to answer')],
    waiting: rowsOf((one) => one === 'answered'),
    done: rowsOf((one) => one === 'closed' || one === 'taken back').reverse(),
    hasAny: views.length > 0,
  }
}

function sayFirst(toAnswer: number, open: number, toTell: number): string {
  const parts = [
    toAnswer > 0 ? `${toAnswer} ${toAnswer === 1 ? 'child waits' : 'messages from children wait'} for your answer` : '',
    open > 0 ? `${open} ${open === 1 ? 'says' : 'say'} your answer was not enough` : '',
    toTell > 0 ? `${toTell} ${toTell === 1 ? 'has' : 'have'} to be told in person` : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'No child is waiting for you.' : `${parts.join('; ')}.`
}
