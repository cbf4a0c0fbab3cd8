import { Worker } from 'node:worker_threads'
import type { Audit } from '../../domain/disclosure/audit.ts'
import type { SdcPack, SdcPattern } from '../../domain/disclosure/pack.ts'
import type { Protection } from '../../domain/disclosure/protect.ts'
import type { Task, Told } from './disclosure-worker.ts'

/** What may be shown of a pack, and what an attacker in code of its own found. Publish only what it found safe. */
export interface Check {
  protection: Protection
  audit: Audit
}

/** The thread was stopped before it had anything to say. */
export class TookTooLong extends Error {}

/** A solver does not always see the time: what it has not told by then is not waited for. */
const SECONDS_OF_GRACE = 10

/**
 * Protects a pack in a thread of its own and audits the pattern. After `seconds` what is safe is given with its gap;
 * a little later the thread is killed, and the last safe pattern it told is audited afresh.
 * @throws {TookTooLong} where it was killed before any pattern was safe, or in the audit.
 */
export async function checkPack(pack: SdcPack, { seconds }: { seconds: number }): Promise<Check> {
  const told = await run({ does: 'protect', pack, seconds }, seconds + SECONDS_OF_GRACE)
  if (!('protection' in told)) throw new TookTooLong('No safe pattern was found in the time given.')
  if ('audit' in told) return told
  return { protection: told.protection, audit: await attackPack(pack, told.protection.pattern) }
}

const SECONDS_TO_ATTACK = 120

/** What a reader can find out of a pack as published. @throws {TookTooLong} after two minutes. */
export async function attackPack(pack: SdcPack, pattern: SdcPattern, intervals = false): Promise<Audit> {
  const told = await run({ does: 'audit', pack, pattern, intervals }, SECONDS_TO_ATTACK)
  if (!('audit' in told)) throw new TookTooLong('The pack could not be attacked in the time given.')
  return told.audit
}

/** The last thing the thread told before it ended or was killed. */
function run(task: Task, seconds: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('disclosure-worker.ts', import.meta.url), { workerData: task })
    let last: Told | null = null
    const timer = setTimeout(() => void worker.terminate(), seconds * 1000)
    worker.on('message', (told: Told) => {
      last = told
    })
    worker.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      if (last === null) reject(new TookTooLong('Nothing was found in the time given.'))
      else resolve(last)
    })
  })
}
