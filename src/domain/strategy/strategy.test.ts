import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compareVersions, countChanges } from './compare-versions.ts'
import { LEGAL_PRINCIPLES, sayPrinciples } from './principles.ts'
import { findMissing, type StrategyPart, type StrategyVersion, standVersions } from './strategy.ts'
import { compareWords } from './word-changes.ts'

const approval = (inForceFrom: string) => ({ bodyName: 'Cabinet', approvedOn: '2024-01-01', inForceFrom, note: '' })
const VERSION: StrategyVersion = {
  id: 'v1',
  number: 1,
  title: 'Our strategy',
  period: '',
  vision: 'Every child has a home.',
  foreword: '',
  forewordBy: '',
  forewordOn: null,
  plainWords: 'We want you to have a home.',
  plainWordsBy: 'the children in care council',
  why: '',
  madeOn: '2024-01-01',
  approval: null,
}
const part = (id: string, given: Partial<StrategyPart> = {}): StrategyPart => ({
  id,
  lineId: id.replace(/'$/, ''),
  kind: 'statement',
  areaId: 'home',
  statementKind: 'challenge',
  position: 1,
  title: id.replace(/'$/, ''),
  words: '',
  isChildren: false,
  onDay: null,
  principles: [],
  ...given,
})

describe('how a version stands follows from its approval and the day', () => {
  const versions = [
    { id: 'v1', approval: approval('2024-04-01') },
    { id: 'v2', approval: approval('2026-04-01') },
    { id: 'v3', approval: null },
  ]
  for (const [today, first, second] of [
    ['2024-03-31', 'approved', 'approved'],
    ['2024-04-01', 'in force', 'approved'],
    ['2026-03-31', 'in force', 'approved'],
    ['2026-04-01', 'replaced', 'in force'],
    ['2026-04-02', 'replaced', 'in force'],
  ] as const)
    test(`on ${today}: ${first}, ${second}, draft`, () => {
      assert.deepEqual(
        [...standVersions(versions, today)],
        [
          ['v1', first],
          ['v2', second],
          ['v3', 'draft'],
        ],
      )
    })
})

test('what keeps a draft from being approved is said one by one', () => {
  assert.deepEqual(findMissing(VERSION, [part('home', { kind: 'area' })]), [])
  assert.deepEqual(findMissing({ ...VERSION, vision: ' ', plainWordsBy: '', number: 2 }, []), [
    'Write the vision.',
    'Add at least one priority.',
    'Write the short version for children, and say who wrote it.',
    'Say what changed since the version before, and why.',
  ])
})

describe('two versions compared', () => {
  const area = part('home', { kind: 'area', areaId: null, statementKind: null })
  const newArea = { ...area, id: "home'" }
  const older = [area, part('few homes'), part('long waits'), part('no buses'), part('old plan')]
  const newer = [
    newArea,
    part("few homes'", { areaId: "home'" }),
    part("long waits'", { areaId: "home'", title: 'longer waits' }),
    part("no buses'", { areaId: "home'", statementKind: 'will improve' }),
    part("new flats'", { areaId: "home'" }),
  ]
  const sides = [
    { version: VERSION, parts: older },
    { version: { ...VERSION, vision: 'Every child has a home that lasts.' }, parts: newer },
  ] as const

  test('the same thing is known by its line: same, reworded, moved, added, taken away', () => {
    const { changes } = compareVersions(...sides)
    assert.deepEqual(
      changes.map(({ change, part: { lineId } }) => `${lineId}: ${change}`),
      [
        'home: same',
        'few homes: same',
        'long waits: reworded',
        'no buses: moved',
        'new flats: added',
        'old plan: taken away',
      ],
    )
    assert.deepEqual(countChanges(changes), { added: 1, takenAway: 1, reworded: 1, moved: 1 })
    assert.deepEqual(countChanges(changes, 'area'), { added: 0, takenAway: 0, reworded: 0, moved: 0 })
  })
  test('of the whole, only the texts that differ are there', () => {
    assert.deepEqual(compareVersions(...sides).texts, [
      {
        name: 'vision',
        stretches: [
          { change: 'same', text: 'Every child has a home' },
          { change: 'added', text: ' that lasts' },
          { change: 'same', text: '.' },
        ],
      },
    ])
  })
  test('the other way round, what was added is taken away', () => {
    const there = compareVersions(sides[1], sides[0])
    assert.deepEqual(countChanges(there.changes), { added: 1, takenAway: 1, reworded: 1, moved: 1 })
    assert.equal(there.changes.find(({ change }) => change === 'added')!.part.lineId, 'old plan')
  })
})

test('word by word, nothing of either text is lost or made up', () => {
  const words = fc
    .array(fc.constantFrom('home', 'safe', 'a', 'child', '\n', ', ', '.', ' ', 'carer’s'))
    .map((w) => w.join(' '))
  fc.assert(
    fc.property(words, words, (older, newer) => {
      const stretches = compareWords(older, newer)
      const without = (change: string) =>
        stretches
          .filter((one) => one.change !== change)
          .map(({ text }) => text)
          .join('')
      assert.equal(without('added'), older)
      assert.equal(without('taken away'), newer)
      if (older === newer) assert.ok(stretches.every(({ change }) => change === 'same'))
    }),
  )
})

test('a reader is spared a salad of words: short islands join the change, and two different texts are shown whole', () => {
  assert.deepEqual(compareWords('Find twenty more foster homes.', 'Find thirty more foster homes.'), [
    { change: 'same', text: 'Find ' },
    { change: 'taken away', text: 'twenty' },
    { change: 'added', text: 'thirty' },
    { change: 'same', text: ' more foster homes.' },
  ])
  assert.deepEqual(
    compareWords(
      'We will write to every child who moves, on the same day or the next.',
      'We will ring all children who moved, on the same day or the next.',
    ),
    [
      { change: 'same', text: 'We will ' },
      { change: 'taken away', text: 'write to every child who moves' },
      { change: 'added', text: 'ring all children who moved' },
      { change: 'same', text: ', on the same day or the next.' },
    ],
  )
  assert.deepEqual(compareWords('Run a survey.', 'Answer in ten days.'), [
    { change: 'taken away', text: 'Run a survey.' },
    { change: 'added', text: 'Answer in ten days.' },
  ])
})

test('the seven principles of the Act are there in its order, and said in it', () => {
  assert.deepEqual(
    LEGAL_PRINCIPLES.map(({ number, letter }) => `${number}${letter}`),
    ['1a', '2b', '3c', '4d', '5e', '6f', '7g'],
  )
  assert.deepEqual(sayPrinciples([7, 1]), [
    '(a) Act in their best interests, and for their health in body and mind',
    '(g) Prepare them for adult life and living independently',
  ])
})
