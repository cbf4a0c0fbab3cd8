import type { AttendanceCount } from '../../../domain/governance/attendance.ts'
import type { GuestStanding } from '../../../domain/governance/guest-rule.ts'
import type { RhythmStanding } from '../../../domain/governance/missed-rhythm.ts'
import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { sayHowOften, sayNames, sayRhythm } from '../../../domain/governance/say-rhythm.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Meeting } from '../../governance/index.ts'
import { paths } from '../bodies.paths.ts'
import type { Body } from '../body.store.ts'
import type { StoredGuestRule, Terms } from '../body-rule.store.ts'
import { type Seat, saySeat } from '../seat.store.ts'
import { KIND_WORDS, REGIME_WORDS } from './edit-body.page.ts'
import { presentAttendance } from './who-came.presenter.ts'

export interface BodyFacts {
  body: Body
  parent: Body | null
  under: Body[]
  seats: Seat[]
  terms: Terms | null
  /** The latest first. */
  meetings: Meeting[]
  standing: RhythmStanding | null
  /** Days of the rhythm that no meeting has yet. */
  offered: IsoDate[]
  guests: (StoredGuestRule & { standing: GuestStanding })[]
  came: AttendanceCount[]
  /** The one after the last, where it has a rota. */
  nextTheme: string | undefined
  canWrite: boolean
  today: IsoDate
}

const MOST_PAST = 4

export function presentBody(facts: BodyFacts) {
  const { body, parent, under, seats, terms, meetings, today, canWrite } = facts
  const coming = meetings.filter((one) => one.status !== 'held' && one.day >= today).reverse()
  const held = meetings.filter((one) => one.status === 'held')
  const link = (path: (id: string) => string) => (canWrite ? path(body.id) : '')
  return {
    sentence: saySentence(facts, coming[0]),
    lead: [body.whatItDoes, `${KIND_WORDS[body.kind]}. ${REGIME_WORDS[body.regime]}.`].filter(Boolean).join(' '),
    place: [
      parent === null
        ? { text: 'It answers to no other body here' }
        : { text: `It answers to the ${parent.name}`, href: paths.body(parent.id) },
      ...under.map((one) => ({ text: one.name, href: paths.body(one.id), note: 'answers to it' })),
    ],
    seats: seats.map((seat) => ({
      text: saySeat(seat),
      note: [seat.part, seat.party, seat.organisation, seat.groupName, sayTerm(seat, today)]
        .filter(Boolean)
        .join(' · '),
    })),
    terms:
      terms === null
        ? null
        : {
            text: `Version ${terms.number}, agreed on ${sayDate(terms.agreedOn)} by ${terms.agreedBy}`,
            href: paths.terms(body.id),
            ...sayReview(terms, today),
          },
    rhythm: presentRhythm(facts),
    takenOver: sayTakenOver(held),
    meetings: [
      ...coming.map((one) => ({
        text: sayMeetingDay(one.day, today),
        href: paths.meeting(one.id),
        note: sayMeetingNote(one),
        pill: { state: 'on-the-way', text: 'to come' },
      })),
      ...held
        .slice(0, MOST_PAST)
        .map((one) => ({ text: sayDate(one.day), href: paths.meeting(one.id), note: sayMeetingNote(one) })),
    ],
    guests: facts.guests.map(({ id, who, atLeast, withinMonths, standing }) => ({
      id,
      who,
      text: `${who}: ${sayTimes(atLeast)} ${sayMonths(withinMonths)}`,
      note:
        standing.last === null
          ? 'has not come yet'
          : `last came on ${sayDate(standing.last)}${standing.metUntil ? `; that holds until ${sayDate(standing.metUntil)}` : ''}`,
      pill: standing.isMet ? { state: 'kept', text: 'met' } : { state: 'not-kept', text: 'not met' },
    })),
    came: facts.came.length === 0 ? null : presentAttendance(facts.came, 'organisation', new Map()),
    links: {
      edit: link(paths.edit),
      seats: link(paths.seats),
      rhythm: link(paths.rhythm),
      terms: link(paths.newTerms),
    },
  }
}

function saySentence({ body, today, standing }: BodyFacts, next: Meeting | undefined): string {
  const how = body.rhythm === null ? 'has no rhythm yet' : `meets ${sayHowOften(body.rhythm)}`
  if (next) return `The ${body.name} ${how}: next on ${sayMeetingDay(next.day, today)}.`
  if (standing?.unplanned)
    return `The ${body.name} ${how}, and its next meeting is not planned: by its rhythm it is on ${sayMeetingDay(standing.unplanned, today)}.`
  return `The ${body.name} ${how}, and no meeting is planned.`
}

function presentRhythm({ body, standing, offered, today }: BodyFacts) {
  if (body.rhythm === null || standing === null)
    return {
      text: 'How often it meets has not been entered as a rule. Until it is, nobody can say when one is missed.',
      missed: '',
      next: '',
      themes: '',
    }
  const { missed, due } = standing
  const pastDue = due === 1 ? 'one meeting' : `${due} meetings`
  return {
    text: sayRhythm(body.rhythm),
    missed:
      missed.length > 0
        ? `It missed ${missed.length} of ${pastDue} due since ${sayDate(body.rhythmSince! > yearBefore(today) ? body.rhythmSince! : yearBefore(today))}: ${sayNames(missed.map(sayDate))}.`
        : '',
    next:
      offered.length === 0
        ? 'No school term is entered that far ahead.'
        : `Not planned yet: ${sayNames(offered.map(sayDate))}.`,
    themes: body.themes.length === 0 ? '' : `Themes in turn: ${body.themes.join(', ')}.`,
  }
}

/** Said only where they ever did: how many meetings young people chaired for the day. */
function sayTakenOver(held: Meeting[]): string {
  const taken = held.filter(({ chairedByYoung }) => chairedByYoung)
  const [last] = taken
  if (last === undefined) return ''
  const meetings = `${held.length} ${held.length === 1 ? 'meeting' : 'meetings'}`
  return `Young people chaired ${taken.length} of the ${meetings} held: last on ${sayDate(last.day)}.`
}

const sayMeetingNote = ({ theme, chairedByYoung }: Meeting) =>
  [theme, chairedByYoung ? `chaired by ${chairedByYoung}` : ''].filter(Boolean).join(' · ')

function sayTerm({ startsOn, endsOn }: Seat, today: IsoDate): string {
  if (endsOn !== null) return `until ${sayDate(endsOn)}`
  return startsOn > today ? `from ${sayDate(startsOn)}` : `since ${sayDate(startsOn)}`
}

function sayReview({ reviewOn }: Terms, today: IsoDate) {
  if (reviewOn === null) return { note: 'no day is set to look at them again' }
  return reviewOn < today
    ? { note: `to be looked at again by ${sayDate(reviewOn)}`, pill: { state: 'not-kept', text: 'review is late' } }
    : { note: `to be looked at again by ${sayDate(reviewOn)}` }
}

const yearBefore = (today: IsoDate) => `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
const sayTimes = (times: number) =>
  times === 1 ? 'at least once' : times === 2 ? 'at least twice' : `at least ${times} times`
const sayMonths = (months: number) => (months === 12 ? 'a year' : `in ${months} months`)
