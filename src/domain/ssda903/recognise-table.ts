import { columnNames, type TableName, tableNames } from './tables.ts'

/** Which table a line of column names is, in any order; or why it is none, in a sentence that says what to do. */
export type Recognised = { table: TableName } | { message: string }

/** Columns that several tables share: they tell nothing about which table it is. */
const SHARED = new Set(['CHILD', 'DOB', 'SEX'])

export function recogniseTable(names: readonly string[]): Recognised {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return { message: `The column ${quote(twice)} is there twice. Delete one of the two.` }
  const { table, missing, extra } = findNearest(names)
  if (table === null) return { message: sayUnknown(names) }
  if (missing.length === 0 && extra.length === 0) return { table }
  const parts = [`This looks like the ${table} table.`]
  if (missing.length > 0) {
    parts.push(`It has no ${sayColumns(missing)}. Add ${missing.length === 1 ? 'it' : 'them'}, even if blank.`)
  }
  if (extra.length > 0) {
    const it = extra.length === 1 ? 'it' : 'them'
    parts.push(`The return has no ${sayColumns(extra)} there. Delete ${it}, or put right the name.`)
  }
  return { message: parts.join(' ') }
}

function findNearest(names: readonly string[]): { table: TableName | null; missing: string[]; extra: string[] } {
  const given = new Set(names)
  let best = { table: null as TableName | null, likeness: 0, missing: [] as string[], extra: [] as string[] }
  for (const table of tableNames) {
    const columns = columnNames(table)
    const missing = columns.filter((name) => !given.has(name))
    const extra = names.filter((name) => !columns.includes(name))
    const common = columns.filter((name) => given.has(name))
    const isTelling = common.some((name) => !SHARED.has(name)) || (table === 'UASC' && missing.length <= 1)
    const likeness = isTelling ? common.length / (columns.length + extra.length) : 0
    if (likeness > best.likeness) best = { table, likeness, missing, extra }
  }
  return best
}

function sayUnknown(names: readonly string[]): string {
  const advice =
    'The first line of each file must hold the column names of one table of the return, with commas between.'
  const [only] = names
  if (names.length !== 1 || only === undefined) return `These are not the columns of a table of the return. ${advice}`
  if (only.includes(';')) return `This file has semicolons between its columns. Save it again with commas. ${advice}`
  if (only.includes('\t')) return `This file has tabs between its columns. Save it again with commas. ${advice}`
  return `This is not a table of the return. ${advice}`
}

function sayColumns(names: readonly string[]): string {
  const shown = names.slice(0, 6).map(quote).join(', ')
  const more = names.length > 6 ? ` and ${names.length - 6} more` : ''
  return `${names.length === 1 ? 'column' : 'columns'} ${shown}${more}`
}

/** A name from a stranger's file, short enough for a sentence. */
function quote(name: string): string {
  if (name === '') return 'without a name'
  return name.length > 30 ? `${name.slice(0, 30)}…` : name
}
