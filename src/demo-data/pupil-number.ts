import type { Fact } from '../domain/record/event-kinds.ts'
import { ageAt, type Day, isoOf } from './day-number.ts'
import { makeFact } from './demo-council.ts'
import type { Member } from './family.ts'
import type { Random } from './random.ts'

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
/** UN1 in the return, and until which birthday. */
export const TOO_YOUNG = 'UN1'
export const SCHOOL_AGE = 4
/** Not a number that any authority has. */
const MADE_UP_AUTHORITY = '099'

/** The unique pupil number, from the age of four; UN1 (too young for school) before. Starts on the birth date. */
export function tellPupilNumber(member: Member, serial: number, today: Day, random: Random): Fact {
  const upn = makePupilNumber(serial, random)
  const stated = ageAt(member.born, today) < SCHOOL_AGE ? TOO_YOUNG : upn
  return makeFact('pupil_number', isoOf(member.born), null, { upn: stated })
}

/** A check letter, the authority, the school, the year and a serial number: twelve digits, no two the same. */
function makePupilNumber(serial: number, random: Random): string {
  const digits = `${MADE_UP_AUTHORITY}${String(1000 + random.whole(0, 8999))}${String(serial % 100_000).padStart(5, '0')}`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index + 2), 0)
  return `${CHECK_LETTERS[sum % 23]}${digits}`
}
