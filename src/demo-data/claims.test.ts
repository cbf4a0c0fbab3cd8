import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClock } from '../domain/offers/claim-clock.ts'
import { offerRule, offerSource } from '../domain/offers/offer-rule.ts'
import { makeClaims, makeSteps } from './claims.ts'
import { makeExampleshire } from './council.ts'
import { DEMO_OFFERS } from './offers.ts'

const TODAY = '2026-07-10'
const options = { children: 120, careExperienced: 60, years: 3, seed: 1, today: TODAY }
const demo = makeExampleshire(options)
const claims = makeClaims(demo, TODAY)
const clockOf = (claim: (typeof claims)[number]) => {
  const { answerWithinDays, isPaid } = DEMO_OFFERS.find(({ key }) => key === claim.offer)!
  return readClock({ ...claim, answerWithinDays, isToPay: isPaid }, TODAY, new Set()).state
}

test('every offer has a rule and a source that hold together', () => {
  for (const offer of DEMO_OFFERS) {
    assert.ok(offerRule.safeParse(offer.rule).success, offer.title)
    assert.ok(offerSource.safeParse(offer.source).success, offer.title)
  }
})

test('claims are in every state, and one is late, with the adviser whom the picker offers', () => {
  assert.deepEqual([...new Set(claims.map(clockOf))].sort(), ['done', 'late', 'said no', 'said yes', 'waiting'])
  const late = claims.filter((claim) => clockOf(claim) === 'late')
  assert.equal(late.length, 1)
  const adviser = demo.picker.find(({ role }) => role === 'personal_adviser')!.staffKey
  assert.ok(
    demo.relationships.some(
      (one) => one.role === 'personal_adviser' && one.personKey === adviser && one.childCode === late[0]!.childCode,
    ),
  )
})

test('nobody claims the same thing twice, and nothing happens before it was asked for or after today', () => {
  assert.equal(new Set(claims.map(({ childCode, offer }) => `${childCode} ${offer}`)).size, claims.length)
  for (const { askedOn, answeredOn, paidOn } of claims) {
    const days = [askedOn, answeredOn, paidOn, TODAY].filter((day) => day !== null)
    assert.deepEqual(days, [...days].sort())
  }
})

test('the one of nineteen has asked, and the one who came back has claimed nothing yet and finds her steps as she left them', () => {
  const [nineteen, back] = demo.picker.filter(({ role }) => role === 'young_adult').map(({ childCode }) => childCode)
  assert.ok(claims.some(({ childCode }) => childCode === nineteen))
  assert.ok(!claims.some(({ childCode }) => childCode === back))
  const steps = makeSteps(demo)
  assert.ok(steps.filter(({ childCode }) => childCode === nineteen).length >= 3)
  assert.ok(steps.filter(({ childCode }) => childCode === back).every(({ writtenDaysAgo }) => writtenDaysAgo > 700))
  for (const { words } of steps) assert.match(words, /^I will /)
})
