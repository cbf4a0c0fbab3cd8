import { sayMoreThan } from '../../../domain/disclosure/more-than.ts'
import { countReadingMinutes } from '../../../domain/governance/reading-time.ts'
import { sayHowFar, sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { listMissingOfMeeting, listMissingOfPaper } from '../../../domain/governance/what-is-missing.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { sayTheme } from '../../../domain/thread/say-theme.ts'
import type { JoinedTheme } from '../../../shapes/voice/theme.store.ts'
import { sayCount } from '../../promises/index.ts'
import type { Challenge } from '../challenge.store.ts'
import type { Decision } from '../decision.store.ts'
import { paths } from '../governance.paths.ts'
import type { AgendaItem, Meeting } from '../meeting.store.ts'
import type { Action } from '../minutes/action.store.ts'
import type { MinutesState } from '../minutes/minutes.store.ts'
import type { StoredPack } from '../pack.store.ts'
import type { Paper } from '../paper.store.ts'
import type { SaidOfItem } from '../read-said-of-items.ts'
import { presentChallengeRow } from './challenges.page.ts'
import { presentActionRow } from './present-action.ts'

export interface MeetingFacts {
  meeting: Meeting
  items: AgendaItem[]
  papers: Paper[]
  decisions: Decision[]
  /** What children say of the promise that an item is about, as counts. */
  said: SaidOfItem[]
  /** What children say about an item, as counts. */
  themes: JoinedTheme[]
  /** What its body still waits for: on every agenda until those who asked accept. */
  challenges: Challenge[]
  /** Issues on it that the reader may open. */
  issues: string[]
  /** How many things were said by young people and to them, and kept. */
  views: number
  pack: StoredPack | null
  /** Minuted at earlier meetings and not done when the last one was held. */
  carried: Action[]
  minutesState: MinutesState
  canWrite: boolean
  today: IsoDate
}

/** Finishes every word of a meeting: what comes first, how long it takes to read, what it still lacks. */
export function presentMeeting(facts: MeetingFacts) {
  const { meeting, items, papers, today, canWrite } = facts
  const published = papers.filter((paper) => paper.publishedOn !== null)
  const missing = listMissingOfMeeting(withPapers(items, papers))
  return {
    sentence: sayMeeting(facts, published),
    lead: [
      meeting.body,
      meeting.time,
      meeting.place,
      meeting.chairedByYoung ? `chaired for the day by ${meeting.chairedByYoung}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    theme: meeting.theme ? `Theme: ${meeting.theme}` : '',
    items: items.map((item, index) => presentItem(item, index, facts)),
    start: startReading(items, published),
    missing: canWrite && meeting.status !== 'held' ? missing : [],
    isReady: missing.length === 0,
    challenges: facts.challenges.map((challenge) => presentChallengeRow(challenge, today)),
    decisions: facts.decisions.map((decision) => ({
      text: decision.title,
      href: paths.decision(decision.id),
      note: decision.whatCame ? 'and what came of it' : (decision.itemTitle ?? ''),
      pill: presentOutcome(decision),
    })),
    carried: facts.carried.map((action) => presentActionRow(action, today)),
    minutes:
      meeting.status === 'planned' || meeting.day > today
        ? null
        : {
            href: paths.minutes(meeting.id),
            text: canWrite && facts.minutesState !== 'agreed' ? 'Write the minutes' : 'Read the minutes',
            note: { draft: 'They are a draft.', checked: 'The chair checked them.', agreed: 'They are agreed.' }[
              facts.minutesState
            ],
          },
    views:
      facts.views > 0 || (canWrite && meeting.day <= today)
        ? {
            href: paths.views(meeting.id),
            text: facts.views > 0 ? 'What was said, and what it shaped' : 'Write down what young people said',
          }
        : null,
    pack:
      facts.pack === null
        ? null
        : {
            text: `The pack went out on ${sayDate(facts.pack.publishedOn)}. Its figures are as known on ${sayDate(facts.pack.content.knownBy.asAt)}, and do not change.`,
            href: paths.pack(meeting.id),
          },
    write: canWrite
      ? {
          id: meeting.id,
          status: meeting.status,
          isOver: meeting.day <= today,
          copyHref: paths.copy(meeting.id),
        }
      : null,
  }
}

export function withPapers(items: AgendaItem[], papers: Paper[]) {
  return items.map((item) => ({ ...item, paper: papers.find((paper) => paper.itemId === item.id) ?? null }))
}

export function presentOutcome(decision: Pick<Decision, 'outcome'>) {
  return {
    yes: { state: 'kept', text: 'agreed' },
    'no, because': { state: 'cannot', text: 'no, because' },
    noted: { state: 'unknown', text: 'noted' },
  }[decision.outcome]
}

/** "3 papers, 14 minutes": the plain versions first, since they are written to be enough. */
export function sayReading(papers: Paper[]): { papers: string; minutes: number } {
  const minutes = papers.reduce((sum, paper) => sum + countReadingMinutes(paper.plainVersion), 0)
  return { papers: `${papers.length} ${papers.length === 1 ? 'paper' : 'papers'}`, minutes }
}

function sayMeeting({ meeting, decisions, today, items }: MeetingFacts, published: Paper[]): string {
  const day = sayMeetingDay(meeting.day, today)
  if (meeting.status === 'held')
    return decisions.length === 0
      ? `The board met on ${day}.`
      : `The board met on ${day} and decided ${decisions.length === 1 ? 'one thing' : `${sayCount(decisions.length).toLowerCase()} things`}.`
  const young = items.find((item) => item.isYoungPeoples)?.title
  const first = young ? ` Young people come first: “${young}”.` : ''
  if (published.length === 0) return `The board meets on ${day}, ${sayHowFar(meeting.day, today)}.${first}`
  const reading = sayReading(published)
  return `${day}, ${sayHowFar(meeting.day, today)}: ${reading.papers} to read, ${reading.minutes === 1 ? 'one minute' : `${reading.minutes} minutes`} in plain words.${first}`
}

/** Where reading begins, and how long all of it takes in plain words; null where nothing is out yet. */
export function startReading(items: AgendaItem[], published: Paper[]) {
  const first = items
    .map((item) => published.find((paper) => paper.itemId === item.id))
    .find((paper) => paper !== undefined)
  if (first === undefined) return null
  const { minutes } = sayReading(published)
  return { href: paths.paper(first.id), text: `Start reading: ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` }
}

function presentItem(
  item: AgendaItem,
  index: number,
  { papers, meeting, canWrite, decisions, said, themes, issues, today }: MeetingFacts,
) {
  const paper = papers.find((one) => one.itemId === item.id)
  const isOut = paper !== undefined && paper.publishedOn !== null
  const lacks = paper && !isOut ? listMissingOfPaper(paper) : []
  return {
    id: item.id,
    number: index + 1,
    isYoungPeoples: item.isYoungPeoples,
    title: item.title ?? 'Nothing has been brought yet',
    before: item.isYoungPeoples ? 'Young people’s item: ' : '',
    note: [
      item.broughtBy ? `brought by ${item.broughtBy}` : '',
      item.isYoungPeoples && item.position === 1 ? 'always first' : '',
      item.isPrivate ? 'private: for members alone' : '',
      item.challengeId ? 'a challenge that is still open' : '',
      item.issueId ? 'an issue that a service could not settle alone' : '',
    ]
      .filter(Boolean)
      .join(' · '),
    because: item.otherwiseBecause ? `Minuted reason: ${item.otherwiseBecause}` : '',
    said: said.filter(({ itemId }) => itemId === item.id).map(presentSaid),
    themes: themes
      .filter(({ ref }) => ref === item.id)
      .map((theme) => ({ href: `/themes/${theme.id}`, text: sayTheme(theme) })),
    minutes: `${item.minutes} min`,
    paper: paper
      ? {
          href: isOut ? paths.paper(paper.id) : paths.editPaper(paper.id),
          title: paper.title,
          reading: isOut
            ? `plain version ${countReadingMinutes(paper.plainVersion)} min · full paper ${countReadingMinutes(paper.fullText || paper.fileText)} min`
            : '',
          pill: isOut
            ? null
            : lacks.length > 0
              ? { state: 'not-kept', text: `no ${lacks[0]!.replace(/^(a|an|the) /, '')} yet` }
              : { state: 'on-the-way', text: 'ready to publish' },
        }
      : null,
    challengeHref: item.challengeId
      ? paths.challenge(item.challengeId)
      : item.issueId && issues.includes(item.issueId)
        ? paths.issue(item.issueId)
        : '',
    editHref: canWrite && meeting.status !== 'held' ? paths.item(item.id) : '',
    minuteHref:
      canWrite &&
      meeting.status !== 'planned' &&
      meeting.day <= today &&
      !decisions.some((one) => one.itemId === item.id)
        ? paths.minute(item.id)
        : '',
  }
}

/** "Is it true for you?": every answer that more than five gave. */
function presentSaid({ promiseId, title, verdicts }: SaidOfItem): { href: string; title: string; text: string } {
  const shown = (verdicts ?? []).filter(({ moreThan }) => moreThan !== null)
  const text =
    shown.length === 0
      ? 'Too few young people have said whether it is true for them.'
      : `Is it true for them? ${shown.map(({ said, moreThan }) => `${sayMoreThan(moreThan, 'young people')} say “${said}”`).join(', ')}.`
  return { href: `/promises/${promiseId}#say`, title, text }
}

/** One line of the agenda as the first screen shows it: the paper to read, and how long each version takes. */
export function presentAgendaRow(item: AgendaItem, index: number, papers: Paper[]) {
  const paper = papers.find((one) => one.itemId === item.id && one.publishedOn !== null)
  return {
    number: index + 1,
    text: `${item.isYoungPeoples ? 'Young people’s item: ' : ''}${item.title ?? 'nothing has been brought yet'}`,
    note: [
      item.isYoungPeoples
        ? [item.broughtBy ? `brought by ${item.broughtBy}` : '', 'always first'].filter(Boolean).join(' · ')
        : '',
      paper
        ? `plain version ${countReadingMinutes(paper.plainVersion)} min · full paper ${countReadingMinutes(paper.fullText || paper.fileText)} min`
        : '',
      item.challengeId ? 'a challenge that is still open' : '',
    ]
      .filter(Boolean)
      .join(' · '),
    ...(paper
      ? { action: { text: 'Read', href: paths.paper(paper.id), visuallyHiddenText: paper.title } }
      : item.challengeId
        ? { action: { text: 'Open', href: paths.challenge(item.challengeId), visuallyHiddenText: item.title ?? '' } }
        : {}),
  }
}
