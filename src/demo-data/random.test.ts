import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeRandom } from './random.ts'

test('the same seed tells the same story, another seed another', () => {
  const draw = (seed: number) => Array.from({ length: 20 }, makeRandom(seed).next)
  assert.deepEqual(draw(1), draw(1))
  assert.notDeepEqual(draw(1), draw(2))
})

test('a fork does not depend on what was drawn before it', () => {
  const one = makeRandom(1)
  one.next()
  assert.equal(one.fork('homes').next(), makeRandom(1).fork('homes').next())
})

test('whole numbers include both ends', () => {
  const random = makeRandom(1)
  const drawn = new Set(Array.from({ length: 200 }, () => random.whole(3, 5)))
  assert.deepEqual([...drawn].sort(), [3, 4, 5])
})

test('an option with no weight is never picked', () => {
  const random = makeRandom(1)
  const options: [string, number][] = [
    ['never', 0],
    ['often', 3],
    ['seldom', 1],
  ]
  const drawn = Array.from({ length: 400 }, () => random.weighted(options))
  assert.ok(!drawn.includes('never'))
  assert.ok(drawn.filter((one) => one === 'often').length > 250)
})

test('shuffling keeps every one', () => {
  assert.deepEqual(makeRandom(1).shuffle([1, 2, 3, 4, 5]).sort(), [1, 2, 3, 4, 5])
})
