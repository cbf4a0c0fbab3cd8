import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { findPdfFaults } from '../../../test/kit/check-pdf.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { readPdf } from '../../../test/kit/read-pdf.ts'
import type { Actor } from '../../database/database.ts'
import { changePack, findCheck, findEdition, findPack } from './figure-pack.store.ts'

const choice = {
  title: 'Homes, for the board',
  audience: 'board',
  asAt: '2026-06-30',
  years: '1',
  words: 'Fewer children moved.\n\nWe are not there yet.',
  'measure-M01': 'yes',
  'measure-M12': 'yes',
  'measure-M20': 'yes',
}

describe('a pack of figures', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let head: Actor
  let board: Actor
  let pack: string
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    analyst = await council.addStaff('performance_analyst', 'Ana List')
    head = await council.addStaff('service_manager', 'Hal Head')
    board = await council.addStaff('board_member')
    // 41 children: 3 of them in a children's home, 8 placed with parents, the rest fostered.
    for (let index = 0; index < 41; index += 1) {
      const kid = await council.addChild({ code: `K${index}`, given: 'Robin', family: 'Testling' })
      await council.state(kid, characteristics('2012-05-06'))
      await council.state(kid, episode('2020-01-01', null, { placement: index < 3 ? 'K2' : index < 11 ? 'P1' : 'U6' }))
    }
  })
  after(() => app.close())
  const read = (path: string, who: Actor) => app.ask('GET', path, who)
  const post = (path: string, who: Actor, form: Record<string, string> = {}) => app.ask('POST', path, who, form)

  test('what is missing is said beside it, and nothing typed is lost', async () => {
    const answer = await post('/figures/packs/new', analyst, {
      title: 'Kept words',
      asAt: '2026-06-29',
      years: '1',
      words: 'Three children moved.',
    })
    assert.equal(answer.statusCode, 422)
    for (const words of [
      'Choose who it is for',
      'Enter the end of a quarter that is over',
      'Choose at least one figure',
      '“Three children” may point to somebody',
      'value="Kept words"',
    ])
      assert.ok(answer.body.includes(words), words)
  })

  test('it is made by whoever may write true figures, and by nobody else', async () => {
    assert.equal((await post('/figures/packs/new', board, choice)).statusCode, 404)
    const answer = await post('/figures/packs/new', analyst, choice)
    assert.equal(answer.statusCode, 303)
    pack = String(answer.headers.location).split('/').at(-1)!
    assert.match((await read(`/figures/packs/${pack}`, analyst)).body, /not checked[\s\S]*Check the whole pack/)
    assert.equal((await read(`/figures/packs/${pack}`, board)).statusCode, 404)
  })

  test('checked as a whole: the small number and a partner are hidden, and the officer reads why', async () => {
    assert.equal((await post(`/figures/packs/${pack}/check`, analyst)).statusCode, 303)
    const { body } = await read(`/figures/packs/${pack}`, analyst)
    assert.match(body, /This pack is safe to publish/)
    assert.match(body, /waits for approval/)
    const reasons = [...body.matchAll(/<li>([^<]*30 June 2026: [^<]*)<\/li>/g)].map((match) => match[1]!)
    assert.ok(
      reasons.some((reason) => /M12.*: from 1 to 5$/.test(reason)),
      reasons.join('\n'),
    )
    assert.ok(
      reasons.some((reason) => /M12.*: protects .*M12/.test(reason)),
      reasons.join('\n'),
    )
    const check = await council.database.as(analyst, (query) => findCheck(query, pack))
    assert.deepEqual(check!.audit.open, [])
    assert.equal(check!.protection.weight, check!.protection.bound)
  })

  test('what is frozen changes no more, whoever tries', async () => {
    const frozen = (await council.database.as(analyst, (query) => findPack(query, pack)))!
    await council.database.as(analyst, (query) => changePack(query, pack, { ...frozen, title: 'Another title' }))
    assert.equal((await council.database.as(analyst, (query) => findPack(query, pack)))!.title, choice.title)
    assert.equal((await read(`/figures/packs/${pack}/edit`, analyst)).statusCode, 404)
    assert.equal((await post(`/figures/packs/${pack}/check`, analyst)).statusCode, 404)
  })

  test('whoever made it does not approve it; nobody publishes what is not approved', async () => {
    assert.equal((await post(`/figures/packs/${pack}/approved`, analyst)).statusCode, 404)
    assert.equal((await post(`/figures/packs/${pack}/published`, head)).statusCode, 404)
    assert.equal((await post(`/figures/packs/${pack}/approved`, head)).statusCode, 303)
    assert.equal((await read(`/figures/packs/${pack}`, board)).statusCode, 404)
    assert.equal((await post(`/figures/packs/${pack}/published`, head)).statusCode, 303)
  })

  test('a board member reads it: one sign for what is hidden, the promise printed, and no reason why', async () => {
    const { body, statusCode } = await read(`/figures/packs/${pack}`, board)
    assert.equal(statusCode, 200)
    assert.match(body, /41/)
    assert.match(body, /“c” means that a number is hidden/)
    assert.doesNotMatch(body, /protects|from 1 to 5<\/li>|Robin|Testling/)
    assert.match((await read('/figures/packs', board)).body, /1 pack of figures is out/)
  })

  test('no file tells the hidden number, and every file is the same bytes whenever it is made', async () => {
    const edition = (await council.database.as(analyst, (query) => findEdition(query, pack)))!
    for (const kind of ['pdf', 'docx', 'html', 'csv', 'ods'] as const) {
      const { rawPayload, statusCode } = await read(`/figures/packs/${pack}/file/${kind}`, board)
      assert.equal(statusCode, 200)
      assert.equal(createHash('sha256').update(rawPayload).digest('hex'), edition.files[kind], kind)
    }
    const { rawPayload } = await read(`/figures/packs/${pack}/file/ods`, board)
    const sheet = strFromU8(unzipSync(rawPayload)['content.xml']!)
    assert.match(sheet, /by group, on 30 June 2026/)
    const csv = (await read(`/figures/packs/${pack}/file/csv`, board)).body
    const homes = csv
      .split('\r\n')
      .filter((line) => /^"(Foster|Secure|Children|Parents|With|Living|At home)/i.test(line))
    assert.ok(homes.some((line) => line.endsWith('"c"')))
    for (const text of [sheet, csv]) assert.doesNotMatch(text, /Robin|Testling/)
    const pdf = (await read(`/figures/packs/${pack}/file/pdf`, board)).rawPayload
    assert.equal((await readPdf(pdf)).title, choice.title)
    assert.deepEqual(await findPdfFaults(pdf), [])
    assert.equal((await read(`/figures/packs/${pack}/file/exe`, board)).statusCode, 404)
  })

  test('a later pack of the same day is checked against it, and hides the same', async () => {
    const answer = await post('/figures/packs/new', analyst, {
      ...choice,
      title: 'Again, for partners',
      audience: 'partners',
    })
    const later = String(answer.headers.location).split('/').at(-1)!
    await post(`/figures/packs/${later}/check`, analyst)
    const [one, other] = await council.database.as(analyst, async (query) => [
      await findCheck(query, pack),
      await findCheck(query, later),
    ])
    assert.deepEqual(other!.against, [pack])
    assert.deepEqual(other!.printed, one!.printed)
    assert.match((await read(`/figures/packs/${later}`, analyst)).body, /hidden in an earlier pack/)
  })

  test('rounded, every number is a multiple of five, sums hold, and the pack says so', async () => {
    const answer = await post('/figures/packs/new', analyst, {
      ...choice,
      title: 'For the wall',
      audience: 'public',
      years: '0',
      smallNumbers: 'rounded',
    })
    const rounded = String(answer.headers.location).split('/').at(-1)!
    await post(`/figures/packs/${rounded}/check`, analyst)
    assert.match((await read(`/figures/packs/${rounded}`, analyst)).body, /rounded to a multiple of five/)
    for (const [step, who] of [
      ['approved', head],
      ['published', head],
    ] as const)
      assert.equal((await post(`/figures/packs/${rounded}/${step}`, who)).statusCode, 303)
    const csv = (await read(`/figures/packs/${rounded}/file/csv`, board)).body
    const groups = csv.slice(csv.indexOf('by group')).split('\r\n')
    const counts = groups.flatMap((line) => /^"[^"]+","(\d+)(?: \(\d+%\))?"$/.exec(line)?.[1] ?? []).map(Number)
    assert.ok(counts.length > 3 && counts.every((count) => count % 5 === 0), csv)
    assert.ok([40, 45].includes(counts.reduce((sum, count) => sum + count, 0)))
    assert.doesNotMatch(csv, /"c"|"41"/)
    assert.match((await read(`/figures/packs/${rounded}`, board)).body, /rounded up or down to a multiple of five/)
  })

  test('it is withdrawn with a reason, and is then shown to no reader', async () => {
    assert.equal((await post(`/figures/packs/${pack}/withdrawn`, head)).statusCode, 422)
    assert.equal((await post(`/figures/packs/${pack}/withdrawn`, head, { reason: 'A wrong heading' })).statusCode, 303)
    assert.equal((await read(`/figures/packs/${pack}`, board)).statusCode, 404)
    assert.equal((await read(`/figures/packs/${pack}/file/pdf`, board)).statusCode, 404)
    assert.match(
      (await read(`/figures/packs/${pack}`, analyst)).body,
      /Withdrawn by Hal Head on [^<]*: A wrong heading/,
    )
  })
})

