import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import { formWord, openSession } from '../../../web/session.store.ts'

let app: TestApp
let council: TestCouncil
const people = {} as Record<'director' | 'lead' | 'board', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.director = await council.addStaff('director', 'Dee Example')
  people.lead = await council.addStaff('strategy_lead', 'Lou Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
})
after(() => app.close())

test('the promises themselves are taken in from a table: each with its words, its owner, its day and its figure', async () => {
  const form = { kind: 'pledge', title: 'Our new promises', agreedOn: TODAY }
  const text =
    'Promise\tIn full\tWhose\tWho\tBy when\tFigure\nA home that lasts\tYou do not keep packing.\twe\tDirector\t2026-12-31\tM20\nKind words\tNo names.\ttogether\t\t\t\n'
  const { body } = await send('lead', '/promises/plan/new', { ...form, text })
  assert.match(body, /The promise, in a few words[\s\S]*Whose it is: we, you or together/)
  assert.equal((await send('director', '/promises/plan/new', { ...form, text, step: 'accept' })).statusCode, 404)
  const columns = {
    'column-title': '0',
    'column-hows': '1',
    'column-priority': '2',
    'column-owners': '3',
    'column-due': '4',
    'column-wayToTell': '5',
  }
  const taken = await send('lead', '/promises/plan/new', { ...form, text, ...columns, step: 'accept' })
  assert.equal(taken.headers.location, '/promises?done=taken')
  const wall = (await ask('board', '/promises')).body
  assert.match(wall, /1\. A home that lasts[\s\S]*You do not keep packing[\s\S]*Answered for by: Director/)
  assert.match(wall, /Together we will[\s\S]*Kind words/)
  const promise = /href="(\/promises\/[0-9a-f-]{36})"/.exec(wall)![1]!
  assert.match((await ask('board', promise)).body, /href="\/figures\/M20"/)
})

describe('a plan taken in from its own table', () => {
  const form = { kind: 'action plan', title: 'The new strategy', agreedOn: TODAY }
  const text =
    'Ref\tAction\tLead\tBy when\n1\tAsk every child\tA and B\tSummer\n1\tAnswer each\t\t31/07/2026\n\tLeft over\t\t\n'
  test('is shown first with its gaps; nothing is kept until it is accepted', async () => {
    const { body, statusCode } = await send('lead', '/promises/plan/new', { ...form, text })
    assert.equal(statusCode, 200)
    assert.match(body, /Three items were read, three with a gap/)
    assert.match(body, /no owner · no way to tell · number used twice/)
    assert.match(body, /“Summer”[\s\S]*kept as written/)
    assert.doesNotMatch((await ask('board', '/promises/plan')).body, /Ask every child/)
  })

  test('a wrong column is put right, and what was pasted is still there', async () => {
    const wrong = await send('lead', '/promises/plan/new', { ...form, text, 'column-title': '', step: 'accept' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Choose the column that says what will be done/)
    assert.match(wrong.body, /Ask every child/)
    const none = await send('lead', '/promises/plan/new', { ...form, title: '', text: 'no table' })
    assert.match(none.body, /Enter the plan’s title[\s\S]*could not be read as a table/)
    assert.match(none.body, />no table<\/textarea>/)
  })

  test('is taken in as written, and stands as the newest plan', async () => {
    const columns = { 'column-reference': '0', 'column-title': '1', 'column-owners': '2', 'column-due': '3' }
    const taken = await send('lead', '/promises/plan/new', { ...form, text, ...columns, step: 'accept' })
    assert.equal(taken.headers.location, '/promises/plan?done=taken')
    const { body } = await ask('board', '/promises/plan')
    assert.match(body, /Ask every child[\s\S]*A and B[\s\S]*Summer/)
    assert.match(body, /Answer each[\s\S]*nobody named[\s\S]*31\/07\/2026/)
    assert.equal((await send('director', '/promises/plan/new', { ...form, text })).statusCode, 404)
  })
})

describe('a plan from a file, and columns that are kept', () => {
  const columns = { 'column-title': '0', 'column-owners': '2', 'column-due': '3', 'column-hows': '1' }
  const text =
    'Work\tSteps\tTeam\tBy\n1 Fewer moves\t"Meet early\nTrain all"\t"Homes team\nVoice team"\tMay 2026 then May 2027\n'
  const form = { kind: 'action plan', title: 'Plan from a file', agreedOn: TODAY }

  async function sendFile(bytes: Uint8Array, fields: Record<string, string>) {
    const { authorityId, personId } = people.lead
    const token = await openSession(council.database, authorityId, personId)
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...fields, _csrf: formWord(token) })) body.append(name, value)
    body.append('file', new Blob([new Uint8Array(bytes)]), 'plan.docx')
    const request = new Request('http://kept.example', { method: 'POST', body })
    return app.app.inject({
      method: 'POST',
      url: '/promises/plan/new',
      cookies: { kept_session: token },
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    })
  }

  test('a Word file is read and shown, and its words go on to the next step', async () => {
    const cell = (words: string) => new TableCell({ children: words.split('|').map((line) => new Paragraph(line)) })
    const row = (...cells: string[]) => new TableRow({ children: cells.map(cell) })
    const table = new Table({
      rows: [row('Action', 'How', 'Lead', 'By when'), row('Fewer moves', 'Meet early|Train all', 'Homes team', 'Soon')],
    })
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [table] }] }))
    const { body, statusCode } = await sendFile(word, form)
    assert.equal(statusCode, 200)
    assert.match(body, /One item was read, one with a gap/)
    assert.match(body, /a date that is no date/)
    assert.match(body, /<textarea[^>]*>Action\tHow\tLead\tBy when/)
  })

  test('a file that cannot be read is refused beside its field, and what was typed is still there', async () => {
    const { body, statusCode } = await sendFile(new TextEncoder().encode('%PDF-1.7'), form)
    assert.equal(statusCode, 422)
    assert.match(body, /href="#file"[^>]*>This is a PDF/)
    assert.match(body, /value="Plan from a file"/)
  })

  test('columns as a person put them are offered when the same headings come again', async () => {
    assert.match((await send('lead', '/promises/plan/new', { ...form, text })).body, /A first guess from your headings/)
    const taken = await send('lead', '/promises/plan/new', { ...form, text, ...columns, step: 'accept' })
    assert.equal(taken.headers.location, '/promises/plan?done=taken')
    const again = await send('lead', '/promises/plan/new', { ...form, text })
    assert.match(again.body, /As you put these headings last time/)
    assert.match(again.body, /<option value="0" selected>Work/)
    assert.match(again.body, /Meet early \(Homes team\); Train all \(Voice team\)/)
  })
})
