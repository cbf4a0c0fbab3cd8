import type { Database } from '../../database/database.ts'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import { alignWorkers, closeBatch, hasRecordMovedOn, moveIntoRecord } from './accept.store.ts'
import { lockBatch } from './import.store.ts'

export type Acceptance = { outcome: 'accepted'; taken: number } | { outcome: 'refused'; why: string }

const MOVED_ON =
  'The record of a child in these files changed after they were checked. Check the files again, and the preview will be true.'

/** So many facts at once change what the planner should know of the record. */
const MANY = 1000

const statusRefusals = {
  accepted: 'These files were accepted already. Nothing was taken in twice.',
  refused: 'These files were refused when they were checked. Put them right, and check them again.',
  dropped: 'These files were closed without taking anything in. Check them again to take them in.',
} as const

/** Takes a checked return into the record: all of it in one short transaction, or none. */
export async function acceptReturn(
  database: Database,
  council: Council,
  acceptedBy: string,
  batchId: string,
): Promise<Acceptance> {
  const actor = systemActor(council)
  try {
    const acceptance = await database.inBackground(actor, async (query): Promise<Acceptance> => {
      const batch = await lockBatch(query, batchId)
      if (batch === null) return refuse('There is no such set of files.')
      if (batch.status !== 'checked') return refuse(statusRefusals[batch.status])
      if (await hasRecordMovedOn(query, batchId)) return refuse(MOVED_ON)
      const taken = await moveIntoRecord(query, actor, batchId, acceptedBy)
      await alignWorkers(query, actor)
      await recordTrace(query, actor, {
        event: 'return accepted',
        detail: { batch: batchId, onBehalfOf: acceptedBy, taken },
      })
      return { outcome: 'accepted', taken }
    })
    if (acceptance.outcome === 'accepted' && acceptance.taken > MANY) await database.refreshStatistics()
    return acceptance
  } catch (error) {
    // Somebody corrected one of these facts in the same moment: a fact has one correction (`event_superseded_once`).
    if (isSupersededTwice(error)) return refuse(MOVED_ON)
    throw error
  }
}

function isSupersededTwice(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

/** Closes a checked set without taking anything in. */
export async function dropReturn(
  database: Database,
  council: Council,
  droppedBy: string,
  batchId: string,
): Promise<Acceptance> {
  const actor = systemActor(council)
  return database.inBackground(actor, async (query) => {
    const batch = await lockBatch(query, batchId)
    if (batch?.status !== 'checked') return refuse('These files are closed already.')
    await closeBatch(query, batchId, 'dropped', droppedBy)
    await recordTrace(query, actor, { event: 'return closed', detail: { batch: batchId, onBehalfOf: droppedBy } })
    return { outcome: 'accepted', taken: 0 }
  })
}

function refuse(why: string): Acceptance {
  return { outcome: 'refused', why }
}
