import { parse } from 'csv-parse/sync'

/** A table as somebody pasted or saved it: its own headings, its own rows. */
export interface PlanTable {
  columns: string[]
  /** Each as long as the headings. */
  rows: string[][]
  /** Rows that a page break had cut in two, put together. */
  joined?: number[]
  /** Read from bullets under headings, not from a table. */
  isProse?: boolean
  /** Words of the document that stand in no row of it: left out, and shown. */
  outside?: string[]
}

/** What we know of an item, each from one of their columns. */
export const PLAN_FIELDS = [
  { name: 'reference', title: 'Number', words: /^(no\.?|nr\.?|number|ref\b.*|reference|id|#)$/i },
  {
    name: 'title',
    title: 'What will be done',
    words: /action|what|commitment|^promise$|we will|task|objective|^the words$/i,
  },
  {
    name: 'priority',
    title: 'Priority or theme it belongs to',
    words: /priority|theme|outcome|aim|goal|whose|party|^the heading above/i,
  },
  { name: 'directorate', title: 'Directorate or service', words: /directorate|department|service|partner/i },
  { name: 'hows', title: 'How', words: /how(?! .*(tell|know|measure))|step|activit|in full|full words/i },
  { name: 'owners', title: 'Who', words: /owner|who|lead|responsib/i },
  { name: 'due', title: 'By when', words: /when|date|due|deadline|timescale|timeline/i },
  {
    name: 'wayToTell',
    title: 'How anybody can tell',
    words: /tell|know|success|measure|evidence|impact|kpi|indicator|figure/i,
  },
] as const
export type PlanField = (typeof PLAN_FIELDS)[number]['name']
/** Which of their columns holds what; null where none does. */
export type Mapping = Record<PlanField, number | null>

/** Reads a table pasted from a document or sheet (tabs) or saved as CSV. Null where there is none. Cells keep their words. */
export function readPlanTable(text: string): PlanTable | null {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  let parsed: string[][]
  try {
    parsed = parse(clean, {
      delimiter: findDelimiter(clean),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as string[][]
  } catch {
    return null
  }
  const filled = parsed.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''))
  const [head, ...rows] = filled
  if (!head || rows.length === 0) return null
  const width = Math.max(...filled.map((row) => row.length))
  const pad = (row: string[]) => Array.from({ length: width }, (_, index) => row[index] ?? '')
  const columns = pad(head).map((heading, index) => heading || `Column ${index + 1}`)
  return width < 2 ? null : { columns, rows: rows.map(pad) }
}

function findDelimiter(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  if (line.includes('\t')) return '\t'
  return line.split(';').length > line.split(',').length ? ';' : ','
}

/** A first guess from the headings, for a person to put right. A column is used once. */
export function guessMapping(columns: readonly string[], rows: readonly string[][] = []): Mapping {
  const taken = new Set<number>()
  const mapping = Object.fromEntries(PLAN_FIELDS.map(({ name }) => [name, null])) as Mapping
  // What says how to tell is asked first: "how we will know" is no "how".
  for (const name of ['reference', 'wayToTell', 'due', 'owners', 'priority', 'directorate', 'hows', 'title'] as const) {
    const { words } = PLAN_FIELDS.find((field) => field.name === name)!
    const index = columns.findIndex((heading, at) => !taken.has(at) && words.test(heading))
    if (index === -1) continue
    taken.add(index)
    mapping[name] = index
  }
  // A column without a heading that holds numbers alone is the number.
  if (mapping.reference === null) {
    const index = columns.findIndex(
      (heading, at) => !taken.has(at) && /^Column \d+$/.test(heading) && areNumbers(rows, at),
    )
    mapping.reference = index === -1 ? null : index
  }
  return mapping
}

/** Commitments and progress stand under their directorates: the heading above is a directorate, not a priority. */
export function guessByDirectorate(columns: readonly string[], rows: readonly string[][] = []): Mapping {
  const mapping = guessMapping(columns, rows)
  const isHeading = mapping.priority !== null && /^the heading above/i.test(columns[mapping.priority]!)
  return isHeading && mapping.directorate === null
    ? { ...mapping, directorate: mapping.priority, priority: null }
    : mapping
}

function areNumbers(rows: readonly string[][], index: number): boolean {
  const filled = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => isNumber(cell))
}

/** Whether a cell is a number and no more, such as 3, 3., A3 or 2.1. */
export const isNumber = (cell: string) => /^[A-Za-z]{0,3}[ .-]?\d+(?:[.:]\d+)*[a-z]?[.):]?$/.test(cell)
