import { type Day, dayOf } from './day-number.ts'
import type { DemoOptions } from './demo-council.ts'
import { type Family, isOwedSupport, makeFamilyInCare, makeFamilyThatLeft, makeGrownUp } from './family.ts'
import type { Random } from './random.ts'

/**
 * Who is in care, and when: exactly `children` today, about as many on every 31 March of the years shown, and between
 * them the children who came and left. Worked out backwards from today: those still here are known, so each year before
 * needs as many leavers as are missing at its start.
 */
export interface CareFlow {
  families: Family[]
  /** First day of the years shown. */
  windowStart: Day
}

/** Of each hundred in care, those who come and go again between two counts, in a year. */
const SHORT_STAYS_A_YEAR = 0.06
const GROWN_LEAVERS_A_YEAR = 0.1
/** From the 18th birthday until the year of the 21st is over. */
const YEARS_AFTER_CARE = 3.9

export function makeCareFlow(options: DemoOptions, collectionYears: number[], random: Random): CareFlow {
  const today = dayOf(options.today)
  const windowStart = dayOf(`${(collectionYears[0] ?? Number(options.today.slice(0, 4))) - 1}-04-01`)
  const counts = makeCountDays(today, collectionYears)
  const families: Family[] = []

  const inCare = random.fork('in care')
  let wanted = options.children
  while (wanted > 0) {
    const family = makeFamilyInCare(today, wanted, inCare)
    families.push(family)
    wanted -= family.members.length
  }

  families.push(...makeGrownUps(options, (today - windowStart) / 365.25, random.fork('grown up')))

  for (let index = 1; index < counts.length; index++) {
    const later = counts[index - 1] as Day
    const count = counts[index] as Day
    families.push(...makeLeavers(families, options.children, count, later, random.fork(`left before ${later}`)))
  }
  const owed = families.flatMap((family) => family.members).filter((member) => isOwedSupport(member, today)).length
  // Where chance left too few, some of the eldest: they had left care before the years shown, or early in them.
  for (let index = owed; index < options.careExperienced; index++) {
    families.push(makeGrownUp(today, { from: 24, to: 24.9 }, random))
  }
  return { families, windowStart }
}

/**
 * Young adults who left at 18 before the years shown, or as many more as are needed to have `careExperienced` of them:
 * without them the first years would have nobody to tell of after care.
 */
function makeGrownUps(options: DemoOptions, yearsShown: number, random: Random): Family[] {
  const today = dayOf(options.today)
  const aYear = options.children * GROWN_LEAVERS_A_YEAR
  const before = Math.round(aYear * YEARS_AFTER_CARE)
  const ages = { from: 18 + yearsShown, to: 18 + yearsShown + YEARS_AFTER_CARE }
  const families = Array.from({ length: before }, () => makeGrownUp(today, ages, random))
  const still = Math.max(0, Math.min(1, (24.9 - ages.from) / YEARS_AFTER_CARE)) * before
  const more = options.careExperienced - Math.floor(aYear * Math.min(yearsShown, 6.9) + still)
  const youngest = 18 + Math.min(yearsShown, 1)
  for (let index = 0; index < more; index++) {
    families.push(makeGrownUp(today, { from: youngest, to: 24.9 }, random))
  }
  return families
}

/** Today and each 31 March before it, newest first, down to the one before the first year shown. */
function makeCountDays(today: Day, collectionYears: number[]): Day[] {
  const ends = collectionYears.map((year) => dayOf(`${year}-03-31`)).reverse()
  const first = collectionYears[0]
  if (first !== undefined) ends.push(dayOf(`${first - 1}-03-31`))
  return [today, ...ends.filter((day) => day < today)]
}

function makeLeavers(known: Family[], children: number, count: Day, later: Day, random: Random): Family[] {
  const yearsLong = (later - count) / 365.25
  // Numbers in care rise and fall a little from one year to the next, less when the stretch is short.
  const target = Math.round(children * (1 + (random.next() - 0.5) * 0.03 * Math.min(1, yearsLong)))
  const left: Family[] = []
  let needed = target - countOn(known, count)
  while (needed > 0) {
    const family = makeFamilyThatLeft({ from: count + 1, to: later, startedBy: count, most: needed }, random)
    left.push(family)
    needed -= family.members.length
  }
  let short = Math.round(children * SHORT_STAYS_A_YEAR * yearsLong)
  while (short > 0 && later - count > 40) {
    const family = makeFamilyThatLeft({ from: count + 30, to: later, startedAfter: count, most: short }, random)
    left.push(family)
    short -= family.members.length
  }
  return left
}

/** In care at the end of a day: come by then, and not left by then. */
export function countOn(families: Family[], day: Day): number {
  let count = 0
  for (const family of families) {
    for (const member of family.members) {
      if (member.stays.some((stay) => stay.start <= day && (stay.end === null || stay.end > day))) count++
    }
  }
  return count
}
