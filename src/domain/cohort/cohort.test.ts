import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from '../measures/build-child.ts'
import { outsideOurArea } from '../measures/homes/outside-our-area.ts'
import { type Filter, readFilter, sayFilter } from './filter.ts'
import { findCohort } from './find-cohort.ts'

const DAY = '2026-03-31'
const none = readFilter({}).filter
const records = [
  buildChildInCare(
    'far',
    { startsOn: '2025-03-31', insideArea: false, placement: 'K2', legalStatus: 'V2' },
    { sex: 'M', bornOn: '2010-03-31' },
  ),
  buildChildInCare(
    'near',
    { startsOn: '2025-04-01', insideArea: true },
    { sex: 'F', bornOn: '2010-04-01', unaccompanied: [{ startsOn: '2010-04-01', endsOn: null }] },
  ),
  buildChildInCare('unknown', { startsOn: '2026-03-31', insideArea: null }, { sex: null, bornOn: null }),
  buildChild({ childId: 'left', episodes: [buildEpisode({ endsOn: DAY })] }),
]
const find = (asked: Partial<Filter>, measure?: typeof outsideOurArea) =>
  findCohort(records, DAY, { ...none, ...asked }, measure?.compute(records, buildCouncil(), DAY) ?? null).map(
    ({ childId }) => childId,
  )

for (const [asked, found] of [
  [{}, ['far', 'near', 'unknown']],
  [{ ageFrom: '16' }, ['far']],
  [{ ageFrom: '15' }, ['far', 'near']],
  [{ ageTo: '15' }, ['near']],
  [{ sex: 'girls' }, ['near']],
  [{ home: 'home or secure' }, ['far']],
  [{ legal: 'agreed' }, ['far']],
  [{ area: 'out' }, ['far']],
  [{ area: 'in' }, ['near']],
  [{ monthsFrom: '12' }, ['far']],
  [{ monthsTo: '12' }, ['far', 'near', 'unknown']],
  [{ monthsTo: '11' }, ['unknown']],
  [{ alone: 'yes' }, ['near']],
  [{ alone: 'no' }, ['far', 'unknown']],
  [{ sex: 'girls', area: 'out' }, []],
] as const)
  test(`asked for ${JSON.stringify(asked)}: ${found.join(', ') || 'nobody'}`, () => {
    assert.deepEqual(find(asked), found)
  })

test('a measure finds those met, or those counted and not met', () => {
  assert.deepEqual(find({ measure: 'M25', met: 'yes' }, outsideOurArea), ['far'])
  assert.ok(!find({ measure: 'M25', met: 'no' }, outsideOurArea).includes('far'))
  assert.ok(find({ measure: 'M25', met: 'no' }, outsideOurArea).includes('near'))
})

for (const [given, field] of [
  [{ ageFrom: 'ten' }, 'ageFrom'],
  [{ ageTo: '-1' }, 'ageTo'],
  [{ monthsFrom: '301' }, 'monthsFrom'],
  [{ monthsTo: '1.5' }, 'monthsTo'],
] as const)
  test(`${JSON.stringify(given)} is said and kept as typed`, () => {
    const { filter, errors } = readFilter(given)
    assert.deepEqual(
      errors.map((error) => error.field),
      [field],
    )
    assert.equal(filter[field], Object.values(given)[0])
  })

test('what is not among the words is not asked, and "of that measure" needs one', () => {
  const { filter } = readFilter({ sex: 'x', home: '; drop', met: 'no', ageFrom: ' 7 ' })
  assert.deepEqual([filter.sex, filter.home, filter.met, filter.ageFrom], ['', '', '', '7'])
  assert.equal(readFilter({ measure: 'M20' }).filter.met, 'yes')
})

test('a question in words', () => {
  const { filter } = readFilter({ sex: 'girls', ageFrom: '10', area: 'out', measure: 'M20', met: 'no' })
  assert.equal(
    sayFilter(filter, () => 'Moved'),
    'girls, 10 years or older, outside our area, “Moved” counted and not met',
  )
  assert.equal(
    sayFilter(none, () => ''),
    '',
  )
})
