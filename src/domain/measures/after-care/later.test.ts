import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from '../build-child.ts'
import type { ChildRecord } from '../child-record.ts'
import type { Measure } from '../measure.ts'
import { atUniversity } from './at-university.ts'
import { inAnApprenticeship } from './in-an-apprenticeship.ts'
import { inTouch } from './in-touch.ts'
import { notInWorkOrLearning } from './not-in-work-or-learning.ts'
import { papersAt17 } from './papers-at-17.ts'
import { stayedPut } from './stayed-put.ts'
import { whomWeSupport } from './whom-we-support.ts'

const AS_AT = '2026-03-31'
type Row = ChildRecord['leavingCare'][number]
const adult = (childId: string, row: Partial<Row> = {}, given: Partial<ChildRecord> = {}) =>
  buildChild({
    childId,
    leavingCare: [
      { startsOn: '2025-04-01', endsOn: AS_AT, inTouch: 'YES', activity: '0', accommodation: 'U1', ...row },
    ],
    ...given,
  })
const resultOf = (measure: Measure, ...children: ChildRecord[]) => measure.compute(children, buildCouncil(), AS_AT)

const touch: [string, number[], string | null][] = [
  ['YES', [1, 1], 'yes'],
  ['NO', [0, 1], 'no'],
  ['REFU', [0, 1], 'refused'],
  ['NREQ', [0, 1], 'not needed'],
  ['DIED', [0, 0], null],
  ['RHOM', [0, 0], null],
]
for (const [answer, expected, group] of touch) {
  test(`M110 and M111 in touch ${answer}: ${expected.join(' of ')}`, () => {
    const result = resultOf(inTouch, adult('base', { inTouch: 'NO' }), adult('a', { inTouch: answer }))
    assert.deepEqual([result.numerator, result.denominator! - 1], expected)
    assert.equal(resultOf(whomWeSupport, adult('a', { inTouch: answer })).value, expected[1])
    if (group) assert.ok(result.breakdown!.find(({ code }) => code === group)!.count > 0)
  })
}

const activities: [string, number[]][] = [
  ['F1', [0, 1, 0]],
  ['P1', [0, 1, 0]],
  ['F2', [0, 0, 0]],
  ['F4', [0, 0, 1]],
  ['P4', [0, 0, 1]],
  ['F5', [0, 0, 0]],
  ['G4', [1, 0, 0]],
  ['G5', [1, 0, 0]],
  ['G6', [1, 0, 0]],
  ['0', [0, 0, 0]],
]
for (const [activity, expected] of activities) {
  test(`M114, M115 and M116 with ${activity}: ${expected.join(', ')}`, () => {
    const child = adult('a', { activity })
    const measures = [notInWorkOrLearning, atUniversity, inAnApprenticeship]
    assert.deepEqual(
      measures.map((measure) => resultOf(measure, child).numerator),
      expected,
    )
    assert.equal(
      resultOf(notInWorkOrLearning, child).breakdown!.reduce((sum, { count }) => sum + count, 0),
      1,
    )
  })
}

const born: [string, number | null][] = [
  ['2007-03-31', null],
  ['2007-04-01', 1],
  ['2008-03-31', 1],
  ['2008-04-01', null],
  // 18 on 1 March 2026, a common year.
  ['2008-02-29', 1],
]
for (const [bornOn, counted] of born) {
  test(`M117 a young person born ${bornOn}, in foster care until 18: ${counted ?? 'not counted'}`, () => {
    const episodes = [buildEpisode({ startsOn: '2020-01-01' })]
    const result = resultOf(stayedPut, adult('a', { accommodation: 'Z1' }, { bornOn, episodes }))
    assert.deepEqual([result.denominator, result.numerator], [counted, counted])
  })
}
const lastHomes: { name: string; episodes: ChildRecord['episodes']; counted: number | null }[] = [
  { name: 'left on the birthday', episodes: [buildEpisode({ endsOn: '2025-06-01', reasonEnded: 'E17' })], counted: 1 },
  { name: 'left the day before', episodes: [buildEpisode({ endsOn: '2025-05-31', reasonEnded: 'E6' })], counted: null },
  { name: 'lived in a children’s home', episodes: [buildEpisode({ placement: 'K2' })], counted: null },
]
for (const { name, episodes, counted } of lastHomes) {
  test(`M117 turned 18 on 1 June 2025, ${name}: ${counted ?? 'not counted'}`, () => {
    const result = resultOf(stayedPut, adult('a', { accommodation: 'U1' }, { bornOn: '2007-06-01', episodes }))
    assert.equal(result.denominator, counted)
    if (counted === null) assert.match(result.cannotCompute!, /turned 18 in foster care/)
    else assert.equal(result.numerator, 0)
  })
}

type Paper = ChildRecord['documents'][number]
const papers = (endsOn: string | null = null): Paper[] =>
  (['bank account', 'passport', 'National Insurance number'] as const).map((paper) => ({
    paper,
    startsOn: '2025-01-01',
    endsOn: paper === 'passport' ? endsOn : null,
  }))
const seventeen: { bornOn: string; documents: Paper[]; expected: number[] }[] = [
  { bornOn: '2009-04-01', documents: papers(), expected: [0, 0] },
  { bornOn: '2009-03-31', documents: papers(), expected: [1, 1] },
  { bornOn: '2008-04-01', documents: papers(), expected: [1, 1] },
  { bornOn: '2008-03-31', documents: papers(), expected: [0, 0] },
  { bornOn: '2008-06-01', documents: papers('2026-03-31'), expected: [1, 1] },
  { bornOn: '2008-06-01', documents: papers('2026-03-30'), expected: [0, 1] },
  { bornOn: '2008-06-01', documents: papers().slice(1), expected: [0, 1] },
]
for (const { bornOn, documents, expected } of seventeen) {
  test(`M125 born ${bornOn}, ${documents.length} papers, passport until ${documents.find(({ paper }) => paper === 'passport')?.endsOn ?? 'later'}: ${expected.join(' of ')}`, () => {
    const result = resultOf(papersAt17, buildChildInCare('a', {}, { bornOn, documents }))
    assert.deepEqual([result.numerator, result.denominator], expected)
  })
}
