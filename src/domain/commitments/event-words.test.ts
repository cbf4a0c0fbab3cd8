import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { eventOf, findLast, findNext, type HeldEvent, wordAt } from './event-words.ts'

const launch: HeldEvent = { id: 'launch', kind: 'launch', heldOn: '2026-01-26' }
const summer: HeldEvent = { id: 'summer', kind: 'update', heldOn: '2026-07-26' }
const board: HeldEvent = { id: 'board', kind: 'at the board', heldOn: '2026-09-01' }
const winter: HeldEvent = { id: 'winter', kind: 'update', heldOn: '2026-12-14' }
const events = [winter, launch, board, summer]

describe('a word counts for the next update event', () => {
  for (const [what, saidOn, eventId, gives] of [
    ['said after the launch', '2026-01-27', null, 'summer'],
    ['the day before', '2026-07-25', null, 'summer'],
    ['on the day', '2026-07-26', null, 'summer'],
    ['the day after', '2026-07-27', null, 'winter'],
    ['on the day of a visit to the board', '2026-09-01', null, 'winter'],
    ['the day after the last', '2026-12-15', null, null],
    ['written down a day late and tied to it', '2026-07-27', 'summer', 'summer'],
    ['tied to a visit to the board', '2026-09-01', 'board', 'board'],
  ] as const)
    test(`${what}: ${gives ?? 'none yet'}`, () => assert.equal(eventOf({ saidOn, eventId }, events), gives))
})

describe('the next and the last event', () => {
  for (const [today, next, last] of [
    ['2026-01-26', 'summer', null],
    ['2026-01-27', 'summer', 'launch'],
    ['2026-07-26', 'summer', 'launch'],
    ['2026-07-27', 'winter', 'summer'],
    ['2026-09-02', 'winter', 'summer'],
    ['2026-12-15', null, 'winter'],
  ] as const)
    test(today, () => {
      assert.equal(findNext(events, today)?.id ?? null, next)
      assert.equal(findLast(events, today)?.id ?? null, last)
    })
})

describe('who gave no word at an event', () => {
  const said = (saidOn: string, progress: string | null) => ({ saidOn, progress, eventId: null })
  for (const [what, words, gives] of [
    ['nothing was ever said', [], 'no word'],
    ['said for the event before only', [said('2026-07-26', 'under way')], 'no word'],
    ['said on the day', [said('2026-12-14', null)], 'word'],
    ['done at the event before', [said('2026-07-26', 'done')], 'done before'],
    ['broken down since it was done', [said('2026-06-01', 'done'), said('2026-07-01', 'broken down')], 'no word'],
    ['done after the event', [said('2026-12-15', 'done')], 'no word'],
    ['done, and a word besides', [said('2026-07-26', 'done'), said('2026-11-01', null)], 'word'],
  ] as const)
    test(`${what}: ${gives}`, () => assert.equal(wordAt(words, winter, events), gives))
})
