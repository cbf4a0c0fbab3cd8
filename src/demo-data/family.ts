import { ageAt, birthdayOf, type Day } from './day-number.ts'
import type { Random } from './random.ts'

/**
 * Children by family: how old they are, when they came into care and how they left. Ages and lengths are drawn so that
 * the whole looks like an English council; no real council's totals are used.
 */
export type Leaving = 'grown' | 'home' | 'guardianship' | 'adoption' | 'arrangement' | 'elsewhere' | 'transfer'

/** One period of care. `end` null: still with us. */
export interface CareStay {
  start: Day
  end: Day | null
  leaving: Leaving | null
}

export interface Member {
  born: Day
  sex: 'M' | 'F'
  /** Came to this country alone. */
  alone: boolean
  stays: CareStay[]
}

export interface Family {
  members: Member[]
}

const YEAR = 365.25
const SHARE_ALONE = 0.115

export function makeFamilyInCare(today: Day, most: number, random: Random): Family {
  if (random.chance(SHARE_ALONE)) return { members: [makeAloneInCare(today, random)] }
  const age = random.weighted([
    [() => random.next(), 12],
    [() => 1 + random.next() * 4, 10],
    [() => 5 + random.next() * 5, 14],
    [() => 10 + random.next() * 6, 43],
    [() => 16 + random.next() * 1.98, 27],
  ])()
  const born = Math.min(Math.ceil(today - age * YEAR), today - 3)
  const start = pickStart(born, today, random)
  const first: Member = { born, sex: pickSex(random), alone: false, stays: [{ start, end: null, leaving: null }] }
  const members = [first]
  const wanted = Math.min(most, pickFamilySize(random))
  for (let index = 1; index < wanted; index++) {
    const other = pickSiblingBirth(members, random)
    // A baby born into a family already in care comes soon after birth.
    const otherStart = Math.max(start, other + random.whole(2, 20))
    if (birthdayOf(other, 18) <= today + 5 || otherStart >= today) continue
    members.push({
      born: other,
      sex: pickSex(random),
      alone: false,
      stays: [{ start: otherStart, end: null, leaving: null }],
    })
  }
  const mayBeBack = members.length === 1 && age > 4 && today - start < 5 * YEAR
  if (mayBeBack && random.chance(0.09)) addEarlierStay(first, random)
  return { members }
}

function makeAloneInCare(today: Day, random: Random): Member {
  const age = random.chance(0.8) ? 16 + random.next() * 1.97 : 14 + random.next() * 2
  const born = Math.ceil(today - age * YEAR)
  const longest = Math.max(3, today - birthdayOf(born, 13) - 200)
  const start = today - random.whole(2, Math.max(3, Math.min(650, longest)))
  const sex = random.chance(0.93) ? 'M' : 'F'
  return { born, sex, alone: true, stays: [{ start, end: null, leaving: null }] }
}

/** A first time in care that ended at home, some months before the child came back. */
function addEarlierStay(member: Member, random: Random): void {
  const back = (member.stays[0] as CareStay).start
  const end = back - random.whole(60, 420)
  const start = Math.max(end - random.whole(60, 400), member.born + 3)
  if (end - start > 20) member.stays.unshift({ start, end, leaving: 'home' })
}

/** When a family left, and whether they had come by one day or after another. */
export interface LeavingWindow {
  from: Day
  to: Day
  startedBy?: Day
  startedAfter?: Day
  most: number
}

export function makeFamilyThatLeft(window: LeavingWindow, random: Random): Family {
  const { startedBy, startedAfter } = window
  const leaving: Leaving = random.weighted(startedAfter === undefined ? LEAVING_AFTER_LONG : LEAVING_AFTER_SHORT)
  const end = pickEnd(leaving, window, random)
  const alone = leaving === 'grown' && random.chance(0.22)
  let start = end - pickLength(leaving, alone, random)
  if (startedBy !== undefined) start = Math.min(start, startedBy - random.whole(0, 60))
  if (startedAfter !== undefined) start = Math.max(startedAfter + 1, Math.min(start, end - 3))
  const born = pickBirthOfLeaver(leaving, start, end, random)
  const first: CareStay = { start, end, leaving }
  const members: Member[] = [{ born, sex: alone ? 'M' : pickSex(random), alone, stays: [first] }]
  if (leaving === 'grown' || leaving === 'elsewhere') return { members }
  const wanted = Math.min(window.most, pickFamilySize(random))
  for (let index = 1; index < wanted; index++) {
    const other = pickSiblingBirth(members, random)
    const isRightAge = other < first.start && birthdayOf(other, leaving === 'adoption' ? 7 : 17) > end
    if (isRightAge) members.push({ born: other, sex: pickSex(random), alone: false, stays: [{ ...first }] })
  }
  return { members }
}

