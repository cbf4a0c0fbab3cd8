import { findGuestStanding } from '../../../domain/governance/guest-rule.ts'
import { addMonths, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listAttendanceCounts } from '../attendance.store.ts'
import { paths } from '../bodies.paths.ts'
import { listBodies } from '../body.store.ts'
import { listGuestRules } from '../body-rule.store.ts'
import { presentAttendance } from './who-came.presenter.ts'

const YEARS = ['1', '2', '3']

/** Counted by body and by organisation over the last one, two or three years. */
export async function showWhoCame(visit: Visit): Promise<Answer> {
  const { today } = visit
  const years = YEARS.find((one) => one === visit.query.years) ?? '1'
  const facts = await visit.database.as(visit.actor, async (query) => ({
    counts: await listAttendanceCounts(query),
    bodies: await listBodies(query),
    guests: await listGuestRules(query, null),
  }))
  const from = addMonths(today, -12 * Number(years))
  const counts = facts.counts.filter(({ day }) => day > from)
  const names = new Map(facts.bodies.map(({ id, name }) => [id, name]))
  const byBody = presentAttendance(counts, 'bodyId', names)
  return {
    template: 'features/bodies/pages/who-came.njk',
    title: 'Who came',
    model: {
      sentence: counts.length === 0 ? 'Who came has not been entered for any meeting of this time.' : byBody.sentence,
      lead: `Meetings held after ${sayDate(from)}. Counted by body and by organisation; nobody is listed by how often they were away.`,
      isEmpty: counts.length === 0,
      years: YEARS.map((one) => ({
        text: one === '1' ? 'One year' : `${one} years`,
        href: one === years ? '' : `${paths.whoCame()}?years=${one}`,
      })),
      byBody: byBody.table,
      byOrganisation: presentAttendance(counts, 'organisation', names).table,
      guests: facts.guests.map((rule) => {
        const standing = findGuestStanding(rule, rule.came, today)
        return {
          text: `${rule.who} at the ${names.get(rule.bodyId)}`,
          href: paths.body(rule.bodyId),
          note: standing.last ? `last came on ${sayDate(standing.last)}` : 'has not come yet',
          pill: standing.isMet
            ? { state: 'kept', text: 'once a year: met' }
            : { state: 'not-kept', text: 'once a year: not met' },
        }
      }),
    },
    page: { back: { href: paths.meetings(), text: 'Meetings' } },
  }
}
