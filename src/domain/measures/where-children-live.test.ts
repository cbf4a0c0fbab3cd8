import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChildInCare, buildCouncil } from './build-child.ts'
import { outsideOurArea } from './homes/outside-our-area.ts'
import { within20Miles } from './homes/within-20-miles.ts'

const AS_AT = '2026-03-31'
const inArea = (...places: (boolean | null)[]) =>
  places.map((insideArea, index) => buildChildInCare(`child-${index}`, { insideArea }))
const atMiles = (...miles: (number | null)[]) =>
  miles.map((far, index) => buildChildInCare(`child-${index}`, { miles: far }))

test('M25 keeps children whose postcode is unknown in the number counted, and says how many', () => {
  const result = outsideOurArea.compute(inArea(false, true, true, null), buildCouncil(), AS_AT)
  assert.deepEqual([result.numerator, result.denominator, result.value], [1, 4, 25])
  assert.deepEqual(result.met, ['child-0'])
  assert.ok(result.notes.some((note) => note.startsWith('For 1 child ')))
  assert.ok(result.publicNotes.every((note) => !note.includes('1 child')))
  assert.deepEqual(
    result.breakdown!.map(({ count }) => count),
    [2, 1, 1],
  )
})

const distances: [number | null, number, number][] = [
  [0, 1, 1],
  [19.9, 1, 1],
  [20, 1, 1],
  [20.1, 0, 1],
  [null, 0, 0],
]

for (const [miles, met, counted] of distances) {
  test(`M27 at ${miles ?? 'unknown'} miles: ${met} of ${counted}`, () => {
    const result = within20Miles.compute(
      [...atMiles(miles), buildChildInCare('near', { miles: 1 })],
      buildCouncil(),
      AS_AT,
    )
    assert.deepEqual([result.numerator, result.denominator], [met + 1, counted + 1])
  })
}

test('M27 leaves unknown distances out and says how many', () => {
  const result = within20Miles.compute(atMiles(3, 30, null, null), buildCouncil(), AS_AT)
  assert.deepEqual([result.numerator, result.denominator, result.value], [1, 2, 50])
  assert.deepEqual(
    result.breakdown!.map(({ count, percent }) => [count, percent]),
    [
      [1, 50],
      [1, 50],
      [2, null],
    ],
  )
  assert.ok(result.notes.some((note) => note.startsWith('For 2 children ')))
})

for (const measure of [outsideOurArea, within20Miles]) {
  test(`${measure.id} without a postcode directory says so`, () => {
    const result = measure.compute(inArea(true), buildCouncil({ hasPostcodes: false }), AS_AT)
    assert.equal(result.value, null)
    assert.match(result.cannotCompute!, /^No postcode directory has been taken in, so /)
  })

  test(`${measure.id} says when no postcode is known, and when there is nobody`, () => {
    const unknown = [buildChildInCare('a', { insideArea: null, miles: null })]
    assert.notEqual(measure.compute(unknown, buildCouncil(), AS_AT).cannotCompute, null)
    const nobody = measure.compute([], buildCouncil(), AS_AT)
    assert.deepEqual([nobody.value, nobody.denominator], [null, 0])
    assert.match(nobody.cannotCompute!, /nobody to count/)
  })
}
