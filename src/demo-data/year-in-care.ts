import type { Fact } from '../domain/record/event-kinds.ts'
import { ageAt, type Day, dayOf } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { CareStay, Member } from './family.ts'
import type { Random } from './random.ts'

/**
 * Health and convictions (the return's OC2): one of each for every completed year in which the child was in care from
 * its first day to its last.
 */
export function tellYearsInCare(member: Member, collectionYears: number[], random: Random): Fact[] {
  const usualScore = Math.round(
    Math.min(36, Math.max(0, 14.5 + (random.next() + random.next() + random.next() - 1.5) * 12)),
  )
  const facts: Fact[] = []
  for (const year of collectionYears) {
    const from = `${year - 1}-04-01`
    const to = `${year}-03-31`
    if (!member.stays.some((stay) => isInCareAllYear(stay, dayOf(from), dayOf(to)))) continue
    const age = ageAt(member.born, dayOf(to))
    facts.push(makeFact('health_year', from, to, makeHealth(age, usualScore, random)))
    // Asked from the age of criminal responsibility (rules 542 and 543).
    if (age >= 10)
      facts.push(makeFact('conviction_year', from, to, { convicted: random.chance(age >= 14 ? 0.035 : 0.01) }))
  }
  return facts
}

function isInCareAllYear(stay: CareStay, from: Day, to: Day): boolean {
  return stay.start <= from && (stay.end === null || stay.end > to)
}

function makeHealth(age: number, usualScore: number, random: Random) {
  const misuse = random.chance(age >= 13 ? 0.055 : 0)
  const received = misuse && random.chance(0.45)
  return {
    ...makeSdq(age, usualScore, random),
    developmentCheck: age < 5 ? random.chance(0.89) : null,
    immunisations: random.chance(0.86),
    teethCheck: random.chance(0.83),
    healthAssessment: random.chance(0.92),
    substanceMisuse: misuse,
    interventionReceived: misuse ? received : null,
    interventionOffered: misuse && !received ? random.chance(0.8) : null,
  }
}

/** Strengths and difficulties, asked of carers for children of 4 to 16. */
function makeSdq(
  age: number,
  usualScore: number,
  random: Random,
): { sdqScore: number | null; sdqReason: string | null } {
  if (age < 4) return { sdqScore: null, sdqReason: null }
  if (age > 16) return { sdqScore: null, sdqReason: 'SDQ1' }
  if (random.chance(0.8))
    return { sdqScore: Math.min(40, Math.max(0, usualScore + random.whole(-3, 3))), sdqReason: null }
  return { sdqScore: null, sdqReason: random.pick(['SDQ2', 'SDQ4', 'SDQ4', 'SDQ5', 'SDQ3']) }
}
