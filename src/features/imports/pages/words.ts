import { londonDay, sayDate } from '../../../domain/shared/calendar-date.ts'
import { sayYear } from '../../../domain/ssda903/return.ts'
import type { Batch } from '../import.store.ts'

/** The tables of the return as people call what is in them. */
const tableWords: Record<string, string> = {
  Header: 'Children',
  Episodes: 'Homes and legal status',
  Reviews: 'Reviews',
  UASC: 'Came to this country alone',
  OC2: 'Health in the year',
  OC3: 'After care',
  AD1: 'Adoptions',
  PlacedAdoption: 'Decisions for adoption',
  PrevPerm: 'Earlier permanent homes',
  Missing: 'Missing or away',
  SWEpisodes: 'Social workers',
  DoLo: 'Deprivation of liberty',
}

export function sayTable(table: string): string {
  const words = tableWords[table]
  return words === undefined || words === table ? table : `${words} (${table})`
}

export function sayNumber(value: number): string {
  return value.toLocaleString('en-GB')
}

export function sayCount(count: number, one: string, many: string): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`
}

/** "the return of 2025-26", "the returns of 2024-25 and 2025-26". */
export function sayReturns(years: readonly number[]): string {
  if (years.length === 0) return 'the return'
  return `the ${years.length === 1 ? 'return' : 'returns'} of ${joinWords(years.map(sayYear))}`
}

export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** "10 July 2026, 11:22", as the clock on the wall was. */
export function sayMoment(timestamp: string): string {
  const instant = Temporal.Instant.from(timestamp)
  const time = instant.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' })
  return `${sayDate(londonDay(instant))}, ${time}`
}

export function sayDayOf(timestamp: string): string {
  return sayDate(londonDay(Temporal.Instant.from(timestamp)))
}

export function saySize(bytes: number): string {
  if (bytes < 1000) return sayCount(bytes, 'byte', 'bytes')
  return bytes < 1_000_000 ? `${sayNumber(Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export function sayKind(batch: Pick<Batch, 'kind' | 'years'>): string {
  if (batch.kind !== 'return') return 'Directories and populations'
  return batch.years.length === 0 ? 'A return' : `Return of ${joinWords(batch.years.map(sayYear))}`
}
