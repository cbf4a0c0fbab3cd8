import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { type Handover, handOver, NobodyThere, takeLock } from './folder-lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A process that holds the folder's lock until it is killed, and says what it got. */
async function startHolder(of: string): Promise<{ isHolder: boolean; kill: () => Promise<void> }> {
  const lock = new URL('./folder-lock.ts', import.meta.url).href
  const script = `const { takeLock } = await import(${JSON.stringify(lock)}); const lock = await takeLock(${JSON.stringify(of)}, null);
    process.stdout.write(lock ? 'held' : 'taken'); process.stdin.resume().on('end', () => process.exit())`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { isHolder: said === 'held', kill }
}

const command = (words: string[] = []): Handover => ({ arguments: words, folder, from: '/' })

test('a second taker gets nothing, in the same process or in another; after the release the next one has it', async () => {
  const first = await takeLock(folder, null)
  assert.ok(first)
  assert.equal(await takeLock(folder, null), null)
  const other = await startHolder(folder)
  assert.equal(other.isHolder, false)
  await other.kill()
  await first.release()
  const next = await takeLock(folder, null)
  assert.ok(next)
  await next.release()
})

test('the folder is made where it is missing, for its owner alone', async () => {
  const missing = join(folder, 'a', 'b')
  const lock = await takeLock(missing, null)
  assert.equal((await stat(missing)).mode & 0o777, 0o700)
  await lock!.release()
})

test('a lock left by a process that was killed is free; one that is held is not', async () => {
  const holder = await startHolder(folder)
  assert.equal(holder.isHolder, true)
  assert.equal(await takeLock(folder, null), null)
  await holder.kill()
  assert.ok(existsSync(join(folder, 'lock')), 'the file is still there')
  const lock = await takeLock(folder, null)
  assert.ok(lock)
  await lock.release()
})

test('of several that find a stale lock at once exactly one has it', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 3; round += 1) {
    const dead = await startHolder(folder)
    await dead.kill()
    const takers = await Promise.all([1, 2, 3, 4].map(() => startHolder(folder)))
    assert.equal(takers.filter(({ isHolder }) => isHolder).length, 1, `round ${round}`)
    for (const { kill } of takers) await kill()
  }
})

test('a folder whose path is too long for a socket is locked all the same', async () => {
  const long = join(folder, 'x'.repeat(120), 'y'.repeat(120))
  await mkdir(long, { recursive: true })
  const lock = await takeLock(long, async () => 3)
  assert.ok(lock)
  assert.equal(await takeLock(long, null), null)
  const other = await startHolder(long)
  assert.equal(other.isHolder, false)
  await other.kill()
  assert.equal(await handOver({ ...command(), folder: long }, () => {}), 3)
  await lock.release()
})

test('a command handed over is run by the holder: its words, what it prints, its exit code', async () => {
  const lock = await takeLock(folder, async (handover, say) => {
    say({ to: 'stdout', text: `${handover.arguments.join(' ')} from ${handover.from}` })
    say({ to: 'stderr', text: 'ünfinished\n' })
    return 7
  })
  const printed: string[] = []
  const code = await handOver(command(['verify', '--json']), ({ to, text }) => printed.push(`${to}: ${text}`))
  assert.equal(code, 7)
  assert.deepEqual(printed, ['stdout: verify --json from /', 'stderr: ünfinished\n'])
  await lock!.release()
})

test('a command that finds another command at work, not a server, is told to wait', async () => {
  const lock = await takeLock(folder, null)
  const printed: string[] = []
  assert.equal(await handOver(command(), ({ text }) => printed.push(text)), 1)
  assert.match(printed.join(''), /Wait until it is done/)
  await lock!.release()
})

test('a command that was begun and whose holder then died says so; one that nobody was there for may be tried again', async () => {
  const holder = await startHolder(folder)
  await holder.kill()
  await assert.rejects(
    handOver(command(), () => {}),
    NobodyThere,
  )
  const lock = await takeLock(folder, async () => {
    throw new Error('something broke in the command')
  })
  await assert.rejects(
    handOver(command(), () => {}),
    /stopped before the command was done/,
  )
  assert.equal(await takeLock(folder, null), null, 'the holder lives on')
  await lock!.release()
})

test('a caller who says nothing, says nonsense or breaks off does the holder no harm', async () => {
  const lock = await takeLock(folder, async () => 0)
  for (const words of ['', 'nonsense\n', '{"arguments":']) {
    const socket = connect(join(folder, 'lock'))
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.write(words)
    socket.destroy()
  }
  assert.equal(await handOver(command(), () => {}), 0)
  await lock!.release()
})
