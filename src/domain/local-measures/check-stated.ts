import type { MeasureWords } from '../measures/measure.ts'
import { type IsoDate, isIsoDate } from '../shared/calendar-date.ts'
import type { StatedValue } from './stated-value.ts'

/** As typed. */
export interface TypedValue {
  from: string
  asAt: string
  numerator: string
  denominator: string
  value: string
  children: string
  status: string
  source: string
  reason: string
}

type Field = keyof TypedValue
export type Checked = Omit<StatedValue, 'id' | 'measureId' | 'replaces' | 'statedBy' | 'statedOn'>

/** Which of the numbers a kind of measure is typed as. */
export function listNumbers({ kind, countsEvents }: MeasureWords): Field[] {
  const numbers: Field[] =
    kind === 'count' || kind === 'list'
      ? ['numerator']
      : kind === 'mean' || kind === 'gap'
        ? ['value', 'denominator']
        : ['numerator', 'denominator']
  // Half days or moves of a handful of children are as telling as the children: their number must be known to hide them.
  return countsEvents ? [...numbers, 'children'] : numbers
}

/** `replaced`: what is on file for the same day. Errors are sentences that say what to do. */
export function checkStated(
  measure: MeasureWords,
  typed: TypedValue,
  { today, isReplacing }: { today: IsoDate; isReplacing: boolean },
): { errors: { field: Field; text: string }[]; checked: Checked | null } {
  const errors: { field: Field; text: string }[] = []
  const fault = (field: Field, text: string) => errors.push({ field, text })
  const isOfTime = measure.period !== 'as at'
  if (!isIsoDate(typed.asAt))
    fault('asAt', `Enter the ${isOfTime ? 'last ' : ''}day it speaks of, as year-month-day: ${today}.`)
  else if (typed.asAt > today) fault('asAt', 'Enter a day up to today: a number of a day to come is a forecast.')
  if (isOfTime && !isIsoDate(typed.from)) fault('from', 'Enter the first day of its time, as year-month-day.')
  else if (isOfTime && isIsoDate(typed.asAt) && typed.from >= typed.asAt)
    fault('from', 'Enter a first day before the last day.')
  const asked = listNumbers(measure)
  const wholeOf = (field: 'numerator' | 'denominator' | 'children', words: string) =>
    asked.includes(field) ? readNumber(typed[field], /^\d{1,9}$/, () => fault(field, words)) : null
  const numerator = wholeOf('numerator', 'Enter how many, as a whole number. For none, enter 0.')
  const denominator = wholeOf(
    'denominator',
    'Enter of how many, as a whole number: without it nobody can tell whether the figure is safe to show.',
  )
  const children = wholeOf('children', `Enter how many children stand behind these ${measure.baseWord}.`)
  const value = asked.includes('value')
    ? readNumber(typed.value, /^-?\d{1,9}(\.\d{1,4})?$/, () =>
        fault('value', 'Enter the figure as a number, for example 14.9.'),
      )
    : null
  if (denominator === 0) fault('denominator', 'Enter a number above 0: of nobody there is no figure.')
  if (numerator !== null && denominator !== null && numerator > denominator)
    fault('numerator', `Check the two numbers: ${numerator} cannot be part of ${denominator}.`)
  if (typed.status !== 'provisional' && typed.status !== 'validated') fault('status', 'Choose whether it is final.')
  if (typed.source.trim() === '')
    fault('source', 'Say where the number comes from, so that somebody else can find it again.')
  if (isReplacing && typed.reason.trim() === '')
    fault('reason', 'A number for this day is on file. Say why it changes: the earlier one stays, with your reason.')
  if (errors.length > 0) return { errors, checked: null }
  return {
    errors,
    checked: {
      fromOn: isOfTime ? typed.from : null,
      asAt: typed.asAt,
      numerator,
      denominator,
      value,
      children,
      status: typed.status as Checked['status'],
      source: typed.source.trim(),
      reason: isReplacing ? typed.reason.trim() : null,
    },
  }
}

function readNumber(text: string, shape: RegExp, otherwise: () => void): number | null {
  const plain = text.trim().replaceAll(',', '')
  if (shape.test(plain)) return Number(plain)
  otherwise()
  return null
}
