import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMeasure } from '../measures/all-measures.ts'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from '../measures/build-child.ts'
import { outsideOurArea } from '../measures/homes/outside-our-area.ts'
import { childrenInCare } from '../measures/in-care/children-in-care.ts'
import { breakDown, findPopulation, type Population } from './break-down.ts'
import { canBreakByTeam, teamDimension } from './by-team.ts'
import { DIMENSIONS } from './dimension.ts'
import { sayDisproportion, weighGroup } from './disproportion.ts'
import { cellName, packBreakdowns } from './pack-of-breakdowns.ts'

const DAY = '2026-03-31'
const council = buildCouncil()
const by = (id: string) => DIMENSIONS.find((dimension) => dimension.id === id)!

function groupOf(dimension: string, given: Parameters<typeof buildChild>[0]): string | null {
  return by(dimension).groupOf(buildChild(given), DAY)
}

for (const [dimension, given, group] of [
  ['age', { bornOn: '2025-04-01' }, 'under 1'],
  ['age', { bornOn: '2025-03-31' }, '1 to 4'],
  ['age', { bornOn: '2010-04-01' }, '10 to 15'],
  ['age', { bornOn: '2010-03-31' }, '16 and over'],
  ['age', { bornOn: null }, null],
  ['sex', { sex: '2' }, 'girls'],
  ['sex', { sex: 'U' }, null],
  ['ethnicity', { ethnicity: 'CHNE' }, 'asian'],
  ['ethnicity', { ethnicity: 'REFU' }, null],
  ['ethnicity-fine', { ethnicity: 'CHNE' }, 'CHNE'],
  ['ethnicity-fine', { ethnicity: 'NOBT' }, null],
  ['unaccompanied', { unaccompanied: [{ startsOn: '2010-01-01', endsOn: DAY }] }, 'not alone'],
  ['unaccompanied', { unaccompanied: [{ startsOn: '2010-01-01', endsOn: '2026-04-01' }] }, 'alone'],
  ['home', { episodes: [buildEpisode({ placement: 'K2' })] }, 'home or secure'],
  ['home', { episodes: [buildEpisode({ endsOn: DAY })] }, 'left'],
  ['area', { episodes: [buildEpisode({ insideArea: false })] }, 'out'],
  ['area', { episodes: [buildEpisode({ insideArea: null })] }, null],
] as const)
  test(`by ${dimension}, ${JSON.stringify(given).slice(0, 60)} is ${group}`, () => {
    assert.equal(groupOf(dimension, given as never), group)
  })

const records = [
  buildChildInCare('a', { insideArea: false }, { sex: 'F' }),
  buildChildInCare('b', { insideArea: true }, { sex: 'F' }),
  buildChildInCare('c', { insideArea: true }, { sex: 'M' }),
  buildChildInCare('gone', { insideArea: true, endsOn: '2025-01-01' }, { sex: 'M' }),
]

test('a table counts each child once, met and counted, and holds nobody who is not counted', () => {
  const population = findPopulation(outsideOurArea.compute(records, council, DAY), records) as Population
  const { rows } = breakDown(population, records, by('sex'), DAY)
  assert.deepEqual(
    rows.map(({ code, met, counted }) => [code, met, counted]),
    [
      ['girls', 1, 2],
      ['boys', 0, 1],
      ['unknown', 0, 0],
    ],
  )
})

test('of all children in our care there is nobody left over, so no share met', () => {
  const population = findPopulation(childrenInCare.compute(records, council, DAY), records) as Population
  assert.equal(population.isWhole, true)
  assert.equal(population.counted.size, 3)
})

test('a number of children is taken out of all in our care, nobody too; of nobody at all there is no table', () => {
  const count = childrenInCare.compute(records, council, DAY)
  const some = findPopulation({ ...count, met: ['a'], counted: ['a'] }, records) as Population
  assert.deepEqual([some.met.size, some.counted.size, some.isWhole], [1, 3, false])
  const nobody = findPopulation({ ...count, met: [], counted: [] }, records) as Population
  assert.deepEqual([nobody.met.size, nobody.counted.size, nobody.isWhole], [0, 3, false])
  const gone = findPopulation({ ...count, met: ['gone'], counted: ['gone'] }, records) as Population
  assert.equal(gone.isWhole, true)
  assert.match(String(findPopulation({ ...count, met: [], counted: [] }, [])), /nobody/)
})

test('an average, and what is no count of children, say why they have no groups', () => {
  const result = outsideOurArea.compute(records, council, DAY)
  assert.match(String(findPopulation({ ...result, kind: 'mean' }, records)), /average/)
  assert.match(String(findPopulation({ ...result, denominator: 9 }, records)), /does not count children/)
  assert.match(String(findPopulation({ ...result, met: ['a', 'a'] }, records)), /does not count children/)
  assert.equal(findPopulation({ ...result, cannotCompute: 'No return.' }, records), 'No return.')
})

