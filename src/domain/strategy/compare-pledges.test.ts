import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePledges, type PledgeItem } from './compare-pledges.ts'

const item = (id: string, given: Partial<PledgeItem> = {}): PledgeItem => ({
  id,
  followsId: null,
  party: 'we',
  title: id,
  words: 'You are safe.',
  ...given,
})

test('a new version of the pledge: the same, reworded, of another party, new, and gone', () => {
  const older = [item('home'), item('worker'), item('words', { party: null }), item('trips'), item('lost')]
  const newer = [
    item('a', { followsId: 'home', title: 'home' }),
    item('b', { followsId: 'worker', title: 'worker', words: 'You are safe and heard.' }),
    item('c', { followsId: 'words', title: 'words' }),
    item('d', { followsId: 'trips', title: 'trips', party: 'together' }),
    item('e', { title: 'lost' }),
  ]
  assert.deepEqual(
    comparePledges(older, newer).map(({ change, item: { title } }) => `${title}: ${change}`),
    ['home: same', 'worker: reworded', 'words: same', 'trips: another party', 'lost: new', 'lost: gone'],
  )
})

test('no words and empty words are the same; the first version is all new', () => {
  const [older, newer] = [item('home', { words: null }), item('a', { followsId: 'home', title: 'home', words: '' })]
  assert.equal(comparePledges([older], [newer])[0]!.change, 'same')
  assert.deepEqual(
    comparePledges([], [older, newer]).map(({ change }) => change),
    ['new', 'new'],
  )
})
