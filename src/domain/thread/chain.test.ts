import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Join, type Knot, nameOf, walkThread } from './chain.ts'

const knot = (name: string): Knot => {
  const [kind, ref] = name.split(':') as [Knot['kind'], string]
  return { kind, ref }
}
const join = (from: string, to: string): Join => ({ from: knot(from), to: knot(to) })
const walk = (start: string, joins: Join[]) => walkThread(knot(start), joins).map(({ kind, ref }) => `${kind}:${ref}`)

const joins = [
  join('action:14', 'promise:4'),
  join('promise:4', 'measure:K01'),
  join('agenda item:3', 'promise:4'),
  join('decision:9', 'agenda item:3'),
  join('theme:papers', 'agenda item:3'),
  join('answer:1', 'theme:papers'),
  join('promise:9', 'measure:K01'),
  join('action:20', 'promise:9'),
]

test('from a promise the whole thread is found, nearest first', () => {
  const found = walk('promise:4', joins)
  assert.deepEqual(new Set(found.slice(0, 3)), new Set(['action:14', 'measure:K01', 'agenda item:3']))
  assert.deepEqual(found.slice(3), ['decision:9', 'theme:papers', 'answer:1'])
})

test('from its other end the same thread is found', () => {
  const found = walk('answer:1', joins)
  assert.deepEqual(found[0], 'theme:papers')
  assert.deepEqual(new Set([...found, 'answer:1']), new Set([...walk('promise:4', joins), 'promise:4']))
})

test('a measure that two promises share does not tie them together', () => {
  assert.ok(!walk('promise:4', joins).includes('action:20'))
  assert.ok(!walk('promise:4', joins).includes('promise:9'))
})

test('from the measure itself one promise is followed, and only one', () => {
  const promises = walk('measure:K01', joins).filter((name) => name.startsWith('promise'))
  assert.deepEqual(promises, ['promise:4'])
})

test('an item about two promises tells of the one it is asked from', () => {
  const two = [...joins, join('agenda item:3', 'promise:9')]
  assert.ok(!walk('promise:4', two).includes('action:20'))
  assert.ok(walk('promise:9', two).includes('answer:1'))
})

test('nothing joined, nothing found', () => assert.deepEqual(walk('promise:1', joins), []))

test('whatever is joined, the walk ends, never comes back to its start, and holds one promise at most', () => {
  const kind = fc.constantFrom<Knot['kind'][]>(
    'promise',
    'action',
    'measure',
    'agenda item',
    'decision',
    'challenge',
    'theme',
    'answer',
  )
  const any = fc.record({ kind, ref: fc.constantFrom('1', '2', '3') })
  fc.assert(
    fc.property(any, fc.array(fc.record({ from: any, to: any }), { maxLength: 40 }), (start, tied) => {
      const found = walkThread(start, tied)
      const names = found.map(nameOf)
      assert.equal(new Set(names).size, names.length)
      assert.ok(!names.includes(nameOf(start)))
      assert.ok([start, ...found].filter((each) => each.kind === 'promise').length <= 1)
    }),
  )
})
