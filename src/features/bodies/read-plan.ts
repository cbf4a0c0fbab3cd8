import type { Query } from '../../database/database.ts'
import { type ForwardMeeting, planAhead } from '../../domain/governance/forward-plan.ts'
import type { Almanac } from '../../domain/governance/rhythm.ts'
import { addDays, addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { bankHolidays } from '../children/index.ts'
import { listMeetings, type Meeting } from '../governance/index.ts'
import { type Body, listBodies } from './body.store.ts'
import { listHalfTerms } from './body-rule.store.ts'
import { type ExpectedReport, listExpectedReports, readReportsIn } from './report.store.ts'

export interface Plan {
  bodies: Body[]
  meetings: Meeting[]
  ahead: ForwardMeeting<ExpectedReport>[]
  /** "meeting report" of what is in already. */
  reportsIn: Set<string>
  almanac: Almanac
}

export async function readAlmanac(query: Query): Promise<Almanac> {
  return { bankHolidays, halfTerms: await listHalfTerms(query) }
}

/** The next twelve months, worked out and not kept: a rule that changes changes them. */
export async function readPlan(query: Query, today: IsoDate): Promise<Plan> {
  const [bodies, meetings, reports] = [
    await listBodies(query),
    await listMeetings(query),
    await listExpectedReports(query),
  ]
  const almanac = await readAlmanac(query)
  const ahead = planAhead({ bodies, meetings, reports, from: today, to: addDays(addMonths(today, 12), -1), almanac })
  return { bodies, meetings, ahead, reportsIn: await readReportsIn(query), almanac }
}
