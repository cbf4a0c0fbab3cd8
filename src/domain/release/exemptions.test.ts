import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerDueOn, findExemption } from './exemptions.ts'

describe('a request for information', () => {
  for (const [what, askedOn, holidays, due] of [
    ['on a Monday', '2026-06-01', [], '2026-06-29'],
    ['on a Friday', '2026-06-05', [], '2026-07-03'],
    ['on a Saturday', '2026-06-06', [], '2026-07-03'],
    ['with two bank holidays on the way', '2026-04-20', ['2026-05-04', '2026-05-25'], '2026-05-19'],
    ['over the leap day', '2028-02-01', [], '2028-02-29'],
    ['over Christmas', '2026-12-21', ['2026-12-25', '2026-12-28', '2027-01-01'], '2027-01-21'],
  ] as const)
    test(`that came ${what} is answered by ${due}`, () => assert.equal(answerDueOn(askedOn, new Set(holidays)), due))

  test('an exemption is one that the law has', () => {
    assert.match(findExemption('section 40')!.title, /about a person/)
    assert.equal(findExemption('section 99'), undefined)
  })
})
