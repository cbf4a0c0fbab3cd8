import type { CareDates } from '../eligibility/care-dates.ts'
import { findStanding, type Standing } from '../eligibility/leaving-care-status.ts'
import { ageOn, birthday, type IsoDate, sayDate } from '../shared/calendar-date.ts'
import { type OfferRule, sayBirthday } from './offer-rule.ts'

/** What is known of a person that a rule asks about. */
export interface OfferFacts {
  care: CareDates
  /** Null where the record does not say. */
  isInHigherEducation: boolean | null
}

export interface OfferAnswer {
  can: 'now' | 'later' | 'not'
  /** The first day, for those who can have it later. */
  on: IsoDate | null
  /** The day after which it can no longer be had, for those who can have it now. */
  until: IsoDate | null
  /** In a sentence to the person. */
  because: string
}

/**
 * Whether somebody can have an offer on a day, and why. A later day is named only where nothing but a birthday stands
 * between: what somebody may choose or be told in the meantime is no date.
 */
export function decideOffer(rule: OfferRule, facts: OfferFacts, today: IsoDate): OfferAnswer {
  const { bornOn } = facts.care
  const opens = birthday(bornOn, rule.fromAge)
  const closes = birthday(bornOn, rule.untilAge)
  if (today >= closes)
    return not(`It ends on the ${sayBirthday(rule.untilAge)} birthday, and yours was on ${sayDate(closes)}.`)
  const missing = sayMissing(rule, facts)
  if (today >= opens) {
    const standing = findStanding(facts.care, today)
    if (isInGroup(rule, standing)) {
      if (missing !== null) return not(missing)
      return { can: 'now', on: null, until: closes, because: sayNow(rule, facts, today) }
    }
  }
  const first = [16, 18, rule.fromAge]
    .map((age) => birthday(bornOn, age))
    .filter((day) => day > today && day >= opens && day < closes)
    .sort()
    .find((day) => isInGroup(rule, findStanding(facts.care, day)))
  if (first !== undefined) {
    const also = missing === null ? '' : ' You will need to be in higher education then.'
    return {
      can: 'later',
      on: first,
      until: null,
      because: `You can have it from ${sayDate(first)}, when you turn ${ageOn(bornOn, first)}.${also}`,
    }
  }
  return not(sayWhyNot(findStanding(facts.care, today < opens ? opens : today)))
}

function isInGroup(rule: OfferRule, { status }: Standing): boolean {
  return rule.groups.some((group) => group === status)
}

function sayMissing(rule: OfferRule, { isInHigherEducation }: OfferFacts): string | null {
  if (rule.condition === null || isInHigherEducation === true) return null
  return isInHigherEducation === null
    ? 'It is for those in higher education, and we do not know yet whether you are. If you are, tell your adviser.'
    : 'It is for those in higher education, and as far as we know you are not. If that is wrong, tell your adviser.'
}

function sayNow(rule: OfferRule, { care }: OfferFacts, today: IsoDate): string {
  const { status } = findStanding(care, today)
  const where = {
    eligible: 'you are in our care and were for at least 13 weeks since you were 14',
    relevant: 'you left our care at 16 or 17, after at least 13 weeks in it',
    'former relevant': 'you were in our care for at least 13 weeks after you turned 14, and at 16 or later',
    qualifying: 'you were in our care at 16 or 17, or left it to live with a guardian',
    'in care': '',
    none: '',
  }[status]
  const also = rule.condition === null ? '' : ', and you are in higher education'
  return `Because you are ${ageOn(care.bornOn, today)}, and ${where}${also}.`
}

function sayWhyNot({ status, nights, isToCheck }: Standing): string {
  if (isToCheck)
    return `Your time in care is within two nights of 13 weeks (we count ${nights}). Ask your adviser to look at the papers with you.`
  if (status === 'qualifying')
    return 'It is for those who were in our care for 13 weeks or more after turning 14. We count fewer for you, or you left to live with family or a guardian. If that is wrong, tell us.'
  return 'It is for those who were in our care at 16 or later, for 13 weeks or more after turning 14. Our dates do not show that for you. If that is wrong, tell us.'
}

function not(because: string): OfferAnswer {
  return { can: 'not', on: null, until: null, because }
}
