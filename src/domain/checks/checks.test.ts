// Long because it is one table: each rule with what it says stands together.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findMeasure } from '../measures/all-measures.ts'
import { buildChild, buildCouncil, buildEpisode } from '../measures/build-child.ts'
import type { ChildRecord } from '../measures/child-record.ts'
import type { Episode } from '../measures/in-care.ts'
import { allRules, listChildrenWithFinding, runChecks } from './run-checks.ts'

const two = (one: Partial<Episode>, next: Partial<Episode>): Partial<ChildRecord> => ({
  episodes: [
    buildEpisode({
      startsOn: '2024-06-01',
      endsOn: '2025-02-01',
      reasonEnded: 'X1',
      reasonPlaceChanged: 'PLACE',
      ...one,
    }),
    buildEpisode({ startsOn: '2025-02-01', reasonForNewEpisode: 'P', ...next }),
  ],
})
const one = (given: Partial<Episode>, more: Partial<ChildRecord> = {}): Partial<ChildRecord> => ({
  episodes: [buildEpisode(given)],
  ...more,
})
const YEAR = { startsOn: '2025-04-01', endsOn: '2026-03-31' }
const health = (given: Partial<ChildRecord['health'][number]>, more: Partial<ChildRecord> = {}) =>
  one(
    {},
    {
      health: [
        {
          ...YEAR,
          sdqScore: 9,
          sdqReason: null,
          developmentCheck: true,
          immunisations: true,
          teethCheck: true,
          healthAssessment: true,
          substanceMisuse: false,
          interventionReceived: null,
          interventionOffered: null,
          ...given,
        },
      ],
      ...more,
    },
  )
/** Not in care all the year. */
const cameLate: Partial<ChildRecord> = { episodes: [buildEpisode({ startsOn: '2025-04-02' })] }
const NO_HEALTH = {
  developmentCheck: null,
  immunisations: null,
  teethCheck: null,
  healthAssessment: null,
  substanceMisuse: null,
}
const after = (inTouch: string, activity: string, accommodation: string, more: Partial<ChildRecord> = {}) => ({
  bornOn: '2006-05-05',
  leavingCare: [{ ...YEAR, inTouch, activity, accommodation }],
  ...more,
})
const review = (on: string, participation: string, bornOn: string): Partial<ChildRecord> =>
  one({ startsOn: '2018-01-01' }, { bornOn, reviews: [{ on, participation }] })
const away = (...spans: [string, string | null][]): Partial<ChildRecord> =>
  one({}, { missing: spans.map(([startsOn, endsOn]) => ({ startsOn, endsOn, type: 'M' })) })
const adoption = (startsOn: string, matchedOn: string, reasonEnded: string | null): Partial<ChildRecord> =>
  one(
    { endsOn: reasonEnded && '2026-01-01', reasonEnded },
    {
      adoptions: [
        {
          startsOn,
          endsOn: null,
          matchedOn,
          byFormerCarer: false,
          adopters: 2,
          adopterSex: 'MF',
          adopterStatus: 'L11',
        },
      ],
    },
  )
const decision = (endsOn: string | null, reasonCeased: string | null): Partial<ChildRecord> =>
  one({}, { adoptionDecisions: [{ startsOn: '2025-01-10', endsOn, reasonCeased }] })

