import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { makeClaims, makeSteps } from '../../demo-data/claims.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { DEMO_OFFERS } from '../../demo-data/offers.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** What young people can have, what they asked for in every state, and the next steps of those in the picker. */
export async function placeOffers(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const offerIds = new Map(DEMO_OFFERS.map(({ key }) => [key, randomUUID()]))
  const offers = DEMO_OFFERS.map((offer, position) => ({ ...offer, position, id: offerIds.get(offer.key) }))
  await sql`insert into offer (authority_id, id, position, title, words, rule, source, amount_pence, amount_words, how_to_claim, is_paid, answer_within_days, valid_from)
    select ${authorityId}, r.id, r.position, r.title, r.words, r.rule, r.source, r."amountPence", r."amountWords", r."howToClaim", r."isPaid", r."answerWithinDays", r."validFrom"
    from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as r(id uuid, position int, title text, words text, rule jsonb, source jsonb, "amountPence" int,
      "amountWords" text, "howToClaim" text, "isPaid" boolean, "answerWithinDays" int, "validFrom" date)`.execute(query)
  const claims = makeClaims(demo, today).map((claim) => ({
    ...claim,
    child: idOf(claim.childCode),
    offerId: offerIds.get(claim.offer),
    decidedBy: claim.decidedBy && idOf(claim.decidedBy),
    paidBy: claim.paidOn && claim.decidedBy && idOf(claim.decidedBy),
  }))
  await sql`insert into claim (authority_id, child_id, offer_id, words, asked_on, decision, reason, amount_pence, answered_on, decided_by, told_on, paid_on, paid_by)
    select ${authorityId}, r.child, r."offerId", r.words, r."askedOn", r.decision, r.reason, r."amountPence", r."answeredOn", r."decidedBy", r."toldOn", r."paidOn", r."paidBy"
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as r(child uuid, "offerId" uuid, words text, "askedOn" date, decision text, reason text, "amountPence" int,
      "answeredOn" date, "decidedBy" uuid, "toldOn" date, "paidOn" date, "paidBy" uuid)`.execute(query)
  const steps = makeSteps(demo).map((step) => ({
    child: idOf(step.childCode),
    words: step.words,
    byOn: step.inDays === null ? null : addDays(today, step.inDays),
    whoHelps: step.whoHelps,
    writtenBy: idOf(step.writtenBy ?? step.childCode),
    writtenOn: addDays(today, -step.writtenDaysAgo),
    doneOn: step.doneDaysAgo === null ? null : addDays(today, -step.doneDaysAgo),
  }))
  await sql`insert into next_step (authority_id, child_id, words, by_on, who_helps, written_by, written_on, done_on)
    select ${authorityId}, r.child, r.words, r."byOn", r."whoHelps", r."writtenBy", r."writtenOn", r."doneOn"
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r(child uuid, words text, "byOn" date, "whoHelps" text, "writtenBy" uuid, "writtenOn" date, "doneOn" date)`.execute(
    query,
  )
}
