import { readPlanItems } from '../plans/read-plan-items.ts'
import { guessByDirectorate, type Mapping, type PlanTable } from '../plans/read-plan-table.ts'
import { readPlanText } from '../plans/read-plan-text.ts'

/** One thing that was said, as written. Nothing is guessed about which commitment it answers. */
export interface ReadProgress {
  directorate: string | null
  words: string
}

export interface ReadReport {
  items: ReadProgress[]
  /** Words of the report that are in none of them: left out, and shown. */
  outside: string[]
}

const SAID = /progress|update|\bsaid\b|what came|so far|status/i

/** A report of progress: bullets under headings, a table with its headings, or a line for each thing. */
export function readProgress(text: string): ReadReport {
  const [table] = readPlanText(text)
  if (table === undefined) return { items: readLines(text), outside: [] }
  const mapping = toProgress(table)
  const { items, leftOut } = readPlanItems(table, mapping, false)
  return {
    items: items.map(({ title, directorate }) => ({ directorate, words: title })),
    outside: [...(table.outside ?? []), ...leftOut.map((row) => row.text)],
  }
}

/** In a table with a column of progress that column is what was said, not the one that says what would be done. */
function toProgress({ columns, rows, isProse }: PlanTable): Mapping {
  const mapping = guessByDirectorate(columns, rows)
  if (isProse) return mapping
  const said = columns.findIndex((heading) => SAID.test(heading))
  const directorate = columns.findIndex((heading) => /directorate|department|service|partner/i.test(heading))
  return {
    ...mapping,
    title: said === -1 ? (mapping.title ?? columns.length - 1) : said,
    directorate: directorate === -1 ? null : directorate,
  }
}

function readLines(text: string): ReadProgress[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.length >= 3)
    .map((words) => ({ directorate: null, words }))
}

/** How many by directorate, in the report's own order. */
export function countByDirectorate(items: readonly ReadProgress[]): { directorate: string | null; count: number }[] {
  return [...Map.groupBy(items, ({ directorate }) => directorate)].map(([directorate, all]) => ({
    directorate,
    count: all.length,
  }))
}
