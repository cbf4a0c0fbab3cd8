import type { Fact } from '../domain/record/event-kinds.ts'
import { ageAt, birthdayOf, dayOf } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { CareStay, Member } from './family.ts'
import type { Random } from './random.ts'

/**
 * After care (the return's OC3): one for each completed year in which a birthday fell, from the 17th to the 21st and, for
 * those we still support, to the 25th; never for a birthday on which the young person was in care (rules 1007, 1016).
 */
export function tellYearsAfterCare(
  member: Member,
  isSupported: boolean,
  collectionYears: number[],
  random: Random,
): Fact[] {
  const left = (member.stays.at(-1) as CareStay).end
  if (left === null) return []
  const life = makeLife(member, random)
  const facts: Fact[] = []
  for (const year of collectionYears) {
    const from = `${year - 1}-04-01`
    const to = `${year}-03-31`
    const age = ageAt(member.born, dayOf(to))
    const hadCareBirthday = birthdayOf(member.born, age) <= left
    if (age < 17 || age > (isSupported ? 25 : 21) || hadCareBirthday) continue
    if (random.chance(0.3)) changeLife(life, age, random)
    facts.push(makeFact('leaving_care_year', from, to, tellLife(life, age, random)))
  }
  return facts
}

interface Life {
  activity: string
  accommodation: string
}

function makeLife(member: Member, random: Random): Life {
  return { activity: random.weighted(ACTIVITIES), accommodation: random.weighted(member.alone ? HOMES_ALONE : HOMES) }
}

function changeLife(life: Life, age: number, random: Random): void {
  if (random.chance(0.6)) life.activity = random.weighted(ACTIVITIES)
  if (random.chance(0.5)) life.accommodation = random.weighted(age >= 20 ? HOMES_OLDER : HOMES)
}

function tellLife(life: Life, age: number, random: Random) {
  const inTouch = random.weighted(IN_TOUCH)
  if (inTouch === 'NO' || inTouch === 'REFU') return { inTouch, activity: '0', accommodation: '0' }
  if (inTouch === 'RHOM') return { inTouch, activity: life.activity, accommodation: 'B1' }
  // Staying with former foster carers begins at 18 (rule 3001), and a foyer takes nobody under 18 (rule 347).
  const isTooYoung = age < 18 && (life.accommodation.startsWith('Z') || life.accommodation.startsWith('T'))
  return { inTouch, activity: life.activity, accommodation: isTooYoung ? 'D1' : life.accommodation }
}

const IN_TOUCH: [string, number][] = [
  ['YES', 930],
  ['NO', 35],
  ['REFU', 12],
  ['NREQ', 13],
  ['RHOM', 10],
]
const ACTIVITIES: [string, number][] = [
  ['F1', 70],
  ['F2', 200],
  ['P2', 30],
  ['F4', 45],
  ['F5', 170],
  ['P5', 65],
  ['G4', 115],
  ['G5', 265],
  ['G6', 60],
]
const HOMES: [string, number][] = [
  ['Z1', 20],
  ['D1', 26],
  ['U1', 22],
  ['B1', 11],
  ['E1', 6],
  ['C1', 3],
  ['T1', 4],
  ['Y1', 2],
  ['D2', 1],
  ['X2', 3],
  ['S2', 1],
  ['W2', 0.6],
  ['V2', 0.6],
  ['U2', 0.8],
]
const HOMES_ALONE: [string, number][] = [
  ['D1', 55],
  ['U1', 25],
  ['E1', 10],
  ['Z1', 8],
  ['K2', 1],
  ['V2', 1],
]
const HOMES_OLDER: [string, number][] = [
  ['U1', 55],
  ['B1', 12],
  ['Z1', 9],
  ['D1', 10],
  ['E1', 3],
  ['Y1', 2],
  ['X2', 4],
  ['S2', 2],
  ['K2', 1.5],
  ['U2', 1.5],
]
