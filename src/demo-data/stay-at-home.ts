import { ageAt, birthdayOf, type Day } from './day-number.ts'
import type { DemoPostcode } from './demo-council.ts'
import type { CareStay, Member } from './family.ts'
import type { Home, HomeKind, HomePool } from './home.ts'
import { type LegalStep, statusOn } from './legal-status.ts'
import type { Random } from './random.ts'

/** From one day, one home under one code; `reason` is why the child left what was before (REASON_PLACE_CHANGE). */
export interface StayAtHome {
  from: Day
  home: Home
  /** PLACE. */
  code: string
  /** Same people, only the kind of arrangement changed. */
  isSameCarer: boolean
  reason: string
}

export interface HomePlan {
  member: Member
  stay: CareStay
  legal: LegalStep[]
  /** When the child went to live with adopters, where that is so. */
  adoptersFrom: Day | null
  familyHome: DemoPostcode
  today: Day
}

/** Homes one after another through a period of care. A child has one home at a time. */
export function planStaysAtHome(plan: HomePlan, pool: HomePool, random: Random): StayAtHome[] {
  const { member, stay, familyHome } = plan
  const last = stay.end ?? plan.today
  const stays: StayAtHome[] = []
  const isUnsettled = random.chance(0.19)
  const ownPlace = planOwnPlace(member, stay, last, random)
  let day = stay.start
  let home: Home | null = null
  while (day < last && (plan.adoptersFrom === null || day < plan.adoptersFrom)) {
    const kind = day === ownPlace ? 'supported' : pickKind(plan, day, home, random)
    home = pool.find(kind, familyHome, home, random)
    stays.push({
      from: day,
      home,
      code: codeOf(home, member, day, random),
      isSameCarer: false,
      reason: pickReason(random),
    })
    const length = pickLengthOfStay(stays.length === 1, isUnsettled, random)
    const moves = day + length
    // At 16 or 17 some are ready for their own place with help, some are moved to one.
    const isNextOwnPlace = ownPlace !== null && day < ownPlace && moves > ownPlace && home.kind !== 'supported'
    const until = isNextOwnPlace ? ownPlace : moves
    settleIn(stays, Math.min(until, last, plan.adoptersFrom ?? last), random)
    day = until
  }
  if (plan.adoptersFrom !== null && plan.adoptersFrom < last) addAdopters(stays, plan, pool, random)
  return stays
}

/** A foster home that has lasted may be agreed as long term: the code changes, the people do not. */
function settleIn(stays: StayAtHome[], until: Day, random: Random): void {
  const now = stays.at(-1) as StayAtHome
  const long = { U6: 'U4', U3: 'U1' }[now.code]
  const agreed = now.from + random.whole(330, 720)
  if (long === undefined || agreed + 60 >= until || !random.chance(0.5)) return
  stays.push({ from: agreed, home: now.home, code: long, isSameCarer: true, reason: 'PLACE' })
}

function addAdopters(stays: StayAtHome[], plan: HomePlan, pool: HomePool, random: Random): void {
  const from = plan.adoptersFrom as Day
  while (stays.length > 1 && (stays.at(-1) as StayAtHome).from >= from - 20) stays.pop()
  const before = stays.at(-1) as StayAtHome
  const areSameCarers = before.home.kind === 'foster' && random.chance(0.12)
  const home = areSameCarers ? before.home : pool.find('adopters', plan.familyHome, before.home, random)
  const code = areSameCarers ? 'A5' : 'A6'
  stays.push({ from, home, code, isSameCarer: areSameCarers, reason: areSameCarers ? 'PLACE' : 'CARPL' })
}

function planOwnPlace(member: Member, stay: CareStay, last: Day, random: Random): Day | null {
  if (stay.leaving === 'adoption' || !random.chance(member.alone ? 0.5 : 0.4)) return null
  const day = birthdayOf(member.born, 16) + random.whole(30, 640)
  return day > stay.start + 20 && day < last - 14 ? day : null
}

function pickLengthOfStay(isFirst: boolean, isUnsettled: boolean, random: Random): number {
  if (isFirst && random.chance(0.3)) return random.whole(4, 120)
  return Math.round(20 + random.wait(isUnsettled ? 190 : 2100))
}

function pickKind(plan: HomePlan, day: Day, before: Home | null, random: Random): HomeKind {
  const { member, stay, legal } = plan
  const age = ageAt(member.born, day)
  const mayBeWithParents = ['C1', 'C2'].includes(statusOn(legal, day))
  if (stay.leaving === 'guardianship' && random.chance(0.72)) return 'kin'
  if (plan.adoptersFrom !== null) return 'foster'
  const options: [HomeKind, number][] = member.alone ? alone(age) : byAge(age)
  const goesHome = stay.leaving === 'home' ? 3 : 1
  // A child looked after by agreement (V2) cannot at the same time live with their parents: the return refuses it.
  const possible = options.map(([kind, weight]): [HomeKind, number] => {
    if (kind === 'parents') return [kind, mayBeWithParents && before?.kind !== 'parents' ? weight * goesHome : 0]
    return [kind, weight]
  })
  return random.weighted(possible)
}

function alone(age: number): [HomeKind, number][] {
  return age >= 16
    ? [
        ['supported', 62],
        ['foster', 36],
        ['childrens home', 2],
      ]
    : [['foster', 1]]
}

function byAge(age: number): [HomeKind, number][] {
  if (age < 1)
    return [
      ['foster', 66],
      ['kin', 20],
      ['parents', 6],
      ['mother and baby', 8],
    ]
  if (age < 10)
    return [
      ['foster', 66],
      ['kin', 21],
      ['parents', 10],
      ['childrens home', age >= 8 ? 6 : 0],
      ['school', age >= 8 ? 1 : 0],
    ]
  if (age < 16)
    return [
      ['foster', 47],
      ['kin', 12],
      ['parents', 6],
      ['childrens home', 29],
      ['school', 2],
      ['care home', 0.7],
      ['secure home', age >= 12 ? 0.8 : 0],
      ['other', age >= 14 ? 0.8 : 0],
    ]
  return [
    ['foster', 23],
    ['kin', 6],
    ['parents', 4],
    ['childrens home', 22],
    ['supported', 42],
    ['school', 1.5],
    ['care home', 0.8],
    ['secure home', 0.8],
    ['other', 1.2],
  ]
}

function codeOf(home: Home, member: Member, day: Day, random: Random): string {
  switch (home.kind) {
    case 'foster':
      return ageAt(member.born, day) < 2 && random.chance(0.08) ? 'U5' : 'U6'
    case 'kin':
      return 'U3'
    case 'parents':
      return 'P1'
    case 'childrens home':
      return 'K2'
    case 'secure home':
      return 'K1'
    case 'supported':
      return 'K3'
    case 'school':
      return 'S1'
    case 'mother and baby':
      return 'R3'
    case 'care home':
      return 'R1'
    case 'adopters':
      return 'A6'
    case 'other':
      return 'Z14'
  }
}

function pickReason(random: Random): string {
  return random.weighted([
    ['CARPL', 46],
    ['CREQB', 18],
    ['CREQO', 10],
    ['CHILD', 8],
    ['LAREQ', 8],
    ['CLOSE', 4],
    ['ALLEG', 2],
    ['STAND', 2],
    ['OTHER', 2],
  ])
}