// 10 of 20 met are of a group that is 100 of 800: 50% against 12.5%.
test('a group with four times its share of those met is not there by chance', () => {
  const found = weighGroup({ met: 10, counted: 100 }, { met: 20, counted: 800 }, 5)!
  assert.equal(found.ratio, 4)
  assert.equal(found.finding, 'more often')
  assert.match(sayDisproportion(found), /unlikely to be chance/)
})

test('the same four times of 4 met could be chance', () => {
  const found = weighGroup({ met: 2, counted: 100 }, { met: 4, counted: 800 }, 5)!
  assert.equal(found.ratio, 4)
  assert.equal(found.finding, 'could be chance')
  assert.match(sayDisproportion(found), /could be chance/)
})

test('nobody of half of all, where 40 are met, is less often than chance gives', () => {
  assert.equal(weighGroup({ met: 0, counted: 400 }, { met: 40, counted: 800 }, 2)!.finding, 'less often')
})

test('more groups looked at make the interval wider', () => {
  const [one, twenty] = [1, 20].map(
    (groups) => weighGroup({ met: 8, counted: 200 }, { met: 20, counted: 800 }, groups)!,
  )
  assert.ok(one!.low > twenty!.low && one!.high < twenty!.high)
})

for (const [group, all] of [
  [
    { met: 0, counted: 5 },
    { met: 0, counted: 10 },
  ],
  [
    { met: 0, counted: 0 },
    { met: 5, counted: 10 },
  ],
] as const)
  test(`${group.met} of ${group.counted} in ${all.met} of ${all.counted} has nothing to compare`, () => {
    assert.equal(weighGroup(group, all, 2), null)
  })

test('a pack of all breakdowns agrees with itself, and has what is left over as cells', () => {
  const population = findPopulation(outsideOurArea.compute(records, council, DAY), records) as Population
  const pack = packBreakdowns({
    threshold: 5,
    smallUpTo: 9,
    tables: DIMENSIONS.map((dimension) => breakDown(population, records, dimension, DAY)),
    all: { met: 1, counted: 3 },
    isWhole: false,
    standing: { met: 'hidden', counted: 'shown' },
  })
  const byId = new Map(pack.cells.map((cell) => [cell.id, cell]))
  for (const relation of pack.relations) {
    assert.ok('total' in relation)
    const sum = relation.parts.reduce((total, id) => total + byId.get(id)!.value, 0)
    assert.equal(sum, byId.get(relation.total)!.value, relation.id)
  }
  assert.equal(byId.get(cellName('counted'))!.hide, 'never')
  assert.equal(byId.get(cellName('met'))!.hide, 'earlier-hidden')
  assert.equal(byId.get('rest/sex/girls')!.hide, 'implied')
  assert.equal(byId.get(cellName('met', 'sex', 'girls'))!.threshold, 9)
  assert.equal(byId.get(cellName('counted', 'unaccompanied', 'alone'))!.threshold, 9)
  assert.equal(byId.get(cellName('counted', 'sex', 'girls'))!.threshold, undefined)
})

test('where all in our care are known by group, those left out of a measure can be subtracted, and stand in the pack', () => {
  const some = { met: new Set(['a']), counted: new Set(['a', 'b']), isWhole: false }
  const all = { met: new Set<string>(), counted: new Set(['a', 'b', 'c']), isWhole: true }
  const pack = packBreakdowns({
    threshold: 5,
    tables: [breakDown(some, records, by('sex'), DAY)],
    all: { met: 1, counted: 2 },
    isWhole: false,
    standing: { met: 'hidden', counted: 'hidden' },
    around: { tables: [breakDown(all, records, by('sex'), DAY)], all: 3, standingOf: () => 'shown' },
  })
  const boysLeftOut = pack.cells.find(({ id }) => id === 'out/sex/boys')!
  assert.deepEqual([boysLeftOut.value, boysLeftOut.hide], [1, 'implied'])
})

for (const [id, can] of [
  ['M20', true],
  ['M01', true],
  ['M23', false],
  ['M28', false],
  ['M40', false],
  ['M43', false],
  ['M51', false],
] as const)
  test(`${id} is ${can ? '' : 'never '}set out by team`, () => assert.equal(canBreakByTeam(findMeasure(id)!), can))

test('a child is of the team of their worker; whose worker is not seen is of no known team', () => {
  const dimension = teamDimension([
    { childId: 'a', teamId: 't2', team: 'West' },
    { childId: 'b', teamId: 't1', team: 'East' },
  ])
  assert.deepEqual(
    dimension.groups.map(({ label }) => label),
    ['East', 'West'],
  )
  assert.deepEqual(
    ['a', 'b', 'c'].map((childId) => dimension.groupOf(buildChild({ childId }), DAY)),
    ['t2', 't1', null],
  )
})
