import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { audit } from '../disclosure/audit.ts'
import { compile } from '../disclosure/compile.ts'
import { type Highs, loadHighs } from '../disclosure/linear-model.ts'
import { protect } from '../disclosure/protect.ts'
import { makeCount, makePercent } from '../measures/make-result.ts'
import type { MeasureResult } from '../measures/measure.ts'
import { collectRelease, type EarlierNumber, hiddenCells, listNumbers, markRelease, nameOf } from './collect-release.ts'
import { nextSteps, packState } from './pack-state.ts'
import { examineQuoted, readQuotedRows } from './read-quoted-table.ts'

let highs: Highs

before(async () => {
  highs = await loadHighs()
})

const day = '2026-03-31'

function children(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `child-${from + index}`)
}

function homes(counts: number[]): MeasureResult {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const breakdown = counts.map((count, at) => ({ code: `k${at}`, label: `Kind ${at}`, count, part: 'met' as const }))
  return makeCount({ id: 'M12', title: 'Kind of home' }, children(0, all), { asAt: day, breakdown })
}

function release(results: MeasureResult[], chosen: string[], earlier: EarlierNumber[] = []) {
  const days = [{ day, results }]
  const made = collectRelease(days, earlier, 4)
  const protection = protect(made.pack, highs, { seconds: 5, now: () => 0 })
  const hidden = hiddenCells(made.pack, protection.pattern)
  return {
    made,
    protection,
    attack: audit(made.pack, protection.pattern, highs),
    marked: markRelease(day, results, made, hidden),
    printed: listNumbers(days, chosen, made, hidden),
  }
}

const inCare = (count: number) => makeCount({ id: 'M01', title: 'In care' }, children(0, count), { asAt: day })

describe('a table of kinds of home whose total is public', () => {
  test('with 6 in the last kind and a rule of fewer than 5, nothing is hidden', () => {
    const { marked } = release([inCare(805), homes([379, 222, 32, 34, 59, 32, 41, 6])], ['M01', 'M12'])
    assert.deepEqual(marked[1]!.hidden, [])
  })

  test('with 4 in it, a second kind is hidden too, and the 4 cannot be worked out', () => {
    const { marked, attack } = release([inCare(803), homes([379, 222, 32, 34, 59, 32, 41, 4])], ['M01', 'M12'])
    assert.equal(marked[1]!.hidden!.length, 2)
    assert.ok(marked[1]!.hidden!.includes('cell 7'))
    assert.deepEqual([attack.safe, attack.hiddenForNothing], [true, []])
  })
})

test('a pack hides with a small number what the pages of figures hide with it, and no other: beside each other they tell no more', () => {
  const table = [inCare(803), homes([379, 222, 32, 34, 59, 32, 41, 4])]
  const alone = release(table, ['M01', 'M12']).marked[1]!.hidden!
  const partner = alone.includes('cell 2') ? 'cell 5' : 'cell 2'
  const onPages = [
    { ...table[0]!, hidden: [] },
    { ...table[1]!, hidden: ['cell 7', partner] },
  ]
  const { marked, attack } = release(onPages, ['M01', 'M12'])
  assert.deepEqual(marked[1]!.hidden!.toSorted(), ['cell 7', partner].toSorted())
  assert.notDeepEqual(alone.toSorted(), marked[1]!.hidden!.toSorted())
  assert.deepEqual(attack.open, [])
})

describe('what earlier packs printed', () => {
  const table = [inCare(803), homes([379, 222, 32, 34, 59, 32, 41, 4])]

  test('what one showed is known, what it hid stays hidden, so the next hides the same', () => {
    const first = release(table, ['M01', 'M12'])
    const second = release(table, ['M01', 'M12'], first.printed)
    assert.deepEqual(second.marked, first.marked)
    assert.ok(second.attack.safe)
  })

  test('a number changed by a few since then tells the few, so it is hidden now', () => {
    const shares = (met: number) => [
      inCare(300),
      makePercent({ id: 'M20', title: 'Homes' }, { met: children(0, met), counted: children(0, 300) }, { asAt: day }),
    ]
    const earlier = release(shares(80), ['M20']).printed
    assert.ok(release(shares(80), ['M20'], earlier).marked[1]!.hidden!.length === 0)
    const { marked, attack } = release(shares(82), ['M20'], earlier)
    assert.ok(marked[1]!.hidden!.includes('numerator'))
    assert.deepEqual(attack.open, [])
    assert.deepEqual(release(shares(95), ['M20'], earlier).marked[1]!.hidden, [])
  })

  test('a small group between an old pack’s figure and a new one’s is protected', () => {
    const wide = makePercent(
      { id: 'A', title: 'A' },
      { met: children(0, 60), counted: children(0, 200) },
      { asAt: day },
    )
    const narrow = makePercent(
      { id: 'B', title: 'B' },
      { met: children(0, 57), counted: children(0, 200) },
      { asAt: day },
    )
    const first = release([wide, narrow], ['A'])
    const { marked, attack } = release([wide, narrow], ['B'], first.printed)
    assert.ok(marked[1]!.hidden!.includes('numerator'))
    assert.deepEqual(attack.open, [])
  })
})

