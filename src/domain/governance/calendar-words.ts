/** Words that would tell whoever sees a phone what somebody's meeting is about. */
const CARE =
  /\b(care|carer|carers|caring|leaver|leavers|looked.after|cic|clc|cla|lac|corporate parent\w*|foster\w*|adopt\w*|placement\w*|social work\w*|child\w*|young (people|person|peoples)|youth|virtual school|pledge|safeguard\w*|residential)\b/i

/** Whether a calendar entry may say this: it is seen on lock screens, by families, at school and at work. */
export function saysCare(text: string): boolean {
  return CARE.test(text)
}

/** Minutes after midnight of a time as people type it ("4.30pm", "16:30", "noon"); null where it cannot be told. */
export function readTime(text: string): number | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, '')
  if (words === 'noon' || words === 'midday') return 12 * 60
  const found = /^(\d{1,2})(?:[.:](\d{2}))?(am|pm)?(?:(?:-|–|to).*)?$/.exec(words)
  if (!found) return null
  const [, hours, minutes = '0', half] = found
  const hour = Number(hours)
  // "4" alone is no time of day, and "0pm" or "13pm" is none either.
  if (half === undefined && found[2] === undefined) return null
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const whole = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return whole > 23 || Number(minutes) > 59 ? null : whole * 60 + Number(minutes)
}
