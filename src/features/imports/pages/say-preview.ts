import { sayYear } from '../../../domain/ssda903/return.ts'
import type { Finding } from '../import.store.ts'
import type { Preview } from '../preview.store.ts'
import type { YearSummary } from '../summary.ts'
import { joinWords, sayCount, sayNumber } from './words.ts'

/** "214 new facts, 9 changed, 3 ended, 6,101 the same, 14 rows refused". */
export function sayTotals(totals: YearSummary['totals']): string {
  const parts = [
    sayCount(totals.new, 'new fact', 'new facts'),
    totals.changed > 0 && `${sayNumber(totals.changed)} changed`,
    totals.ended > 0 && `${sayNumber(totals.ended)} ended`,
    totals.withdrawn > 0 && `${sayNumber(totals.withdrawn)} no longer there`,
    `${sayNumber(totals.unchanged)} the same`,
    totals.refused > 0 && sayCount(totals.refused, 'row refused', 'rows refused'),
  ]
  return parts.filter((part) => part !== false).join(', ')
}

export function sayFault({ file, line, message }: Finding): { place: string; message: string } {
  const place = [file, line === null ? null : `line ${sayNumber(line)}`].filter(Boolean).join(', ')
  return { place, message }
}

/** The preview in the terminal: counts per year, what each table refuses, and the first faults. Names no child. */
export function sayPreview(preview: Preview): string[] {
  if (preview.faults.length > 0) {
    const faults = preview.faults.map(sayFault)
    return [
      `These files were refused: ${sayCount(faults.length, 'thing', 'things')} to put right. Nothing was kept.`,
      ...faults.map(({ place, message }) => `  ${place}: ${message}`),
    ]
  }
  return [
    ...preview.years.flatMap(sayYearOf),
    ...sayFirst('Refused', preview.refused),
    ...sayFirst('To look at', preview.warnings),
    ...preview.notes.map(({ year, message }) => `  Note${year === null ? '' : ` on ${sayYear(year)}`}: ${message}`),
  ]
}

function sayYearOf({ year, children, totals, byTable }: YearSummary): string[] {
  const refused = byTable.filter(({ counts }) => counts.refused > 0)
  const tables = refused.map(({ table, counts }) => `${table} ${sayNumber(counts.refused)}`)
  return [
    `${sayYear(year)}: ${sayCount(children, 'child', 'children')}: ${sayTotals(totals)}.`,
    ...(tables.length > 0 ? [`  Refused rows by table: ${joinWords(tables)}.`] : []),
  ]
}

const MOST_LINES = 10

function sayFirst(what: string, findings: Finding[]): string[] {
  const shown = findings.slice(0, MOST_LINES).map(({ year, table, line, message }) => {
    const place = [year === null ? null : sayYear(year), table, line === null ? null : `line ${sayNumber(line)}`]
    return `  ${what}: ${place.filter(Boolean).join(', ')}: ${message}`
  })
  const left = findings.length - shown.length
  return left > 0 ? [...shown, `  … and ${sayNumber(left)} more.`] : shown
}
