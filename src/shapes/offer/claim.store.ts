import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { ClaimDates } from '../../domain/offers/claim-clock.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface Claim extends ClaimDates {
  id: string
  childId: string
  /** The name as the reader may have it; empty where they may not. */
  childName: string
  offerId: string
  offer: string
  offeredPence: number | null
  words: string
  reason: string | null
  amountPence: number | null
  decidedBy: string | null
  /** The advisers named for them, for those who manage advisers. */
  advisers: string | null
}

/** The claims the reader may see, oldest first: their own, or of those they advise or answer for. */
export async function listClaims(query: Query, childId: string | null = null): Promise<Claim[]> {
  const { rows } =
    await sql<Claim>`select c.id, c.child_id as "childId", coalesce(concat_ws(' ', p.given_name, p.family_name), '') as "childName",
      c.offer_id as "offerId", o.title as offer, o.amount_pence as "offeredPence", c.words, c.asked_on as "askedOn", o.answer_within_days as "answerWithinDays",
      o.is_paid as "isToPay", c.decision, c.reason, c.amount_pence as "amountPence", c.answered_on as "answeredOn", c.paid_on as "paidOn",
      coalesce(nullif(concat_ws(' ', d.given_name, d.family_name), ''), n.name) as "decidedBy",
      (select string_agg(concat_ws(' ', a.given_name, a.family_name), ' and ' order by a.given_name) from relationship r
        join person a on a.authority_id = r.authority_id and a.id = r.person_id
        where r.authority_id = c.authority_id and r.child_id = c.child_id and r.role = 'personal_adviser'
          and r.starts_on <= (select today()) and (r.ends_on is null or r.ends_on >= (select today()))) as advisers
    from claim c join offer o on o.authority_id = c.authority_id and o.id = c.offer_id
      left join person p on p.authority_id = c.authority_id and p.id = c.child_id
      left join person d on d.authority_id = c.authority_id and d.id = c.decided_by
      left join lateral colleague_name(c.decided_by) n on true
    where c.authority_id = (select authority()) and (${childId}::uuid is null or c.child_id = ${childId}) order by c.asked_on, c.id`.execute(
      query,
    )
  return rows
}

export async function findClaim(query: Query, id: string): Promise<Claim | null> {
  return (await listClaims(query)).find((claim) => claim.id === id) ?? null
}

/** Asks for something, in one's own name. False where it was asked for already and not refused. */
export async function addClaim(query: Query, offerId: string, words: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`insert into claim (authority_id, offer_id, words)
    values ((select authority()), ${offerId}, ${words}) on conflict do nothing returning id`.execute(query)
  return rows.length > 0
}

export interface ClaimAnswer {
  decision: 'yes' | 'no'
  reason: string
  amountPence: number | null
  /** When they were told by the one who answers; a no is refused without it. */
  toldOn: IsoDate | null
}

/** Answers a claim, once. False where it has been answered meanwhile, or is not the reader's to answer. */
export async function answerClaim(query: Query, id: string, answer: ClaimAnswer): Promise<boolean> {
  const { rows } = await sql<{
    id: string
  }>`update claim set decision = ${answer.decision}, reason = ${answer.reason}, amount_pence = ${answer.amountPence},
      answered_on = (select today()), decided_by = (select me()), told_on = ${answer.toldOn}
    where authority_id = (select authority()) and id = ${id} and decision is null returning id`.execute(query)
  return rows.length > 0
}

/** Notes that what was said yes to has been paid. */
export async function payClaim(query: Query, id: string, paidOn: IsoDate): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`update claim set paid_on = ${paidOn}, paid_by = (select me())
    where authority_id = (select authority()) and id = ${id} and decision = 'yes' and paid_on is null returning id`.execute(
    query,
  )
  return rows.length > 0
}
