import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import type { RoleName } from '../../../domain/access/roles.ts'
import { formWord, openSession } from '../../../web/session.store.ts'

const PLEDGE = '00000000-0000-4000-8000-000000000021'
const PAPERS = '00000000-0000-4000-8000-000000000022'
const CALL = '00000000-0000-4000-8000-000000000023'
const PLAN = '00000000-0000-4000-8000-000000000024'
const HOMES = '00000000-0000-4000-8000-000000000025'
const WORDS = '00000000-0000-4000-8000-000000000026'
const TRAINEE = '00000000-0000-4000-8000-000000000027'

let council: TestCouncil
let app: TestApp
const people = {} as Record<'director' | 'other' | 'lead' | 'board' | 'child', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  const add = (role: RoleName, name: string, email: string | null = null) => council.addStaff(role, name, email)
  people.director = await add('director', 'Dee Example')
  people.other = await add('director', 'Oli Example', 'oli@council.example')
  people.lead = await add('strategy_lead', 'Lou Example')
  people.board = await add('board_member', 'Bo Example')
  people.child = council.actor(await council.addChild({ code: 'C0', role: 'child' }))
  // 46 young people of sixteen: 38 with both papers, eight with one.
  for (let nth = 1; nth <= 46; nth += 1) {
    const child = await council.addChild({ code: `P${nth}` })
    await council.state(child, characteristics('2010-01-01'))
    await council.state(child, episode('2024-01-01'))
    const papers = nth <= 38 ? (['bank account', 'passport'] as const) : (['bank account'] as const)
    for (const paper of papers)
      await council.state(child, { kind: 'document_held', startsOn: '2025-06-01', endsOn: null, data: { paper } })
  }
  const { authorityId } = council.council
  await council.database.asOwner(async (query) => {
    await sql`insert into plan (authority_id, id, kind, title, agreed_on) values (${authorityId}, ${PLEDGE}, 'pledge', 'Our promises', '2026-01-01'),
      (${authorityId}, ${PLAN}, 'action plan', 'Our plan', null), (${authorityId}, ${WORDS}, 'commitments', 'What we will do', '2025-07-01')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, id, plan_id, position, title, words, party, measure_id, owners, owner_id, due_on, directorate, given_on, hows) values
      (${authorityId}, ${PAPERS}, ${PLEDGE}, 1, 'Papers that are mine', 'By your sixteenth birthday you have a bank account and a passport. We pay.', 'we', 'K01', '{Leaving care lead}', null, '2026-08-31', null, null, '{}'),
      (${authorityId}, ${CALL}, ${PLEDGE}, 2, 'Who to call', 'Somebody picks up.', 'we', null, '{Director}', ${people.director.personId}, null, null, null, '{}'),
      (${authorityId}, ${HOMES}, ${PLAN}, 1, 'Find thirty more homes', null, null, null, '{Director}', ${people.director.personId}, '2026-07-01', null, null, '{Open evenings}'),
      (${authorityId}, ${TRAINEE}, ${WORDS}, 1, 'Two trainee places', null, null, null, '{Director}', ${people.director.personId}, null, 'Children’s Services', '2025-07-01', '{}')`.execute(
      query,
    )
  })
})
after(() => app.close())

