import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { GuestRule } from '../../domain/governance/guest-rule.ts'
import type { IsoDate, Period } from '../../domain/shared/calendar-date.ts'

export interface Terms {
  number: number
  words: string
  agreedOn: IsoDate
  agreedBy: string
  reviewOn: IsoDate | null
}

/** What a body is there for, the version in force first. */
export async function listTerms(query: Query, bodyId: string): Promise<Terms[]> {
  const { rows } =
    await sql<Terms>`select number, words, agreed_on as "agreedOn", agreed_by as "agreedBy", review_on as "reviewOn"
    from terms_of_reference where authority_id = (select authority()) and body_id = ${bodyId} order by number desc`.execute(
      query,
    )
  return rows
}

export async function addTerms(
  query: Query,
  authorityId: number,
  bodyId: string,
  terms: Omit<Terms, 'number'>,
): Promise<void> {
  await sql`insert into terms_of_reference (authority_id, body_id, number, words, agreed_on, agreed_by, review_on)
    select ${authorityId}, ${bodyId}, coalesce(max(number), 0) + 1, ${terms.words}, ${terms.agreedOn}::date, ${terms.agreedBy}, ${terms.reviewOn}::date
    from terms_of_reference where authority_id = ${authorityId} and body_id = ${bodyId}`.execute(query)
}

export type StoredGuestRule = GuestRule & { id: string; bodyId: string; came: IsoDate[] }

/** Who is to come to a body without being a member, and the days on which they did; of every body where none is named. */
export async function listGuestRules(query: Query, bodyId: string | null): Promise<StoredGuestRule[]> {
  const { rows } =
    await sql<StoredGuestRule>`select r.id, r.body_id as "bodyId", r.who, r.at_least as "atLeast", r.within_months as "withinMonths",
      array(select d.held_on::text from guest_days() d where d.guest_rule_id = r.id order by 1) as came
    from guest_rule r where r.authority_id = (select authority()) and r.ended_on is null and (${bodyId}::uuid is null or r.body_id = ${bodyId}::uuid) order by r.who`.execute(
      query,
    )
  return rows
}

export async function addGuestRule(query: Query, authorityId: number, bodyId: string, rule: GuestRule): Promise<void> {
  await sql`insert into guest_rule (authority_id, body_id, who, at_least, within_months)
    values (${authorityId}, ${bodyId}, ${rule.who}, ${rule.atLeast}, ${rule.withinMonths})`.execute(query)
}

export async function endGuestRule(query: Query, bodyId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update guest_rule set ended_on = (select today())
    where authority_id = (select authority()) and body_id::text = ${bodyId} and id::text = ${id} and ended_on is null`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

export type HalfTerm = Period & { id: string }

/** When the council's schools are open, the earliest first. */
export async function listHalfTerms(query: Query): Promise<HalfTerm[]> {
  const { rows } = await sql<HalfTerm>`select id, starts_on as "from", ends_on as "to" from half_term
    where authority_id = (select authority()) and taken_out_on is null order by starts_on`.execute(query)
  return rows
}

export async function addHalfTerm(query: Query, authorityId: number, { from, to }: Period): Promise<void> {
  await sql`insert into half_term (authority_id, starts_on, ends_on) values (${authorityId}, ${from}, ${to})`.execute(
    query,
  )
}

export async function takeOutHalfTerm(query: Query, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update half_term set taken_out_on = (select today())
    where authority_id = (select authority()) and id::text = ${id} and taken_out_on is null`.execute(query)
  return Number(numAffectedRows) === 1
}
