import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import { returnFile, smallReturn, textFile } from '../../../../test/kit/return-files.ts'
import { readConfig } from '../../../config.ts'
import type { Actor } from '../../../database/database.ts'
import type { ReturnFile } from '../../../domain/ssda903/return.ts'
import { createRenderer } from '../../../web/render/nunjucks.ts'
import { addRoutes, cookieName } from '../../../web/request.ts'
import { formWord, openSession } from '../../../web/session.store.ts'
import type { Site } from '../../../web/site.ts'
import { acceptReturn } from '../accept-return.command.ts'
import { importRoutes } from '../imports.routes.ts'
import { takeFiles } from '../take-files.command.ts'

const asset = { css: '/a.css', js: '/a.js', favicon: '/a.svg', font: '/a.woff2' }
let made: TestCouncil
let app: FastifyInstance
let site: Site
let analyst: Browser
let worker: Browser

before(async () => {
  made = await makeTestCouncil()
  const { database, council } = made
  const renderer = createRenderer({ isStrict: true })
  site = {
    config: readConfig({}),
    database,
    council,
    today: TODAY,
    currentDay: () => TODAY,
    renderer,
    isSecure: false,
    asset,
  }
  app = fastify()
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart)
  addRoutes(app, site, importRoutes)
  analyst = await signIn(await made.addStaff('performance_analyst', 'Ana Lyst'))
  worker = await signIn(await made.addStaff('social_worker', 'Wor Ker'))
})
after(async () => {
  await app.close()
  await made.close()
})

interface Browser {
  actor: Actor
  get: (url: string) => Promise<LightMyRequestResponse>
  post: (url: string) => Promise<LightMyRequestResponse>
  upload: (files: ReturnFile[], year?: string) => Promise<LightMyRequestResponse>
}

async function signIn(actor: Actor): Promise<Browser> {
  const token = await openSession(made.database, made.council.authorityId, actor.personId)
  const headers = { cookie: `${cookieName(site)}=${token}` }
  const _csrf = formWord(token)
  return {
    actor,
    get: async (url) => app.inject({ url, headers }),
    post: async (url) =>
      app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: `_csrf=${_csrf}`,
      }),
    upload: async (files, year = '') => {
      const form = new FormData()
      form.set('_csrf', _csrf)
      form.set('year', year)
      for (const { name, bytes } of files) form.append('files', new Blob([Buffer.from(bytes)]), name)
      const body = new Response(form)
      const payload = Buffer.from(await body.arrayBuffer())
      return app.inject({
        method: 'POST',
        url: '/imports',
        headers: { ...headers, 'content-type': body.headers.get('content-type')! },
        payload,
      })
    },
  }
}

const heading = (body: string) => /<h1[^>]*>\s*([\s\S]*?)\s*<\/h1>/.exec(body)?.[1]
const eventsOf = (actor: Actor) =>
  made.database.as(actor, async (query) => {
    const { rows } = await sql<{
      event: string
    }>`select event from audit where person_id = ${actor.personId} order by at`.execute(query)
    return rows.map(({ event }) => event)
  })

test('before the first file the pages teach what will be there', async () => {
  const list = await analyst.get('/imports')
  assert.equal(list.statusCode, 200)
  assert.match(list.body, /No file has been taken in yet/)
  assert.match((await analyst.get('/imports/quality')).body, /No return is in the record yet/)
})

test('from choosing files to figures: check, preview, accept, and the result', async () => {
  const sent = await analyst.upload(
    smallReturn({ reviews: ['A1,03/05/2012,31/02/2026,PN1', 'A2,17/09/2014,28/07/2025,PN6'] }),
  )
  assert.equal(sent.statusCode, 303)
  const address = sent.headers.location!
  const preview = await analyst.get(address)
  assert.equal(heading(preview.body), '2 children in this return: 8 new facts, 0 the same, 1 row refused.')
  assert.match(preview.body, /Accept the 8 good rows/)
  assert.match(preview.body, /REVIEW cannot be “31\/02\/2026”/)
  const accepted = await analyst.post(`${address}/accept`)
  assert.equal(accepted.headers.location, `${address}?done=accepted`)
  const result = await analyst.get(accepted.headers.location)
  assert.match(heading(result.body)!, /^Taken in on .*: 11 facts about 2 children, accepted by Ana Lyst\.$/)
  assert.match(result.body, /The good rows are in the record/)
  assert.doesNotMatch(result.body, /Accept the/)
  assert.match((await analyst.get('/imports')).body, /The record holds the return of 2025-26/)
  assert.equal(heading((await analyst.get('/imports/quality')).body), '1 of 9 rows was refused (11.1%).')
  assert.ok((await eventsOf(analyst.actor)).includes('preview opened'))
})

test('the same files again: nothing new, and nothing to accept', async () => {
  const { headers } = await analyst.upload(smallReturn({ reviews: ['A2,17/09/2014,28/07/2025,PN6'] }))
  const { body } = await analyst.get(headers.location!)
  assert.equal(heading(body), '2 children in this return, and nothing new: all 8 rows are in the record already.')
  assert.doesNotMatch(body, /Accept the/)
  const closed = await analyst.post(`${headers.location}/drop`)
  assert.match((await analyst.get(closed.headers.location!)).body, /These files were closed, and nothing was taken in/)
})

