import { findRhythmStanding } from '../../../domain/governance/missed-rhythm.ts'
import type { Almanac } from '../../../domain/governance/rhythm.ts'
import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { sayHowOften, sayNames } from '../../../domain/governance/say-rhythm.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listMeetings, type Meeting } from '../../governance/index.ts'
import { sayCount } from '../../promises/index.ts'
import { paths } from '../bodies.paths.ts'
import { type Body, listBodies } from '../body.store.ts'
import { drawStructure } from '../draw-structure.ts'
import { readAlmanac } from '../read-plan.ts'
import { listSeats, type Seat } from '../seat.store.ts'
import { flatten, type Placed, placeBodies } from '../structure.ts'
import { KIND_WORDS } from './edit-body.page.ts'

export async function showStructure(visit: Visit): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, async (query) => ({
    bodies: await listBodies(query),
    seats: await listSeats(query, null),
    meetings: await listMeetings(query),
    almanac: await readAlmanac(query),
  }))
  return {
    template: 'features/bodies/pages/structure.njk',
    title: 'Bodies',
    model: {
      ...presentStructure(facts, visit.today),
      beginHref: visit.can('meetings:write') ? paths.newBody() : '',
      halfTermsHref: visit.can('meetings:write') ? paths.halfTerms() : '',
    },
    page: { back: { href: paths.meetings(), text: 'Meetings' } },
  }
}

interface Facts {
  bodies: Body[]
  seats: Seat[]
  meetings: Meeting[]
  almanac: Almanac
}

/** The map and the same as a table: who answers to whom, who chairs, when each meets next, and whether it met as often as it should. */
export function presentStructure({ bodies, seats, meetings, almanac }: Facts, today: string) {
  const placed = placeBodies(bodies)
  const all = flatten(placed)
  const next = (body: Body) =>
    meetings.filter((one) => one.bodyId === body.id && one.status !== 'held' && one.day >= today).at(-1)
  const sentence = sayStructure(bodies)
  const description = all.map(({ body }) => `${body.name} ${sayParent(body, bodies)}`).join('; ')
  return {
    sentence,
    isEmpty: bodies.length === 0,
    chart: {
      title: sentence,
      svg: drawStructure(placed, ({ body }) => KIND_WORDS[body.kind], { title: sentence, description }),
    },
    table: {
      caption: 'Every body, as they answer to each other',
      isCaptionHidden: true,
      isStacked: true,
      columns: [
        { text: 'Body' },
        { text: 'Answers to' },
        { text: 'Chair' },
        { text: 'Meets next' },
        { text: 'Rhythm' },
      ],
      rows: all.map((one) => [
        { text: one.body.name, href: paths.body(one.body.id), note: KIND_WORDS[one.body.kind] },
        bodies.find(({ id }) => id === one.body.parentId)?.name ?? 'nobody here',
        sayChair(one, seats),
        presentNext(next(one.body), today),
        presentRhythm(one.body, meetings, almanac, today),
      ]),
    },
  }
}

function presentNext(meeting: Meeting | undefined, today: string) {
  return meeting ? { text: sayMeetingDay(meeting.day, today), href: paths.meeting(meeting.id) } : 'not planned'
}

/** Whether it met as often as its rule says, in the last twelve months. */
function presentRhythm(body: Body, meetings: Meeting[], almanac: Almanac, today: string) {
  if (body.rhythm === null) return 'not entered'
  const days = meetings.filter(({ bodyId }) => bodyId === body.id).map(({ day }) => day)
  const { missed, due } = findRhythmStanding(body.rhythm, days, body.rhythmSince!, today, almanac)
  const note = sayHowOften(body.rhythm)
  if (due === 0) return { text: 'none due yet', note }
  if (missed.length === 0) return { pill: { state: 'kept', text: 'kept' }, note }
  return { pill: { state: 'not-kept', text: `missed ${missed.length} of ${due}` }, note }
}

function sayStructure(bodies: Body[]): string {
  const young = bodies.filter(({ kind }) => kind === 'young people')
  if (bodies.length === 0) return 'No board or group has been entered yet.'
  const count = bodies.length === 1 ? 'One body holds' : `${sayCount(bodies.length)} bodies hold`
  if (young.length === 0) return `${count} the council to its promises; none is young people’s own.`
  return `${count} the council to its promises; ${young.length === 1 ? 'one is' : `${sayCount(young.length).toLowerCase()} are`} young people’s own: ${sayNames(young.map(({ name }) => name))}.`
}

function sayParent(body: Body, bodies: Body[]): string {
  const parent = bodies.find(({ id }) => id === body.parentId)
  return parent === undefined ? 'answers to nobody here' : `answers to ${parent.name}`
}

function sayChair({ body }: Placed, seats: Seat[]): string {
  const chair = seats.find(({ bodyId, part }) => bodyId === body.id && part === 'chair')
  return chair === undefined ? 'not entered' : (chair.title ?? chair.name)
}
