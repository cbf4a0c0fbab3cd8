import { AUDIENCES, type Audience, SMALL_NUMBERS, type SmallNumbers } from '../../../domain/figure-pack/pack-state.ts'
import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { type IsoDate, isIsoDate, isQuarterEnd, lastQuarterEnd } from '../../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../../web/form-field.ts'
import type { Choice } from '../figure-pack.store.ts'

export interface TypedChoice {
  title: string
  audience: string
  asAt: string
  years: string
  words: string
  measures: string[]
  smallNumbers: string
}

/** What was typed: a measure is a box of its own, named for it. */
export function readTypedChoice(form: Record<string, string>): TypedChoice {
  const text = (name: string) => (form[name] ?? '').trim()
  return {
    title: text('title'),
    audience: text('audience'),
    asAt: text('asAt'),
    years: text('years'),
    words: text('words'),
    smallNumbers: text('smallNumbers') || 'hidden',
    measures: Object.keys(form).flatMap((name) => (name.startsWith('measure-') ? [name.slice('measure-'.length)] : [])),
  }
}

/** The day is a quarter's end: figures of every day would tell who came and went between two of them. */
export function checkChoice(
  typed: TypedChoice,
  today: IsoDate,
  locals: readonly string[],
): { choice: Choice | null; errors: FieldError[] } {
  const errors: FieldError[] = []
  const fail = (field: string, text: string) => errors.push({ field, text })
  if (typed.title === '') fail('title', 'Give the pack a title.')
  if (!AUDIENCES.includes(typed.audience as Audience)) fail('audience', 'Choose who it is for.')
  if (!isIsoDate(typed.asAt) || !isQuarterEnd(typed.asAt) || typed.asAt > today)
    fail('asAt', `Enter the end of a quarter that is over, as year-month-day: ${lastQuarterEnd(today)} is the last.`)
  if (!/^[0-5]$/.test(typed.years)) fail('years', 'Choose how many earlier years to show.')
  if (!SMALL_NUMBERS.includes(typed.smallNumbers as SmallNumbers))
    fail('smallNumbers', 'Choose how small numbers are kept safe.')
  const measures = typed.measures.filter((id) => findMeasure(id) !== null || locals.includes(id))
  if (measures.length === 0) fail('measures', 'Choose at least one figure.')
  if (errors.length > 0) return { choice: null, errors }
  const { title, audience, asAt, years, words } = typed
  const smallNumbers = typed.smallNumbers as SmallNumbers
  return {
    choice: { title, audience: audience as Audience, asAt, years: Number(years), measures, words, smallNumbers },
    errors,
  }
}

/** Numbers from 1 to 5 of people, written in words that go out with the pack: the writer is asked to look again. */
export function findSmallInWords(words: string): string | null {
  const match = words.match(
    /\b(one|two|three|four|five|[1-5])\s+(of (?:our|the)\s+)?(child(?:ren)?|young (?:person|people)|care leavers?|babies|baby|girls?|boys?)\b/i,
  )
  return match ? match[0] : null
}
