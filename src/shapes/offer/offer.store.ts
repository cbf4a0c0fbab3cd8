import { type RawBuilder, sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { type OfferRule, type OfferSource, offerRule, offerSource } from '../../domain/offers/offer-rule.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface Offer {
  id: string
  title: string
  words: string
  rule: OfferRule
  source: OfferSource
  amountPence: number | null
  amountWords: string
  howToClaim: string
  isPaid: boolean
  answerWithinDays: number
  validFrom: IsoDate
}

/** The offers of a day, in the council's order. */
export async function listOffers(query: Query, today: IsoDate): Promise<Offer[]> {
  return readOffers(query, sql`valid_from <= ${today} and (valid_to is null or valid_to >= ${today})`)
}

/** One offer, also when it is no longer valid: a claim made in its time goes on by its rule. */
export async function findOffer(query: Query, id: string): Promise<Offer | null> {
  return (await readOffers(query, sql`id = ${id}`))[0] ?? null
}

/** A rule that does not hold together is a fault of ours, and no offer is shown by it. */
async function readOffers(query: Query, which: RawBuilder<unknown>): Promise<Offer[]> {
  const { rows } =
    await sql<Offer>`select id, title, words, rule, source, amount_pence as "amountPence", amount_words as "amountWords",
      how_to_claim as "howToClaim", is_paid as "isPaid", answer_within_days as "answerWithinDays", valid_from as "validFrom"
    from offer where authority_id = (select authority()) and ${which} order by position, title`.execute(query)
  return rows.map((row) => ({ ...row, rule: offerRule.parse(row.rule), source: offerSource.parse(row.source) }))
}
