import type { Actor, Database } from '../../database/database.ts'
import type { ChildRecord, CouncilFacts } from '../../domain/measures/child-record.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import {
  type Basis,
  loadChildRecords,
  readCouncilFacts,
  readReferenceVersion,
  readSealNumber,
} from './measure.store.ts'
import { readRecordsAt } from './records-at-seal.ts'

export interface RecordsRead {
  records: ChildRecord[]
  facts: CouncilFacts
  /** What fixes everything worked out from them. */
  basis: Basis
}

/** The record as Kept itself reads it, for work over it that is not one measure. What of it leaves is the caller's to decide. */
export async function readRecords(database: Database, council: Council, knownOn: IsoDate | null): Promise<RecordsRead> {
  const actor = systemActor(council)
  const basis = await database.as(actor, async (query) => ({
    sealNumber: await readSealNumber(query, knownOn),
    referenceVersion: await readReferenceVersion(query),
  }))
  const { records } = await readRecordsAt(database, council, basis, database.as)
  const facts = await database.as(actor, (query) => readCouncilFacts(query, basis.sealNumber))
  return { records, facts, basis }
}

/** The record as somebody may read it: of the children whom they see, the facts that are theirs to see. */
export async function readOwnRecords(
  database: Database,
  actor: Actor,
  council: Council,
): Promise<Pick<RecordsRead, 'records' | 'facts'>> {
  const system = systemActor(council)
  const { sealNumber, facts } = await database.as(system, async (query) => {
    const seal = await readSealNumber(query, null)
    return { sealNumber: seal, facts: await readCouncilFacts(query, seal) }
  })
  return { records: await loadChildRecords(database.as, actor, sealNumber, council.onsCode), facts }
}