/** Of each rule: what it must pass, and what it must find. Every boundary is a case. */
const CASES: Record<string, { passes: Partial<ChildRecord>[]; finds: Partial<ChildRecord>[] }> = {
  142: {
    passes: [one({ endsOn: null }), two({}, {})],
    finds: [two({ endsOn: null, reasonEnded: null }, {})],
  },
  148: {
    passes: [one({}), one({ endsOn: '2025-01-01', reasonEnded: 'E8' })],
    finds: [one({ endsOn: '2025-01-01', reasonEnded: null }), one({ endsOn: null, reasonEnded: 'E8' })],
  },
  302: {
    passes: [
      one({ startsOn: '2015-05-05' }),
      one({ startsOn: '2015-05-06' }),
      one({ startsOn: '2015-05-04' }, { bornOn: null }),
    ],
    finds: [one({ startsOn: '2015-05-04' })],
  },
  352: {
    passes: [
      one({ startsOn: '2025-05-04' }, { bornOn: '2007-05-05' }),
      one({ startsOn: '2025-05-05', reasonForNewEpisode: 'P' }, { bornOn: '2007-05-05' }),
      one({ startsOn: '2026-02-27' }, { bornOn: '2008-02-29' }),
    ],
    finds: [
      one({ startsOn: '2025-05-05' }, { bornOn: '2007-05-05' }),
      one({ startsOn: '2026-03-01' }, { bornOn: '2008-02-29' }),
    ],
  },
  355: {
    passes: [one({ startsOn: '2025-01-01', endsOn: '2025-01-02' })],
    finds: [one({ startsOn: '2025-01-01', endsOn: '2025-01-01' })],
  },
  356: {
    passes: [one({ startsOn: '2025-01-01', endsOn: '2025-01-01' }), one({})],
    finds: [one({ startsOn: '2025-01-02', endsOn: '2025-01-01' })],
  },
  501: {
    passes: [two({}, {}), two({}, { startsOn: '2025-02-02' })],
    finds: [two({}, { startsOn: '2025-01-31' })],
  },
  433: {
    passes: [two({}, {}), two({ reasonEnded: 'E8' }, { startsOn: '2025-02-02', reasonForNewEpisode: 'S' })],
    finds: [two({}, { startsOn: '2025-02-02' })],
  },
  388: {
    passes: [two({}, {}), one({ endsOn: '2025-02-01', reasonEnded: 'E8' })],
    finds: [
      one({ endsOn: '2025-02-01', reasonEnded: 'X1' }),
      two({ reasonEnded: 'E8' }, {}),
      two({}, { startsOn: '2025-02-02' }),
    ],
  },
  432: {
    passes: [two({}, {}), two({ reasonEnded: 'E8' }, { startsOn: '2025-03-01', reasonForNewEpisode: 'S' })],
    finds: [two({ reasonEnded: 'E8' }, { startsOn: '2025-03-01' })],
  },
  437: {
    passes: [two({ reasonEnded: 'E8' }, {})],
    finds: [two({ reasonEnded: 'E2' }, {}), two({ reasonEnded: 'E15' }, {})],
  },
  434: {
    passes: [two({}, { reasonForNewEpisode: 'L', legalStatus: 'E1' }), two({}, {})],
    finds: [two({}, { reasonForNewEpisode: 'L' })],
  },
  435: {
    passes: [
      two({}, { miles: 9 }),
      two({}, { placement: 'U1' }),
      two({}, { provider: 'PR4' }),
      two({ miles: null }, { miles: null }),
      two({}, { reasonForNewEpisode: 'B', legalStatus: 'E1' }),
    ],
    finds: [
      two({}, {}),
      two({}, { legalStatus: 'E1' }),
      two({}, { reasonForNewEpisode: 'T', legalStatus: 'E1', miles: 9 }),
    ],
  },
  225: {
    passes: [
      two({}, {}),
      two({ reasonPlaceChanged: null }, { reasonForNewEpisode: 'L' }),
      two({ reasonPlaceChanged: null }, { placement: 'T0' }),
      two({ reasonPlaceChanged: null, placement: 'T4' }, {}),
    ],
    finds: [two({ reasonPlaceChanged: null }, {}), two({ reasonPlaceChanged: null }, { reasonForNewEpisode: 'U' })],
  },
  526: {
    passes: [one({}), one({ provider: null, placement: 'T0' }), one({ provider: null, placement: 'Z11' })],
    finds: [one({ provider: null }), one({ provider: null, placement: 'K2' })],
  },
  371: {
    passes: [one({ placement: 'K3', startsOn: '2025-05-05' }, { bornOn: '2009-05-05' }), one({ placement: 'K2' })],
    finds: [one({ placement: 'K3', startsOn: '2025-05-04' }, { bornOn: '2009-05-05' })],
  },
  '392a': {
    passes: [
      one({ miles: 0 }),
      one({ miles: null, legalStatus: 'V4' }),
      one({ miles: null }, { unaccompanied: [{ startsOn: '2015-05-05', endsOn: null }] }),
    ],
    finds: [one({ miles: null })],
  },
  454: { passes: [one({ miles: 350 }), one({ miles: null })], finds: [one({ miles: 350.1 })] },
  186: {
    passes: [
      health({}),
      health({ sdqScore: 0 }),
      health({ sdqScore: null, sdqReason: 'SDQ2' }),
      health({ sdqScore: null }, { bornOn: '2021-04-02' }),
      health({ sdqScore: null }, { bornOn: '2009-03-31' }),
    ],
    finds: [
      health({ sdqScore: null }),
      health({ sdqScore: null }, { bornOn: '2021-04-01' }),
      health({ sdqScore: null }, { bornOn: '2009-04-01' }),
    ],
  },
  191: {
    passes: [
      health({}),
      health({ teethCheck: false }),
      health({ teethCheck: null }, { episodes: [buildEpisode({ startsOn: '2025-06-01' })] }),
      one({ startsOn: '2025-04-02' }),
      one({ endsOn: '2026-03-31', reasonEnded: 'E8' }),
    ],
    finds: [
      health({ teethCheck: null }),
      health({ immunisations: null, substanceMisuse: null }),
      one({}),
      one({ startsOn: '2025-04-01' }),
    ],
  },
  192: {
    passes: [health({}), health({ substanceMisuse: true, interventionReceived: false })],
    finds: [health({ substanceMisuse: true })],
  },
  545: {
    passes: [health({}), health({ developmentCheck: null }, { bornOn: '2021-03-31' })],
    finds: [health({ developmentCheck: null }, { bornOn: '2021-04-01' })],
  },
  543: {
    passes: [
      one({}, { convictions: [{ ...YEAR, convicted: false }] }),
      one({}, { bornOn: '2016-04-01', convictions: [{ ...YEAR, convicted: null }] }),
    ],
    finds: [one({}, { bornOn: '2016-03-31', convictions: [{ ...YEAR, convicted: null }] })],
  },
  157: {
    passes: [
      health({ sdqScore: null, sdqReason: 'SDQ2' }, { bornOn: '2021-04-01' }),
      health({ sdqReason: 'SDQ1' }, { bornOn: '2021-04-01' }),
      health({ sdqScore: null, sdqReason: 'SDQ1' }, { bornOn: '2021-04-02' }),
      health({ sdqScore: null, sdqReason: 'SDQ1' }, { bornOn: '2009-03-31' }),
      health({ sdqScore: null, sdqReason: 'SDQ1' }, { bornOn: '2015-04-01', ...cameLate }),
    ],
    finds: [
      health({ sdqScore: null, sdqReason: 'SDQ1' }, { bornOn: '2021-04-01' }),
      health({ sdqScore: null, sdqReason: 'SDQ1' }, { bornOn: '2009-04-01' }),
    ],
  },
  185: { passes: [health({}), health({ sdqScore: null }, cameLate)], finds: [health({ sdqScore: 0 }, cameLate)] },
  188: {
    passes: [health({}, { bornOn: '2022-03-31' }), health({ sdqScore: null }, { bornOn: '2022-04-01' })],
    finds: [
      health({}, { bornOn: '2022-04-01' }),
      health({ sdqScore: null, sdqReason: 'SDQ4' }, { bornOn: '2022-04-01' }),
    ],
  },
  189: {
    passes: [health({}, { bornOn: '2008-04-02' }), health({ sdqScore: null }, { bornOn: '2008-04-01' })],
    finds: [health({}, { bornOn: '2008-04-01' })],
  },
  190: { passes: [health({}), health(NO_HEALTH, cameLate)], finds: [health({}, cameLate)] },
  '197B': {
    passes: [
      health({}, { bornOn: '2021-05-05' }),
      health({ sdqScore: null, sdqReason: 'SDQ3' }, { bornOn: '2021-05-05' }),
      health({ sdqScore: null }, { bornOn: '2021-04-01' }),
      health({ sdqScore: null }, { bornOn: '2022-04-01' }),
      health({ sdqScore: null }, { bornOn: '2008-04-01' }),
    ],
    finds: [
      health({ sdqScore: null }, { bornOn: '2021-04-02' }),
      health({ sdqScore: null }, { bornOn: '2022-03-31' }),
      health({ sdqScore: null }, { bornOn: '2008-04-02' }),
      health({ sdqScore: null }, { bornOn: '2009-03-31' }),
    ],
  },
  198: {
    passes: [health({ sdqReason: 'SDQ3' }), health({}, cameLate)],
    finds: [health({ sdqReason: 'SDQ3' }, cameLate)],
  },
  215: {
    passes: [
      health({}),
      health(NO_HEALTH, { leavingCare: [{ ...YEAR, inTouch: 'YES', activity: 'F1', accommodation: 'Y1' }] }),
      health(
        {},
        {
          leavingCare: [
            { startsOn: '2024-04-01', endsOn: '2025-03-31', inTouch: 'YES', activity: 'F1', accommodation: 'Y1' },
          ],
        },
      ),
    ],
    finds: [
      health({}, { leavingCare: [{ ...YEAR, inTouch: 'YES', activity: 'F1', accommodation: 'Y1' }] }),
      health(NO_HEALTH, {
        convictions: [{ ...YEAR, convicted: false }],
        leavingCare: [{ ...YEAR, inTouch: 'YES', activity: 'F1', accommodation: 'Y1' }],
      }),
    ],
  },
  542: {
    passes: [
      one({}, { bornOn: '2016-03-31', convictions: [{ ...YEAR, convicted: false }] }),
      one({}, { bornOn: '2016-04-01', convictions: [{ ...YEAR, convicted: null }] }),
    ],
    finds: [one({}, { bornOn: '2016-04-01', convictions: [{ ...YEAR, convicted: false }] })],
  },
  546: {
    passes: [
      health({}, { bornOn: '2021-04-01' }),
      health({ developmentCheck: null }, { bornOn: '2021-03-31' }),
      health({}, { bornOn: '2021-03-31', ...cameLate }),
    ],
    finds: [health({}, { bornOn: '2021-03-31' })],
  },
  345: {
    passes: [after('YES', 'F1', 'Y1'), after('NO', '0', '0')],
    finds: [after('YES', '0', 'Y1'), after('YES', 'F1', '0')],
  },
  344: {
    passes: [after('RHOM', '0', '0'), after('YES', 'F1', 'Y1')],
    finds: [after('RHOM', 'F1', '0'), after('DIED', '0', 'Y1')],
  },
  391: {
    passes: [after('YES', 'F1', 'Y1', { bornOn: '2009-03-31' })],
    finds: [after('YES', 'F1', 'Y1', { bornOn: '2009-04-01' })],
  },
  187: {
    passes: [after('YES', 'F1', 'Y1', { episodes: [buildEpisode({ endsOn: '2026-03-30', reasonEnded: 'E8' })] })],
    finds: [after('YES', 'F1', 'Y1', { bornOn: '2010-05-05', episodes: [buildEpisode()] })],
  },
  1012: {
    passes: [
      one({ startsOn: '2025-01-01', endsOn: '2025-04-01' }, { reviews: [{ on: '2026-03-31', participation: 'PN1' }] }),
    ],
    finds: [
      one({ startsOn: '2025-01-01', endsOn: '2025-03-31' }, { reviews: [{ on: '2025-04-01', participation: 'PN1' }] }),
    ],
  },
  440: {
    passes: [review('2025-05-04', 'PN0', '2020-05-05'), review('2025-05-05', 'PN1', '2020-05-05')],
    finds: [review('2025-05-05', 'PN0', '2020-05-05')],
  },
  441: {
    passes: [review('2024-05-05', 'PN1', '2020-05-05'), review('2024-05-04', 'PN0', '2020-05-05')],
    finds: [review('2024-05-04', 'PN1', '2020-05-05')],
  },
  304: {
    passes: [{ bornOn: '2007-05-05', unaccompanied: [{ startsOn: '2007-05-05', endsOn: '2025-05-05' }] }],
    finds: [{ bornOn: '2007-05-05', unaccompanied: [{ startsOn: '2007-05-05', endsOn: '2025-05-06' }] }],
  },
  567: {
    passes: [away(['2025-01-02', '2025-01-02']), away(['2025-01-02', null])],
    finds: [away(['2025-01-02', '2025-01-01'])],
  },
  574: {
    passes: [away(['2025-01-02', '2025-01-04'], ['2025-01-04', null])],
    finds: [away(['2025-01-02', '2025-01-04'], ['2025-01-03', null]), away(['2025-01-02', null], ['2025-01-05', null])],
  },
  581: {
    passes: [away(['2024-06-01', '2024-06-02'])],
    finds: [away(['2024-05-31', '2024-06-02'])],
  },
  333: { passes: [adoption('2025-01-10', '2025-01-10', 'E11')], finds: [adoption('2025-01-10', '2025-01-09', 'E11')] },
  522: { passes: [decision('2025-01-10', 'RD1'), decision(null, null)], finds: [decision('2025-01-09', 'RD1')] },
  119: {
    passes: [decision('2025-02-01', 'RD1'), decision(null, null)],
    finds: [decision('2025-02-01', null), decision(null, 'RD1')],
  },
  602: { passes: [adoption('2025-01-10', '2025-02-10', 'E12')], finds: [adoption('2025-01-10', '2025-02-10', null)] },
  601: {
    passes: [adoption('2025-01-10', '2025-02-10', 'E12'), one({ endsOn: '2026-01-01', reasonEnded: 'E8' })],
    finds: [one({ endsOn: '2026-01-01', reasonEnded: 'E11' })],
  },
}