describe('a promise’s page', () => {
  test('rule 1: its share of children, 38 of 46, with its state, owner, day, and how that was decided', async () => {
    for (const who of ['child', 'board', 'lead'] as const) {
      const { body, statusCode } = await ask(who, `/promises/${PAPERS}`)
      assert.equal(statusCode, 200)
      assert.match(body, /<span class="kept-dots__number">38<\/span> of 46/)
      assert.match(body, /kept-state--on-the-way/)
      assert.match(body, /owner: leaving care lead · due 31 August 2026/)
      assert.match(body, /true for 82 of every 100\. Somebody answers for the rest, by 31 August 2026/)
    }
  })

  test('nobody has been asked yet, and the page says so; actions are for those with the plan', async () => {
    assert.match((await ask('board', `/promises/${PAPERS}`)).body, /No answer can be shown yet/)
    assert.match((await ask('board', `/promises/${PAPERS}`)).body, /What is being done/)
    assert.doesNotMatch((await ask('child', `/promises/${PAPERS}`)).body, /What is being done|Add proof/)
  })

  test('what is not there, an action, and no id at all get the same answer', async () => {
    for (const id of [PLEDGE, HOMES, 'nothing']) assert.equal((await ask('board', `/promises/${id}`)).statusCode, 404)
  })

  test('rule 4: its owner adds proof and no count; a count of somebody else’s decides, until it is old', async () => {
    const url = `/promises/${CALL}`
    assert.match((await ask('board', url)).body, /kept-state--unknown/)
    const form = { title: 'The night number answered twelve times', months: '3', madeTo: '100', keptFor: '98' }
    assert.equal((await send('director', `${url}/proof`, form)).statusCode, 303)
    const after = (await ask('board', url)).body
    assert.match(after, /The night number answered[\s\S]*fresh/)
    assert.match(after, /kept-state--unknown/)
    assert.equal((await send('other', `${url}/proof`, form)).statusCode, 404)
    assert.equal((await send('board', `${url}/proof`, form)).statusCode, 404)
    assert.equal(
      (await send('lead', `${url}/proof`, { ...form, title: 'Asked in reviews', keptFor: '100' })).statusCode,
      303,
    )
    assert.match((await ask('board', url)).body, /kept-state--kept/)
    await council.database.asOwner((query) =>
      sql`update item_proof set added_on = '2026-01-01', good_until = '2026-07-09'`.execute(query),
    )
    const old = (await ask('board', url)).body
    assert.match(old, /kept-state--unknown/)
    assert.match(old, /old: no longer counts/)
  })

  test('a small number is hidden with its base, and a wrong one goes back with what was typed', async () => {
    const url = `/promises/${CALL}`
    const wrong = await send('lead', `${url}/proof`, { title: 'Counted', madeTo: '40', keptFor: '41', months: '3' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /not more than how many were counted/)
    assert.match(wrong.body, /value="Counted"/)
    await send('lead', `${url}/proof`, { title: 'Counted', madeTo: '63', keptFor: '60', months: '3' })
    const { body } = await ask('lead', url)
    assert.match(body, /could be worked out, are hidden/)
    assert.doesNotMatch(body, /\b(60|63)\b/)
  })

  test('“we cannot, because” is said by who does not answer for it, with a day to look again', async () => {
    const url = `/promises/${CALL}/reason`
    const form = { because: 'The night team has nobody on Sundays until a post is filled.', reviewOn: '2026-09-01' }
    assert.equal((await send('director', url, form)).statusCode, 404)
    const short = await send('lead', url, { because: 'No money', reviewOn: '2028-01-01' })
    assert.equal(short.statusCode, 422)
    assert.match(short.body, /at least twenty letters[\s\S]*within a year/)
    assert.match(short.body, /No money/)
    assert.equal((await send('lead', url, form)).statusCode, 303)
    const { body } = await ask('child', `/promises/${CALL}`)
    assert.match(body, /kept-state--cannot[\s\S]*nobody on Sundays[\s\S]*Looked at again on 1 September 2026/)
  })
})

describe('an action’s page and its two-minute update', () => {
  const url = `/promises/actions/${HOMES}`
  test('as the plan has it, with its gaps as gaps and late worked out', async () => {
    const { body } = await ask('board', url)
    assert.match(body, /was due 1 July 2026, 9 days ago/)
    assert.match(body, /no way to tell/)
    assert.match(body, /The plan does not say/)
    assert.doesNotMatch(body, /How does it stand\?/)
    assert.equal((await ask('child', url)).statusCode, 404)
    assert.equal((await ask('board', `/promises/actions/${CALL}`)).statusCode, 404)
  })

  test('its owner says it; done without anything that shows it goes back with every word', async () => {
    const words = 'Thirty homes, the last on Friday.'
    const back = await send('director', `${url}/update`, { words, progress: 'done', proof: '' })
    assert.equal(back.statusCode, 422)
    assert.match(back.body, /Say what shows that it is done/)
    assert.match(back.body, new RegExp(words))
    assert.match(back.body, /value="done" checked/)
    assert.equal((await send('other', `${url}/update`, { words })).statusCode, 404)
    const done = await send('director', `${url}/update`, { words, progress: 'done', proof: 'List of homes' })
    assert.equal(done.statusCode, 303)
    const { body } = await ask('board', url)
    assert.match(body, /What shows it: List of homes/)
    assert.match(body, /kept-state--kept/)
  })

  test('its keeper joins it to a promise and names who answers for it', async () => {
    assert.equal((await send('director', `${url}/join`, { knot: `promise ${PAPERS}` })).statusCode, 404)
    assert.equal((await send('lead', `${url}/join`, { knot: 'promise nothing' })).statusCode, 422)
    assert.equal((await send('lead', `${url}/join`, { knot: `promise ${PAPERS}` })).statusCode, 303)
    assert.match((await ask('board', `/promises/${PAPERS}`)).body, /Find thirty more homes/)
    assert.equal((await send('lead', `${url}/owner`, { email: 'nobody@council.example' })).statusCode, 422)
    assert.equal((await send('lead', `${url}/owner`, { email: 'Oli@council.example' })).statusCode, 303)
    assert.match((await ask('other', '/')).body, /Find thirty more homes/)
  })
})

describe('commitments and the director’s first screen', () => {
  const url = `/promises/actions/${TRAINEE}`
  test('what nobody spoke of is in plain sight, a year on', async () => {
    assert.match(
      (await ask('board', '/promises/commitments/one-year-on')).body,
      /Nobody has said anything about these[\s\S]*Two trainee places[\s\S]*no word/,
    )
  })

  test('story 5: a broken-down commitment wants a word, and is offered again in one form', async () => {
    await send('director', `${url}/update`, { words: 'The trainee left after ten weeks.', progress: 'broken down' })
    const home = (await ask('director', '/')).body
    assert.match(home, /One of your (two|one)[^<]*wants a word from you/)
    assert.match(home, /broke down: offer it again\?[\s\S]*Say how it stands/)
    assert.match((await ask('director', url)).body, /Offered again/)
    const again = await send('director', `${url}/update`, {
      words: 'Offered again, nearer her home.',
      progress: 'offered again',
      proof: 'The new advert',
    })
    assert.equal(again.statusCode, 303)
    assert.match((await ask('director', '/')).body, /Nothing is owed today/)
    const year = (await ask('board', '/promises/commitments/one-year-on')).body
    assert.match(year, /The trainee left after ten weeks[\s\S]*Offered again, nearer her home[\s\S]*The new advert/)
  })

  test('a director with nothing yet is told who names what', async () => {
    const newcomer = await council.addStaff('director', 'New Example')
    assert.match((await app.ask('GET', '/', newcomer)).body, /The strategy lead names who answers for what/)
  })
})

describe('a photo that shows it', () => {
  const url = `/promises/actions/${TRAINEE}`
  const photo = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#c2410c' } })
      .jpeg()
      .toBuffer()
  async function sendFile(path: string, form: Record<string, string>, bytes: Buffer) {
    const { authorityId, personId } = people.director
    const token = await openSession(council.database, authorityId, personId)
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...form, _csrf: formWord(token) })) body.append(name, value)
    body.append('file', new Blob([new Uint8Array(bytes)]), 'proof.jpg')
    const request = new Request('http://kept.example', { method: 'POST', body })
    return app.app.inject({
      method: 'POST',
      url: path,
      cookies: { kept_session: token },
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    })
  }

  test('is proof enough, opens for who has the plan and for no child', async () => {
    const words = 'Both trainees have their badge.'
    const sent = await sendFile(`${url}/update`, { words, progress: 'under way', proof: '' }, await photo())
    assert.equal(sent.statusCode, 303)
    const href = (await ask('board', url)).body.match(/\/files\/[0-9a-f-]{36}/)![0]
    assert.equal((await ask('board', href)).headers['content-type'], 'image/jpeg')
    assert.equal((await ask('child', href)).statusCode, 404)
  })

  test('what cannot be kept is said, and no word is lost', async () => {
    const form = { words: 'A sentence typed on a train', progress: 'same', proof: 'The letter' }
    const back = await sendFile(`${url}/update`, form, Buffer.from('<svg onload="x"/>'))
    assert.equal(back.statusCode, 422)
    assert.match(back.body, /We cannot keep that kind of file/)
    assert.match(back.body, /A sentence typed on a train[\s\S]*value="The letter"/)
    const proof = await sendFile(`/promises/${CALL}/proof`, { title: 'The night desk', months: '3' }, await photo())
    assert.equal(proof.statusCode, 303)
    assert.match((await ask('board', `/promises/${CALL}`)).body, /Photo: The night desk/)
    assert.doesNotMatch((await ask('child', `/promises/${CALL}`)).body, /href="\/files/)
  })
})

test('rule 4: the lines are drawn by the plan’s keeper alone, and each change stands with its reason', async () => {
  const form = { keptFrom: '80', partlyFrom: '40', why: 'Agreed by the board with young people' }
  assert.equal((await send('director', '/promises/rule', form)).statusCode, 404)
  const wrong = await send('lead', '/promises/rule', { ...form, partlyFrom: '80', why: 'so' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /less than the line for kept[\s\S]*Say why/)
  assert.match((await ask('board', `/promises/${PAPERS}`)).body, /kept-state--on-the-way/)
  assert.equal((await send('lead', '/promises/rule', form)).statusCode, 303)
  assert.match((await ask('board', `/promises/${PAPERS}`)).body, /kept-state--kept[\s\S]*at least 80 of every 100/)
  const { body } = await ask('board', '/promises/rule')
  assert.match(body, /Kept from 80, partly from 40[\s\S]*Agreed by the board with young people/)
  assert.doesNotMatch(body, /Set the lines/)
})
