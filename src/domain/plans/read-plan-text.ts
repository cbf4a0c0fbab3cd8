import { gatherTables } from './gather-tables.ts'
import { type Block, toBlocks } from './plan-blocks.ts'
import { readPlanProse } from './read-plan-prose.ts'
import { guessMapping, type PlanTable, readPlanTable } from './read-plan-table.ts'

/** Pasted text, or a CSV file: a table, several, or bullets under headings. What looks most like a plan comes first. */
export function readPlanText(text: string, mayJoin = true): PlanTable[] {
  const blocks = toBlocks(text)
  if (blocks.some(({ kind }) => kind === 'row')) return readPlanBlocks(blocks, mayJoin)
  const table = readPlanTable(text)
  const isProse = blocks.some((block) => block.kind === 'line' && block.isBullet)
  if (table !== null && !isProse && guessMapping(table.columns).title !== null) return [table]
  const prose = readPlanProse(blocks)
  return [prose, table].filter((one) => one !== null).slice(0, 1)
}

/** Every table of a document, and its bullets under headings as one more. */
export function readPlanBlocks(blocks: readonly Block[], mayJoin = true): PlanTable[] {
  const { tables, outside } = gatherTables(blocks, mayJoin)
  const wide = tables.filter(({ columns }) => columns.length > 1)
  const narrow = tables.filter(({ columns }) => columns.length < 2).flatMap((one) => [one.columns, ...one.rows].flat())
  const prose = readPlanProse(blocks)
  const found = [
    ...wide.map((table) => ({ ...table, outside: [...outside, ...narrow] })),
    ...(prose === null ? [] : [prose]),
  ]
  const rank = (table: PlanTable) => (guessMapping(table.columns).title === null ? 2 : table.isProse ? 1 : 0)
  return found.sort((one, other) => rank(one) - rank(other))
}
