import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCommitmentEvents, TAKE_UP } from './commitment-events.ts'
import { makeCommitments } from './commitments.ts'

const TODAY = '2026-07-10'
const { commitments, agreedOn } = makeCommitments(TODAY)
const { events, progress } = makeCommitmentEvents(agreedOn, TODAY)

test('the commitments were given on the day of the launch, and updated twice in the year; one update is to come', () => {
  assert.equal(events[0]!.heldOn, agreedOn)
  assert.deepEqual(
    events.map(({ kind, heldOn }) => [kind, heldOn > TODAY]),
    [
      ['launch', false],
      ['update', false],
      ['update', false],
      ['update', true],
    ],
  )
})

test('every directorate that gave its word is invited each time, and nobody came to what is still to come', () => {
  const names = new Set(commitments.map(({ directorate }) => directorate))
  for (const { guests, heldOn } of events) {
    assert.deepEqual(new Set(guests.flatMap(({ directorate }) => directorate ?? [])), names)
    for (const { came } of guests) assert.equal(came === null, heldOn > TODAY)
  }
})

test('some progress answers no commitment on file; what is joined answers one that was given', () => {
  const titles = commitments.map(({ what }) => what)
  const joined = progress.flatMap(({ answers }) => answers ?? [])
  assert.equal(progress.length, 9)
  assert.equal(joined.length, 3)
  for (const title of joined) assert.ok(titles.includes(title), title)
  for (const { event } of progress) assert.ok(event === null || events.some(({ title }) => title === event))
})

test('take-up is counted of what was given, and no more took it up than it was offered to', () => {
  for (const { commitment, offered, taken } of TAKE_UP) {
    assert.ok(commitments.some(({ what }) => what === commitment))
    assert.ok(taken <= offered)
  }
})