test('the true numbers keep every equation, whatever the counts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 9 }),
      fc.nat({ max: 40 }),
      (counts, earlierBy) => {
        const results = [inCare(counts.reduce((sum, count) => sum + count, 0)), homes(counts)]
        const first = release(results, ['M01', 'M12'])
        const moved = first.printed.map((number) => ({ ...number, value: number.value + earlierBy, isShown: true }))
        assert.deepEqual(compile(collectRelease([{ day, results }], moved, 5).pack).contradictions, [])
      },
    ),
    { numRuns: 40, seed: 7 },
  )
})

test('a number has one name', () => {
  assert.equal(nameOf({ day, measureId: 'M20', name: 'numerator' }), '2026-03-31 M20 numerator')
})

describe('who may do what next with a pack', () => {
  const analyst = { id: 'analyst', mayApprove: true }
  const manager = { id: 'manager', mayApprove: true }
  const cases: [string, boolean | null, ('approved' | 'published' | 'withdrawn')[], string, string[], string[]][] = [
    ['before the check nobody does anything', null, [], 'draft', [], []],
    ['what is not safe goes nowhere', false, [], 'cannot be published', [], []],
    ['whoever made it does not approve it', true, [], 'checked', [], ['approved']],
    ['approved, it may be published', true, ['approved'], 'approved', ['published'], ['published']],
    ['published, it may be withdrawn', true, ['approved', 'published'], 'published', ['withdrawn'], ['withdrawn']],
    ['withdrawn, it stays so', true, ['approved', 'published', 'withdrawn'], 'withdrawn', [], []],
  ]
  for (const [claim, isSafe, steps, state, own, others] of cases)
    test(claim, () => {
      const facts = { madeBy: 'analyst', isSafe, steps }
      assert.equal(packState(facts), state)
      assert.deepEqual(nextSteps(facts, analyst), own)
      assert.deepEqual(nextSteps(facts, manager), others)
      assert.deepEqual(nextSteps(facts, { ...manager, mayApprove: false }), [])
    })
})

describe('a table that somebody else published', () => {
  const text = `Own carers 379
Agency carers\t222
At home with parents, 32
Independent living 34
Homes of an agency 59
Waiting to be adopted 32
Our homes 41
Other *
Total 805`

  test('the hidden cell that the total gives away contradicts its note', () => {
    const { table, faults } = readQuotedRows(text)
    assert.deepEqual(faults, [])
    assert.deepEqual(examineQuoted({ ...table, hiddenUpTo: 4 }), [
      {
        kind: 'contradiction',
        words:
          'The shown rows make 799, the total is 805, and one cell is hidden: it can only be 6, but the note says fewer than 5. One of these is wrong. Ask the source.',
      },
      { kind: 'open', words: 'Anybody can work out “Other”: 805 less 799 is 6.' },
    ])
  })

  const cases: [string, string, number | null, string[]][] = [
    ['with 4 left it contradicts nothing, and is open all the same', 'A 20\nB *\nTotal 24', 4, ['open']],
    ['two hidden cells of 1 to 4 may leave 8', 'A 20\nB *\nC c\nTotal 28', 4, []],
    ['two hidden cells cannot leave 9', 'A 20\nB *\nC c\nTotal 29', 4, ['contradiction']],
    ['two hidden cells cannot leave 1', 'A 20\nB *\nC c\nTotal 21', 4, ['contradiction']],
    ['rows that make more than the total cannot be', 'A 20\nB *\nTotal 19', null, ['contradiction']],
    ['without a hidden cell the rows must make the total', 'A 20\nB 5\nTotal 24', 4, ['sum']],
    ['rows that make the total are well', 'A 1,020\nB 5\nTotal 1,025', 4, []],
    ['without a total there is nothing to say', 'A 20\nB *', 4, []],
  ]
  for (const [claim, rows, hiddenUpTo, kinds] of cases)
    test(claim, () => {
      const { table } = readQuotedRows(rows)
      assert.deepEqual(
        examineQuoted({ ...table, hiddenUpTo }).map(({ kind }) => kind),
        kinds,
      )
    })

  test('a line that cannot be read says which and what to do, and nothing pasted says so too', () => {
    assert.match(readQuotedRows('A 20\nonly words').faults[0]!, /^Line 2, “only words”: end it with a number/)
    assert.match(readQuotedRows('Total 5\nTotal 6').faults[0]!, /second total/)
    assert.match(readQuotedRows(' ').faults[0]!, /Paste the rows/)
  })
})
