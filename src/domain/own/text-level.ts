import { ageOn, type IsoDate } from '../shared/calendar-date.ts'

/** Rule 30: three levels of the same text, by age. */
export type TextLevel = 'to 11' | '12 to 15' | '16 and over'
export const TEXT_LEVELS: readonly TextLevel[] = ['to 11', '12 to 15', '16 and over']

/** A new level begins on the birthday. Whose age nobody recorded reads the middle one. */
export function textLevel(bornOn: IsoDate | null, today: IsoDate): TextLevel {
  if (bornOn === null) return '12 to 15'
  const age = ageOn(bornOn, today)
  if (age >= 16) return '16 and over'
  return age >= 12 ? '12 to 15' : 'to 11'
}
