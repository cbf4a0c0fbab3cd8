import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findTurn } from './phone-chain.ts'

const desk = { position: 1, name: 'Duty desk', number: '01632 960 001', minutes: 10 }
const manager = { position: 2, name: 'Duty manager', number: '01632 960 002', minutes: 15 }
const lead = { position: 3, name: 'Safeguarding lead', number: '01632 960 003', minutes: 5 }
const chain = [desk, manager, lead]
const SENT = '2026-07-10T21:00:00Z'

const cases: [now: string, name: string, round: number, nextAt: string][] = [
  ['2026-07-10T21:00:00Z', 'Duty desk', 1, '2026-07-10T21:10:00Z'],
  ['2026-07-10T21:09:59Z', 'Duty desk', 1, '2026-07-10T21:10:00Z'],
  ['2026-07-10T21:10:00Z', 'Duty manager', 1, '2026-07-10T21:25:00Z'],
  ['2026-07-10T21:10:00.001Z', 'Duty manager', 1, '2026-07-10T21:25:00Z'],
  ['2026-07-10T21:24:59.999Z', 'Duty manager', 1, '2026-07-10T21:25:00Z'],
  ['2026-07-10T21:25:00Z', 'Safeguarding lead', 1, '2026-07-10T21:30:00Z'],
  ['2026-07-10T21:29:59Z', 'Safeguarding lead', 1, '2026-07-10T21:30:00Z'],
  // After the last it begins again.
  ['2026-07-10T21:30:00Z', 'Duty desk', 2, '2026-07-10T21:40:00Z'],
  ['2026-07-10T22:00:00Z', 'Duty desk', 3, '2026-07-10T22:10:00Z'],
  // Past midnight, and past the hour that summer time takes.
  ['2026-07-11T00:12:00Z', 'Duty manager', 7, '2026-07-11T00:25:00Z'],
  // A clock put back by an hour.
  ['2026-07-10T20:00:00Z', 'Duty desk', 1, '2026-07-10T21:10:00Z'],
]
for (const [now, name, round, nextAt] of cases) {
  test(`rule 8: sent at 21:00 and unopened at ${now.slice(11)}, it is the turn of ${name}, round ${round}`, () => {
    const turn = findTurn(chain, SENT, now)
    assert.deepEqual([turn?.place.name, turn?.round, turn?.nextAt], [name, round, nextAt])
  })
}

test('the order is that of the places, however they come; a chain of one is rung again and again; of none, nobody', () => {
  assert.equal(findTurn([lead, desk, manager], SENT, SENT)?.place, desk)
  assert.deepEqual(findTurn([desk], SENT, '2026-07-10T21:20:00Z'), {
    place: desk,
    round: 3,
    nextAt: '2026-07-10T21:30:00Z',
  })
  assert.equal(findTurn([], SENT, SENT), null)
})

test('the instants of both engines are read: with an offset, and with microseconds', () => {
  assert.equal(findTurn(chain, '2026-07-10 21:00:00.123456+00', '2026-07-10T22:10:00.2+01:00')?.place, manager)
})
