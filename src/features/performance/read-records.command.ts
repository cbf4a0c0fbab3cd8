import type { Database } from '../../database/database.ts'
import type { ChildRecord, CouncilFacts } from '../../domain/measures/child-record.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import { type Basis, readCouncilFacts, readReferenceVersion, readSealNumber } from './measure.store.ts'
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
  const records = await readRecordsAt(database, council, basis, database.as)
  const facts = await database.as(actor, (query) => readCouncilFacts(query, basis.sealNumber))
  return { records, facts, basis }
}
