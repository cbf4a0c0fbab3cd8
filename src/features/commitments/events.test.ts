import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { addDays, sayDate } from '../../domain/shared/calendar-date.ts'

let council: TestCouncil
let app: TestApp
const people = {} as Record<'lead' | 'board' | 'director', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)

const ROOT = '/promises/commitments'
const LAUNCHED = addDays(TODAY, -200)
const HELD = addDays(TODAY, -20)
const COMING = addDays(TODAY, 40)
let launch: string
let update: string
let flats: string
let fair: string

const made = async (form: Record<string, string>) => {
  const answer = await send('lead', `${ROOT}/events/new`, form)
  assert.equal(answer.statusCode, 303)
  return String(answer.headers.location).split('?')[0]!
}

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.lead = await council.addStaff('strategy_lead', 'Lou Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
  people.director = await council.addStaff('director', 'Dee Example', 'dee@council.example')
})
after(() => app.close())

describe('a launch: every director is invited, and each gives commitments', () => {
  test('what is wrong is said at its field, and what was typed is still there', async () => {
    const { body, statusCode } = await send('lead', `${ROOT}/events/new`, {
      title: 'Special meeting',
      guests: 'Director of Housing',
    })
    assert.equal(statusCode, 422)
    assert.match(body, /Choose what it is[\s\S]*Enter its day as year-month-day/)
    assert.match(body, /value="Special meeting"[\s\S]*>\s*Director of Housing<\/textarea>/)
  })

  test('whoever keeps the plan makes it; the board may not', async () => {
    const form = {
      kind: 'launch',
      title: 'Special meeting',
      heldOn: LAUNCHED,
      place: 'The chamber',
      guests: 'Director of Housing\nDirector of Learning\n\nThe fire service',
    }
    assert.equal((await send('board', `${ROOT}/events/new`, form)).statusCode, 404)
    launch = await made(form)
    assert.match((await ask('board', launch)).body, /No commitment is written down yet\. None of three invited came/)
  })

  test('a commitment needs its directorate and its words; nothing else is made up', async () => {
    const empty = await send('lead', `${launch}/given`, { owner: 'Somebody' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Enter the directorate or partner[\s\S]*Enter what they gave their word on/)
    assert.match(empty.body, /href="#given-directorate"[\s\S]*value="Somebody"/)
    const give = (directorate: string, title: string, rest: Record<string, string> = {}) =>
      send('lead', `${launch}/given`, { directorate, title, ...rest })
    assert.equal(
      (await give('Housing', 'Two flats a year', { owner: 'Director of Housing', due: 'March 2027' })).statusCode,
      303,
    )
    assert.equal((await give('Housing', 'A fair each summer')).statusCode, 303)
    assert.equal((await send('board', `${launch}/given`, { directorate: 'Housing', title: 'More' })).statusCode, 404)
    const { body } = await ask('board', launch)
    assert.match(body, /Two commitments were given/)
    const idOf = (title: string) => new RegExp(`href="(/promises/actions/[0-9a-f-]{36})">${title}`).exec(body)![1]!
    flats = idOf('Two flats a year')
    fair = idOf('A fair each summer')
    const page = (await ask('lead', flats)).body
    assert.match(page, /Special meeting/)
    assert.match(page, /March 2027/)
    assert.match((await ask('lead', fair)).body, /no owner[\s\S]*no date[\s\S]*no way to tell/)
  })

  test('who came is written down, and whoever gave nothing is in plain sight', async () => {
    const came = { 'came-1': 'came', 'came-2': 'sent somebody', 'came-3': 'did not come' }
    assert.equal((await send('board', `${launch}/came`, came)).statusCode, 404)
    assert.equal((await send('lead', `${launch}/came`, came)).statusCode, 303)
    const { body } = await ask('board', launch)
    assert.match(body, /Two of three invited came or sent somebody/)
    assert.match(body, /Gave no commitment[\s\S]*Director of Learning \(sent somebody\)/)
  })
})

describe('an update event: each says what came of it', () => {
  before(async () => {
    update = await made({ kind: 'update', title: 'Midsummer', heldOn: HELD, guests: 'Director of Housing' })
  })

  test('before anybody speaks, each commitment is without a word and so is its director', async () => {
    const { body } = await ask('board', update)
    assert.match(body, /None of two commitments had a word, and of two nobody spoke/)
    assert.match(body, /Gave no word[\s\S]*Director of Housing[\s\S]*No word of any of its two commitments/)
  })

  test('done is not taken without what shows it, and what was typed is still there', async () => {
    const form = { item: flats.split('/').at(-1)!, words: 'Both are let', progress: 'done' }
    const { body, statusCode } = await send('lead', `${update}/word`, form)
    assert.equal(statusCode, 422)
    assert.match(body, /Say what shows that it is done/)
    assert.match(body, />\s*Both are let<\/textarea>/)
  })

  test('what was said stands at the commitment on the day of the event', async () => {
    const form = { item: flats.split('/').at(-1)!, words: 'One is let, then the roof went', progress: 'broken down' }
    assert.equal((await send('board', `${update}/word`, form)).statusCode, 404)
    assert.equal((await send('lead', `${update}/word`, form)).statusCode, 303)
    assert.match((await ask('board', update)).body, /One of two commitments had a word, and of one nobody spoke/)
    assert.match(
      (await ask('board', flats)).body,
      new RegExp(`One is let, then the roof went[\\s\\S]*${sayDate(HELD)}`),
    )
  })

  test('a broken-down offer is reopened, not lost', async () => {
    const item = flats.split('/').at(-1)!
    const again = { item, words: 'A flat nearer the school', progress: 'offered again' }
    const early = await send('lead', `${update}/word`, { ...again, item: fair.split('/').at(-1)! })
    assert.match(early.body, /Choose how it stands/)
    assert.equal((await send('lead', `${update}/word`, again)).statusCode, 303)
    const { body } = await ask('board', flats)
    assert.match(body, /A flat nearer the school[\s\S]*offered again[\s\S]*the roof went[\s\S]*broken down/)
  })

  test('what answers no commitment on file is kept, and marked so', async () => {
    const said = { item: 'none', words: 'A picnic was held by the river', directorate: 'Parks' }
    assert.match(
      (await send('lead', `${update}/word`, { ...said, progress: 'done' })).body,
      /How it stands is said of a commitment/,
    )
    assert.equal((await send('lead', `${update}/word`, said)).statusCode, 303)
    assert.match(
      (await ask('board', update)).body,
      /A picnic was held by the river[\s\S]*answers no commitment on file/,
    )
    assert.match((await ask('board', `${ROOT}/progress`)).body, /One thing that was told answers no commitment on file/)
  })

  test('nobody but whoever is said for can date a word back: only to the day of its event', async () => {
    const item = flats.split('/').at(-1)!
    const { authorityId } = council.council
    const back = (event: string | null, on: string) =>
      council.database.as(people.lead, (query) =>
        sql`insert into item_update (authority_id, item_id, words, event_id, said_on) values (${authorityId}, ${item}, 'Long ago', ${event}::uuid, ${on}::date)`.execute(
          query,
        ),
      )
    await assert.rejects(back(null, HELD), /row-level security/)
    await assert.rejects(back(update.split('/').at(-1)!, addDays(HELD, -1)), /row-level security/)
    await assert.rejects(back(null, COMING), /row-level security/)
  })
})

describe('the next event, and a director’s own page', () => {
  let next: string
  before(async () => {
    next = await made({ kind: 'update', title: 'Midwinter', heldOn: COMING, guests: 'Director of Housing' })
    assert.equal((await send('lead', `${fair}/owner`, { email: 'dee@council.example' })).statusCode, 303)
  })

  test('what is owed at it is worked out: nobody has to say twice what they said since the last', async () => {
    assert.match((await ask('board', next)).body, /In 40 days[^<]*two of two commitments still want a word/)
    const { body } = await ask('director', `${ROOT}/directorate`)
    assert.match(body, /Your directorate gave its word on two things; none is done/)
    assert.match(body, new RegExp(`Next: Midwinter, ${sayDate(COMING)}, in 40 days`))
    assert.match(
      body,
      new RegExp(`Owed at the next event[\\s\\S]*Two flats a year[\\s\\S]*Last word, ${sayDate(HELD)}`),
    )
    assert.match(body, /A fair each summer[\s\S]*No word yet/)
    const said = { words: 'It was held, in the rain', progress: 'done', proof: 'Photos on the wall of the centre' }
    assert.equal((await send('director', `${fair}/update`, said)).statusCode, 303)
    assert.match((await ask('board', next)).body, /one of two commitments still wants a word/)
    assert.match(
      (await ask('director', `${ROOT}/directorate`)).body,
      /Nothing owed[\s\S]*A fair each summer[\s\S]*It was held, in the rain/,
    )
  })

  test('the board reads the same page of any directorate; one that gave nothing is not there', async () => {
    assert.match((await ask('board', `${ROOT}/directorate?name=Housing`)).body, /Housing gave its word on two things/)
    assert.match(
      (await ask('board', `${ROOT}/directorate?name=Parks`)).body,
      /Told, and answering no commitment on file[\s\S]*picnic/,
    )
    assert.equal((await ask('board', `${ROOT}/directorate?name=Nowhere`)).statusCode, 404)
    assert.equal((await ask('board', `${ROOT}/directorate`)).headers.location, ROOT)
  })

  test('moved to another day, and somebody else invited: the rest stays', async () => {
    const wrong = await send('lead', `${next}/change`, {
      title: 'Midwinter',
      heldOn: 'soon',
      guests: 'Director of Parks',
    })
    assert.match(wrong.body, /Enter its day[\s\S]*>\s*Director of Parks<\/textarea>/)
    const form = { title: 'Midwinter', heldOn: addDays(COMING, 1), place: 'The library', guests: 'Director of Parks' }
    assert.equal((await send('board', `${next}/change`, form)).statusCode, 404)
    assert.equal((await send('lead', `${next}/change`, form)).statusCode, 303)
    assert.match((await ask('board', next)).body, /The library[\s\S]*In 41 days[\s\S]*Director of Parks \(invited\)/)
  })

  test('nothing is taken down at an event that is still to come', async () => {
    assert.equal((await send('lead', `${next}/word`, { item: 'none', words: 'Already' })).statusCode, 404)
  })

  test('chief officers tell the board what they do, with who came', async () => {
    const visit = await made({
      kind: 'at the board',
      title: 'Officers at the board',
      heldOn: HELD,
      guests: 'Director of Parks',
    })
    await send('lead', `${visit}/came`, { 'came-1': 'came' })
    await send('lead', `${visit}/word`, {
      item: 'none',
      words: 'Homes were painted before offices',
      directorate: 'Parks',
    })
    assert.match((await ask('board', visit)).body, /One thing was told to the board\. One of one invited came/)
    assert.match((await ask('board', ROOT)).body, /Officers at the board[\s\S]*Chief officers at the board/)
  })

  test('a partner gives its word as a directorate does, and a figure can show it', async () => {
    const given = {
      directorate: 'Riverside Hospital',
      title: 'A health check within twenty days',
      owner: 'Chief nurse',
    }
    assert.equal((await send('lead', `${launch}/given`, given)).statusCode, 303)
    const { body } = await ask('board', launch)
    assert.match(body, /Three commitments were given[\s\S]*Riverside Hospital[\s\S]*A health check within twenty days/)
    const check = /href="(\/promises\/actions\/[0-9a-f-]{36})">A health check/.exec(body)![1]!
    assert.equal((await send('lead', `${check}/join`, { knot: 'measure M20' })).statusCode, 303)
    assert.match((await ask('board', check)).body, /Joined to[\s\S]*M20/)
    const done = { words: 'Seen in time', progress: 'done', proof: 'The clinic’s list' }
    assert.equal((await send('lead', `${check}/update`, done)).statusCode, 303)
  })

  test('a past event shows how each stood on its day, whatever came later', async () => {
    const today = { words: 'The school moved, and so it fell through', progress: 'broken down' }
    assert.equal((await send('lead', `${flats}/update`, today)).statusCode, 303)
    assert.match((await ask('board', ROOT)).body, /broken down[\s\S]*A fair each summer/)
    const { body } = await ask('board', update)
    assert.match(body, /Two flats a year[\s\S]*offered again[\s\S]*A fair each summer/)
    assert.doesNotMatch(body, /The school moved/)
  })
})
