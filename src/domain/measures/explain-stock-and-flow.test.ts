import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainStockAndFlow } from './explain-stock-and-flow.ts'

const cases: { name: string; flow: [number, number, number, number]; expected: number; difference: number }[] = [
  { name: 'as first published', flow: [627, 211, 225, 620], expected: 613, difference: 7 },
  { name: 'as restated', flow: [627, 219, 229, 620], expected: 617, difference: 3 },
  { name: 'a whole country', flow: [83_530, 32_270, 34_450, 81_770], expected: 81_350, difference: 420 },
  { name: 'a city', flow: [598, 156, 217, 545], expected: 537, difference: 8 },
  { name: 'fewer than the sum', flow: [100, 10, 5, 103], expected: 105, difference: -2 },
  { name: 'no difference', flow: [463, 194, 107, 550], expected: 550, difference: 0 },
]

for (const { name, flow, expected, difference } of cases) {
  test(`stock and flow are explained, never refused: ${name}`, () => {
    const [opening, started, ceased, closing] = flow
    const explained = explainStockAndFlow({ opening, started, ceased, closing })
    assert.equal(explained.expected, expected)
    assert.equal(explained.difference, difference)
    assert.match(explained.sentence, difference === 0 ? /That is the number at the end/ : /more than once/)
  })
}

test('the difference is said in words with its numbers', () => {
  assert.equal(
    explainStockAndFlow({ opening: 627, started: 211, ceased: 225, closing: 620 }).sentence,
    '627 children at the start, with 211 who came and without 225 who left, make 613. At the end there were 620, 7 more: children who came or left more than once, who were handed over between councils, or whose record came late.',
  )
})

test('where records tell why, they are quoted', () => {
  const reasons = { severalTimes: 2, startNotRecorded: 0, leavingNotRecorded: 1 }
  const { sentence } = explainStockAndFlow({ opening: 10, started: 4, ceased: 4, closing: 11, reasons })
  assert.match(sentence, /1 more: 2 children came or left more than once; 1 child whose leaving/)
})
