import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * One process per data folder. The lock is a local socket in the folder: the kernel frees it when a process is killed,
 * so a stale file (nobody answers) and a taken one are told apart. Through it a second command hands its work over.
 */
export interface FolderLock {
  release: () => Promise<void>
}

export interface Handover {
  arguments: string[]
  /** The data folder. */
  folder: string
  /** Where relative paths start. */
  from: string
}

export type HandoverAnswer = { to: 'stdout' | 'stderr'; text: string } | { exitCode: number }
/** Runs a command that another process handed over, and says what it prints. */
export type HandoverWorker = (handover: Handover, say: (answer: HandoverAnswer) => void) => Promise<number>

/** Takes the lock; null where another process holds it. */
export async function takeLock(folder: string, work: HandoverWorker | null): Promise<FolderLock | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return inTurn(folder, () => take(folder, work))
}

/**
 * Finding a stale lock and taking it are two steps; between them another could take it, and be taken for the stale one.
 * So they are done one process at a time, on a name of the kernel's own that goes with its holder (Linux).
 */
async function inTurn<T>(folder: string, step: () => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') return step()
  const { dev, ino } = statSync(folder)
  const turn = createServer()
  for (let tries = 0; tries < MOST_TRIES && !(await listen(turn, `\0kept-${dev}-${ino}`)); tries += 1) await wait(5)
  try {
    return await step()
  } finally {
    if (turn.listening) await new Promise((resolve) => turn.close(resolve))
  }
}

/** Five seconds: nobody keeps the turn for long, and whoever squats on the name delays, and never locks out. */
const MOST_TRIES = 1000

async function take(folder: string, work: HandoverWorker | null): Promise<FolderLock | null> {
  const { path, close } = socketPath(folder)
  // A caller that is killed breaks its line: that is nothing to us.
  const server = createServer((socket) => void serve(socket, work).catch(() => socket.destroy()))
  for (let tries = 0; tries < 5; tries += 1) {
    if (await listen(server, path)) {
      server.unref()
      const release = async () => {
        // Closing removes the socket first; removing it here, later, could remove the next holder's.
        await new Promise((resolve) => server.close(resolve))
        close()
      }
      return { release }
    }
    if (await isAnswered(path)) {
      close()
      return null
    }
    // Nobody answers: left by a process that was killed. Moved aside in one step, so that two finders cannot both remove it.
    const aside = `${path}.${process.pid}`
    try {
      renameSync(path, aside)
      rmSync(aside, { force: true })
    } catch {
      // somebody else moved it first
    }
  }
  close()
  return null
}

/** Nobody held the folder any more when the command was to be handed over: it was not begun, so it may be tried again. */
export class NobodyThere extends Error {}

/** Hands a command to the process that holds the folder. Resolves with its exit code. */
export async function handOver(
  handover: Handover,
  print: (answer: { to: 'stdout' | 'stderr'; text: string }) => void,
): Promise<number> {
  const { path, close } = socketPath(handover.folder)
  const socket = connect(path)
  try {
    await isConnected(socket)
    socket.write(`${JSON.stringify(handover)}\n`)
    for await (const line of lines(socket)) {
      const answer = JSON.parse(line) as HandoverAnswer
      if ('exitCode' in answer) return answer.exitCode
      print(answer)
    }
    throw new Error('it ended')
  } catch (error) {
    if (error instanceof NobodyThere) throw error
    throw new Error('The running Kept stopped before the command was done. Start it again and repeat the command.')
  } finally {
    socket.destroy()
    close()
  }
}

function isConnected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('error', (error) => reject(new NobodyThere(error.message)))
  })
}

async function serve(socket: Socket, work: HandoverWorker | null): Promise<void> {
  socket.on('error', () => {})
  const say = (answer: HandoverAnswer) => socket.write(`${JSON.stringify(answer)}\n`)
  for await (const line of lines(socket)) {
    if (work === null) {
      say({ to: 'stderr', text: 'Another kept command is at work on this data folder. Wait until it is done.\n' })
      say({ exitCode: 1 })
    } else {
      say({ exitCode: await work(JSON.parse(line) as Handover, say) })
    }
    socket.end()
    return
  }
}

async function* lines(socket: Socket): AsyncGenerator<string> {
  let rest = ''
  socket.setEncoding('utf8')
  for await (const chunk of socket) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop()!
    yield* parts
  }
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', taken)
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    const taken = () => {
      server.off('error', failed)
      resolve(true)
    }
    server.once('error', failed).once('listening', taken)
    server.listen({ path, readableAll: false, writableAll: false })
  })
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** A socket's path holds about 100 characters; a longer one is reached through the folder's open handle (Linux). */
function socketPath(folder: string): { path: string; close: () => void } {
  const path = join(folder, 'lock')
  if (path.length < 100) return { path, close: () => {} }
  const handle = openSync(folder, 'r')
  return { path: `/proc/self/fd/${handle}/lock`, close: () => closeSync(handle) }
}
