import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkConclusions, checkRewards } from './people-words-rule.ts'
import { isTest, readSource } from './source-file.ts'

test('rule 44: no page, table or sentence of ours calls anybody hard to reach or scores a risk', () => {
  const ours = readSource('src/**/*.{ts,njk,sql}').filter((file) => !isTest(file))
  assert.ok(ours.length > 400)
  assert.deepEqual(ours.flatMap(checkConclusions), [])
})

test('rule 31: no page of a young person has a table, a score, a streak or a badge', () => {
  const young = readSource('src/features/{own-pages,offers,safe-door}/**/*.{njk,ts}').filter(
    (file) =>
      !isTest(file) &&
      /-words\.ts$|young-|own-(home|steps)|\/(offers?|say[a-z-]*|answers|promises?|people|look|pad|enter|shut|not-safe|sent|numbers)\.njk$/.test(
        file.path,
      ),
  )
  assert.ok(young.length > 20)
  assert.deepEqual(young.flatMap(checkRewards), [])
})

for (const text of ['They are hard to reach.', 'risk_score int', 'refused to engage with us', 'a high-risk child'])
  test(`“${text}” is refused`, () => assert.equal(checkConclusions({ path: 'src/a.njk', text }).length, 1))

for (const text of ['A badge for five visits', 'Your score: 5', '<table class="x">', '{{ dataTable(table) }}'])
  test(`“${text}” is refused on a young person’s page`, () =>
    assert.equal(checkRewards({ path: 'src/a.njk', text }).length, 1))

test('what was tried, and what is high or hard, may be said', () => {
  const text = 'We have not asked in a way that works. It is hard to read. A high risk of frost.'
  assert.deepEqual(checkConclusions({ path: 'src/a.njk', text }), [])
})
