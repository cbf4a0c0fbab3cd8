import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { lineChart } from '../../../web/chart/line-chart.ts'
import {
  type BoardHome,
  presentAgendaRow,
  presentChallengeRow,
  sayChallenges,
  startReading,
} from '../../governance/index.ts'
import { memberPaths } from '../../members/index.ts'
import { type Figures, presentFigure, type ShownFigure } from '../../performance/index.ts'
import { presentWall, sayCount, type Wall } from '../../promises/index.ts'

/** Children asked for these: they come first (rule 40). */
const FIRST_FIGURES = ['M20', 'M25', 'M27', 'M23']
const MOST_MOVED = 3

export interface BoardFacts {
  wall: Wall | null
  /** The ends of whole years, in order of time. */
  years: Figures[]
  board: BoardHome
  isClerk: boolean
  /** A young representative has no acts to write down. */
  isYoung: boolean
  personId: string
  today: IsoDate
}

/** The board's first screen: the promises, the next meeting and what to read, what waits, what moved. Safe for anybody. */
export function presentBoardHome(facts: BoardFacts): Record<string, unknown> {
  const { wall, board, today } = facts
  const shown = wall === null ? null : presentWall(wall, today)
  const forMe = board.challenges.filter((challenge) => challenge.state === 'answered' && isMine(facts, challenge))
  const waiting = board.challenges.filter((challenge) => challenge.state === 'late' || challenge.state === 'open')
  return {
    sentence: sayFirst(facts, forMe.length),
    wall: shown,
    asAt: `as at ${sayDate(today)} · share of children each is kept for`,
    next: presentNext(board.next, today),
    missing: facts.isClerk ? (board.next?.missing ?? []) : [],
    forMe: forMe.map((challenge) => presentChallengeRow(challenge, today)),
    challenges: waiting.map((challenge) => presentChallengeRow(challenge, today)),
    hasLate: waiting.some((challenge) => challenge.state === 'late'),
    gaps: [
      { value: String(board.gaps.late), text: 'late' },
      { value: String(board.gaps.noOwner), text: 'with no owner' },
      { value: String(board.gaps.noWayToTell), text: 'with no way to tell' },
    ],
    moved: listMoved(facts.years),
    ownHref: facts.isYoung ? '' : memberPaths.own(),
  }
}

function isMine({ board, personId }: BoardFacts, challenge: BoardHome['challenges'][number]): boolean {
  const speaksFor = board.seats.some((seat) => seat.groupName !== null && seat.groupName === challenge.groupName)
  return challenge.raisedBy === personId || speaksFor
}

/** Why they came: an answer that waits for their group, what the meeting lacks, or how promises and challenges stand. */
function sayFirst({ wall, board, isClerk, today }: BoardFacts, answers: number): string {
  if (answers > 0)
    return answers === 1
      ? 'One answer waits for your group: does it answer you?'
      : `${sayCount(answers)} answers wait for your group: do they answer you?`
  if (isClerk) return sayClerk(board, today)
  const promises = wall === null ? 'No promises have been entered yet.' : sayKept(wall)
  return board.challenges.length === 0 ? promises : `${promises} ${sayChallenges(board.challenges)}`
}

function sayClerk({ next }: BoardHome, today: IsoDate): string {
  if (next === null) return 'No meeting is planned. Copy the last one into the next.'
  const day = sayMeetingDay(next.meeting.day, today)
  const { length } = next.missing
  if (length === 0) return `The meeting of ${day} lacks nothing. The pack can go out.`
  return `${sayCount(length)} ${length === 1 ? 'thing stands' : 'things stand'} between the meeting of ${day} and its pack.`
}

function sayKept(wall: Wall): string {
  const kept = wall.promises.filter((promise) => promise.state === 'kept').length
  return `${sayCount(kept)} of ${sayCount(wall.promises.length).toLowerCase()} promises ${kept === 1 ? 'is' : 'are'} kept.`
}

function presentNext(next: BoardHome['next'], today: IsoDate) {
  if (next === null) return null
  const { meeting, items, papers } = next
  return {
    title: `Next meeting: ${sayMeetingDay(meeting.day, today)}${meeting.time ? `, ${meeting.time}` : ''}`,
    theme: meeting.theme ? `Theme: ${meeting.theme.charAt(0).toLowerCase()}${meeting.theme.slice(1)}` : '',
    href: `/meetings/${meeting.id}`,
    rows: items.map((item, index) => presentAgendaRow(item, index, papers)),
    start: startReading(
      items,
      papers.filter((paper) => paper.publishedOn !== null),
    ),
  }
}

/** What children asked for and what became of it between the last two whole years; what may not be shown is left out. */
function listMoved(years: Figures[]) {
  return FIRST_FIGURES.flatMap((id) => {
    const shown = years.flatMap((figures) => {
      const result = figures.results.find((one) => one.id === id)
      return result && result.cannotCompute === null
        ? [{ label: figures.asAt.slice(0, 4), figure: presentFigure(result, false) }]
        : []
    })
    const [before, now] = shown.slice(-2)
    if (!before || !now || before.figure.plotted === null || now.figure.plotted === null) return []
    return [{ id, said: sayMove(id, before, now), of: now.figure.of, href: now.figure.definitionHref, shown }]
  })
    .slice(0, MOST_MOVED)
    .map(({ id, said, of, href, shown }) => ({
      ...said,
      note: [of, 'children asked for this figure'].filter(Boolean).join(' · '),
      href,
      chart: lineChart({
        id: `moved-${id}`,
        title: `${said.title}: ${said.text}`,
        labelHeading: 'Year to 31 March',
        valueHeading: said.title,
        size: 'small',
        points: shown.map(({ label, figure }) => ({
          label,
          value: figure.plotted,
          text: figure.isHidden ? 'c' : figure.value,
          isHidden: figure.isHidden,
        })),
      }).svg,
    }))
}

interface Year {
  label: string
  figure: ShownFigure
}

/** Up, down or the same between the two years, and whether that is better. Nothing about why. */
function sayMove(id: string, before: Year, now: Year): { title: string; text: string } {
  const { direction } = findMeasure(id)!
  const [from, to] = [before.figure, now.figure]
  const end = ` in ${before.label}`
  if (from.value === to.value) return { title: to.title, text: `${to.value}, as${end}.` }
  const isUp = to.plotted! > from.plotted!
  const isBetter = direction === 'none' ? null : isUp === (direction === 'higher')
  const judged = isBetter === null ? '' : isBetter ? ', which is better' : ', which is worse'
  return { title: to.title, text: `${to.value}, ${isUp ? 'up' : 'down'} from ${from.value}${end}${judged}.` }
}
