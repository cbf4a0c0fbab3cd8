import type { EventKindName } from '../record/event-kinds.ts'
import type { IsoDate } from '../shared/calendar-date.ts'
import type { Change, CurrentFact } from './compare.ts'
import type { ReturnOfYear } from './return.ts'
import { type TableName, tableNames, tableOfKind } from './tables.ts'

export type RowAction = Change['action']
export type Counts = Record<RowAction | 'refused', number>

/** One row of the return (or one fact that is withdrawn), enough to find it and to say what it is. */
export interface ChangeExample {
  childCode: string
  kind: EventKindName
  startsOn: IsoDate
  endsOn: IsoDate | null
  file: string | null
  line: number | null
}

export interface TableSummary {
  table: TableName
  counts: Counts
  /** At most five of each action that changes something. */
  examples: Partial<Record<RowAction, ChangeExample[]>>
}

export interface ChangeSummary {
  /** Rows of the return; what is withdrawn is counted as the rows that once stated it. */
  totals: Counts
  byTable: TableSummary[]
}

const MOST_EXAMPLES = 5

/**
 * Counts what a return would change, by rows, since that is what its owner sees in the files. A row that states two facts
 * (an episode and its address) counts once: new when all it states is new, unchanged when all is unchanged, ended when it
 * only ends something, else changed. A withdrawn fact has no row: facts of one child and table with the same start count
 * once, and not at all where a row still states the rest of them (that row counts as changed).
 */
export function summariseChanges(changes: readonly Change[], returned: ReturnOfYear): ChangeSummary {
  const tables = new Map<TableName, TableSummary>()
  const summaryOf = (table: TableName) => {
    const summary = tables.get(table) ?? { table, counts: noCounts(), examples: {} }
    tables.set(table, summary)
    return summary
  }
  for (const { table } of returned.tables) summaryOf(table)
  for (const group of groupByRow(changes).values()) {
    const [first] = group.changes
    const { counts, examples } = summaryOf(group.table)
    const action = actionOfRow(group.changes)
    counts[action] += 1
    if (action === 'unchanged' || first === undefined) continue
    const list = examples[action] ?? []
    examples[action] = list
    if (list.length < MOST_EXAMPLES) list.push(exampleOf(first))
  }
  for (const { table } of returned.refused) summaryOf(table).counts.refused += 1
  const inOrder = tableNames.flatMap((table) => tables.get(table) ?? [])
  return { totals: addUp(inOrder.map(({ counts }) => counts)), byTable: inOrder }
}

interface RowGroup {
  table: TableName
  changes: Change[]
}

function groupByRow(changes: readonly Change[]): Map<string, RowGroup> {
  const groups = new Map<string, RowGroup>()
  const rowByStart = new Map<string, RowGroup>()
  for (const change of changes) {
    const { statement } = change
    if (statement === null) continue
    const key = `${statement.file}:${statement.line}`
    const group = groups.get(key) ?? { table: statement.table, changes: [] }
    group.changes.push(change)
    groups.set(key, group)
    rowByStart.set(startOf(statement.table, statement), group)
  }
  for (const change of changes) {
    if (change.statement !== null || change.current === null) continue
    const table = tableOfKind(change.current.fact.kind)
    if (table === undefined) continue
    const start = startOf(table, change.current)
    const group = rowByStart.get(start) ?? { table, changes: [] }
    group.changes.push(change)
    rowByStart.set(start, group)
    if (group.changes.length === 1) groups.set(`withdrawn ${start}`, group)
  }
  return groups
}

/** A child may have two workers from one day, each with a row of their own. */
function startOf(table: TableName, { childCode, fact }: Pick<CurrentFact, 'childCode' | 'fact'>): string {
  const worker = 'worker' in fact.data ? fact.data.worker : ''
  return `${table} ${childCode} ${fact.startsOn} ${worker}`
}

function actionOfRow(changes: readonly Change[]): RowAction {
  const actions = new Set(changes.map(({ action }) => action))
  const [only] = actions
  if (actions.size === 1 && only !== undefined) return only
  const isEndAlone = [...actions].every((action) => action === 'ended' || action === 'unchanged')
  return isEndAlone ? 'ended' : 'changed'
}

function exampleOf({ statement, current }: Change): ChangeExample {
  const { childCode, fact } = (statement ?? current)!
  const { kind, startsOn, endsOn } = fact
  return { childCode, kind, startsOn, endsOn, file: statement?.file ?? null, line: statement?.line ?? null }
}

function noCounts(): Counts {
  return { new: 0, changed: 0, ended: 0, unchanged: 0, withdrawn: 0, refused: 0 }
}

function addUp(all: readonly Counts[]): Counts {
  const sum = noCounts()
  for (const counts of all) for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name]
  return sum
}
