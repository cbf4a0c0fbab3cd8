import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inASuitableHome } from './after-care/in-a-suitable-home.ts'
import { inWorkOrLearning } from './after-care/in-work-or-learning.ts'
import { buildChild, buildCouncil } from './build-child.ts'
import type { ChildRecord } from './child-record.ts'

const AS_AT = '2026-03-31'
type Row = ChildRecord['leavingCare'][number]
const row = (given: Partial<Row> = {}): Row => ({
  startsOn: '2025-04-01',
  endsOn: '2026-03-31',
  inTouch: 'YES',
  activity: 'F1',
  accommodation: 'U1',
  ...given,
})
const adult = (childId: string, ...leavingCare: Row[]) => buildChild({ childId, leavingCare })

const homes: [Partial<Row>, [number, number]][] = [
  [{ accommodation: 'U1' }, [1, 1]],
  [{ accommodation: 'Z1' }, [1, 1]],
  [{ accommodation: 'U2' }, [0, 1]],
  [{ accommodation: 'X2' }, [0, 1]],
  [{ accommodation: '0' }, [0, 1]],
  [{ accommodation: '?' }, [0, 1]],
  [{ inTouch: 'NO' }, [1, 1]],
  [{ inTouch: 'REFU' }, [1, 1]],
  [{ inTouch: 'NREQ' }, [1, 1]],
  [{ inTouch: 'DIED' }, [0, 0]],
  [{ inTouch: 'RHOM' }, [0, 0]],
]

for (const [given, numbers] of homes) {
  test(`M112 ${JSON.stringify(given)}: ${numbers.join(' of ')}`, () => {
    const result = inASuitableHome.compute([adult('base', row()), adult('a', row(given))], buildCouncil(), AS_AT)
    assert.deepEqual([result.numerator! - 1, result.denominator! - 1], numbers)
    assert.equal(
      result.breakdown!.reduce((sum, { count }) => sum + count, 0),
      result.denominator,
    )
  })
}

const activities: [string, number, string][] = [
  ['F1', 1, 'learning'],
  ['P2', 1, 'learning'],
  ['F4', 1, 'work'],
  ['P5', 1, 'work'],
  ['F3', 1, 'work'],
  ['G4', 0, 'illness'],
  ['G5', 0, 'not'],
  ['G6', 0, 'parenting'],
  ['0', 0, 'unknown'],
  ['ZZ', 0, 'unknown'],
]

for (const [activity, met, group] of activities) {
  test(`M113 ${activity} is "${group}"`, () => {
    const result = inWorkOrLearning.compute([adult('a', row({ activity }))], buildCouncil(), AS_AT)
    assert.deepEqual([result.numerator, result.denominator], [met, 1])
    assert.deepEqual(
      result.breakdown!.filter(({ count }) => count > 0).map(({ code }) => code),
      [group],
    )
  })
}

const years: { asAt: string; used: string | null }[] = [
  { asAt: '2025-03-30', used: null },
  { asAt: '2025-03-31', used: '2025-03-31' },
  { asAt: '2026-03-30', used: '2025-03-31' },
  { asAt: '2026-03-31', used: '2026-03-31' },
  { asAt: '2026-11-22', used: '2026-03-31' },
]

for (const { asAt, used } of years) {
  test(`M112 as at ${asAt} uses the newest whole year held: ${used ?? 'none'}`, () => {
    const person = adult('a', row({ startsOn: '2024-04-01', endsOn: '2025-03-31', accommodation: 'U2' }), row())
    const result = inASuitableHome.compute([person], buildCouncil(), asAt)
    assert.equal(result.period?.to ?? null, used)
    if (used === null) assert.match(result.cannotCompute!, /not known/)
    else assert.equal(result.numerator, used === '2026-03-31' ? 1 : 0)
  })
}