const HELD = { healthYears: [2026] }

describe('rules of the return', () => {
  for (const rule of allRules) {
    test(`${rule.id}: ${rule.checks}`, () => {
      const cases = CASES[rule.id]
      assert.ok(cases, 'a rule without cases')
      for (const given of cases.passes) assert.deepEqual(rule.find(buildChild(given), HELD), [], JSON.stringify(given))
      for (const given of cases.finds) {
        const found = rule.find(buildChild(given), HELD)
        assert.equal(found.length, 1, JSON.stringify(given))
        assert.match(found[0]!.says, /\.$/)
        assert.match(found[0]!.fix, /\.$/)
      }
    })
  }

  test('every rule protects measures that exist, and none stands twice', () => {
    assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length)
    for (const { id, protects } of allRules) {
      assert.ok(protects.length > 0, id)
      for (const measure of protects) assert.ok(findMeasure(measure), `${id} protects ${measure}`)
    }
  })
})

describe('what was looked at', () => {
  const child = buildChild(one({ miles: null }))

  test('a rule with nothing to read says that it could not run', () => {
    const checked = runChecks([child], buildCouncil({ hasPostcodes: false }))
    const silent = checked.notRun.map(({ rule }) => rule.id)
    for (const id of ['392a', '454', '186', '191', '543', '345']) assert.ok(silent.includes(id), id)
    assert.ok(!silent.includes('142'))
    assert.deepEqual(checked.findings, [])
  })

  test('with no record at all no rule ran', () => {
    assert.equal(runChecks([], buildCouncil()).notRun.length, allRules.length)
  })

  test('a measure names the children behind it with a finding of a rule that protects it', () => {
    const open = runChecks([child, { ...child, childId: 'child-2' }], buildCouncil()).findings
    const behind = (id: string) => listChildrenWithFinding({ id, met: [], counted: ['child-1'] }, open)
    assert.deepEqual(behind('M27'), ['child-1'])
    assert.deepEqual(behind('M42'), [])
  })
})
