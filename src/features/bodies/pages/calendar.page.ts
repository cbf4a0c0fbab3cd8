import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { listBodies } from '../body.store.ts'
import { addCalendar, listCalendars, withdrawCalendar } from '../calendar.store.ts'

export async function showCalendar(visit: Visit): Promise<Answer> {
  return show(visit, null)
}

/** The address is shown now and never again: only its hash is kept. */
export async function submitCalendar(visit: Visit): Promise<Answer> {
  const secret = await visit.database.as(visit.actor, async (query) => {
    const body = (await listBodies(query)).find(({ id }) => id === visit.form.body)
    const made = await addCalendar(query, visit.actor.authorityId, body?.id ?? null)
    await recordTrace(query, visit.actor, { event: 'calendar made', detail: {} })
    return made
  })
  return show(visit, `${visit.address}/calendar/${secret}.ics`)
}

export async function submitWithdraw(visit: Visit): Promise<Answer> {
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const isWithdrawn = await withdrawCalendar(query, visit.params.id ?? '')
    if (isWithdrawn) await recordTrace(query, visit.actor, { event: 'calendar withdrawn', detail: {} })
    return isWithdrawn
  })
  return isDone ? { redirect: `${paths.calendar()}?done=withdrawn` } : notFound
}

async function show(visit: Visit, address: string | null): Promise<Answer> {
  const { bodies, calendars } = await visit.database.as(visit.actor, async (query) => ({
    bodies: await listBodies(query),
    calendars: await listCalendars(query),
  }))
  return {
    template: 'features/bodies/pages/calendar.njk',
    title: 'Meetings in your calendar',
    model: {
      sentence: address
        ? 'This is your calendar’s secret address. It is shown once: copy it now.'
        : calendars.length === 0
          ? 'Have the meetings in your own calendar, by a secret address.'
          : `${calendars.length === 1 ? 'One calendar is' : `${calendars.length} calendars are`} open to whoever has its address.`,
      address,
      action: paths.calendar(),
      field: makeSelect(
        'body',
        { label: 'Which meetings', value: '' },
        [
          { value: '', text: 'Those of every body I sit on' },
          ...bodies.map(({ id, name }) => ({ value: id, text: name })),
        ],
        [],
      ),
      calendars: calendars.map(({ id, body, madeOn }) => ({
        text: body ?? 'Every body I sit on',
        note: `made on ${sayDate(madeOn)}`,
        withdraw: paths.withdraw(id),
      })),
    },
    page: {
      isNarrow: true,
      back: { href: paths.meetings(), text: 'Meetings' },
      ...(visit.query.done === 'withdrawn'
        ? { notice: { text: 'That address is nothing any more.', isSuccess: true } }
        : {}),
    },
  }
}
