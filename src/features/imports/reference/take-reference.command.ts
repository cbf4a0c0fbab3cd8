import type { Database } from '../../../database/database.ts'
import type { FileFault } from '../../../domain/ssda903/return.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Council, systemActor } from '../../../shapes/person/council.store.ts'
import { fileFinding, stageBatch } from '../import.store.ts'
import type { IncomingFile } from './incoming-file.ts'
import { readPopulation, readRows, type Survey, surveyFile } from './read-reference.ts'
import type { Reference } from './recognise-reference.ts'
import { keepPopulation, takeDistricts, takePostcodes } from './reference.store.ts'

export interface RecognisedFile {
  file: IncomingFile
  recognised: { reference: Reference } | { fault: string }
}

export interface ReferenceTaken {
  file: string
  kind: Reference['kind']
  rows: number
  /** Rows that were new, or said something else than before. */
  changed: number
  unreadable: number
}

export interface ReferenceSet {
  id: string
  isRefused: boolean
  taken: ReferenceTaken[]
  faults: FileFault[]
}

type Progress = (step: string) => void

/**
 * Takes in files that hold no child, at once. Each is read to its end first; a fault of one refuses them all. A big
 * directory goes in by pieces, so that nobody waits behind it; taken again after an interruption it ends the same.
 */
export async function takeReference(
  database: Database,
  council: Council,
  onBehalfOf: string,
  files: RecognisedFile[],
  progress: Progress,
): Promise<ReferenceSet> {
  const actor = systemActor(council)
  const good: { file: IncomingFile; reference: Reference; survey: Survey }[] = []
  const faults: FileFault[] = []
  for (const { file, recognised } of files) {
    if ('fault' in recognised) {
      faults.push({ file: file.name, line: 1, message: recognised.fault })
      continue
    }
    progress(`Reading ${file.name}`)
    const survey = await surveyFile(file, recognised.reference, council)
    if ('message' in survey) faults.push(survey)
    else good.push({ file, reference: recognised.reference, survey })
  }
  const taken: ReferenceTaken[] = []
  if (faults.length === 0) {
    for (const { file, reference, survey } of good) {
      const changed = await takeOne(database, council, file, reference, survey, progress)
      taken.push({ file: file.name, kind: reference.kind, rows: survey.rows, changed, unreadable: survey.unreadable })
    }
  }
  const isRefused = faults.length > 0
  const id = await database.inBackground(actor, async (query) => {
    const batch = await stageBatch(query, actor, {
      kind: 'reference',
      status: isRefused ? 'refused' : 'accepted',
      years: [],
      files: files.map(({ file }) => ({ name: file.name, bytes: file.size })),
      summary: { taken },
      madeBy: onBehalfOf,
      rows: [],
      findings: faults.map(fileFinding),
      childIds: new Map(),
    })
    const event = isRefused ? 'reference files refused' : 'reference files taken in'
    await recordTrace(query, actor, { event, detail: { batch, onBehalfOf } })
    return batch
  })
  return { id, isRefused, taken, faults }
}

/** Rows in one call; the national directory is some 130 of them. */
const PIECE = 20_000

async function takeOne(
  database: Database,
  council: Council,
  file: IncomingFile,
  reference: Reference,
  survey: Survey,
  progress: Progress,
): Promise<number> {
  const actor = systemActor(council)
  if (reference.kind === 'population') {
    const rows = await readPopulation(file, reference, council)
    return database.inBackground(actor, (query) => keepPopulation(query, actor, rows))
  }
  const take = reference.kind === 'postcodes' ? takePostcodes : takeDistricts
  let changed = 0
  let done = 0
  // A key twice in one call would be refused by the database: the last row of a key is the one taken.
  let waiting = new Map<string, string>()
  const send = async () => {
    const rows = [...waiting.values()]
    waiting = new Map()
    if (rows.length === 0) return
    changed += await database.inBackground(actor, (query) => take(query, rows))
    progress(`${file.name}: ${done.toLocaleString('en-GB')} of ${survey.rows.toLocaleString('en-GB')} rows`)
  }
  for await (const { rows } of readRows(file, reference)) {
    for (const { key, text } of rows) {
      waiting.set(key, text)
      done += 1
      if (waiting.size >= PIECE) await send()
    }
  }
  await send()
  return changed
}
