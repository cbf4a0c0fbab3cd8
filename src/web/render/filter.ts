import type { Environment } from 'nunjucks'
import { isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'

/** What templates may do to a value. Anything more belongs to the presenter. */
export function addFilters(environment: Environment): void {
  environment.addFilter('sayDate', sayDateOrNothing)
  environment.addFilter('number', sayNumber)
  environment.addFilter('percent', sayPercent)
  environment.addFilter('plural', plural)
}

function sayDateOrNothing(date: unknown): string {
  if (date === null || date === undefined || date === '') return ''
  if (typeof date !== 'string' || !isIsoDate(date)) throw new Error(`sayDate needs yyyy-mm-dd and was given ${date}`)
  return sayDate(date)
}

/** 12345 → "12,345". */
export function sayNumber(value: number): string {
  return value.toLocaleString('en-GB')
}

/** 0.056 → "5.6%". A share, never a number already multiplied. */
export function sayPercent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)}%`
}

/** 1 → "1 child", 3 → "3 children". */
export function plural(count: number, one: string, many: string): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`
}
