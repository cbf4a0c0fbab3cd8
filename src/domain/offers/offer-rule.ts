import { z } from 'zod'

/** The groups of the law that an offer may ask for. */
export const OFFER_GROUPS = ['eligible', 'relevant', 'former relevant', 'qualifying'] as const

/** Who can have an offer, as data: the council changes it, and the page says it back in words. */
export const offerRule = z.strictObject({
  /** From the day of this birthday. */
  fromAge: z.int().min(14).max(25),
  /** Until the day before this birthday. */
  untilAge: z.int().min(15).max(26),
  groups: z.array(z.enum(OFFER_GROUPS)).min(1),
  /** Something more that must be so. */
  condition: z.enum(['in higher education']).nullable(),
})
export type OfferRule = z.infer<typeof offerRule>

/** Where an offer comes from. An offer of the council's own may be better than the law; it is never called law. */
export const offerSource = z.strictObject({
  kind: z.enum(['law', 'national', 'own']),
  words: z.string().min(1),
})
export type OfferSource = z.infer<typeof offerSource>

const GROUP_WORDS: Record<(typeof OFFER_GROUPS)[number], string> = {
  eligible: 'are in our care at 16 or 17, and were for 13 weeks or more',
  relevant: 'left our care at 16 or 17, after 13 weeks or more',
  'former relevant': 'were in our care for 13 weeks or more and have turned 18',
  qualifying: 'were in our care at 16 or 17 for a shorter time, or left it to live with a guardian',
}

/** The rule in words, as it stands on the page beside the answer. */
export function sayRule(rule: OfferRule): string {
  const who = rule.groups.map((group) => `if you ${GROUP_WORDS[group]}`).join('; or ')
  const also = rule.condition === null ? '' : ' You also need to be in higher education.'
  return `From your ${sayBirthday(rule.fromAge)} birthday until the day before your ${sayBirthday(rule.untilAge)}, ${who}.${also}`
}

export function sayBirthday(age: number): string {
  const last = age % 10
  const ending = age > 10 && age < 14 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'
  return `${age}${ending}`
}
