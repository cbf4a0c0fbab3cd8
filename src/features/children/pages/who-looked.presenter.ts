import { addDays, type IsoDate } from '../../../domain/shared/calendar-date.ts'
import { sayInstant } from '../../../domain/shared/say-instant.ts'
import type { Look } from '../../../shapes/person/access-trace.store.ts'

const DAYS = 30

export function presentWhoLooked(name: string, looks: Look[], today: IsoDate): Record<string, unknown> {
  const openings = looks.filter(
    (look) => look.event.startsWith('record opened') && look.at.slice(0, 10) >= addDays(today, -DAYS),
  )
  const people = new Set(openings.map((look) => look.personId)).size
  const reasons = new Set(openings.filter((look) => look.reason !== null).map((look) => look.personId)).size
  return {
    sentence: `${people === 0 ? 'Nobody has' : people === 1 ? 'One person has' : `${people} people have`} opened the record of ${name} in the last ${DAYS} days.${reasons === 0 ? '' : ` ${reasons === 1 ? 'One of them' : `${reasons} of them`} gave a reason, because they do not work with this child.`}`,
    table: {
      isStacked: true,
      caption: 'Openings, newest first',
      columns: ['When', 'Who', 'What', 'Reason given'].map((text) => ({ text })),
      rows: looks.map((look) => [
        sayInstant(look.at),
        { text: look.person, ...(look.title ? { note: look.title } : {}) },
        look.event,
        look.reason ?? 'works with this child, or for everybody',
      ]),
    },
    isEmpty: looks.length === 0,
  }
}
