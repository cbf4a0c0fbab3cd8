import type { FastifyInstance } from 'fastify'
import { addDays } from '../../domain/shared/calendar-date.ts'
import type { Site } from '../../web/site.ts'
import { listCalendarMeetings, openCalendar } from './calendar.store.ts'
import { writeCalendar } from './write-calendar.ts'

const DAYS_BACK = 90

/** A calendar program asks without signing in: the address is the key, and opens what its maker may read today. */
export function addCalendarFeed(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { secret: string } }>('/calendar/:secret.ics', async (request, reply) => {
    const today = site.currentDay()
    const opened = await openCalendar(site.database, request.params.secret, today)
    if (opened === null) {
      reply.callNotFound()
      return reply
    }
    const meetings = await site.database.as(opened.actor, (query) =>
      listCalendarMeetings(query, opened.bodyId, addDays(today, -DAYS_BACK)),
    )
    return reply
      .header('Cache-Control', 'private, no-store')
      .type('text/calendar; charset=utf-8')
      .send(writeCalendar(meetings, today))
  })
}