/** A young adult who left at 18 and has an age between these today. */
export function makeGrownUp(today: Day, ages: { from: number; to: number }, random: Random): Family {
  const born = Math.floor(today - (ages.from + random.next() * (ages.to - ages.from)) * YEAR)
  const end = birthdayOf(born, 18)
  const start = end - Math.min(Math.round(200 + random.wait(1400)), 17 * 365)
  return { members: [{ born, sex: pickSex(random), alone: false, stays: [{ start, end, leaving: 'grown' }] }] }
}

/** Somebody of 17 to 25 who left care at 16 or over, whom the council goes on supporting. */
export function isOwedSupport(member: Member, today: Day): boolean {
  const last = member.stays.at(-1) as CareStay
  const age = ageAt(member.born, today)
  if (last.end === null || age < 17 || age > 25) return false
  return (last.leaving === 'grown' || last.leaving === 'elsewhere') && ageAt(member.born, last.end) >= 16
}

const LEAVING_AFTER_LONG: [Leaving, number][] = [
  ['grown', 40],
  ['home', 20],
  ['guardianship', 14],
  ['adoption', 11],
  ['arrangement', 5],
  ['elsewhere', 7],
  ['transfer', 3],
]
const LEAVING_AFTER_SHORT: [Leaving, number][] = [
  ['home', 70],
  ['arrangement', 10],
  ['elsewhere', 8],
  ['transfer', 6],
  ['grown', 6],
]

/** The last day of care; never 29 February for an 18th birthday, which a common year of birth does not have. */
function pickEnd(leaving: Leaving, window: LeavingWindow, random: Random): Day {
  const end = random.whole(window.from, window.to)
  return leaving === 'grown' && birthdayOf(birthdayOf(end, -18), 18) !== end ? end - 1 : end
}

function pickLength(leaving: Leaving, alone: boolean, random: Random): number {
  if (alone) return random.whole(60, 800)
  if (leaving === 'adoption') return random.whole(480, 1000)
  if (leaving === 'guardianship') return random.whole(260, 1100)
  if (leaving === 'grown') return Math.min(Math.round(60 + random.wait(2300)), 17 * 365)
  return Math.min(Math.round(8 + random.wait(800)), 9 * 365)
}

function pickBirthOfLeaver(leaving: Leaving, start: Day, end: Day, random: Random): Day {
  if (leaving === 'grown') return birthdayOf(end, -18)
  const years = (low: number, high: number) => Math.round((low + random.next() * (high - low)) * YEAR)
  const ageAtStart =
    leaving === 'adoption'
      ? years(0, random.chance(0.5) ? 0.15 : 2.5)
      : leaving === 'guardianship'
        ? years(0, 8)
        : years(0, 14.5)
  // Still under 18 on leaving; those who go to live elsewhere are 16 or 17.
  if (leaving === 'elsewhere') return Math.min(start, end - years(16.05, 17.8))
  return Math.min(start, Math.max(start - ageAtStart, end - Math.round(17.5 * YEAR)))
}

/** Length so far: longer stays are likelier to be met on any one day. */
function pickStart(born: Day, today: Day, random: Random): Day {
  const longest = today - born
  // Many of the youngest came in their first weeks.
  if (longest > 5 && longest < 4 * YEAR && random.chance(0.6)) return born + random.whole(1, Math.min(60, longest - 3))
  if (longest < 400) return today - random.whole(1, Math.max(1, longest - 1))
  let length = 0
  do length = Math.ceil(random.wait(1600))
  while (length >= longest - 2)
  return today - Math.max(1, length)
}

function pickSiblingBirth(members: Member[], random: Random): Day {
  const births = members.map((member) => member.born)
  const gap = random.chance(0.04) ? 0 : random.whole(330, 1500)
  return random.chance(0.5) ? Math.max(...births) + gap : Math.min(...births) - gap
}

function pickFamilySize(random: Random): number {
  return random.weighted([
    [1, 66],
    [2, 21],
    [3, 9],
    [4, 4],
  ])
}

function pickSex(random: Random): 'M' | 'F' {
  return random.chance(0.54) ? 'M' : 'F'
}
