import type { Finding } from './import.store.ts'

/** Findings of one table with one cause: the same sentence, whatever the value, the day or the line. */
export interface FindingGroup {
  table: string
  column: string | null
  cause: string
  count: number
  children: number
  /** The first few places, as "line 12". */
  lines: number[]
}

const MOST_LINES = 5

/** By cause, the most frequent first. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = Map.groupBy(findings, ({ table, column, message }) => `${table} ${column} ${sayCause(message)}`)
  return [...groups.values()]
    .map(
      (each): FindingGroup => ({
        table: each[0]!.table ?? '',
        column: each[0]!.column,
        cause: sayCause(each[0]!.message),
        count: each.length,
        children: new Set(each.flatMap(({ childCode }) => childCode ?? [])).size,
        lines: each.flatMap(({ line }) => line ?? []).slice(0, MOST_LINES),
      }),
    )
    .sort((a, b) => b.count - a.count || a.table.localeCompare(b.table))
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

/** "LS cannot be “X9”." and "LS cannot be “Q”." are one cause: "LS cannot be “…”." */
export function sayCause(message: string): string {
  return message
    .replaceAll(/“[^”]{0,60}”/g, '“…”')
    .replaceAll(new RegExp(`\\b\\d{1,2} ${MONTH} \\d{4}\\b`, 'g'), '[date]')
    .replaceAll(/\b([Ll]ine) [\d,]+/g, '$1 …')
}
