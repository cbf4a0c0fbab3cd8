import { Worker } from 'node:worker_threads'
import type { Audit } from '../../domain/disclosure/audit.ts'
import type { SdcPack, SdcPattern } from '../../domain/disclosure/pack.ts'
import type { Protection } from '../../domain/disclosure/protect.ts'
import type { Rounding } from '../../domain/disclosure/round-printed.ts'
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
  const { protection, audit } = await run({ does: 'protect', pack, seconds }, seconds + SECONDS_OF_GRACE)
  if (!protection) throw new TookTooLong('No safe pattern was found in the time given.')
  return { protection, audit: audit ?? (await attackPack(pack, protection.pattern)) }
}

/**
 * Rounds what is printed of a pack and attacks the result. Null: no such rounding keeps every sum.
 * @throws {TookTooLong}
 */
export async function roundPack(
  pack: SdcPack,
  { printed, base, seconds }: { printed: string[]; base: number; seconds: number },
): Promise<{ rounding: Rounding; audit: Audit } | null> {
  const told = await run({ does: 'round', pack, printed, base, seconds }, seconds + SECONDS_TO_ATTACK)
  if (!told.isDone) throw new TookTooLong('The pack could not be rounded and attacked in the time given.')
  return told.rounding && told.audit ? { rounding: told.rounding, audit: told.audit } : null
}

const SECONDS_TO_ATTACK = 120

/** What a reader can find out of a pack as published. @throws {TookTooLong} after two minutes. */
export async function attackPack(pack: SdcPack, pattern: SdcPattern, intervals = false): Promise<Audit> {
  const { audit } = await run({ does: 'audit', pack, pattern, intervals }, SECONDS_TO_ATTACK)
  if (!audit) throw new TookTooLong('The pack could not be attacked in the time given.')
  return audit
}

/** A thread that has done its work waits for the next: loading the solver takes longer than most packs. */
const idle: Worker[] = []

function takeThread(): Worker {
  const worker = idle.pop() ?? new Worker(new URL('disclosure-worker.ts', import.meta.url))
  worker.ref()
  return worker
}

/** The last thing the thread told when it was done or killed. */
function run(task: Task, seconds: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const worker = takeThread()
    let last: Told = {}
    const end = (isSound: boolean, settle: () => void) => {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.off('error', fail)
      if (isSound) {
        worker.unref()
        idle.push(worker)
      } else void worker.terminate()
      settle()
    }
    const timer = setTimeout(() => end(false, () => resolve(last)), seconds * 1000)
    const hear = (told: Told) => {
      if (told.fault !== undefined) end(false, () => reject(new Error(told.fault)))
      else if (told.isDone) end(true, () => resolve(told))
      else last = told
    }
    const fail = (error: Error) => end(false, () => reject(error))
    worker.on('message', hear)
    worker.on('error', fail)
    worker.postMessage(task)
  })
}
