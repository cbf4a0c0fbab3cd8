import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAnswer, type TypedAnswer } from './check-answer.ts'
import { isWithCover } from './covered.ts'
import { reviewState } from './plan-check.ts'
import { findPapers, type RegisterPaper, shareAnswered } from './register.ts'

const whole: TypedAnswer = {
  effect: 'helps',
  why: 'It gives every care leaver a first flat.',
  aboutHarm: '',
  principles: [7],
  howAsked: 'The forum read it.',
  plainWords: '',
  writtenBy: 'Head of lettings',
}
const faultsOf = (change: Partial<TypedAnswer>) => checkAnswer({ ...whole, ...change }).map(({ field }) => field)

test('an answer says what it does, why, for which principle, how children were asked and who answers', () => {
  assert.deepEqual(faultsOf({}), [])
  for (const [change, faults] of [
    [{ effect: '' }, ['effect']],
    [{ effect: 'toString' }, ['effect']],
    [{ why: ' '.repeat(30) }, ['why']],
    [{ why: 'x'.repeat(19) }, ['why']],
    [{ why: 'x'.repeat(20) }, []],
    [{ why: 'x'.repeat(4001) }, ['why']],
    [{ principles: [] }, ['principles']],
    [{ howAsked: '' }, ['howAsked']],
    [{ writtenBy: 'Me' }, ['writtenBy']],
    [{ plainWords: 'x'.repeat(2001) }, ['plainWords']],
  ] as const)
    assert.deepEqual(faultsOf({ ...change } as Partial<TypedAnswer>), faults, JSON.stringify(change).slice(0, 60))
})

test('“no difference” needs a reason and no principle; harm needs what would be done about it', () => {
  assert.deepEqual(faultsOf({ effect: 'no difference', principles: [] }), [])
  assert.match(checkAnswer({ ...whole, effect: 'no difference', why: 'N/A' })[0]!.text, /“Not applicable” is no reason/)
  assert.deepEqual(faultsOf({ effect: 'could harm' }), ['aboutHarm'])
  assert.deepEqual(faultsOf({ effect: 'could harm', aboutHarm: 'We pay the fares of each.' }), [])
})

const paper = (change: Partial<RegisterPaper>): RegisterPaper => ({
  id: '1',
  title: 'Bus fares',
  organisation: 'Transport',
  whoDecides: 'Cabinet',
  decidesOn: '2026-05-01',
  effect: 'helps',
  answeredOn: '2026-04-01',
  state: 'enough',
  words: 'Young people from Élan go to college.',
  ...change,
})
const all = { words: '', organisation: '', from: '', to: '', effect: '', state: '' }

test('the register is found by every word, and by department, day, answer and review', () => {
  const papers = [
    paper({}),
    paper({ id: '2', title: 'Libraries', organisation: 'Culture', effect: null, state: 'no answer', words: '' }),
  ]
  for (const [filter, ids] of [
    [{}, ['1', '2']],
    [{ words: 'ELAN bus' }, ['1']],
    [{ words: 'bus libraries' }, []],
    [{ organisation: 'Culture' }, ['2']],
    [{ from: '2026-05-01', to: '2026-05-01' }, ['1', '2']],
    [{ from: '2026-05-02' }, []],
    [{ to: '2026-04-30' }, []],
    [{ effect: 'helps' }, ['1']],
    [{ state: 'no answer' }, ['2']],
  ] as const)
    assert.deepEqual(
      findPapers(papers, { ...all, ...filter }).map(({ id }) => id),
      ids,
      JSON.stringify(filter),
    )
})

test('the share is of papers decided in the last twelve months, with an answer by that day', () => {
  const today = '2026-07-10'
  const one = (decidesOn: string, answeredOn: string | null) => shareAnswered([paper({ decidesOn, answeredOn })], today)
  assert.deepEqual(one('2026-07-10', '2026-07-10'), { decided: 1, answered: 1 })
  assert.deepEqual(one('2026-07-09', '2026-07-10'), { decided: 1, answered: 0 })
  assert.deepEqual(one('2026-07-11', '2026-07-01'), { decided: 0, answered: 0 })
  assert.deepEqual(one('2025-07-11', null), { decided: 1, answered: 0 })
  assert.deepEqual(one('2025-07-10', '2025-01-01'), { decided: 0, answered: 0 })
})

test('a plan is overdue from the day after its review', () => {
  assert.equal(reviewState('2026-07-09', '2026-07-10'), 'overdue')
  assert.equal(reviewState('2026-07-10', '2026-07-10'), 'due soon')
  assert.equal(reviewState('2026-10-10', '2026-07-10'), 'due soon')
  assert.equal(reviewState('2026-10-11', '2026-07-10'), 'later')
})

test('what waits for more than a working day is the cover’s too: weekends and bank holidays do not count', () => {
  const none = new Set<string>()
  assert.equal(isWithCover('2026-07-08', '2026-07-08', none), false)
  assert.equal(isWithCover('2026-07-08', '2026-07-09', none), false)
  assert.equal(isWithCover('2026-07-08', '2026-07-10', none), true)
  // Friday, over the weekend.
  assert.equal(isWithCover('2026-07-10', '2026-07-13', none), false)
  assert.equal(isWithCover('2026-07-10', '2026-07-14', none), true)
  assert.equal(isWithCover('2026-07-10', '2026-07-14', new Set(['2026-07-13'])), false)
})
