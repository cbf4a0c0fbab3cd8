import ical, { ICalCalendarMethod } from 'ical-generator'
import { readTime, saysCare } from '../../domain/governance/calendar-words.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { CalendarMeeting } from './calendar.store.ts'

const LEAST_MINUTES = 60

/**
 * Meetings as a calendar reads them (RFC 5545), in universal time. It is seen on lock screens: a neutral name, the day and
 * the place, and no theme, item, person or word about care.
 */
export function writeCalendar(meetings: CalendarMeeting[], stampedOn: IsoDate): string {
  const calendar = ical({
    name: 'Meetings',
    prodId: { company: 'council', product: 'meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60 * 4,
  })
  for (const meeting of meetings) {
    const place = meeting.place.trim()
    calendar.createEvent({
      id: `${meeting.id}@meetings`,
      stamp: `${stampedOn}T00:00:00Z`,
      summary: saysCare(meeting.name) ? 'Meeting' : meeting.name,
      ...(place !== '' && !saysCare(place) ? { location: place } : {}),
      ...whenOf(meeting),
    })
  }
  return calendar.toString()
}

/** Where the time cannot be told from what was typed, it is the whole day: no hour is made up. */
function whenOf({ day, time, minutes }: CalendarMeeting) {
  const at = readTime(time)
  if (at === null) return { start: `${day}T00:00:00Z`, end: `${addDays(day, 1)}T00:00:00Z`, allDay: true }
  const start = Temporal.PlainDate.from(day)
    .toZonedDateTime({
      timeZone: 'Europe/London',
      plainTime: { hour: Math.floor(at / 60), minute: at % 60 },
    })
    .toInstant()
  const end = start.add({ minutes: Math.max(minutes, LEAST_MINUTES) })
  return { start: start.toString(), end: end.toString() }
}
