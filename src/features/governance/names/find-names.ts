import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import { findInitials, sayWhere } from '../../../domain/governance/initials.ts'
import type { FieldError } from '../../../web/form-field.ts'

export interface WordsToCheck {
  /** The form's field, or where else the words stand. */
  field: string
  words: string
}

export interface FoundName {
  field: string
  /** The words around it. */
  where: string
  /** A whole name is refused, by the database too; a given name alone and initials may be anybody's: the clerk says. */
  isWhole: boolean
}

/** Where a young person's name may stand. The database answers places alone: the page never learns of which child. */
export async function findNames(query: Query, given: WordsToCheck[]): Promise<FoundName[]> {
  const found: FoundName[] = []
  for (const { field, words } of given.filter(({ words }) => words.trim() !== '')) {
    const { rows } = await sql<{ place: number; length: number; isWhole: boolean }>`
      select place, length, is_whole as "isWhole" from names_in(${words})`.execute(query)
    const letters = Array.from(words)
    for (const { place, length, isWhole } of rows) {
      const from = letters.slice(0, place - 1).join('').length
      found.push({ field, where: sayWhere(words, from, length), isWhole })
    }
    for (const { from, text } of findInitials(words))
      found.push({ field, where: sayWhere(words, from, text.length), isWhole: false })
  }
  return found
}

export function sayName({ where, isWhole }: FoundName): string {
  return isWhole
    ? `A young person’s name stands in “${where}”. Take it out: nobody is named in an agenda, a paper or minutes.`
    : `Is it a young person’s name? “${where}”`
}

/** Whole names as faults of a form. */
export async function listNameErrors(query: Query, given: WordsToCheck[]): Promise<FieldError[]> {
  const found = await findNames(query, given)
  return found.filter(({ isWhole }) => isWhole).map((name) => ({ field: name.field, text: sayName(name) }))
}

/** Said to somebody who may not ask where a name stands. */
export const NAMED =
  'A young person’s name stands in what you wrote. Take it out: nobody is named in an agenda, a paper or minutes.'
