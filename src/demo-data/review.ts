import type { Fact } from '../domain/record/event-kinds.ts'
import { addMonths } from '../domain/shared/calendar-date.ts'
import { ageAt, type Day, dayOf, isoOf, weekdayFrom } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { CareStay, Member } from './family.ts'
import type { Random } from './random.ts'

/**
 * Reviews on the clock of the Care Planning Regulations 2010, reg 33: the first within 20 working days, the second
 * within three months of it, then at most six months apart. Mostly in time; about one in fourteen late.
 */
export function tellReviews(member: Member, stay: CareStay, today: Day, random: Random): Fact[] {
  const last = Math.min(stay.end ?? today, today)
  const habit = pickHabit(random)
  const facts: Fact[] = []
  // Twenty working days are at least 26 days; early enough that no bank holiday matters.
  let due = stay.start + 26
  let earliest = stay.start + 13
  for (let number = 1; ; number++) {
    const isLate = random.chance(0.07)
    const held = weekdayFrom(isLate ? due + random.whole(3, 25) : random.whole(earliest, due - 2))
    if (held > last || (stay.end !== null && held >= stay.end)) return facts
    facts.push(
      makeFact('review', isoOf(held), isoOf(held), { participation: pickParticipation(member, held, habit, random) }),
    )
    due = dayOf(addMonths(isoOf(held), number === 1 ? 3 : 6))
    earliest = due - (number === 1 ? 24 : 35)
  }
}

/** Children take part in their own way, and most keep to it. */
function pickHabit(random: Random): string {
  return random.weighted([
    ['PN1', 56],
    ['PN2', 5],
    ['PN3', 4],
    ['PN5', 8],
    ['PN6', 22],
    ['PN4', 2],
  ])
}

function pickParticipation(member: Member, held: Day, habit: string, random: Random): string {
  if (ageAt(member.born, held) < 4) return 'PN0'
  if (random.chance(0.7)) return habit
  return random.weighted([
    ['PN1', 48],
    ['PN6', 28],
    ['PN5', 6],
    ['PN4', 4],
    ['PN7', 14],
  ])
}
