import type { Fact } from '../domain/record/event-kinds.ts'
import { birthdayOf, type Day, isoOf } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { CareStay, Member } from './family.ts'
import type { Random } from './random.ts'

/** Times a child was missing, or away without our agreement: few children, some of them often, nearly all for hours or a day. */
export function tellMissing(member: Member, stay: CareStay, windowStart: Day, today: Day, random: Random): Fact[] {
  const from = Math.max(stay.start + 2, birthdayOf(member.born, 11), windowStart)
  const to = Math.min(stay.end ?? today, today)
  const isOften = random.chance(0.11)
  if (!isOften && !random.chance(0.33)) return []
  const facts: Fact[] = []
  let day = from + Math.round(random.wait(isOften ? 90 : 500))
  for (;;) {
    const back =
      day +
      random.weighted([
        [0, 48],
        [1, 34],
        [2, 10],
        [4, 6],
        [9, 2],
      ] as [number, number][])
    if (back >= to) return facts
    facts.push(makeFact('missing', isoOf(day), isoOf(back), { type: random.chance(0.82) ? 'M' : 'A' }))
    day = back + 2 + Math.round(random.wait(isOften ? 100 : 600))
  }
}
