import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  characteristics,
  engines,
  episode,
  makeTestCouncil,
  type TestCouncil,
  TODAY,
} from '../../../test/kit/council.ts'
import { correctEvent, findEvent } from '../../shapes/event/ledger.store.ts'
import { loadChildRecords, readSealNumber } from './measure.store.ts'
import { readRecordsAt } from './records-at-seal.ts'

for (const engine of engines) {
  describe(`records at a seal, on ${engine}`, () => {
    let council: TestCouncil
    const kids: string[] = []
    const born = new Map<string, string>()
    const readNow = async () => {
      const basis = {
        sealNumber: await council.database.as(council.system, (q) => readSealNumber(q, null)),
        referenceVersion: 1,
      }
      const { records: near, since } = await readRecordsAt(
        council.database,
        council.council,
        basis,
        council.database.as,
      )
      const whole = await loadChildRecords(
        council.database.as,
        council.system,
        basis.sealNumber,
        council.council.onsCode,
      )
      return { near, since, whole: whole.toSorted((one, other) => (one.childId < other.childId ? -1 : 1)), basis }
    }
    before(async () => {
      council = await makeTestCouncil(engine)
      for (const code of ['K1', 'K2', 'K3']) kids.push(await council.addChild({ code }))
      for (const kid of kids) born.set(kid, await council.state(kid, characteristics('2012-05-06')))
    })
    after(async () => council?.close())

    test('what was stated, corrected or voided since the last reading is read, and nothing else is lost', async () => {
      assert.equal((await readNow()).near.length, 3)
      const id = await council.state(kids[0]!, episode('2020-01-01'))
      const stated = await readNow()
      assert.deepEqual(stated.near, stated.whole)
      assert.equal(stated.near.find(({ childId }) => childId === kids[0])!.episodes.length, 1)
      await council.database.as(council.system, async (query) => {
        const event = (await findEvent(query, kids[0]!, id))!
        await correctEvent(query, council.system, {
          event,
          fact: episode('2021-02-03'),
          reason: 'a wrong day',
          statedOn: TODAY,
        })
      })
      const corrected = await readNow()
      assert.deepEqual(corrected.near, corrected.whole)
      assert.equal(corrected.near.find(({ childId }) => childId === kids[0])!.episodes[0]!.startsOn, '2021-02-03')
    })

    test('a child of whom nothing is left has no record, and an older seal is answered as it was', async () => {
      const before = await readNow()
      await council.database.as(council.system, async (query) => {
        const event = (await findEvent(query, kids[1]!, born.get(kids[1]!)!))!
        await correctEvent(query, council.system, { event, fact: null, reason: 'a wrong child', statedOn: TODAY })
      })
      const after = await readNow()
      assert.deepEqual(after.near, after.whole)
      assert.equal(after.near.length, 2)
      const old = await readRecordsAt(council.database, council.council, before.basis, council.database.as)
      assert.equal(old.records.length, 3)
      assert.equal((await readNow()).near.length, 2)
    })
  })
}
