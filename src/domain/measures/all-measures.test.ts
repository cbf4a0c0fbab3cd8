import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMeasures, computeAll, findMeasure } from './all-measures.ts'
import { buildChildInCare, buildCouncil } from './build-child.ts'
import { THEMES } from './themes.ts'

test('rule 40: measures that children asked for are marked and come first, the others theme by theme', () => {
  assert.deepEqual(
    allMeasures.slice(0, 4).map(({ id }) => id),
    ['M20', 'M25', 'M27', 'M23'],
  )
  assert.ok(allMeasures.every(({ askedForByChildren }, index) => askedForByChildren === index < 4))
  const themes = allMeasures.slice(4).map(({ theme }) => theme)
  assert.deepEqual(
    themes.filter((theme, index) => theme !== themes[index - 1]),
    THEMES.map(({ id }) => id).filter((id) => themes.includes(id)),
  )
})

test('no id is given twice', () => {
  assert.equal(new Set(allMeasures.map(({ id }) => id.toUpperCase())).size, allMeasures.length)
})

test('rule 39: what tells of health, offending or coming here alone hides numbers up to 9', () => {
  for (const measure of allMeasures) {
    if (measure.theme === 'health' || ['M05', 'M93', 'M114'].includes(measure.id))
      assert.equal(measure.smallUpTo, 9, measure.id)
  }
})

test('rule 40: numbers in care have no good direction', () => {
  for (const id of ['M01', 'M02', 'M03', 'M04', 'M05', 'M12']) assert.equal(findMeasure(id)?.direction, 'none', id)
})

test('each measure is found by its id, and says what it means for children and where it comes from', () => {
  for (const measure of allMeasures) {
    assert.equal(findMeasure(measure.id), measure)
    assert.match(measure.whyItMatters, /\.$/)
    for (const words of [measure.title, measure.plainTitle, measure.whoIsCounted, measure.whoIsMet, measure.source]) {
      assert.ok(words.length > 10, measure.id)
    }
    assert.doesNotMatch(measure.plainTitle, /looked.after|placement|LAC|NEET/i)
  }
  assert.equal(findMeasure('M999'), null)
})

test('every result carries its id and date, and a figure or the reason why there is none', () => {
  for (const records of [[], [buildChildInCare('a')]]) {
    const results = computeAll(records, buildCouncil(), '2026-03-31')
    assert.deepEqual(
      results.map(({ id }) => id),
      allMeasures.map(({ id }) => id),
    )
    for (const result of results) {
      assert.equal(result.asAt, '2026-03-31')
      assert.ok((result.value === null) === (result.cannotCompute !== null), result.id)
      if (findMeasure(result.id)!.period === 'as at') assert.equal(result.period, null)
    }
  }
})
