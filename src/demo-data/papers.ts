import type { Fact, Payload } from '../domain/record/event-kinds.ts'
import { ageAt, birthdayOf, type Day, isoOf } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { Member } from './family.ts'
import type { Random } from './random.ts'

type Paper = Payload<'document_held'>['paper']

/** The age from which papers are told of. */
const FROM_AGE = 11

/**
 * Papers of their own. Who is waiting lacks a passport, and now and then a bank account; everybody else of 16 or 17 has
 * both, most since before their birthday. Younger children have what their families or we got them already.
 */
export function tellPapers(member: Member, isWaiting: boolean, today: Day, random: Random): Fact[] {
  if (ageAt(member.born, today) < FROM_AGE) return []
  const sixteenth = birthdayOf(member.born, 16)
  const facts: Fact[] = []
  const tell = (paper: Paper, day: Day) => {
    // Who came here alone brought no papers: the first come some weeks after they did.
    const earliest = member.alone ? member.stays[0]!.start + 40 : birthdayOf(member.born, 5)
    const from = Math.max(day, earliest)
    if (from <= today || sixteenth <= today)
      facts.push(makeFact('document_held', isoOf(Math.min(from, today)), null, { paper }))
  }
  const day = () => (random.chance(0.9) ? sixteenth - random.whole(20, 1500) : sixteenth + random.whole(10, 400))
  const lacking: Paper | null = isWaiting ? (random.chance(0.8) ? 'passport' : 'bank account') : null
  if (!member.alone && random.chance(0.97)) tell('birth certificate', sixteenth - random.whole(800, 4000))
  for (const paper of ['bank account', 'passport'] as const) if (paper !== lacking) tell(paper, day())
  if (ageAt(member.born, today) >= 16 && random.chance(0.96))
    tell('National Insurance number', sixteenth - random.whole(30, 90))
  if (ageAt(member.born, today) >= 17 && random.chance(0.3))
    tell('provisional driving licence', birthdayOf(member.born, 17) + random.whole(1, 300))
  return facts
}
