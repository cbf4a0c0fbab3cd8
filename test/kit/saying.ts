import assert from 'node:assert/strict'
import { sql } from 'kysely'
import sharp from 'sharp'
import type { Actor } from '../../src/database/database.ts'
import { formWord, openSession } from '../../src/web/session.store.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { characteristics, makeTestCouncil, type TestCouncil } from './council.ts'

type Form = Record<string, string>

/** Children of nine who say something: their worker Wren has the cover Cov, their adviser Pat has none, Lee hears of adults. */
export class Saying {
  readonly app: TestApp
  readonly council: TestCouncil
  readonly people: Record<'worker' | 'cover' | 'adviser' | 'lead', Actor>
  #children = 0
  constructor(parts: Pick<Saying, 'app' | 'council' | 'people'>) {
    this.app = parts.app
    this.council = parts.council
    this.people = parts.people
  }

  as<T>(actor: Actor, work: Parameters<typeof this.council.database.as<T>>[1]): Promise<T> {
    return this.council.database.as(actor, work)
  }

  async addChild(): Promise<Actor> {
    const id = await this.council.addChild({ code: String(940_000 + ++this.#children), given: 'Kit', role: 'child' })
    await this.council.state(id, characteristics('2017-01-31'))
    await this.council.relate(this.people.worker, id, 'social_worker')
    await this.council.relate(this.people.adviser, id, 'personal_adviser')
    return this.council.actor(id)
  }

  /** Chooses the worker, and reads who else could read it. */
  async choose(child: Actor): Promise<void> {
    const { headers } = await this.app.ask('POST', '/me/say', child, { to: this.people.worker.personId })
    assert.equal(headers.location, '/me/say/before')
    assert.equal((await this.app.ask('POST', '/me/say/before', child)).headers.location, '/me/say/write')
  }

  /** The last two steps. Returns the view's id. */
  async send(child: Actor, written: Form, last: Form = {}): Promise<string> {
    assert.equal((await this.app.ask('POST', '/me/say/write', child, { ...written, do: 'next' })).statusCode, 303)
    const sent = await this.app.ask('POST', '/me/say/check', child, { beside: 'nobody', ...last })
    return /^\/me\/say\/sent\/(.+)$/.exec(String(sent.headers.location))![1]!
  }

  async upload(child: Actor, bytes: Buffer | null, name: string) {
    const token = await openSession(this.council.database, child.authorityId, child.personId)
    const form = new FormData()
    form.append('_csrf', formWord(token))
    if (bytes !== null) form.append('file', new File([new Uint8Array(bytes)], name))
    const packed = new Response(form)
    return this.app.app.inject({
      method: 'POST',
      url: '/me/say/file',
      cookies: { kept_session: token },
      headers: { 'content-type': packed.headers.get('content-type')! },
      payload: Buffer.from(await packed.arrayBuffer()),
    })
  }

  async addDrawing(child: Actor): Promise<void> {
    assert.equal((await this.upload(child, await draw(), 'drawing.png')).headers.location, '/me/say/file')
  }
}

export async function startSaying(): Promise<Saying> {
  const council = await makeTestCouncil()
  const people = {
    worker: await council.addStaff('social_worker', 'Wren Example'),
    cover: await council.addStaff('social_worker', 'Cov Example'),
    adviser: await council.addStaff('personal_adviser', 'Pat Example'),
    lead: await council.addStaff('allegations_lead', 'Lee Example'),
  }
  await council.addTeam(await council.addStaff('team_manager', 'Mo Example'), [people.worker])
  await council.database.asOwner((query) =>
    sql`insert into cover (authority_id, for_person, covered_by, starts_on)
      values (${council.council.authorityId}, ${people.worker.personId}, ${people.cover.personId}, '2020-01-01')`.execute(
      query,
    ),
  )
  return new Saying({ app: await makeTestApp(council), council, people })
}

export function draw(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#c2410c' } })
    .png()
    .toBuffer()
}

/** What a page says, without its drawings and marks. */
export function textOf(html: string): string {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}
