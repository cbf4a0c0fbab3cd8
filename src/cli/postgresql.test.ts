import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runKept, temporaryFolder, writeReturns } from '../../test/kit/command.ts'
import { createDatabase, startPostgres, type TestPostgres } from '../../test/kit/postgres.ts'
import { allMeasures } from '../domain/measures/all-measures.ts'

const folder = temporaryFolder({ after })
const data = join(folder, 'unused')
let server: TestPostgres
let settings: Record<string, string>

before(async () => {
  server = await startPostgres()
  const url = await createDatabase(server.superuserUrl, `kept_command_${process.pid}`)
  const prepared = await runKept(data, ['database', 'prepare', url])
  assert.equal(prepared.code, 0, prepared.said)
  const as = (user: string) => Object.assign(new URL(url), { username: user, password: '' }).href
  settings = { DATABASE_URL: as('kept_login'), DATABASE_OWNER_URL: as('kept_owner') }
})
after(() => server.stop())

test('on a prepared PostgreSQL server the commands work as the plain roles', async () => {
  const kept = (...words: string[]) => runKept(data, words, { settings })
  const none = await kept('measures')
  assert.equal(none.code, 1)
  assert.match(none.said, /There is no council here yet/)
  const made = await kept(
    'init',
    '--council',
    'Testshire',
    '--authority',
    '999',
    '--admin-email',
    'a@testshire.example',
  )
  assert.equal(made.code, 0, made.said)
  const taken = await kept('import', writeReturns(folder)[2025], '--yes', '--json')
  assert.equal(taken.code, 0, taken.said)
  assert.equal(JSON.parse(taken.out).status, 'accepted')
  const measures = JSON.parse((await kept('measures', '--as-at', '2025-03-31', '--json')).out)
  assert.equal(measures.length, allMeasures.length)
  const verified = await kept('verify')
  assert.equal(verified.code, 0, verified.said)
})

test('without the owner’s address a command that needs it says so', async () => {
  const { code, said } = await runKept(data, ['verify'], { settings: { DATABASE_URL: settings.DATABASE_URL! } })
  assert.equal(code, 1)
  assert.match(said, /Set DATABASE_OWNER_URL/)
})
