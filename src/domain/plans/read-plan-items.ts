import type { IsoDate } from '../shared/calendar-date.ts'
import { findUsedTwice } from './find-gaps.ts'
import { listGaps } from './item-standing.ts'
import { type Due, readDues, readOneDue } from './read-due.ts'
import type { Mapping, PlanField, PlanTable } from './read-plan-table.ts'

/** One thing to be done of an item: a step with who does it, or one of its dates. Each is asked about by itself. */
export interface ReadPart {
  how: string | null
  owners: string[]
  dueAsWritten: string
  dueOn: IsoDate | null
}

/** One item as the table has it. Nothing is filled in that a cell does not say. */
export interface ReadItem {
  /** Counted as in the table: the headings are row 1. */
  row: number
  reference: string | null
  /** What will be done, a line for each where the cell has several. */
  title: string
  priority: string | null
  directorate: string | null
  /** One for each line of the cell, as written. */
  hows: string[]
  owners: string[]
  dueAsWritten: string
  /** Only where the cell is one day, or one month, and nothing else. */
  dueOn: IsoDate | null
  wayToTell: string | null
  /** Steps beside their own owners, or several dates; empty where the item is asked about as a whole. */
  parts: ReadPart[]
  gaps: string[]
}

export interface ReadPlan {
  items: ReadItem[]
  /** Rows that do not say what will be done: left out, and shown. */
  leftOut: { row: number; text: string }[]
  /** Columns that hold something and are none of ours: not taken in, and shown. */
  unused: { column: string; cells: number }[]
}

export function readPlanItems({ columns, rows }: PlanTable, mapping: Mapping, isPaired = true): ReadPlan {
  const items: ReadItem[] = []
  const leftOut: ReadPlan['leftOut'] = []
  for (const [index, cells] of rows.entries()) {
    const row = index + 2
    const cell = (field: PlanField) => (mapping[field] === null ? '' : (cells[mapping[field]] ?? ''))
    if (cell('title') === '') {
      leftOut.push({ row, text: cells.filter((text) => text !== '').join(' · ') })
      continue
    }
    const due = cell('due')
    const item = {
      row,
      reference: cell('reference') || null,
      title: cell('title'),
      priority: cell('priority') || null,
      directorate: cell('directorate') || null,
      hows: toLines(cell('hows')),
      owners: toLines(cell('owners')).flatMap((line) => line.split(/;\s*/).filter((owner) => owner !== '')),
      dueAsWritten: due,
      dueOn: readOneDue(due),
      wayToTell: cell('wayToTell') || null,
    }
    const dues = readDues(due)
    items.push({
      ...item,
      parts: toParts(item.hows, toLines(cell('owners')), toLines(due), dues, isPaired),
      gaps: [...listGaps({ ...item, dates: dues.length }), ...(dues.length > 1 ? ['two dates'] : [])],
    })
  }
  for (const item of findUsedTwice(items)) item.gaps.push('number used twice')
  return { items, leftOut, unused: listUnused(columns, rows, mapping) }
}

/** As many steps as lines of owners: each line is its step's own. The same for dates. Otherwise nobody knows which is whose. */
function toParts(hows: string[], owners: string[], dueLines: string[], dues: Due[], isPaired: boolean): ReadPart[] {
  const hasOwners = isPaired && hows.length > 1 && owners.length === hows.length
  const hasDues = isPaired && hows.length > 1 && dueLines.length === hows.length
  if (hasOwners || hasDues)
    return hows.map((how, index) => ({
      how,
      owners: hasOwners ? owners[index]!.split(/;\s*/).filter((owner) => owner !== '') : [],
      dueAsWritten: hasDues ? dueLines[index]! : '',
      dueOn: hasDues ? readOneDue(dueLines[index]!) : null,
    }))
  if (dues.length < 2) return []
  return dues.map(({ asWritten, on }) => ({ how: null, owners: [], dueAsWritten: asWritten, dueOn: on }))
}

/** How many things to do: a cell may hold several. */
export function countThings(items: readonly ReadItem[]): number {
  return items.reduce((all, { title }) => all + title.split('\n').length, 0)
}

function listUnused(columns: string[], rows: string[][], mapping: Mapping): ReadPlan['unused'] {
  const used = new Set(Object.values(mapping))
  return columns
    .map((column, index) => ({ column, index, cells: rows.filter((row) => (row[index] ?? '') !== '').length }))
    .filter(({ index, cells }) => !used.has(index) && cells > 0)
    .map(({ column, cells }) => ({ column, cells }))
}

function toLines(cell: string): string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
