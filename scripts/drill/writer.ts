/**
 * A program that corrects one fact again and again, and prints the number of each correction once it is kept. The drill
 * starts it and kills it. Arguments: the data folder, and a word for this turn.
 */
import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { openDatabase } from '../../src/database/database.ts'
import { takeLock } from '../../src/database/folder-lock.ts'
import { correctEvent, readTimeline } from '../../src/shapes/event/ledger.store.ts'
import { findCouncil, systemActor } from '../../src/shapes/person/council.store.ts'

const [data, word] = process.argv.slice(2) as [string, string]
const lock = await takeLock(data, null)
if (lock === null) {
  writeSync(1, 'taken\n')
  process.exit(3)
}
writeSync(1, 'held\n')
const database = await openDatabase({ engine: 'embedded', folder: data })
const council = (await findCouncil(database))!
const actor = systemActor(council)
const childId = await database.as(actor, async (query) => {
  const { rows } = await sql<{
    child_id: string
  }>`select child_id from current_review order by child_id limit 1`.execute(query)
  return rows[0]!.child_id
})
for (let number = 1; ; number += 1) {
  await database.as(actor, async (query) => {
    const event = (await readTimeline(query, childId)).find(({ kind }) => kind === 'review')!
    const { kind, startsOn, endsOn, data: payload } = event
    const fact = { kind, startsOn, endsOn, data: payload } as never
    await correctEvent(query, actor, { event, fact, reason: `${word} ${number}`, statedOn: event.statedOn })
  })
  writeSync(1, `${number}\n`)
}
