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
import { computeAll } from '../../domain/measures/all-measures.ts'
import { correctEvent, findEvent } from '../../shapes/event/ledger.store.ts'
import { workOutFigures } from './figures.command.ts'
import { loadChildRecords, readCouncilFacts } from './measure.store.ts'

for (const engine of engines) {
  describe(`figures after a change, on ${engine}`, () => {
    let council: TestCouncil
    let moved: string
    let child: string

    /** As the product answers, and as everything read and worked out anew gives it. */
    async function bothWays() {
      const { database, council: here, system } = council
      const { results, sealNumber } = await workOutFigures(database, here, TODAY, null)
      const records = await loadChildRecords(database.as, system, sealNumber, here.onsCode)
      const facts = await database.as(system, (query) => readCouncilFacts(query, sealNumber))
      const strip = (result: (typeof results)[0]) => ({ ...result, hidden: undefined })
      const anew = computeAll(records, facts, TODAY)
      return { quick: results.map(strip), anew: anew.map(strip), numberInCare: results.find(({ id }) => id === 'M01')! }
    }

    before(async () => {
      council = await makeTestCouncil(engine)
      for (let number = 0; number < 12; number += 1) {
        const id = await council.addChild({ code: `C${number}` })
        await council.state(id, characteristics('2012-05-06'))
        const stated = await council.state(id, episode('2020-01-01'))
        if (number === 3) [child, moved] = [id, stated]
      }
    })
    after(async () => council?.close())

    test('what is worked out again is what everything worked out anew would be', async () => {
      const first = await bothWays()
      assert.deepEqual(first.quick, first.anew)
      assert.equal(first.numberInCare.numerator, 12)
      await council.database.as(council.system, async (query) => {
        const event = (await findEvent(query, child, moved))!
        await correctEvent(query, council.system, { event, fact: null, reason: 'the wrong child', statedOn: TODAY })
      })
      const second = await bothWays()
      assert.deepEqual(second.quick, second.anew)
      assert.equal(second.numberInCare.numerator, 11)
      const newcomer = await council.addChild({ code: 'NEW' })
      await council.state(newcomer, characteristics('2014-02-01'))
      await council.state(newcomer, episode('2021-06-01'))
      const third = await bothWays()
      assert.deepEqual(third.quick, third.anew)
      assert.equal(third.numberInCare.numerator, 12)
    })
  })
}
