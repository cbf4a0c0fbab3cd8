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
