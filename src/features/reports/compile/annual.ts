import { sayMoreThan } from '../../../domain/disclosure/more-than.ts'
import { groupAttendance } from '../../../domain/governance/attendance.ts'
import type { PackFigure } from '../../../domain/governance/pack.ts'
import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { addMonths, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { systemActor } from '../../../shapes/person/council.store.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import { listThemes } from '../../../shapes/voice/theme.store.ts'
import { listAttendanceCounts } from '../../bodies/index.ts'
import { listChallenges, listMeetings, readActionGaps } from '../../governance/index.ts'
import { ACT_KINDS, countActs, readTraining } from '../../members/index.ts'
import { type Figures, presentFigure, workOutTrend } from '../../performance/index.ts'
import { readWall, sayState, sayWall } from '../../promises/index.ts'
import type { Reader } from '../compile-report.command.ts'
import type { Report } from '../report.store.ts'
import { makeTable } from './table.ts'

const asked = allMeasures.filter(({ askedForByChildren }) => askedForByChildren)

/** What the year's data says of each part, as anybody may read it. */
export async function compileAnnual(
  reader: Reader,
  report: Report,
): Promise<{ figures: Map<string, PackFigure[]>; trend: Figures[]; measures: string[] }> {
  const trend = await workOutTrend(reader.database, reader.council, listDays(report.to), null)
  return {
    trend,
    measures: asked.map(({ id }) => id),
    figures: new Map([
      ['promises', await tellPromises(reader)],
      ['voices', await tellVoices(reader, report)],
      ['figures', tellFigures(trend)],
      ['challenges', await tellChallenges(reader, report)],
      ['plan', await tellPlan(reader)],
      ['board', await tellBoard(reader, report)],
      ['members', await tellMembers(reader, report)],
    ]),
  }
}

/** The newest end of a quarter in the report's time, and the same day of the two years before. */
function listDays(to: IsoDate): IsoDate[] {
  const end = [0, 1, 2, 3]
    .map((back) => lastDayOfMonth(addMonths(to, -back)))
    .find((day) => day <= to && isQuarter(day))!
  return [addMonths(end, -24), addMonths(end, -12), end].map(lastDayOfMonth)
}

const lastDayOfMonth = (day: IsoDate) => {
  const date = Temporal.PlainDate.from(day)
  return date.with({ day: date.daysInMonth }).toString()
}
const isQuarter = (day: IsoDate) => ['03', '06', '09', '12'].includes(day.slice(5, 7))

async function tellPromises(reader: Reader): Promise<PackFigure[]> {
  const wall = await readWall(reader)
  if (wall === null) return []
  const rows = wall.promises.map(({ item, state, share, kept }) => [
    `${item.position}. ${item.title}`,
    sayState(state),
    kept === null ? '–' : kept.isHidden || share === null ? 'c' : `${kept.kept} of ${kept.of}`,
    item.owners.join(', ') || 'nobody yet',
  ])
  return [
    makeTable(
      'promises',
      sayWall(wall),
      ['Promise', 'Where it stands', '#Kept for', 'Answered for by'],
      rows,
      `As at ${sayDate(reader.today)}.`,
    ),
  ]
}

/** Only what the board has been told (rule 34), and more than how many said it. */
async function tellVoices(reader: Reader, { from, to }: Report): Promise<PackFigure[]> {
  const themes = await reader.database.as(systemActor(reader.council), listThemes)
  const rows = themes.flatMap(({ title, moreThan, answers }) => {
    if (moreThan === null) return []
    const told = answers.filter(({ told, answeredOn }) => told.board !== null && answeredOn >= from && answeredOn <= to)
    return told.map(({ kind, words }) => [
      title,
      sayMoreThan(moreThan),
      `${kind[0]!.toUpperCase()}${kind.slice(1)}: ${words}`,
    ])
  })
  if (rows.length === 0) return []
  return [
    makeTable(
      'voices',
      `${rows.length} ${rows.length === 1 ? 'answer was' : 'answers were'} given to what children said together`,
      ['They spoke of', 'How many', 'What came of it'],
      rows,
    ),
  ]
}

function tellFigures(trend: Figures[]): PackFigure[] {
  return asked.map((measure) => {
    const shown = trend.map(({ results }) => {
      const result = results.find(({ id }) => id === measure.id)!
      return { result, figure: presentFigure(result, false) }
    })
    const now = shown.at(-1)!.figure
    const say = (figure: typeof now) => (figure.cannotCompute ? 'not known' : figure.isHidden ? 'c' : figure.value)
    return makeTable(
      `figure-${measure.id}`,
      `${measure.plainTitle}: ${say(now)}`,
      ['As at', `#${measure.plainTitle}`, 'Of'],
      shown.map(({ result, figure }) => [
        `${sayDate(result.asAt)}${result.isPartYear ? ' (part of the year)' : ''}`,
        say(figure),
        figure.isHidden ? '–' : figure.of || '–',
      ]),
      `${measure.id}. ${measure.direction === 'lower' ? 'Lower is better.' : 'Higher is better.'}`,
    )
  })
}

async function tellChallenges(reader: Reader, { from, to }: Report): Promise<PackFigure[]> {
  const { all, formal } = await reader.database.as(reader.actor, async (query) => {
    const meetings = await listMeetings(query)
    return {
      all: await listChallenges(query, reader.today),
      // What was raised in an advisory group or among partners is not everybody's to read.
      formal: new Set(meetings.filter(({ regime }) => regime === 'formal').map(({ bodyId }) => bodyId)),
    }
  })
  const raised = all.filter(({ bodyId, raisedOn }) => formal.has(bodyId) && raisedOn >= from && raisedOn <= to)
  if (raised.length === 0) return []
  const accepted = raised.filter(({ state }) => state === 'accepted').length
  return [
    makeTable(
      'challenges',
      `${raised.length} ${raised.length === 1 ? 'challenge was' : 'challenges were'} raised, and of ${accepted} those who raised it say that it is answered`,
      ['Challenge', 'Raised by', 'Who answers', 'Where it stands'],
      raised.map(({ title, groupName, toTitle, toName, state }) => [
        title,
        groupName ?? 'a member',
        toTitle ?? toName,
        state === 'accepted' ? 'answered, and accepted' : state === 'answered' ? 'answered; not accepted yet' : 'open',
      ]),
    ),
  ]
}

async function tellPlan(reader: Reader): Promise<PackFigure[]> {
  const { plan, gaps } = await reader.database.as(reader.actor, async (query) => ({
    plan: await findPlan(query, 'action plan'),
    gaps: await readActionGaps(query, reader.today),
  }))
  if (plan === null) return []
  const done = plan.items.filter(({ progress }) => progress === 'done').length
  return [
    makeTable(
      'plan',
      `${done} of ${plan.items.length} actions are done`,
      ['Actions', '#How many'],
      [
        ['Done', String(done)],
        ['Open', String(plan.items.length - done)],
        ['Open and late', String(gaps.late)],
        ['Open, and nobody owns it', String(gaps.noOwner)],
        ['Open, with no way to tell', String(gaps.noWayToTell)],
      ],
      `As at ${sayDate(reader.today)}.`,
    ),
  ]
}

/** Seats of organisations, never persons. */
async function tellBoard(reader: Reader, { from, to }: Report): Promise<PackFigure[]> {
  const { counts, meetings } = await reader.database.as(reader.actor, async (query) => ({
    counts: await listAttendanceCounts(query),
    meetings: await listMeetings(query),
  }))
  const held = meetings.filter(({ status, day }) => status === 'held' && day >= from && day <= to)
  const own = counts.filter(({ day }) => day >= from && day <= to)
  const byBody = new Map(held.map(({ bodyId, body }) => [bodyId, body]))
  const bodies = [...byBody].map(([id, name]) => {
    const met = held.filter(({ bodyId }) => bodyId === id).length
    const sum = groupAttendance(
      own.filter(({ bodyId }) => bodyId === id),
      'bodyId',
    )[0]?.sum
    return [name, String(met), sum ? `${sum.came + sum.sentSomebody} of ${sum.invited}` : 'not counted']
  })
  if (bodies.length === 0) return []
  const partners = groupAttendance(own, 'organisation').map(({ key, sum }) => [
    key,
    `${sum.came + sum.sentSomebody} of ${sum.invited}`,
  ])
  return [
    makeTable(
      'board',
      `${held.length} ${held.length === 1 ? 'meeting was' : 'meetings were'} held`,
      ['Who met', '#Times', '#Seats taken, of those invited'],
      bodies,
    ),
    ...(partners.length > 0
      ? [
          makeTable(
            'partners',
            'Who came, by organisation',
            ['Organisation', '#Seats taken, of those invited'],
            partners,
          ),
        ]
      : []),
  ]
}

/** What members wrote down that they did, and how many have learned something: counts, and nobody by name. */
async function tellMembers(reader: Reader, { from, to }: Report): Promise<PackFigure[]> {
  const { counts, training } = await reader.database.as(reader.actor, async (query) => ({
    counts: await countActs(query, from, to),
    training: await readTraining(query, to),
  }))
  if (counts.length === 0) return []
  const { members, inducted, trained } = training
  return [
    makeTable(
      'members',
      `${members === 1 ? 'Of one member' : `Of ${members} members`}, ${inducted} had their induction and ${trained} learned something in the year`,
      ['What members did', '#Times', '#By how many'],
      counts.map(({ kind, acts, people }) => [ACT_KINDS[kind], String(acts), String(people)]),
    ),
  ]
}
