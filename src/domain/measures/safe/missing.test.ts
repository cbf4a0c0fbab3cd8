import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChildInCare, buildCouncil } from '../build-child.ts'
import { awayWithoutPermission } from './away-without-permission.ts'
import { wentMissing } from './went-missing.ts'

const AS_AT = '2026-03-31'
const away = (startsOn: string, endsOn: string | null, type = 'M') => ({ startsOn, endsOn, type })

const times: { name: string; missing: ReturnType<typeof away>[]; met: number }[] = [
  { name: 'back the day before the year', missing: [away('2025-03-29', '2025-03-31')], met: 0 },
  { name: 'back on its first day', missing: [away('2025-03-29', '2025-04-01')], met: 1 },
  { name: 'gone on its last day', missing: [away('2026-03-31', null)], met: 1 },
  { name: 'gone the day after', missing: [away('2026-04-01', null)], met: 0 },
  { name: 'away, but with people known', missing: [away('2025-06-01', '2025-06-02', 'A')], met: 0 },
  { name: 'twice', missing: [away('2025-06-01', '2025-06-02'), away('2025-07-01', '2025-07-01')], met: 1 },
]
for (const { name, missing, met } of times) {
  test(`M90 ${name}: ${met}`, () => {
    const other = buildChildInCare('other', {}, { missing: [away('2025-05-01', '2025-05-01', 'A')] })
    const result = wentMissing.compute([buildChildInCare('a', {}, { missing }), other], buildCouncil(), AS_AT)
    assert.deepEqual([result.numerator, result.denominator], [met, 2])
    assert.equal(awayWithoutPermission.compute([other], buildCouncil(), AS_AT).numerator, 1)
  })
}
test('M90 counts children, and tells officers alone how many times', () => {
  const missing = [away('2025-06-01', '2025-06-02'), away('2025-07-01', '2025-07-01'), away('2025-08-01', null)]
  const result = wentMissing.compute(
    [buildChildInCare('a', {}, { missing }), buildChildInCare('b', {}, { missing: missing.slice(0, 1) })],
    buildCouncil(),
    AS_AT,
  )
  assert.ok(result.notes.includes('4 times in all, 2.0 for each child who was away at all.'))
  assert.doesNotMatch(result.publicNotes.join(' '), /times in all/)
})
const inTheYear: [string, string | null, number][] = [
  ['2024-06-01', '2025-04-01', 0],
  ['2024-06-01', '2025-04-02', 1],
  ['2026-03-31', null, 1],
  ['2026-04-01', null, 0],
]
for (const [startsOn, endsOn, counted] of inTheYear) {
  test(`M90 is of children in care at any time in the year: from ${startsOn} to ${endsOn ?? 'now'}: ${counted}`, () => {
    const other = buildChildInCare('other', {}, { missing: [away('2025-05-01', '2025-05-01')] })
    const child = buildChildInCare('a', { startsOn, endsOn, ...(endsOn && { reasonEnded: 'E4A' }) })
    assert.equal(wentMissing.compute([other, child], buildCouncil(), AS_AT).denominator, 1 + counted)
  })
}
test('M90 with nothing recorded for anybody says so: it is no nought', () => {
  const result = wentMissing.compute([buildChildInCare('a')], buildCouncil(), AS_AT)
  assert.deepEqual([result.value, /either there was none/.test(result.cannotCompute!)], [null, true])
})
