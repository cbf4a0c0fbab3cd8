import { eventKinds } from '../record/event-kinds.ts'
import { overlaps } from '../shared/calendar-date.ts'
import type { CurrentFact } from './compare.ts'
import type { ReturnOfYear } from './return.ts'
import { type TableName, tableOfKind } from './tables.ts'

/**
 * Whether a fact that this return does not state again is thereby taken back.
 *
 * Only where silence says so: the fact is the case system's, touches the year, no newer return stated it, and the same
 * table has a row of the same child that was taken and none that was refused (the refused row may be this very fact).
 * A child with no row in the table is left alone: they may be missing from the file by mistake.
 */
export function canWithdraw(returned: ReturnOfYear): (known: CurrentFact) => boolean {
  const { window, year } = returned
  const place = (table: TableName, childCode: string | null) => `${table} ${childCode}`
  const taken = new Set(returned.statements.map(({ table, childCode }) => place(table, childCode)))
  const refused = new Set(returned.refused.map(({ table, childCode }) => place(table, childCode)))
  // A refused row without a readable child may be of any child.
  const unclear = new Set(returned.refused.filter(({ childCode }) => childCode === null).map(({ table }) => table))
  return ({ childCode, fact, statedYear }) => {
    const kind = eventKinds[fact.kind]
    const table = tableOfKind(fact.kind)
    if (table === undefined || kind.systemOfRecord !== 'case system' || kind.key === 'child') return false
    if (statedYear !== null && statedYear > year) return false
    if (kind.key === 'year' && fact.startsOn !== window.from) return false
    if (!overlaps(fact.startsOn, fact.endsOn, window)) return false
    const at = place(table, childCode)
    return taken.has(at) && !refused.has(at) && !unclear.has(table)
  }
}
