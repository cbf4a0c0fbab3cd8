import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const VECTORS = fileURLToPath(new URL('../vectors/ssda903', import.meta.url))
const KEPT = fileURLToPath(new URL('../../src/cli/kept.ts', import.meta.url))

export interface CommandResult {
  code: number | null
  out: string
  said: string
}

interface CommandOptions {
  /** Settings of the environment, besides those of the machine. */
  settings?: Record<string, string>
  cwd?: string
}

/** A folder for one test, gone after it. */
export function temporaryFolder(test: TestContext | { after: (end: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-command-'))
  test.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The two small returns as a real council would send them: without the made-up postcodes, which a real one refuses. */
export function writeReturns(folder: string): { 2025: string; 2026: string } {
  const write = (year: 2025 | 2026) => {
    const to = join(folder, `return-${year}`)
    mkdirSync(to)
    for (const name of readdirSync(join(VECTORS, `return-${year}`))) {
      const text = readFileSync(join(VECTORS, `return-${year}`, name), 'utf8')
      writeFileSync(join(to, name), text.replaceAll(/\bZX\d+ ?\d[A-Z]{2}\b/gi, ''))
    }
    return to
  }
  return { 2025: write(2025), 2026: write(2026) }
}

/** Starts `kept …` in a process of its own, as a person would, on a data folder. */
export function startKept(data: string, words: string[], { settings = {}, cwd }: CommandOptions = {}) {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, NODE_TEST_CONTEXT: _test, ...machine } = process.env
  return spawn(process.execPath, [KEPT, ...words], {
    env: { ...machine, KEPT_DATA: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  })
}

/** Runs `kept …` to its end. */
export function runKept(data: string, words: string[], options: CommandOptions = {}): Promise<CommandResult> {
  const child = startKept(data, words, options)
  const result: CommandResult = { code: null, out: '', said: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.said += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ ...result, code }))
  })
}

export interface TestServer {
  address: string
  pid: number
  /** Asks it to stop and waits until it has; resolves with its exit code. */
  stop: () => Promise<number | null>
  /** Kills it, as a power cut would. */
  kill: () => Promise<void>
}

/** `kept serve` on a free port, once it listens. */
export async function startKeptServer(data: string, options: CommandOptions = {}): Promise<TestServer> {
  const child = startKept(data, ['serve', '--port', '0'], options)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /is open at (http:\S+)/.exec(said)
      if (found) resolve(found[1]!)
    })
    child.once('error', reject).once('close', () => reject(new Error(`kept serve ended before it listened:\n${said}`)))
  })
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    return ended
  }
  return { address, pid: child.pid!, stop: () => end('SIGTERM'), kill: async () => void (await end('SIGKILL')) }
}
