import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { startKept, startKeptServer } from '../../test/kit/command.ts'
import type { MadeReturn } from '../bench/return.ts'
import { count, type Drilled, makeDrillReturn, pickMoment, reopen } from './council.ts'

/**
 * Kills an import in its middle. At even turns the command itself, at odd turns the server it was handed to; some at any
 * moment, most while it is accepted. Afterwards it is there as a whole or not at all; acknowledged, it is there.
 */
export async function drillImport(data: string, folder: string, times: number): Promise<Drilled> {
  const made = makeDrillReturn()
  const drilled: Drilled = { name: 'kill -9 in the middle of an import', times, broken: 0, faults: [] }
  const whole = await importOnce(data, writeTurn(folder, made, 0), { turn: 0, isKilled: false })
  let wanted = 0
  await reopen(data, async (opened) => {
    wanted = await count(opened, (authority) => factsOf(authority, 0))
  })
  if (!whole.isAcknowledged || wanted === 0) throw new Error('The drill could not import its own return.')
  for (let turn = 1; turn <= times; turn += 1) {
    const { isAcknowledged } = await importOnce(data, writeTurn(folder, made, turn), { turn, isKilled: true })
    if (!isAcknowledged) drilled.broken += 1
    const faults = await reopen(data, async (opened, found) => {
      const children = await count(opened, (authority) => childrenOf(authority, turn))
      const facts = await count(opened, (authority) => factsOf(authority, turn))
      const isWhole = facts === wanted
      if (isAcknowledged && !isWhole) found.push('an acknowledged import is not there')
      else if (!isWhole && (children > 0 || facts > 0))
        found.push(`an import is there in part: ${children} children, ${facts} facts`)
    })
    drilled.faults.push(...faults.map((fault) => `turn ${turn}: ${fault}`))
  }
  return drilled
}

function writeTurn(folder: string, made: MadeReturn, turn: number): string {
  const to = join(folder, `import-${turn}`)
  mkdirSync(to, { recursive: true })
  for (const { name, bytes } of made.ofTurn(turn)) writeFileSync(join(to, name), bytes)
  return to
}

async function importOnce(
  data: string,
  files: string,
  { turn, isKilled }: { turn: number; isKilled: boolean },
): Promise<{ isAcknowledged: boolean }> {
  const server = turn % 2 === 1 ? await startKeptServer(data) : null
  const child = startKept(data, ['import', files, '--yes', '--json'])
  let out = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const accepting = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (/ new facts/.test(said)) resolve()
    })
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  if (isKilled) {
    if (turn % 4 < 3) {
      await Promise.race([accepting, ended])
      await wait(pickMoment(turn, 120))
    } else await Promise.race([wait(pickMoment(turn, 1200)), ended])
    if (server !== null) await server.kill()
    else child.kill('SIGKILL')
  }
  await ended
  if (!isKilled && server !== null) await server.stop()
  return { isAcknowledged: /"status":"accepted"/.test(out) }
}

function childrenOf(authorityId: number, turn: number) {
  return sql`select count(*) from identifier where authority_id = ${authorityId} and scheme = 'return' and starts_with(value, ${`T${turn}-`})`
}

function factsOf(authorityId: number, turn: number) {
  return sql`select count(*) from event e join identifier i on i.authority_id = e.authority_id and i.person_id = e.child_id
    where e.authority_id = ${authorityId} and i.scheme = 'return' and starts_with(i.value, ${`T${turn}-`})`
}
