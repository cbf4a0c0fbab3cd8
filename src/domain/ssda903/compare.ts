import { type Fact, factKey } from '../record/event-kinds.ts'
import { overlaps } from '../shared/calendar-date.ts'
import { canWithdraw } from './may-withdraw.ts'
import type { ReturnOfYear, Statement } from './return.ts'

/** A fact as the record holds it now. */
export interface CurrentFact {
  id: string
  childCode: string
  fact: Fact
  /** The collection year of the return that stated it last; null where no return did. */
  statedYear: number | null
  /** True for a fact that the return of `statedYear` withdrew: an older return must not bring it back. */
  isWithdrawn?: boolean
  /** Set by `applyChanges`: the statement that a fact comes from, while it is not yet in the record. */
  statement?: Statement
}

export interface Change {
  action: 'new' | 'changed' | 'ended' | 'unchanged' | 'withdrawn'
  /** The collection year of the return that says so. */
  year: number
  /** Null where a fact is withdrawn. */
  statement: Statement | null
  /** Null where a fact is new. */
  current: CurrentFact | null
}

/**
 * What a return would change in the record.
 *
 * A fact is the same fact when child and key agree (`factKey`). A return of an older year never overrules what a newer
 * one said of the same fact, so the files of several years can be taken again, in any order, and change nothing.
 */
export function compareWithRecord(current: readonly CurrentFact[], returned: ReturnOfYear): Change[] {
  const { year } = returned
  const held = new Map(current.map((each) => [keyOf(each), each]))
  const stated = new Set<string>()
  const changes = returned.statements.map((statement): Change => {
    const key = keyOf(statement)
    stated.add(key)
    const known = held.get(key)
    const isNewerKnown = known?.statedYear != null && known.statedYear > year
    if (known?.isWithdrawn) return { action: isNewerKnown ? 'unchanged' : 'new', year, statement, current: null }
    if (known === undefined) return { action: 'new', year, statement, current: null }
    const action = isNewerKnown ? 'unchanged' : compareFacts(known.fact, statement.fact)
    return { action, year, statement, current: known }
  })
  const isWithdrawn = canWithdraw(returned)
  for (const known of current) {
    if (!known.isWithdrawn && !stated.has(keyOf(known)) && isWithdrawn(known)) {
      changes.push({ action: 'withdrawn', year, statement: null, current: known })
    }
  }
  return changes
}

function keyOf({ childCode, fact }: { childCode: string; fact: Fact }): string {
  return `${childCode} ${factKey(fact)}`
}

/** What may come with the end of a fact and was blank while it went on. */
const saidAtTheEnd: Partial<Record<Fact['kind'], readonly string[]>> = {
  episode: ['reasonEnded', 'reasonPlaceChanged'],
  adoption_decision: ['reasonCeased'],
}

function compareFacts(before: Fact, after: Fact): 'unchanged' | 'ended' | 'changed' {
  const isSameStart = before.startsOn === after.startsOn
  const different = differentFields(before.data, after.data)
  if (isSameStart && before.endsOn === after.endsOn && different.length === 0) return 'unchanged'
  const atTheEnd = saidAtTheEnd[before.kind] ?? []
  const data = before.data as Record<string, unknown>
  const isOnlyEnd = different.every((name) => atTheEnd.includes(name) && (data[name] ?? null) === null)
  return isSameStart && before.endsOn === null && after.endsOn !== null && isOnlyEnd ? 'ended' : 'changed'
}

/** Names of the fields that differ, in whatever order they stand. A field that is absent says the same as null. */
function differentFields(before: object, after: object): string[] {
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>]
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => (one[name] ?? null) !== (other[name] ?? null))
}

/**
 * The record as it would be after the changes, so that the next year can be compared with the outcome of this one. Facts
 * that are stated anew get an id for the time being, `new:<n>`.
 */
export function applyChanges(current: readonly CurrentFact[], changes: readonly Change[]): CurrentFact[] {
  const replaced = new Map<CurrentFact, CurrentFact>()
  const added: CurrentFact[] = []
  let next = current.reduce(
    (most, { id }) => (id.startsWith(NEW) ? Math.max(most, Number(id.slice(NEW.length)) + 1) : most),
    0,
  )
  for (const { action, year, statement, current: known } of changes) {
    if (action === 'unchanged') continue
    if (statement === null) {
      if (known !== null) replaced.set(known, { ...known, isWithdrawn: true, statedYear: year })
      continue
    }
    const { childCode, fact } = statement
    const stated: CurrentFact = { id: `${NEW}${next++}`, childCode, fact, statedYear: year, statement }
    if (known === null) added.push(stated)
    else replaced.set(known, stated)
  }
  const restated = new Set(added.map(keyOf))
  const kept = current.filter((each) => !each.isWithdrawn || !restated.has(keyOf(each)))
  return [...kept.map((each) => replaced.get(each) ?? each), ...added]
}

const NEW = 'new:'

/** Children whom the record has in an episode on the first day of the year, and whom its Episodes leave out wholly. */
export function childrenLeftOut(current: readonly CurrentFact[], returned: ReturnOfYear): string[] {
  const { window } = returned
  const firstDay = { from: window.from, to: window.from }
  const inReturn = new Set([
    ...returned.statements.filter(({ table }) => table === 'Episodes').map(({ childCode }) => childCode),
    ...returned.refused.filter(({ table }) => table === 'Episodes').map(({ childCode }) => childCode),
  ])
  const inCare = current.filter(
    ({ fact, isWithdrawn }) =>
      !isWithdrawn && fact.kind === 'episode' && overlaps(fact.startsOn, fact.endsOn, firstDay),
  )
  return [...new Set(inCare.map(({ childCode }) => childCode))].filter((code) => !inReturn.has(code)).sort()
}
