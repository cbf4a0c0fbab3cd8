import type { Database } from '../../database/database.ts'
import type { ChildRecord } from '../../domain/measures/child-record.ts'
import type { Change } from '../../domain/measures/work-out-again.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import { type Basis, loadChangedRecords, loadChildRecords } from './measure.store.ts'

interface Known extends Basis {
  authorityId: number
  byChild: Map<string, ChildRecord>
}

/** The newest records read, so that after one correction one child is read again, and not the council. */
const nearby = new WeakMap<Database, Known>()

/** Where more children changed than this, and than a quarter of all, all are read anew, in turns. */
const MANY = 2000

export interface RecordsAtSeal {
  records: ChildRecord[]
  /** How they differ from those of the seal read before; null where all were read anew. */
  since: { basis: Basis; change: Change } | null
}

/** Every child's record at a seal. Facts up to a seal never change, so only what was stated after it has to be read. */
export async function readRecordsAt(
  database: Database,
  council: Council,
  basis: Basis,
  as: Database['as'],
): Promise<RecordsAtSeal> {
  const actor = systemActor(council)
  const known = nearby.get(database)
  const isNewest = (known?.sealNumber ?? 0) <= basis.sealNumber
  const isSame = known?.authorityId === council.authorityId && known.referenceVersion === basis.referenceVersion
  const since =
    isNewest && isSame
      ? await loadChangedRecords(
          as,
          actor,
          { after: known.sealNumber, upTo: basis.sealNumber, most: Math.max(MANY, Math.floor(known.byChild.size / 4)) },
          council.onsCode,
        )
      : null
  const byChild = new Map(since === null ? [] : known?.byChild)
  const before = since?.changed.flatMap((id) => byChild.get(id) ?? []) ?? []
  for (const id of since?.changed ?? []) byChild.delete(id)
  const records = since?.records ?? (await loadChildRecords(as, actor, basis.sealNumber, council.onsCode))
  for (const record of records) byChild.set(record.childId, record)
  // A figure as known long ago is asked for seldom: it does not take the newest one's place.
  if (isNewest) nearby.set(database, { authorityId: council.authorityId, ...basis, byChild })
  return {
    records: [...byChild.values()].sort((one, other) => (one.childId < other.childId ? -1 : 1)),
    since: since && known ? { basis: known, change: { before, now: records } } : null,
  }
}
