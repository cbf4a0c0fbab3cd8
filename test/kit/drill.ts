import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runKept, startKept, writeReturns } from './command.ts'

export interface DrillResult {
  times: number
  /** How often the killed import was wholly there afterwards, and how often wholly absent. */
  whole: number
  absent: number
  /** What went wrong, in sentences; none when the record always held. */
  faults: string[]
}

/**
 * Kills `kept import` with -9 at a later moment each time, over the whole length of an import, and opens the folder
 * again: it must open, verify as whole, and hold the import wholly or not at all.
 */
export async function drillImport(times: number): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-drill-'))
  const result: DrillResult = { times, whole: 0, absent: 0, faults: [] }
  try {
    const fresh = join(folder, 'fresh')
    const returns = writeReturns(folder)
    const words = ['import', returns[2025], returns[2026], '--yes']
    await expectDone(runKept(fresh, ['init', '--council', 'Drill Council', '--authority', '999']))
    const full = join(folder, 'full')
    cpSync(fresh, full, { recursive: true })
    const start = performance.now()
    await expectDone(runKept(full, words))
    const length = performance.now() - start
    const facts = await countFacts(full)
    for (let nth = 0; nth < times; nth += 1) {
      const data = join(folder, `try-${nth}`)
      cpSync(fresh, data, { recursive: true })
      const child = startKept(data, words)
      const ended = new Promise((resolve) => child.once('close', resolve))
      await wait((length * (nth + 1)) / (times + 1))
      child.kill('SIGKILL')
      await ended
      const verified = await runKept(data, ['verify'])
      const kept = await countFacts(data)
      if (verified.code !== 0)
        result.faults.push(`After kill ${nth + 1} the record did not verify: ${verified.said.trim()}`)
      if (kept === facts) result.whole += 1
      else if (kept === 'none') result.absent += 1
      else result.faults.push(`After kill ${nth + 1} a part of the import was there: ${kept}, not ${facts}.`)
      rmSync(data, { recursive: true, force: true })
    }
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a folder holds of the import, as its figures tell; `none` where no child is there. */
async function countFacts(data: string): Promise<string> {
  const { code, out, said } = await runKept(data, ['measures', '--as-at', '2026-03-31', '--json'])
  if (code !== 0) return `unreadable: ${said.trim()}`
  const figures = JSON.parse(out) as { id: string; numerator: number | null; denominator: number | null }[]
  const held = figures.filter((figure) => figure.numerator !== null && figure.numerator > 0)
  return held.length === 0
    ? 'none'
    : held.map((figure) => `${figure.id} ${figure.numerator}/${figure.denominator}`).join(' ')
}

async function expectDone(running: ReturnType<typeof runKept>): Promise<void> {
  const { code, said } = await running
  if (code !== 0) throw new Error(said)
}
