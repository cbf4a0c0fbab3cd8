import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeSets, isCodeOfYear } from './codes.ts'

const cases: [set: keyof typeof codeSets, code: string, year: number, isRight: boolean][] = [
  ['placement', 'H5', 2024, true],
  ['placement', 'H5', 2025, false],
  ['placement', 'K3', 2024, false],
  ['placement', 'K3', 2025, true],
  ['placement', 'Z1', 2025, true],
  ['placement', 'Z1', 2026, false],
  ['placement', 'Z12', 2025, false],
  ['placement', 'Z12', 2026, true],
  ['legalStatus', 'C2', 2030, true],
  ['accommodation', 'S1', 2026, false],
  ['accommodation', 'S2', 2026, true],
]

for (const [set, code, year, isRight] of cases) {
  test(`${code} is ${isRight ? '' : 'no '}code of ${set} in ${year}`, () => {
    assert.equal(isCodeOfYear(codeSets[set], code, year), isRight)
  })
}
