import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inCareOn, of, periodsOf, sizes, TODAY } from './council-of-each-size.ts'

for (const { name, council } of sizes) {
  describe(name, () => {
    test('every child in care has one social worker today, who works here and is related to them', () => {
      const byNumber = new Map(council.staff.map((one) => [one.workerNumber, one.key]))
      for (const child of council.children) {
        const open = of(child, 'social_worker').filter((one) => one.endsOn === null)
        assert.equal(open.length, inCareOn(child, TODAY) ? 1 : 0, child.code)
        for (const { data, startsOn } of open) {
          const related = council.relationships.filter(
            (one) => one.childCode === child.code && one.role === 'social_worker' && one.endsOn === null,
          )
          assert.deepEqual(
            related.map((one) => [one.personKey, one.startsOn]),
            [[byNumber.get(data.worker), startsOn]],
          )
        }
      }
    })

    test('social workers follow one another without a gap, from the first one told to the end of care', () => {
      for (const child of council.children) {
        for (const period of periodsOf(child)) {
          const workers = of(child, 'social_worker').filter(
            (one) => one.startsOn >= period.startsOn && (period.endsOn === null || one.startsOn < period.endsOn),
          )
          for (const [index, { startsOn, endsOn }] of workers.entries()) {
            assert.ok(endsOn === null || endsOn > startsOn)
            assert.equal(endsOn, workers[index + 1]?.startsOn ?? period.endsOn, child.code)
          }
        }
      }
    })

    test('brothers and sisters share a family name and are related each to each', () => {
      const byCode = new Map(council.children.map((child) => [child.code, child]))
      const pairs = council.relationships.filter((one) => one.role === 'sibling')
      const known = new Set(pairs.map((one) => `${one.childCode} ${one.relatedChildCode}`))
      for (const { childCode, relatedChildCode, personKey } of pairs) {
        assert.equal(personKey, null)
        assert.ok(known.has(`${relatedChildCode} ${childCode}`))
        assert.equal(byCode.get(childCode)?.familyName, byCode.get(relatedChildCode!)?.familyName)
      }
    })

    test('who is barred has no other tie to the child, and one such record is restricted', () => {
      const barred = council.relationships.filter((one) => one.role === 'barred')
      assert.equal(barred.length, 2)
      for (const { personKey, childCode, reason } of barred) {
        assert.ok(reason !== null)
        const ties = council.relationships.filter((one) => one.personKey === personKey && one.childCode === childCode)
        assert.equal(ties.length, 1)
      }
      assert.equal(council.children.filter((child) => child.restricted).length, 1)
    })

    test('every child in care has a reviewing officer, every supported young adult a personal adviser', () => {
      const has = (code: string, role: string) => related.has(`${code} ${role}`)
      const related = new Set(
        council.relationships.filter((one) => one.endsOn === null).map((one) => `${one.childCode} ${one.role}`),
      )
      for (const child of council.children) {
        if (inCareOn(child, TODAY)) assert.ok(has(child.code, 'iro'))
        if (child.isCareLeaver) assert.ok(has(child.code, 'personal_adviser'))
      }
    })
  })
}

test('in a council of 640, brothers and sisters who came together often live together', () => {
  const { council } = sizes.at(-1)!
  const homeOf = new Map(
    council.children
      .filter((child) => inCareOn(child, TODAY))
      .map((child) => [child.code, of(child, 'placement_address').at(-1)!.data.placementPostcode]),
  )
  const pairs = council.relationships.filter(
    (one) => one.role === 'sibling' && homeOf.has(one.childCode) && homeOf.has(one.relatedChildCode!),
  )
  const together = pairs.filter((one) => homeOf.get(one.childCode) === homeOf.get(one.relatedChildCode!))
  assert.ok(pairs.length > 100)
  assert.ok(together.length / pairs.length > 0.3, `${together.length} of ${pairs.length}`)
})
