import type { FileFault } from '../../../domain/ssda903/return.ts'
import type { Council } from '../../../shapes/person/council.store.ts'
import { type IncomingFile, readLines } from './incoming-file.ts'
import {
  type PopulationRow,
  type ReferenceRow,
  readDistrictRow,
  readPopulationRow,
  readPostcodeRow,
} from './read-row.ts'
import type { Reference } from './recognise-reference.ts'
import { splitCells } from './split-cells.ts'

/** Twice the whole country's postcodes, ended ones included. */
const MOST_ROWS = 6_000_000
/** More unreadable rows than this share, and the file is not what its first line says. */
const MOST_UNREADABLE = 0.1

/** Rows of a directory or a lookup, as they come, with how many could not be read. */
export async function* readRows(
  file: IncomingFile,
  reference: Exclude<Reference, { kind: 'population' }>,
): AsyncGenerator<{ rows: ReferenceRow[]; unreadable: number }> {
  let isFirst = true
  for await (const lines of readLines(file)) {
    const rows: ReferenceRow[] = []
    let unreadable = 0
    for (const line of isFirst ? lines.slice(1) : lines) {
      if (line === '') continue
      const cells = splitCells(line)
      const row = reference.kind === 'postcodes' ? readPostcodeRow(reference, cells) : readDistrictRow(reference, cells)
      if (row === null) unreadable += 1
      else rows.push(row)
    }
    if (lines.length > 0) isFirst = false
    yield { rows, unreadable }
  }
}

/** This council's own children, year by year. */
export async function readPopulation(
  file: IncomingFile,
  reference: Extract<Reference, { kind: 'population' }>,
  council: Council,
): Promise<PopulationRow[]> {
  const found: PopulationRow[] = []
  for await (const lines of readLines(file)) {
    for (const line of lines) {
      const row = readPopulationRow(reference, splitCells(line), council)
      if (row !== null) found.push(row)
    }
  }
  return found
}

export interface Survey {
  rows: number
  unreadable: number
}

/** Reads a file to its end before the first row is taken: a file that is damaged or is something else leaves nothing. */
export async function surveyFile(
  file: IncomingFile,
  reference: Reference,
  council: Council,
): Promise<Survey | FileFault> {
  const fault = (message: string): FileFault => ({ file: file.name, line: null, message })
  try {
    if (reference.kind === 'population') {
      const { length } = await readPopulation(file, reference, council)
      return length > 0 ? { rows: length, unreadable: 0 } : fault(sayNoPopulation(council))
    }
    const survey = { rows: 0, unreadable: 0 }
    for await (const { rows, unreadable } of readRows(file, reference)) {
      survey.rows += rows.length
      survey.unreadable += unreadable
      if (survey.rows > MOST_ROWS) return fault('This file has more rows than there are postcodes in the country.')
    }
    if (survey.rows === 0) return fault('This file has no row that can be read under its first line. Fetch it again.')
    if (survey.unreadable / (survey.rows + survey.unreadable) <= MOST_UNREADABLE) return survey
    return fault(
      `${survey.unreadable} of ${survey.rows + survey.unreadable} rows cannot be read. Fetch the file again, and do not save it from a spreadsheet.`,
    )
  } catch {
    return fault('This file is damaged or cut off and cannot be read to its end. Fetch it again.')
  }
}

function sayNoPopulation({ name, code, onsCode }: Council): string {
  const codes = [onsCode, code].filter(Boolean).join(' or ')
  return `There is no estimate of children aged 0 to 17 for ${name} (${codes}) in this file. Choose one that lists every authority.`
}
