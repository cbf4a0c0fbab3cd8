import { randomUUID } from 'node:crypto'
import type { Actor, Database } from '../../database/database.ts'
import {
  applyChanges,
  type Change,
  type CurrentFact,
  childrenLeftOut,
  compareWithRecord,
} from '../../domain/ssda903/compare.ts'
import { readReturn } from '../../domain/ssda903/read-return.ts'
import { type FileFault, type ReturnFile, type ReturnOfYear, sayYear } from '../../domain/ssda903/return.ts'
import { summariseChanges } from '../../domain/ssda903/summarise-changes.ts'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import { type HeldFact, readChildCodes, readHeldFacts, readNewestSeal } from './held-fact.store.ts'
import { blankFinding, type Finding, fileFinding, type NewBatch, type StagedRow, stageBatch } from './import.store.ts'
import { LEFT_OUT } from './left-out.ts'
import { withoutExamples, type YearSummary } from './summary.ts'
import { findWrongCouncil } from './wrong-council.ts'

export interface CheckedReturn {
  id: string
  isRefused: boolean
}

type Progress = (step: string) => void

/**
 * Upload → check → preview: reads the files, compares them with the record year by year, and stages what would change.
 * A fault of a file refuses the whole set; a fault of a row refuses the row. Nothing reaches the record here.
 */
export async function checkReturn(
  database: Database,
  council: Council,
  onBehalfOf: string,
  files: ReturnFile[],
  options: { year?: number } = {},
  progress: Progress = () => {},
): Promise<CheckedReturn> {
  const actor = systemActor(council)
  const listed = files.map((file) => ({ name: file.name, bytes: file.bytes.length }))
  const blank = { kind: 'return', files: listed, madeBy: onBehalfOf, rows: [], childIds: new Map() } as const
  progress('Reading the files')
  const read = readReturn(files, options)
  const faults = read.faults.length > 0 ? read.faults : findWrongCouncil(read.returns, council.isMadeUp)
  const isRefused = faults.length > 0
  const batch = isRefused
    ? refusal(faults, { ...blank, rows: [] })
    : await compareWithHeld(database, actor, read.returns, { ...blank, rows: [] }, progress)
  progress('Making the preview')
  const id = await database.inBackground(actor, async (query) => {
    const staged = await stageBatch(query, actor, batch)
    await recordTrace(query, actor, { event: 'files checked', detail: { batch: staged, onBehalfOf, isRefused } })
    return staged
  })
  return { id, isRefused }
}

/**
 * Reads the record up to its newest seal, in turns, and compares outside of them. What changes from that seal on is found
 * when the files are accepted.
 */
async function compareWithHeld(
  database: Database,
  actor: Actor,
  returns: ReturnOfYear[],
  blank: Blank,
  progress: Progress,
): Promise<NewBatch> {
  progress('Comparing with the record')
  const { sealNumber, codes } = await database.inBackground(
    actor,
    async (query) => ({ sealNumber: await readNewestSeal(query), codes: await readChildCodes(query) }),
    'repeatable read',
  )
  const held = await readHeldFacts(database, actor, codes, sealNumber)
  return { ...compareAll(returns, codes, held, blank), sealNumber }
}

type Blank = Pick<NewBatch, 'kind' | 'files' | 'madeBy' | 'rows' | 'childIds'>

function refusal(faults: FileFault[], blank: Blank): NewBatch {
  return { ...blank, status: 'refused', years: [], summary: {}, findings: faults.map(fileFinding) }
}

function compareAll(returns: ReturnOfYear[], codes: Map<string, string>, held: HeldFact[], blank: Blank): NewBatch {
  let current: CurrentFact[] = held
  const rows: StagedRow[] = []
  const findings: Finding[] = []
  const years: YearSummary[] = []
  const everyone = new Set<string>()
  for (const returned of returns) {
    const changes = compareWithRecord(current, returned)
    findings.push(...findingsOf(returned, childrenLeftOut(current, returned)), ...notesOnHand(changes, returned))
    const children = new Set(returned.statements.map(({ childCode }) => childCode))
    for (const code of children) everyone.add(code)
    const { year, tables } = returned
    years.push({
      year,
      children: children.size,
      files: tables,
      ...withoutExamples(summariseChanges(changes, returned)),
    })
    const first = rows.length
    const staged = changes.filter((change) => change.action !== 'unchanged')
    rows.push(...staged.map((change) => toStagedRow(change, returned)))
    if (returns.length > 1) current = renumber(applyChanges(current, changes), staged, first)
  }
  const childIds = new Map<string, { id: string; isNew: boolean }>()
  for (const { childCode } of rows) {
    if (childIds.has(childCode)) continue
    const known = codes.get(childCode)
    childIds.set(childCode, { id: known ?? randomUUID(), isNew: known === undefined })
  }
  const newChildren = [...childIds.values()].filter(({ isNew }) => isNew).length
  const summary = { children: everyone.size, newChildren, years }
  return { ...blank, status: 'checked', years: returns.map(({ year }) => year), summary, rows, findings, childIds }
}

function findingsOf(returned: ReturnOfYear, leftOut: string[]): Finding[] {
  const { year } = returned
  return [
    ...returned.refused.map((fault): Finding => ({ severity: 'row', year, ...fault })),
    ...leftOut.map(
      (childCode): Finding => ({
        ...blankFinding,
        severity: 'warning',
        year,
        table: 'Episodes',
        childCode,
        message: LEFT_OUT,
      }),
    ),
    ...returned.warnings.map((fault): Finding => ({ severity: 'warning', year, ...fault })),
    ...returned.notes.map((message): Finding => ({ ...blankFinding, year, message })),
  ]
}

/** What colleagues corrected in Kept and the return says otherwise: never overruled, and never upheld, in silence. */
function notesOnHand(changes: Change[], { year }: ReturnOfYear): Finding[] {
  const byHand = changes.filter(({ current }) => (current as HeldFact | null)?.isByHand && !current?.isWithdrawn)
  const overruled = byHand.filter(({ action }) => action !== 'unchanged')
  return overruled.map(({ statement, current }): Finding => {
    const place = { table: statement?.table ?? null, file: statement?.file ?? null, line: statement?.line ?? null }
    const message = `A colleague corrected this in Kept, and the return of ${sayYear(year)} says otherwise. If you accept, the return stands.`
    return { ...blankFinding, severity: 'warning', year, ...place, childCode: current!.childCode, message }
  })
}

function toStagedRow(change: Change, returned: ReturnOfYear): StagedRow {
  const said = change.statement ?? change.current!
  return {
    action: change.action as StagedRow['action'],
    childCode: said.childCode,
    fact: said.fact,
    source: change.statement
      ? { file: change.statement.file, line: change.statement.line }
      : { file: 'not in the return', line: 0 },
    statedOn: returned.window.to,
    supersedes: change.current?.id ?? null,
  }
}

/** New facts get the position of their staged row as their id, so that a later year of the same set can correct them. */
function renumber(facts: CurrentFact[], staged: Change[], first: number): CurrentFact[] {
  const positions = new Map(staged.map((change, index) => [change.statement, first + index]))
  return facts.map((fact) => {
    const position = fact.statement === undefined ? undefined : positions.get(fact.statement)
    return position === undefined ? fact : { ...fact, id: `new:${position}` }
  })
}
