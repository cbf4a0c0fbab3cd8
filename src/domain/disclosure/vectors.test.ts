import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { type Audit, audit, type OpenCell } from './audit.ts'
import { type Highs, loadHighs } from './linear-model.ts'
import type { SdcPack } from './pack.ts'
import { protect } from './protect.ts'
import { readPack, readPattern } from './read-pack.ts'

interface Vector {
  id: string
  claim: string
  pack: SdcPack
  expect: {
    primary: string[]
    impossible?: boolean
    /** The least weight of what is hidden beside the small cells. */
    weight?: number
    example?: { hidden: string[]; intervals: Audit['interval'] }
  }
  patterns: {
    pattern: object
    open?: OpenCell[]
    safe?: boolean
    hiddenForNothing?: string[]
    contradiction?: boolean
    interval?: Audit['interval']
  }[]
}

const file = new URL('../../../test/vectors/disclosure/packs.json', import.meta.url)
const vectors: Vector[] = JSON.parse(readFileSync(file, 'utf8'))
let highs: Highs

before(async () => {
  highs = await loadHighs()
})

describe('packs whose least hiding and whose holes are known', () => {
  for (const { id, claim, pack, expect, patterns } of vectors) {
    test(`${id}: ${claim}`, () => {
      const read = readPack(pack)
      assert.ok(!('faults' in read))
      const protection = protect(read, highs, { seconds: 60, now: () => 0 })
      assert.deepEqual(protection.primary, expect.primary.toSorted())
      if (expect.impossible) assert.equal(protection.outcome, 'impossible')
      if (expect.weight !== undefined) {
        assert.equal(protection.weight, expect.weight)
        assert.equal(protection.pattern.claims, 'optimal')
      }
      const own = audit(read, protection.pattern, highs)
      if (protection.outcome === 'safe') {
        assert.ok(own.safe)
        assert.deepEqual(own.hiddenForNothing, [])
      } else assert.ok(!own.safe)
    })

    patterns.forEach((given, index) => {
      test(`${id}: pattern ${index + 1} is attacked rightly`, () => {
        const pattern = readPattern(given.pattern, pack)
        assert.ok(!('faults' in pattern))
        const found = audit(pack, pattern, highs)
        assert.equal(found.contradiction, given.contradiction ?? false)
        if (given.open) assert.deepEqual(byCell(found.open), byCell(given.open))
        if (given.safe !== undefined) assert.equal(found.safe, given.safe)
        if (given.hiddenForNothing) assert.deepEqual(found.hiddenForNothing, given.hiddenForNothing.toSorted())
        for (const [cell, interval] of Object.entries(given.interval ?? {}))
          assert.deepEqual(found.interval[cell], interval)
      })
    })

    const { example } = expect
    if (example) {
      test(`${id}: the intervals of a least pattern are these`, () => {
        const hidden = [...new Set([...expect.primary, ...example.hidden])]
        const isHidden = (cell: string) =>
          hidden.includes(cell) ||
          ['implied', 'earlier-hidden'].includes(pack.cells.find((c) => c.id === cell)?.hide ?? '')
        const hidden_percents = (pack.percents ?? []).filter((p) => isHidden(p.of) || isHidden(p.base)).map((p) => p.id)
        const pattern = readPattern({ hidden, hidden_percents }, pack)
        assert.ok(!('faults' in pattern))
        const found = audit(pack, pattern, highs, { intervals: true })
        assert.deepEqual(found.interval, example.intervals)
      })
    }
  }
})

function byCell(open: OpenCell[]): OpenCell[] {
  return open.toSorted((one, other) => (one.cell < other.cell ? -1 : 1))
}
