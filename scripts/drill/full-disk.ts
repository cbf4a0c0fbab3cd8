import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { runKept, startKeptServer, type TestServer } from '../../test/kit/command.ts'
import { count, type Drilled, makeDrillReturn, reopen } from './council.ts'

const STEP = 300 * 1024
const SIZE = '300m'
/** Enough to need new room for the tables at first, and for the database's log when those have it. */
const ROWS = 5000

/**
 * The disk fills while a return is taken in by a running server. The command says so and fails; with room again the same
 * server answers, the record is whole, and nothing of the import is there. Needs a small disk, which only root may make.
 */
export async function drillFullDisk(data: string, folder: string, times: number): Promise<Drilled> {
  const drilled: Drilled = { name: 'a full disk', times: 0, broken: 0, faults: [] }
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return { ...drilled, skipped: 'only root may make the small disk that this needs' }
  }
  try {
    const council = join(disk, 'council')
    cpSync(join(data, 'database'), join(council, 'database'), { recursive: true })
    const files = join(folder, 'full-disk')
    mkdirSync(files)
    for (const { name, bytes } of makeDrillReturn(ROWS).ofTurn(900)) writeFileSync(join(files, name), bytes)
    let isAcknowledged = false
    for (let turn = 1; turn <= times && !isAcknowledged; turn += 1) {
      drilled.times = turn
      // A little more is left each time, so that it runs out at different moments, until there is enough.
      const tried = await importOnFullDisk(disk, council, files, (turn - 1) * STEP)
      isAcknowledged = tried.isAcknowledged
      if (!isAcknowledged) drilled.broken += 1
      const faults = await reopen(council, async (opened, found) => {
        const children = await count(
          opened,
          (authority) =>
            sql`select count(*) from identifier where authority_id = ${authority} and starts_with(value, 'T900-')`,
        )
        if (isAcknowledged !== children > 0)
          found.push(`acknowledged: ${isAcknowledged}; ${children} children are there`)
      })
      drilled.faults.push(...[...tried.faults, ...faults].map((fault) => `turn ${turn}: ${fault}`))
    }
  } finally {
    execFileSync('umount', [disk], { stdio: 'ignore' })
  }
  return drilled
}

async function importOnFullDisk(
  disk: string,
  council: string,
  files: string,
  left: number,
): Promise<{ isAcknowledged: boolean; faults: string[] }> {
  const faults: string[] = []
  const server = await startKeptServer(council)
  const fill = join(disk, 'fill')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(fill, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  const { code, out, said } = await runKept(council, ['import', files, '--yes', '--json'])
  rmSync(fill)
  const isAcknowledged = /"status":"accepted"/.test(out)
  if (!isAcknowledged && code === 0) faults.push('it failed with exit code 0')
  if (!isAcknowledged && said.trim() === '') faults.push('it failed without a word')
  if (!(await isWell(server))) faults.push('the server did not answer again when there was room')
  await server.stop()
  return { isAcknowledged, faults }
}

async function isWell({ address }: TestServer): Promise<boolean> {
  return (await fetch(`${address}/health`)).status === 200
}
