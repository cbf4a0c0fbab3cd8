import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'

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
  const { path, close } = socketPath(folder)
  const server = createServer((socket) => serve(socket, work))
  for (let tries = 0; tries < 5; tries += 1) {
    if (await listen(server, path)) {
      server.unref()
      const release = async () => {
        await new Promise((resolve) => server.close(resolve))
        rmSync(path, { force: true })
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

/** Hands a command to the process that holds the folder. Resolves with its exit code. */
export async function handOver(
  handover: Handover,
  print: (answer: { to: 'stdout' | 'stderr'; text: string }) => void,
): Promise<number> {
  const { path, close } = socketPath(handover.folder)
  const socket = connect(path)
  try {
    socket.write(`${JSON.stringify(handover)}\n`)
    for await (const line of lines(socket)) {
      const answer = JSON.parse(line) as HandoverAnswer
      if ('exitCode' in answer) return answer.exitCode
      print(answer)
    }
    throw new Error('The running Kept stopped before the command was done. Start it again and repeat the command.')
  } finally {
    socket.destroy()
    close()
  }
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
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error))
    server.once('error', failed)
    server.listen({ path, readableAll: false, writableAll: false }, () => {
      server.off('error', failed)
      resolve(true)
    })
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
