import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { createDatabase, startPostgres } from './postgres.ts'

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

async function withOwnServer(work: () => Promise<void>): Promise<void> {
  const shared = process.env.KEPT_TEST_POSTGRES
  delete process.env.KEPT_TEST_POSTGRES
  try {
    await work()
  } finally {
    if (shared) process.env.KEPT_TEST_POSTGRES = shared
  }
}

test('the test server is a PostgreSQL 18 in UTF-8, has the roles, asks its superuser for a password and leaves nothing behind', () =>
  withOwnServer(async () => {
    const server = await startPostgres()
    const { folder } = (await ask(
      server.superuserUrl,
      "select replace(current_setting('data_directory'), '/data', '') as folder",
    )) as { folder: string }
    try {
      const { version } = await ask(server.superuserUrl, "select current_setting('server_version_num') as version")
      assert.equal(Math.floor(Number(version) / 10_000), 18)

      const url = await createDatabase(server.superuserUrl, 'one council')
      const answer = await ask(
        url,
        "select current_database() as name, current_setting('server_encoding') as encoding, upper('é') as letter",
      )
      assert.deepEqual(answer, { name: 'one council', encoding: 'UTF8', letter: 'É' })

      const plain = new URL(url)
      plain.username = 'kept_login'
      plain.password = ''
      assert.deepEqual(await ask(plain.href, 'select current_user::text as name'), { name: 'kept_login' })

      const stranger = new URL(server.superuserUrl)
      stranger.password = 'guess'
      await assert.rejects(ask(stranger.href, 'select 1'), /password/)
    } finally {
      await server.stop()
    }
    assert.equal(existsSync(folder), false)
    await assert.rejects(ask(server.superuserUrl, 'select 1'), { code: 'ECONNREFUSED' })
  }))

test('a server named in KEPT_TEST_POSTGRES is handed out and not stopped', () =>
  withOwnServer(async () => {
    process.env.KEPT_TEST_POSTGRES = 'postgres://someone@127.0.0.1:5999/postgres'
    const server = await startPostgres()
    await server.stop()
    assert.deepEqual([server.port, server.superuserUrl], [5999, 'postgres://someone@127.0.0.1:5999/postgres'])
    delete process.env.KEPT_TEST_POSTGRES
  }))
