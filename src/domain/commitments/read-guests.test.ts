import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGuests } from './read-guests.ts'

const onFile = [
  { directorate: 'Housing', owners: ['Director of Housing'] },
  { directorate: 'Public Health', owners: ['Director of Public Health', 'Head of nursing'] },
]
for (const [what, text, gives] of [
  ['whose commitments they answer for', 'Director of Housing', [['Director of Housing', 'Housing']]],
  ['in other letters', 'head of Nursing', [['head of Nursing', 'Public Health']]],
  ['as the line says', 'Chief of homes, housing', [['Chief of homes', 'Housing']]],
  ['a comma that names no directorate', 'Chief of homes, north', [['Chief of homes, north', null]]],
  ['the directorate itself', 'Housing', [['Housing', 'Housing']]],
  ['nobody knows', 'The fire service', [['The fire service', null]]],
  ['the same line twice', 'Housing\n\n Housing \n', [['Housing', 'Housing']]],
  ['no line', ' \n', []],
] as const)
  test(`a guest and their directorate: ${what}`, () =>
    assert.deepEqual(
      readGuests(text, onFile).map(({ invited, directorate }) => [invited, directorate]),
      gives,
    ))
