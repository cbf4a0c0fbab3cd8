import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Actor } from '../../src/database/database.ts'
import { formWord, openSession } from '../../src/web/session.store.ts'
import { type TestCouncil, TODAY } from './council.ts'

/** The real application without a port, over a test council. */
export class TestApp {
  readonly app: FastifyInstance
  readonly council: TestCouncil
  readonly folder: string
  constructor(app: FastifyInstance, council: TestCouncil, folder: string) {
    this.app = app
    this.council = council
    this.folder = folder
  }

  /** One request as somebody (null: a stranger). A POST carries the form's own word unless told otherwise. */
  async ask(
    method: 'GET' | 'POST',
    url: string,
    actor: Actor | null,
    form: Record<string, string> = {},
    isWordRight = true,
  ) {
    const token = actor === null ? null : await openSession(this.council.database, actor.authorityId, actor.personId)
    const word: Record<string, string> = token !== null && isWordRight ? { _csrf: formWord(token) } : {}
    return this.app.inject({
      method,
      url,
      ...(token === null ? {} : { cookies: { kept_session: token } }),
      ...(method === 'POST'
        ? {
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: new URLSearchParams({ ...form, ...word }).toString(),
          }
        : {}),
    })
  }

  /** One reading with headers of its own. */
  async askWith(method: 'GET', url: string, actor: Actor, headers: Record<string, string>) {
    const token = await openSession(this.council.database, actor.authorityId, actor.personId)
    return this.app.inject({ method, url, headers, cookies: { kept_session: token } })
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.council.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** `settings`: what the environment says besides the data folder. */
export async function makeTestApp(council: TestCouncil, settings: Record<string, string> = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-app-'))
  const config = readConfig({ KEPT_DATA: folder, ...settings })
  const parts = { config, database: council.database, council: council.council, today: TODAY, isStrict: true }
  return new TestApp(await buildApp(parts), council, folder)
}
