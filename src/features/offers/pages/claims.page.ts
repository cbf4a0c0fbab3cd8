import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { listClaims } from '../../../shapes/offer/claim.store.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { putClock } from '../read-my-offers.ts'
import { presentClaims } from './claims.presenter.ts'

export function answersClaims(visit: Visit): boolean {
  return visit.person.roles.some((role) => ['personal_adviser', 'team_manager', 'service_manager'].includes(role))
}

/** Claims with their clock, for the adviser and for the manager, who sees what is late without being asked. */
export async function showClaims(visit: Visit): Promise<Answer> {
  if (!answersClaims(visit)) return notFound
  return visit.database.as(visit.actor, async (query) => {
    const claims = (await listClaims(query)).map((claim) => putClock(claim, visit.today))
    const childIds = [...new Set(claims.map(({ claim }) => claim.childId))]
    if (childIds.length > 0) await recordTrace(query, visit.actor, { event: 'claims read', childIds })
    const isManager = !visit.person.roles.includes('personal_adviser')
    return {
      template: 'features/offers/pages/claims.njk',
      title: 'Claims',
      model: presentClaims(claims, isManager, visit.today),
    }
  })
}

/** For a first screen: claims that wait and those past their day, and whose they are is not said. */
export async function countLateClaims(query: Query, today: IsoDate): Promise<{ waiting: number; late: number }> {
  // Most advise nobody: they wait for no list.
  const { rows } = await sql`select from advised() limit 1`.execute(query)
  if (rows.length === 0) return { waiting: 0, late: 0 }
  const clocks = (await listClaims(query)).map((claim) => putClock(claim, today).clock.state)
  return {
    waiting: clocks.filter((state) => state === 'waiting' || state === 'late').length,
    late: clocks.filter((state) => state === 'late').length,
  }
}