describe('a table that somebody else published', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let board: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    analyst = await council.addStaff('performance_analyst')
    board = await council.addStaff('board_member')
  })
  after(() => app.close())
  const table = {
    title: 'Where children live',
    source: 'A report of last year, page 9',
    rows: 'Own carers 379\nAgency carers 222\nParents 32\nOn their own 34\nAgency homes 59\nWaiting for adoption 32\nOwn homes 41\nOther *\nTotal 805',
    hiddenUpTo: '4',
  }

  test('the contradiction is reported, the table stays as it is quoted, and waits for its source', async () => {
    const answer = await app.ask('POST', '/figures/packs/quoted/new', analyst, table)
    const url = String(answer.headers.location)
    const { body } = await app.ask('GET', url, analyst)
    assert.match(
      body,
      /make 799, the total is 805, and one cell is hidden: it can only be 6, but the note says fewer than 5/,
    )
    assert.match((await app.ask('GET', '/figures/packs/quoted', analyst)).body, /1 published table contradicts itself/)
    assert.equal((await app.ask('GET', url, board)).statusCode, 404)
    assert.equal((await app.ask('POST', url, analyst, { answer: '' })).statusCode, 422)
    assert.equal((await app.ask('POST', url, analyst, { answer: 'A kind was left out.' })).statusCode, 303)
    assert.match((await app.ask('GET', url, analyst)).body, /A kind was left out/)
  })

  test('rows that cannot be read are named, and what was pasted is still there', async () => {
    const answer = await app.ask('POST', '/figures/packs/quoted/new', analyst, {
      ...table,
      rows: 'Own carers many\nTotal 9',
    })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Line 1, “Own carers many”[\s\S]*Own carers many/)
  })
})
