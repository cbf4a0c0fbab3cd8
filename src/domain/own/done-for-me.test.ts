import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type OwnFact, sayDoneForMe } from './done-for-me.ts'

const TODAY = '2026-07-10'
const fact = (
  kind: OwnFact['kind'],
  startsOn: string,
  data: Record<string, string> = {},
  endsOn: string | null = null,
): OwnFact => ({
  kind,
  startsOn,
  endsOn,
  data,
})
const stay = (startsOn: string, endsOn: string | null, reasonForNewEpisode: string) =>
  fact('episode', startsOn, { reasonForNewEpisode, placement: 'U6' }, endsOn)

const cases: [claim: string, measureId: string | null, facts: OwnFact[], said: string[]][] = [
  [
    'the home of today, and nothing of those before it',
    'M20',
    [stay('2023-01-01', '2024-02-02', 'S'), stay('2024-02-02', null, 'P')],
    ['You have lived in your home since 2 February 2024.'],
  ],
  [
    'a new order is not a new home',
    'M20',
    [stay('2023-01-01', '2024-02-02', 'S'), stay('2024-02-02', null, 'L')],
    ['You have lived in your home since 1 January 2023.'],
  ],
  ['no home today, nothing said', 'M20', [stay('2023-01-01', '2024-02-02', 'S')], []],
  [
    'the worker of today',
    'M23',
    [fact('social_worker', '2020-01-01', {}, '2024-05-04'), fact('social_worker', '2024-05-05')],
    ['You have had the same social worker since 5 May 2024.'],
  ],
  [
    'a worker whose last day is today is still the worker',
    'M23',
    [fact('social_worker', '2024-05-05', {}, TODAY)],
    ['You have had the same social worker since 5 May 2024.'],
  ],
  ['a worker whose last day was yesterday is not', 'M23', [fact('social_worker', '2024-05-05', {}, '2026-07-09')], []],
  [
    'the last meeting alone',
    'M42',
    [fact('review', '2025-10-01', { participation: 'PN7' }), fact('review', '2026-04-01', { participation: 'PN1' })],
    ['You were at your meeting on 1 April 2026, and you said what you think.'],
  ],
  [
    'a meeting without the child is said as it was',
    'M42',
    [fact('review', '2026-04-01', { participation: 'PN7' })],
    ['There was a meeting on 1 April 2026. We did not hear from you there.'],
  ],
  ['a meeting to come is not said', 'M42', [fact('review', '2026-07-11', { participation: 'PN1' })], []],
  [
    'a paper held, and one that is not',
    'K01',
    [fact('document_held', '2025-01-01', { paper: 'bank account' })],
    ['You have a bank account.', 'No passport is written down for you yet.'],
  ],
  [
    'a passport that ran out yesterday is none; today it still is one',
    'K01',
    [
      fact('document_held', '2016-01-01', { paper: 'passport' }, '2026-07-09'),
      fact('document_held', '2016-01-01', { paper: 'bank account' }, TODAY),
    ],
    ['You have a bank account.', 'No passport is written down for you yet.'],
  ],
  ['a promise without a measure looks at nothing', null, [stay('2023-01-01', null, 'S')], []],
]
for (const [claim, measureId, facts, said] of cases) {
  test(claim, () => assert.deepEqual(sayDoneForMe(measureId, facts, TODAY, '16 and over'), said))
}

test('before sixteen a paper that is still to come is not said to be missing', () => {
  const facts = [fact('document_held', '2025-01-01', { paper: 'bank account' })]
  for (const level of ['to 11', '12 to 15'] as const)
    assert.deepEqual(sayDoneForMe('K01', facts, TODAY, level), ['You have a bank account.'])
})

test('rule 31: nothing that is said counts moves or workers', () => {
  const many = Array.from({ length: 6 }, (_, nth) =>
    stay(`202${nth}-01-01`, nth < 5 ? `202${nth + 1}-01-01` : null, 'P'),
  )
  assert.deepEqual(sayDoneForMe('M20', many, TODAY, 'to 11'), ['You have lived in your home since 1 January 2025.'])
})
