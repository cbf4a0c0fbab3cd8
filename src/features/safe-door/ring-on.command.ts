import type { Database } from '../../database/database.ts'
import { findTurn } from '../../domain/voice/phone-chain.ts'
import { listWaiting, writeNotice } from '../../shapes/voice/safe-door.store.ts'

/** Often enough that a child does not wait for the clock; each turn is written once, by whichever process is first. */
const EVERY_MS = 15_000

/**
 * For each message that nobody has opened: the notice of whose turn it is now. Turns that passed while the server was down are
 * not made up for, because nobody was rung then. Returns how many were written.
 */
export async function ringOn(database: Database, authorityId: number, now: string): Promise<number> {
  const waiting = await database.atDoor((query) => listWaiting(query, authorityId))
  let written = 0
  for (const { id, sentAt, chain } of waiting) {
    const turn = findTurn(chain, sentAt, now)
    if (turn !== null && (await database.atDoor((query) => writeNotice(query, authorityId, id, turn)))) written += 1
  }
  return written
}

/** Runs beside the server until it is stopped. One try at a time; a fault is said and the next try is made. */
export function keepRinging(database: Database, authorityId: number): { stop: () => Promise<void> } {
  let trying: Promise<unknown> = Promise.resolve()
  let isTrying = false
  const timer = setInterval(() => {
    if (isTrying) return
    isTrying = true
    trying = ringOn(database, authorityId, Temporal.Now.instant().toString())
      .catch((fault: Error) => console.error(`The phone chain could not be looked at: ${fault.message}`))
      .finally(() => {
        isTrying = false
      })
  }, EVERY_MS)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await trying
    },
  }
}
