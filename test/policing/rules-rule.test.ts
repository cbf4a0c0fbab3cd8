import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRules, type RuleRow, readRules } from './rules-rule.ts'
import { readOne, readSource } from './source-file.ts'

test('every rule is listed with the tests that prove it, and none that has a test is still to come', () => {
  // These two make up names of tests to be refused.
  const tests = readSource('{src,test}/**/*.test.ts').filter(({ path }) => !path.startsWith('test/policing/rules-rule'))
  assert.deepEqual(
    checkRules(readRules(readOne('docs/rules.md')), new Map(tests.map(({ path, text }) => [path, text]))),
    [],
  )
})

const tests = new Map([['src/a.test.ts', "test('rule 7: a cover is named', …"]])
const rows: RuleRow[] = Array.from({ length: 44 }, (_, index) => ({
  number: index + 1,
  means: 'Something.',
  proofs: index === 6 ? ['src/a.test.ts › rule 7: a cover is named'] : [],
  isToCome: index !== 6,
}))

test('a list that is whole and true passes', () => assert.deepEqual(checkRules(rows, tests), []))

const refused: [why: string, rows: RuleRow[], says: RegExp][] = [
  ['a rule is missing', rows.slice(1), /once and in order/],
  ['a rule is there twice', [rows[0]!, ...rows], /once and in order/],
  [
    'a rule still to come has a test',
    rows.map((row) => ({ ...row, proofs: [], isToCome: true })),
    /list its test “rule 7: a cover is named”/,
  ],
  [
    'a proof is not there',
    rows.map((row) => (row.number === 8 ? { ...row, proofs: ['src/a.test.ts › rule 8: no'] } : row)),
    /no test called/,
  ],
  ['nothing is said', rows.map((row) => (row.number === 8 ? { ...row, isToCome: false } : row)), /name a test, or say/],
]
for (const [why, list, says] of refused)
  test(`where ${why}, it is refused`, () => assert.match(checkRules(list, tests).join(), says))

test('the table is read: number, meaning and proofs', () => {
  const text =
    '| rule | what |\n| 3 | A *verdict*. | `src/a.test.ts › one` ; `src/b.test.ts › two` |\n| 4 | Later. | still to come |'
  assert.deepEqual(readRules({ path: 'docs/rules.md', text }), [
    { number: 3, means: 'A *verdict*.', proofs: ['src/a.test.ts › one', 'src/b.test.ts › two'], isToCome: false },
    { number: 4, means: 'Later.', proofs: [], isToCome: true },
  ])
})
