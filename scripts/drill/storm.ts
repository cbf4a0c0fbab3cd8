import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { count, type Drilled, pickMoment, reopen } from './council.ts'

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))
const MOST_WAIT = 20_000

/** Kills a storm of corrections. Every one that was acknowledged is there, and at most one that was not. */
export async function drillStorm(data: string, times: number): Promise<Drilled> {
  const drilled: Drilled = { name: 'kill -9 in a storm of corrections', times, broken: 0, faults: [] }
  for (let turn = 1; turn <= times; turn += 1) {
    const word = `storm ${process.pid} ${turn}`
    const writer = new Writer(data, word)
    await writer.until(() => writer.corrections > 0)
    await wait(pickMoment(turn, 250))
    await writer.kill()
    const acknowledged = writer.corrections
    if (acknowledged > 0) drilled.broken += 1
    const faults = await reopen(data, async (opened, found) => {
      const kept = await count(opened, (authority) => correctionsOf(authority, word))
      if (kept < acknowledged || kept > acknowledged + 1)
        found.push(`${acknowledged} corrections were acknowledged and ${kept} are there`)
    })
    drilled.faults.push(...faults.map((fault) => `turn ${turn}: ${fault}`))
  }
  return drilled
}

/** Two processes start on one folder in the same moment, just after its holder was killed: one has it, the other does not. */
export async function drillSecondProcess(data: string, times: number): Promise<Drilled> {
  const drilled: Drilled = { name: 'two processes on one folder', times, broken: 0, faults: [] }
  for (let turn = 1; turn <= times; turn += 1) {
    const writers = ['one', 'other'].map((name) => new Writer(data, `${name} ${process.pid} ${turn}`))
    await Promise.all(writers.map((writer) => writer.until(() => writer.isRefused || writer.corrections > 0)))
    await Promise.all(writers.map((writer) => writer.kill()))
    const holders = writers.filter(({ isHolder }) => isHolder).length
    if (holders === 1) drilled.broken += 1
    else drilled.faults.push(`turn ${turn}: ${holders} processes held the folder at once`)
    const faults = await reopen(data, async () => {})
    drilled.faults.push(...faults.map((fault) => `turn ${turn}: ${fault}`))
  }
  return drilled
}

/** `writer.ts` in a process of its own, and what it has said so far. */
class Writer {
  #out = ''
  readonly #kill: () => void
  readonly #ended: Promise<void>

  constructor(data: string, word: string) {
    const child = spawn(process.execPath, [WRITER, data, word], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text
    })
    this.#kill = () => child.kill('SIGKILL')
    this.#ended = new Promise((resolve) => child.once('close', () => resolve()))
  }

  get isHolder(): boolean {
    return this.#out.startsWith('held\n')
  }

  get isRefused(): boolean {
    return this.#out.startsWith('taken\n')
  }

  /** Corrections it has told of; a line cut off at its end does not count. */
  get corrections(): number {
    return this.#out.split('\n').slice(1, -1).length
  }

  async until(isSo: () => boolean): Promise<void> {
    for (let waited = 0; waited < MOST_WAIT && !isSo(); waited += 10) await wait(10)
  }

  async kill(): Promise<void> {
    this.#kill()
    await this.#ended
  }
}

function correctionsOf(authorityId: number, word: string) {
  return sql`select count(*) from event where authority_id = ${authorityId} and starts_with(reason, ${`${word} `})`
}
