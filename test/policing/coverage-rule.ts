import { parse } from 'csv-parse/sync'
import type { SourceFile } from './source-file.ts'

const ROWS = 366
const STATUSES = ['works', 'partly', 'not yet']

export interface CoverageRow {
  id: string
  for_whom: string
  status: string
  where: string
  proved_by: string
}

export function readCoverage({ text }: SourceFile): CoverageRow[] {
  return parse(text, { columns: true, skip_empty_lines: true, bom: true })
}

/**
 * `textOf` gives a file's text, or null where there is none. A proof is written `path › test name`; several are kept
 * apart by " ; ". A row that works needs one, with the place where it works and the person it is for (rule 42).
 */
export function checkCoverage(rows: CoverageRow[], textOf: (path: string) => string | null): string[] {
  const faults =
    rows.length === ROWS
      ? []
      : [`docs/coverage.csv has ${rows.length} rows, not ${ROWS}: rows are marked, never removed.`]
  const ids = new Set<string>()
  for (const row of rows) {
    const say = (fault: string) => faults.push(`docs/coverage.csv ${row.id}: ${fault}`)
    if (ids.has(row.id)) say('is there twice.')
    ids.add(row.id)
    if (!STATUSES.includes(row.status)) say(`the status "${row.status}" is not one of ${STATUSES.join(', ')}.`)
    if (row.status === 'works') {
      if (!row.where) say('works, but "where" does not say in which page or command.')
      if (!row.for_whom) say('works, but "for_whom" names nobody.')
      if (!row.proved_by) say('works, but no test proves it: name one in "proved_by", or say "partly".')
    }
    for (const proof of row.proved_by.split(' ; ').filter(Boolean)) {
      const fault = checkProof(proof.trim(), textOf)
      if (fault) say(fault)
    }
  }
  return faults
}

export function checkProof(proof: string, textOf: (path: string) => string | null): string | null {
  const [path, name] = proof.split(' › ')
  if (!path || !name) return `"${proof}" is not written "path › test name".`
  const text = textOf(path)
  if (text === null) return `${path} is not there.`
  const isNamed = [name, name.replaceAll("'", "\\'")].some((written) => text.includes(written))
  return isNamed ? null : `${path} has no test called "${name}".`
}