test('a fault of a file shows what to put right, and that nothing was kept', async () => {
  const zip = { name: 'return.zip', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) }
  const { headers } = await analyst.upload([...smallReturn(), zip])
  const { body } = await analyst.get(headers.location!)
  assert.equal(heading(body), 'Nothing was taken in: 1 thing to put right in these files.')
  assert.match(body, /<strong>return\.zip<\/strong>: This is a zip file/)
  assert.doesNotMatch(body, /Accept the/)
})

test('a form without files, or with a year that is none, comes back with what was typed', async () => {
  const none = await analyst.upload([], '26')
  assert.equal(none.statusCode, 422)
  assert.match(none.body, /<a href="#files">Choose the files of the return, or a directory<\/a>/)
  assert.match(none.body, /<a href="#year">Give the year in which the return ends/)
  assert.match(none.body, /value="26"/)
})

test('the year given on the form stands', async () => {
  const { headers } = await analyst.upload(
    [returnFile('Header', ['N1,F,03/05/2012,WBRI,,,']), returnFile('Episodes', ['N1,10/06/2023,S,C2,N1,U6,PR1,,,,,,'])],
    '2025',
  )
  assert.match((await analyst.get(headers.location!)).body, /2024-25: 1 child/)
})

test('a directory is taken in at once, and beside a return it is said on the preview', async () => {
  const directory = textFile('d.csv', ['pcds,lad,oseast1m,osnrth1m', 'ZX1 1AA,E07999901,465000,276000'])
  const alone = await analyst.upload([directory])
  assert.match(heading((await analyst.get(alone.headers.location!)).body)!, /^Taken in on .*: 1 postcode\.$/)
  const both = await analyst.upload([directory, ...smallReturn()])
  assert.match(
    (await analyst.get(both.headers.location!)).body,
    /Also taken in: 1 postcode, and nothing in them is new\./,
  )
})

test('an acceptance that comes too late is a page that says why', async () => {
  const files = smallReturn({
    header: ['L1,F,03/05/2012,WBRI,,,'],
    episodes: ['L1,10/06/2025,S,C2,N1,U6,PR1,,,,ZX1 1AA,ZX1 1AB,'],
    reviews: [],
    workers: [],
  })
  const take = async () => (await takeFiles(made.database, made.council, analyst.actor.personId, files)).returnId!
  const [first, second] = [await take(), await take()]
  await acceptReturn(made.database, made.council, analyst.actor.personId, first)
  const late = await analyst.post(`/imports/${second}/accept`)
  assert.equal(late.statusCode, 409)
  assert.match(late.body, /There is a problem[\s\S]*changed after they were checked/)
  const twice = await analyst.post(`/imports/${first}/accept`)
  assert.match(twice.body, /accepted already/)
  assert.match((await analyst.post(`/imports/${first}/drop`)).body, /closed already/)
})

test('the download has every finding, is traced, and can start no formula', async () => {
  const { headers } = await analyst.upload(smallReturn({ reviews: ['A1,03/05/2012,=1+1,PN1'] }))
  const { headers: sent, body } = await analyst.get(`${headers.location}/findings.csv`)
  assert.equal(sent['content-disposition'], 'attachment; filename="findings-2026.csv"')
  assert.match(
    body,
    /^\ufeffWhat,Year,Table,File,Line,Column,Value,Child,Why\r\nrow refused,2026,Reviews,Reviews\.csv,2,REVIEW,'=1\+1,A1,/,
  )
  assert.equal((await eventsOf(analyst.actor)).at(-1), 'findings downloaded')
})

test('as two people: who may not take files in finds nothing, by link, by guessed id, by form', async () => {
  const { headers } = await analyst.upload(smallReturn())
  const address = headers.location!
  const pages = ['/imports', '/imports/new', '/imports/quality', address, `${address}/findings.csv`]
  for (const page of pages) {
    assert.equal((await analyst.get(page)).statusCode, 200, page)
    const refused = await worker.get(page)
    assert.equal(refused.statusCode, 404, page)
    assert.equal(heading(refused.body), 'There is nothing here for you.')
  }
  for (const form of [`${address}/accept`, `${address}/drop`])
    assert.equal((await worker.post(form)).statusCode, 404, form)
  assert.equal((await worker.upload(smallReturn())).statusCode, 404)
  assert.equal((await app.inject({ url: address })).statusCode, 303, 'nobody signed in goes to sign-in')
})

test('what is no id, or nobody’s, is not found', async () => {
  for (const id of ['1', "x'; drop", '00000000-0000-4000-8000-000000000000']) {
    const address = `/imports/${encodeURIComponent(id)}`
    for (const url of [address, `${address}/findings.csv`]) assert.equal((await analyst.get(url)).statusCode, 404, url)
    for (const url of [`${address}/accept`, `${address}/drop`])
      assert.equal((await analyst.post(url)).statusCode, 404, url)
  }
})

test('a form without its word is asked for once more, and changes nothing', async () => {
  const { headers } = await analyst.upload(smallReturn())
  const token = await openSession(made.database, made.council.authorityId, analyst.actor.personId)
  const cookies = { cookie: `${cookieName(site)}=${token}`, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await app.inject({ method: 'POST', url: `${headers.location}/accept`, headers: cookies, payload: '' })
  assert.equal(answer.statusCode, 403)
  assert.match((await analyst.get(headers.location!)).body, /Close without taking anything in/)
})
