/** What somebody wrote about how often a body meets, read as a rule, or asked back where it can be read in two ways. */
export type HowOften =
  | { kind: 'every'; months: number }
  | { kind: 'in months'; months: number[] }
  | { kind: 'twice a month' }
  | { kind: 'half-termly' }
  | { ask: string }

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

const TWO_WAYS: [RegExp, string][] = [
  [/\bbi-?\s?month/, 'Every two months, or twice a month?'],
  [/\b(bi-?\s?annual|bi-?\s?enni|bi-?\s?year)/, 'Twice a year, or every two years?'],
  [/\bbi-?\s?week/, 'Every two weeks, or twice a week?'],
  [/\bbi-?\s?term/, 'Twice a term, or every two terms?'],
]
const NO_RULE = /\b(regular|frequent|often|as needed|when needed|as required|from time to time|periodic)/

const PLAIN: [RegExp, HowOften][] = [
  [/^(monthly|every month|once a month)$/, { kind: 'every', months: 1 }],
  [/^(quarterly|every quarter|four times a year|4 times a year)$/, { kind: 'every', months: 3 }],
  [/^(twice a year|two times a year|every half.?year|half-yearly|six-monthly)$/, { kind: 'every', months: 6 }],
  [/^(yearly|annually|every year|once a year)$/, { kind: 'every', months: 12 }],
  [/^(twice a month|two times a month)$/, { kind: 'twice a month' }],
  [
    /^(half-?\s?termly|every half-?\s?term|once (a|each|every) half-?\s?term|six times a school year)$/,
    { kind: 'half-termly' },
  ],
]

/** The words a form accepts, for its hint. */
export const WAYS_TO_SAY =
  'every three months · every two months · twice a month · half-termly · twice a year · yearly · in March, June and October'

export function readHowOften(text: string): HowOften {
  const words = text.trim().toLowerCase().replaceAll(/[‐–—]/g, '-').replaceAll(/\s+/g, ' ').replace(/\.$/, '')
  const twoWays = TWO_WAYS.find(([pattern]) => pattern.test(words))
  if (twoWays) return { ask: `“${text.trim()}” can be read in two ways. ${twoWays[1]} Write the one you mean.` }
  const plain = PLAIN.find(([pattern]) => pattern.test(words))
  if (plain) return plain[1]
  const every = /^every (\w+) months?$/.exec(words)
  const months = every ? NUMBERS.indexOf(every[1]!) + 1 || Number(every[1]) : 0
  if (Number.isInteger(months) && months >= 1 && months <= 24) return { kind: 'every', months }
  const named = readMonths(words)
  if (named !== null) return { kind: 'in months', months: named }
  if (NO_RULE.test(words))
    return { ask: `“${text.trim()}” is no rule: nobody could say when one is missed. How often is it?` }
  return { ask: `Write how often it meets in one of these ways: ${WAYS_TO_SAY}.` }
}

/** "in March, June and October"; null where anything else is said. */
function readMonths(words: string): number[] | null {
  const names = words
    .replace(/^in /, '')
    .split(/, | and |,/)
    .map((name) => name.trim())
  const months = names.map(
    (name) => MONTHS.findIndex((month) => month === name || (name.length >= 3 && month.startsWith(name))) + 1,
  )
  if (months.length === 0 || months.includes(0)) return null
  return [...new Set(months)].sort((a, b) => a - b)
}
