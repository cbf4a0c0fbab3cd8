import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CareDates } from '../eligibility/care-dates.ts'
import { decideOffer, type OfferFacts } from './decide-offer.ts'
import { type OfferRule, offerRule, sayBirthday, sayRule } from './offer-rule.ts'

const settingUp: OfferRule = { fromAge: 18, untilAge: 25, groups: ['former relevant'], condition: null }
const bursary: OfferRule = { ...settingUp, condition: 'in higher education' }
const advice: OfferRule = { fromAge: 16, untilAge: 21, groups: ['eligible', 'relevant', 'qualifying'], condition: null }

function facts(bornOn: string, from: string, to: string | null, given: Partial<OfferFacts> = {}): OfferFacts {
  const care: CareDates = {
    bornOn,
    stays: [{ startsOn: from, endsOn: to, byGuardianship: false }],
    homeWithParentSince: null,
    isOnPlannedCourse: false,
  }
  return { care, isInHigherEducation: null, ...given }
}
const inCare = facts('2008-09-12', '2020-01-01', null)
const grown = facts('2003-02-11', '2015-01-01', '2021-02-11')
const leap = facts('2008-02-29', '2020-01-01', null)
const brief = facts('2006-05-05', '2023-05-20', '2023-07-01')

const cases: [
  why: string,
  rule: OfferRule,
  facts: OfferFacts,
  today: string,
  can: string,
  on: string | null,
  until: string | null,
][] = [
  ['17, in care, the day before 18', settingUp, inCare, '2026-09-11', 'later', '2026-09-12', null],
  ['on the 18th birthday', settingUp, inCare, '2026-09-12', 'now', null, '2033-09-12'],
  ['the day after', settingUp, inCare, '2026-09-13', 'now', null, '2033-09-12'],
  ['born on a leap day, on 28 February', settingUp, leap, '2026-02-28', 'later', '2026-03-01', null],
  ['born on a leap day, on 1 March', settingUp, leap, '2026-03-01', 'now', null, '2033-03-01'],
  ['23, back after two years', settingUp, grown, '2026-07-10', 'now', null, '2028-02-11'],
  ['the day before 25', settingUp, grown, '2028-02-10', 'now', null, '2028-02-11'],
  ['on the 25th birthday', settingUp, grown, '2028-02-11', 'not', null, null],
  ['15, in care', advice, facts('2011-03-03', '2020-01-01', null), '2026-07-10', 'later', '2027-03-03', null],
  ['six weeks at 17, for what asks for 13', settingUp, brief, '2026-07-10', 'not', null, null],
  ['six weeks at 17, for what asks for less', advice, brief, '2026-07-10', 'now', null, '2027-05-05'],
  ['at university', bursary, { ...grown, isInHigherEducation: true }, '2026-07-10', 'now', null, '2028-02-11'],
  ['at work', bursary, { ...grown, isInHigherEducation: false }, '2026-07-10', 'not', null, null],
  ['nobody knows', bursary, grown, '2026-07-10', 'not', null, null],
  [
    '17, and no student yet',
    bursary,
    { ...inCare, isInHigherEducation: false },
    '2026-07-10',
    'later',
    '2026-09-12',
    null,
  ],
  ['left at 12', settingUp, facts('2005-05-05', '2015-01-01', '2017-01-01'), '2026-07-10', 'not', null, null],
]
for (const [why, rule, given, today, can, on, until] of cases) {
  test(`what somebody can have: ${why}, ${can}`, () => {
    const answer = decideOffer(rule, given, today)
    assert.deepEqual([answer.can, answer.on, answer.until], [can, on, until])
    assert.match(answer.because, /^[A-Z].*\.$/, 'the reason is a sentence')
  })
}

test('a reason says what is missing, and never a number of homes or a group by its legal name', () => {
  assert.match(decideOffer(bursary, grown, '2026-07-10').because, /we do not know yet whether you are/)
  assert.match(decideOffer(settingUp, grown, '2026-07-10').because, /^Because you are 23, and you were in our care/)
  assert.match(decideOffer(settingUp, brief, '2026-07-10').because, /We count fewer for you/)
  for (const [, rule, given, today] of cases)
    assert.doesNotMatch(decideOffer(rule, given, today).because, /relevant|qualifying|eligible|looked after/i)
})

test('nobody is refused at the line of thirteen weeks without a person looking', () => {
  const nearly = facts('2006-05-05', '2023-05-20', '2023-08-17')
  assert.match(decideOffer(settingUp, nearly, '2026-07-10').because, /within two nights of 13 weeks/)
})

test('a rule is checked as data, and says itself in words', () => {
  assert.equal(offerRule.safeParse({ ...settingUp, groups: [] }).success, false)
  assert.equal(offerRule.safeParse({ ...settingUp, groups: ['everybody'] }).success, false)
  assert.equal(offerRule.safeParse({ ...settingUp, cost: 3 }).success, false)
  assert.match(sayRule(bursary), /From your 18th birthday until the day before your 25th.*higher education/)
  assert.deepEqual([11, 16, 18, 21, 22, 23, 25].map(sayBirthday), [
    '11th',
    '16th',
    '18th',
    '21st',
    '22nd',
    '23rd',
    '25th',
  ])
})
