import type { RawBuilder } from 'kysely'
import type { Place } from './two-councils.ts'

export type Who =
  | 'worker'
  | 'stranger'
  | 'manager'
  | 'head'
  | 'analyst'
  | 'auditor'
  | 'admin'
  | 'board'
  | 'child'
  | 'system'
  | 'safeguard'
  | 'duty'
export type Verb = 'INSERT' | 'UPDATE' | 'DELETE'

/** One statement that changes something, tried as somebody. */
export interface ChangeCase {
  table: string
  verb: Verb
  who: Who
  what: string
  /** "1 rows" where it is done. "0 rows": not there for them. "refused": no right. A code: another rule of the database. */
  gives: string
  statement: (ours: Place, theirs: Place) => RawBuilder<unknown>
}

export function changeCase(
  table: string,
  verb: Verb,
  who: Who,
  what: string,
  gives: string,
  statement: ChangeCase['statement'],
): ChangeCase {
  return { table, verb, who, what, gives, statement }
}

/** The same statement by one who may and by one who may not. */
export function both(
  [table, verb, what]: [table: string, verb: Verb, what: string],
  may: Who,
  [mayNot, gives]: [who: Who, gives: string],
  statement: ChangeCase['statement'],
): ChangeCase[] {
  return [
    changeCase(table, verb, may, what, '1 rows', statement),
    changeCase(table, verb, mayNot, what, gives, statement),
  ]
}
