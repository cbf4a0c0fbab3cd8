import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildEpisode } from './build-child.ts'
import { findStockAndFlow } from './stock-and-flow.ts'

const YEAR = { from: '2025-04-01', to: '2026-03-31' }
const stay = (startsOn: string, endsOn: string | null, given = {}) =>
  buildEpisode({ startsOn, endsOn, reasonEnded: endsOn ? 'E4A' : null, ...given })

test('a child who came, left and came back explains one more', () => {
  const child = buildChild({ episodes: [stay('2025-05-01', '2025-06-01'), stay('2025-09-01', null)] })
  assert.deepEqual(findStockAndFlow([child], YEAR), {
    opening: 0,
    started: 1,
    ceased: 1,
    closing: 1,
    reasons: { severalTimes: 1, startNotRecorded: 0, leavingNotRecorded: 0 },
  })
})

test('a child who left, came back and left again explains one fewer', () => {
  const child = buildChild({ episodes: [stay('2024-05-01', '2025-06-01'), stay('2025-09-01', '2025-12-01')] })
  const { opening, started, ceased, closing, reasons } = findStockAndFlow([child], YEAR)
  assert.deepEqual([opening, started, ceased, closing], [1, 1, 1, 0])
  assert.equal(reasons?.severalTimes, 1)
})

test('a child whose start is not recorded, and one whose leaving has no reason, are told apart', () => {
  const noStart = buildChild({ episodes: [stay('2025-05-01', null, { reasonForNewEpisode: 'P' })] })
  const noReason = buildChild({ episodes: [stay('2024-05-01', '2025-06-01', { reasonEnded: null })] })
  assert.deepEqual(findStockAndFlow([noStart, noReason], YEAR).reasons, {
    severalTimes: 0,
    startNotRecorded: 1,
    leavingNotRecorded: 1,
  })
})

test('children who stay, come once or leave once need no explanation', () => {
  const records = [stay('2024-05-01', null), stay('2025-04-01', null), stay('2024-05-01', '2026-03-31')].map(
    (episode) => buildChild({ episodes: [episode] }),
  )
  const { reasons, ...numbers } = findStockAndFlow(records, YEAR)
  assert.deepEqual(numbers, { opening: 2, started: 1, ceased: 1, closing: 2 })
  assert.deepEqual(reasons, { severalTimes: 0, startNotRecorded: 0, leavingNotRecorded: 0 })
})
