import type { Finding } from '../import.store.ts'

const says = { file: 'file refused', row: 'row refused', warning: 'row taken', note: 'note' } as const

/** All findings as a table for a spreadsheet: UTF-8 with its mark, so that Excel reads it as such. */
export function writeFindings(findings: Finding[]): string {
  const rows = findings.map(({ severity, year, table, file, line, column, value, childCode, message }) =>
    [says[severity], year, table, file, line, column, value, childCode, message].map(writeCell).join(','),
  )
  return `\ufeff${['What,Year,Table,File,Line,Column,Value,Child,Why', ...rows].join('\r\n')}\r\n`
}

/** A cell from a stranger's file must not become a formula: it would run in the reader's spreadsheet. */
function writeCell(cell: string | number | null): string {
  if (cell === null) return ''
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
