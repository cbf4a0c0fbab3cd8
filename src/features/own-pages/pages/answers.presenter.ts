import { sayDay } from '../../../domain/own/say-day.ts'
import type { TextLevel } from '../../../domain/own/text-level.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { answerBy } from '../../../domain/voice/cover-from.ts'
import type { StoredFile } from '../../../shapes/file/file.store.ts'
import type { View, ViewAnswer, ViewReader } from '../../../shapes/voice/view.store.ts'
import { paths } from '../own-pages.paths.ts'
import { presentNotSafe, presentSaid, speaker } from './say.presenter.ts'

export interface AnswersFacts {
  level: TextLevel
  today: IsoDate
  /** London, "yyyy-mm-ddThh:mm". */
  now: string
  holidays: ReadonlySet<IsoDate>
  views: View[]
  readers: ViewReader[]
  filesOf: ReadonlyMap<string, StoredFile[]>
}

const REPLIES = [
  ['yes', 'Yes'],
  ['a bit', 'A bit'],
  ['no', 'No'],
] as const

/** What I said: where an answer waits for my word first, then the newest. */
export function presentAnswers(facts: AnswersFacts) {
  const { level, views } = facts
  const say = speaker(level)
  const waiting = views.filter(isWaiting)
  return {
    sentence:
      views.length === 0 ? say('answersNone') : waiting.length > 0 ? say('answersWaiting') : say('answersFirst'),
    views: [...waiting, ...views.filter((view) => !isWaiting(view))].map((view) => presentView(view, facts)),
    say: { href: paths.say(), text: say('say') },
    notSafe: presentNotSafe(level),
  }
}

function isWaiting({ withdrawnOn, answers }: View): boolean {
  return withdrawnOn === null && answers.some(({ reply }) => reply === null)
}

/** Right after sending: who has it now, by when an answer comes, and the way to take it back. */
export function presentSent(view: View, facts: AnswersFacts) {
  const say = speaker(facts.level)
  const chosen = chosenOf(view, facts.readers)
  return {
    sentence: view.isAboutAdult ? say('sentAbout') : say('sentTo', { who: chosen }),
    why: view.isAboutAdult ? say('sentAboutWhy') : '',
    view: presentView(view, facts),
    answers: { href: paths.answers(), text: say('answersFirst') },
    notSafe: presentNotSafe(facts.level),
  }
}

function chosenOf(view: View, readers: ViewReader[]): string {
  return readers.find(({ viewId, part }) => viewId === view.id && part === 'chosen')?.firstName ?? ''
}

export function presentView(view: View, facts: AnswersFacts) {
  const { level, today } = facts
  const say = speaker(level)
  const chosen = chosenOf(view, facts.readers)
  return {
    id: view.id,
    title: view.isAboutAdult
      ? `${level === 'to 11' ? 'About a grown-up' : 'About an adult'}, ${sayDay(view.saidOn, today)}`
      : `To ${chosen}, ${sayDay(view.saidOn, today)}`,
    said: presentSaid(view, facts.filesOf.get(view.id) ?? []),
    lines: view.withdrawnOn === null ? sayWhere(view, facts) : [],
    answers: view.answers.map((answer, nth) =>
      presentAnswer({ answer, isNewest: nth === view.answers.length - 1, view, chosen, facts }),
    ),
    withdrawn: view.withdrawnOn === null ? '' : say('backDone'),
    back:
      view.withdrawnOn === null
        ? { ask: say('backAsk'), why: say('backWhy'), go: say('backDo'), action: paths.takeBack(view.id) }
        : null,
  }
}

/** Who has it, who opened it, who can next and from when, and by when an answer is due. */
function sayWhere(view: View, { level, today, now, holidays, readers }: AnswersFacts): string[] {
  const say = speaker(level)
  if (view.isAboutAdult) return [say(view.isOpened ? 'aboutOpened' : 'aboutNotOpened')]
  const mine = readers.filter(({ viewId }) => viewId === view.id)
  const opened = mine
    .filter(({ isOpened }) => isOpened)
    .map(({ firstName }) => say('openedBy', { who: firstName ?? '' }))
  const lines = opened.length > 0 ? opened : [say('notOpened', { who: chosenOf(view, readers) })]
  const cover = mine.find(({ part }) => part === 'cover')
  if (opened.length === 0 && cover) {
    const names = { cover: cover.firstName ?? '', when: sayDay(cover.fromAt.slice(0, 10), today) }
    lines.push(say(cover.fromAt > now ? 'coverLooks' : 'coverCan', names))
  }
  if (view.answers.length === 0) {
    const by = answerBy(view.saidOn, holidays)
    lines.push(say(by < today ? 'answerLate' : 'answerAsked', { by: sayDay(by, today) }))
  }
  return lines
}

interface OneAnswer {
  answer: ViewAnswer
  isNewest: boolean
  view: View
  chosen: string
  facts: AnswersFacts
}

function presentAnswer({ answer, isNewest, view, chosen, facts: { level, today } }: OneAnswer) {
  const say = speaker(level)
  const who = answer.answeredBy ?? (view.isAboutAdult ? null : chosen)
  const isAsked = view.withdrawnOn === null && (isNewest || answer.reply === null)
  return {
    id: answer.id,
    from: who === null || who === '' ? say('answerFromSomebody') : say('answerFrom', { who }),
    words: answer.words,
    told: answer.isHard && answer.toldOn !== null ? say('answerTold', { when: sayDay(answer.toldOn, today) }) : '',
    changesTitle:
      answer.whatChanges === ''
        ? ''
        : answer.byOn === null
          ? say('answerChanges')
          : say('answerChangesBy', { by: sayDay(answer.byOn, today) }),
    changes: answer.whatChanges,
    reply: sayReply(answer.reply, who ?? 'The person', say),
    ask: isAsked
      ? {
          title: say('answerDid'),
          action: paths.reply(answer.id),
          replies: REPLIES.map(([said, text]) => ({ said, text, isChosen: said === answer.reply })),
        }
      : null,
  }
}

/** "A bit" and "no" keep it open (rule 14), and the page says so. */
function sayReply(reply: string | null, who: string, say: ReturnType<typeof speaker>): string {
  if (reply === null) return ''
  return reply === 'yes' ? say('saidYes') : say('saidOpen', { said: reply, who })
}
