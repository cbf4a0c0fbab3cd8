import { type DatedEpisode, joinStays } from '../domain/eligibility/care-dates.ts'
import { decideOffer, type OfferFacts } from '../domain/offers/decide-offer.ts'
import type { Payload } from '../domain/record/event-kinds.ts'
import { addDays, type IsoDate } from '../domain/shared/calendar-date.ts'
import { isWorkingDay } from '../domain/timescales/review-due.ts'
import type { DemoChild, DemoCouncil } from './demo-council.ts'
import {
  CLAIM_WORDS,
  DEMO_OFFERS,
  type DemoOffer,
  type DemoStep,
  NO_WORDS,
  STEPS_AT_NINETEEN,
  STEPS_ON_COMING_BACK,
  YES_WORDS,
} from './offers.ts'

export interface DemoClaim {
  childCode: string
  offer: DemoOffer['key']
  words: string
  askedOn: IsoDate
  decision: 'yes' | 'no' | null
  reason: string | null
  amountPence: number | null
  answeredOn: IsoDate | null
  decidedBy: string | null
  toldOn: IsoDate | null
  paidOn: IsoDate | null
}

export type DemoPlacedStep = DemoStep & { childCode: string; writtenBy: string | null }

type Turn = 'waiting' | 'late' | 'yes' | 'done' | 'no'

/** Claims in every state, all of them of people our rules allow them to: nobody is made up into something they could not have. */
export function makeClaims(demo: DemoCouncil, today: IsoDate): DemoClaim[] {
  const picked = demo.picker.filter(({ role }) => role === 'young_adult').map(({ childCode }) => childCode)
  const adviserOf = listAdvisers(demo)
  const mine = demo.picker.find(({ role }) => role === 'personal_adviser')?.staffKey
  const adults = demo.children.filter(
    ({ code, isCareLeaver }) => isCareLeaver && adviserOf.has(code) && !picked.includes(code),
  )
  const can = (child: DemoChild, key: DemoOffer['key']) => {
    const facts = readFacts(child)
    return facts !== null && decideOffer(offerOf(key).rule, facts, today).can === 'now'
  }
  const claims: DemoClaim[] = []
  const add = (child: DemoChild | undefined, key: DemoOffer['key'], turn: Turn, askedDaysAgo: number) => {
    if (child === undefined || !can(child, key)) return
    const adviser = adviserOf.get(child.code)!
    claims.push(makeClaim(child.code, adviser, key, turn, askedDaysAgo, claims.length, today))
  }
  // The one of nineteen: one thing done, one asked for and waiting, the third as their studies have it.
  const nineteen = demo.children.find(({ code }) => code === picked[0])
  add(nineteen, 'council tax', 'done', 95)
  add(nineteen, 'home', 'waiting', 4)
  // One claim is late, with the adviser whom the picker offers, so that their manager sees it first.
  const late =
    adults.find((child) => adviserOf.get(child.code) === mine && can(child, 'home')) ??
    adults.find((child) => can(child, 'home'))
  add(late, 'home', 'late', 21)
  const turns: [DemoOffer['key'], Turn, number][] = [
    ['home', 'done', 120],
    ['council tax', 'done', 60],
    ['home', 'yes', 12],
    ['study', 'done', 280],
    ['home', 'no', 33],
    ['council tax', 'waiting', 2],
    ['study', 'yes', 18],
  ]
  for (const [index, child] of adults.filter((one) => one !== late).entries()) {
    const [key, turn, ago] = turns[index % turns.length]!
    // Half of them have asked for something; the rest have not, or do not know yet that they may.
    if (index % 2 === 0) add(child, key, turn, ago + (index % 3))
  }
  return claims
}

export function makeSteps(demo: DemoCouncil): DemoPlacedStep[] {
  const [nineteen, back] = demo.picker.filter(({ role }) => role === 'young_adult').map(({ childCode }) => childCode)
  const adviserOf = listAdvisers(demo)
  const give = (code: string | null | undefined, steps: DemoStep[]): DemoPlacedStep[] =>
    code == null
      ? []
      : steps.map((step) => ({
          ...step,
          childCode: code,
          writtenBy: step.isOwn ? null : (adviserOf.get(code) ?? null),
        }))
  return [...give(nineteen, STEPS_AT_NINETEEN), ...give(back, STEPS_ON_COMING_BACK)]
}

function makeClaim(
  childCode: string,
  adviser: string,
  offer: DemoOffer['key'],
  turn: Turn,
  askedDaysAgo: number,
  number: number,
  today: IsoDate,
): DemoClaim {
  const words = CLAIM_WORDS[offer]
  const claim: DemoClaim = {
    childCode,
    offer,
    words: words[number % words.length]!,
    askedOn: backToWork(addDays(today, -askedDaysAgo)),
    decision: null,
    reason: null,
    amountPence: null,
    answeredOn: null,
    decidedBy: null,
    toldOn: null,
    paidOn: null,
  }
  if (turn === 'waiting' || turn === 'late') return claim
  const answeredOn = backToWork(addDays(claim.askedOn, 8))
  const decided = { ...claim, answeredOn, decidedBy: adviser, toldOn: answeredOn }
  if (turn === 'no') return { ...decided, decision: 'no', reason: NO_WORDS }
  const answers = YES_WORDS[offer]
  const { amountPence, isPaid } = offerOf(offer)
  return {
    ...decided,
    decision: 'yes',
    reason: answers[number % answers.length]!,
    amountPence,
    paidOn: isPaid && turn === 'done' ? backToWork(addDays(answeredOn, 9)) : null,
  }
}

/** The working day itself, or the one before. */
function backToWork(day: IsoDate): IsoDate {
  return isWorkingDay(day, new Set()) ? day : backToWork(addDays(day, -1))
}

function offerOf(key: DemoOffer['key']): DemoOffer {
  return DEMO_OFFERS.find((offer) => offer.key === key)!
}

function listAdvisers(demo: DemoCouncil): Map<string, string> {
  return new Map(
    demo.relationships
      .filter(({ role, endsOn }) => role === 'personal_adviser' && endsOn === null)
      .map(({ childCode, personKey }) => [childCode, personKey!]),
  )
}

function readFacts(child: DemoChild): OfferFacts | null {
  const born = child.facts.find(({ kind }) => kind === 'characteristics')
  if (born === undefined) return null
  const year = child.facts.findLast(({ kind }) => kind === 'leaving_care_year')
  const activity = year ? (year.data as Payload<'leaving_care_year'>).activity : null
  const episodes = child.facts
    .filter(({ kind }) => kind === 'episode')
    .map(({ startsOn, endsOn, data }): DatedEpisode => ({ startsOn, endsOn, ...(data as Payload<'episode'>) }))
  return {
    care: { bornOn: born.startsOn, stays: joinStays(episodes), homeWithParentSince: null, isOnPlannedCourse: false },
    isInHigherEducation: activity === null ? null : ['F1', 'P1'].includes(activity),
  }
}
