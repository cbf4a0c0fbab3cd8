import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { Includes } from '../../domain/impact/plan-check.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface CheckedPlan {
  id: string
  title: string
  reference: string
  organisation: string
  link: string
  reviewOn: IsoDate
  includes: Includes
  words: string
  saidBy: string
  saidOn: IsoDate | null
  section: string
  approvedBy: string
  approvedOn: IsoDate | null
}

export type NewCheckedPlan = Omit<CheckedPlan, 'id'>

/** What is looked at again soonest comes first. */
export async function listCheckedPlans(query: Query): Promise<CheckedPlan[]> {
  const { rows } =
    await sql<CheckedPlan>`select id, title, reference, organisation, link, review_on as "reviewOn", includes, words,
      said_by as "saidBy", said_on as "saidOn", section, approved_by as "approvedBy", approved_on as "approvedOn"
    from checked_plan where authority_id = (select authority()) and ended_on is null order by review_on, title, id`.execute(
      query,
    )
  return rows
}

/** A new one where no id is given. False where it is not there, or not theirs to change. */
export async function keepCheckedPlan(
  query: Query,
  authorityId: number,
  plan: NewCheckedPlan,
  id: string | null = null,
): Promise<boolean> {
  if (id === null) {
    await sql`insert into checked_plan (authority_id, title, reference, organisation, link, review_on, includes, words, said_by, said_on, section, approved_by, approved_on)
      values (${authorityId}, ${plan.title}, ${plan.reference}, ${plan.organisation}, ${plan.link}, ${plan.reviewOn}, ${plan.includes}, ${plan.words},
        ${plan.saidBy}, ${plan.saidOn}, ${plan.section}, ${plan.approvedBy}, ${plan.approvedOn})`.execute(query)
    return true
  }
  const { numAffectedRows } =
    await sql`update checked_plan set title = ${plan.title}, reference = ${plan.reference}, organisation = ${plan.organisation},
      link = ${plan.link}, review_on = ${plan.reviewOn}, includes = ${plan.includes}, words = ${plan.words}, said_by = ${plan.saidBy}, said_on = ${plan.saidOn},
      section = ${plan.section}, approved_by = ${plan.approvedBy}, approved_on = ${plan.approvedOn}
    where authority_id = (select authority()) and id = ${id} and ended_on is null`.execute(query)
  return Number(numAffectedRows) === 1
}

/** It leaves the list; its history stays. */
export async function endCheckedPlan(query: Query, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update checked_plan set ended_on = (select today())
    where authority_id = (select authority()) and id = ${id} and ended_on is null`.execute(query)
  return Number(numAffectedRows) === 1
}
