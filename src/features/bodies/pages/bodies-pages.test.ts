// Long because a body is begun, seated, given its rhythm, planned for and met in, one after the other.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { attempt } from '../../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'

describe('pages of bodies', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
  })
  after(() => app.close())

  const post = (path: string, form: Record<string, string>, who = board.clerk) => app.ask('POST', path, who, form)
  const read = async (path: string, who = board.member) => (await app.ask('GET', path, who)).body
  const own = (rest = '') => `/meetings/bodies/${board.bodyId}${rest}`

  test('a clerk begins a body, gives seats in it and ends them, and plans its first meeting; every reader of meetings reads it', async () => {
    const wrong = await post('/meetings/bodies/new', { name: 'B', regime: '', what: 'Listens.' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /3 to 120 letters[\s\S]*Choose who may read its papers[\s\S]*Listens\./)
    assert.equal((await post('/meetings/bodies/new', { name: 'Mine' }, board.member)).statusCode, 404)
    const form = {
      name: 'Homes group',
      kind: 'working group',
      regime: 'advisory',
      what: 'Looks at homes.',
      parent: board.bodyId,
    }
    const body = String((await post('/meetings/bodies/new', form)).headers.location).split('?')[0]!
    assert.match(await read(body), /The Homes group has no rhythm yet, and no meeting is planned/)
    assert.match(await read(body), /It answers to the Our board/)
    assert.doesNotMatch(await read(body), /Give and end seats/)
    assert.equal((await app.ask('GET', `${body}/seats`, board.member)).statusCode, 404)
    const seat = { person: board.member.personId, part: 'young people', group: '', private: 'no' }
    assert.match((await post(`${body}/seats`, seat)).body, /Name the group they speak for/)
    await post(`${body}/seats`, { ...seat, part: 'member', party: 'Independent' })
    assert.match((await post(`${body}/seats`, { ...seat, part: 'chair' })).body, /They sit there already/)
    assert.match(
      (await post(`${body}/seats`, { name: 'Ada', part: 'young people', group: 'Us' })).body,
      /No young person’s name/,
    )
    assert.match((await post(`${body}/seats`, { ...seat, name: 'Police', part: 'partner' })).body, /one of the two/)
    await post(`${body}/seats`, {
      name: 'Chief inspector',
      part: 'partner',
      organisation: 'Police',
      ends: '2027-05-06',
    })
    assert.match(await read(body), /Chief inspector[\s\S]*partner · Police · until 6 May 2027/)
    assert.match(await read(body), /member · Independent/)
    const ends = [...(await read(`${body}/seats`, board.clerk)).matchAll(/action="([^"]+\/end)"/g)].map(
      ([, path]) => path!,
    )
    for (const path of ends) assert.equal((await post(path, {}, board.member)).statusCode, 404)
    assert.equal((await post(ends[0]!, {})).statusCode, 303)
    assert.equal((await post(ends[0]!, {})).statusCode, 404)
    const meeting = { day: '2026-09-01', time: '4pm', place: 'Library', theme: 'Homes' }
    assert.match((await post(`${body}/meetings`, { ...meeting, day: 'soon' })).body, /from today on/)
    const planned = String((await post(`${body}/meetings`, meeting)).headers.location)
    assert.match(await read(planned, board.clerk), /Young people’s item is empty/)
    assert.match((await post(`${body}/meetings`, meeting)).body, /meets on that day already/)
    assert.match(await read('/meetings/bodies'), new RegExp(body))
  })

  test('rule 35: no young person’s name in what a body is called, is there for or meets about, by form or by SQL', async () => {
    await council.database.asOwner(async (query) => {
      await sql`update person set given_name = 'Quill', family_name = 'Feathers' where id = ${board.young.personId}`.execute(
        query,
      )
    })
    const name = 'Quill Feathers'
    const tries: [path: string, form: Record<string, string>][] = [
      ['/meetings/bodies/new', { name: `The ${name} group`, regime: 'advisory' }],
      [own('/edit'), { name: 'Our board', kind: 'board', what: `What ${name} asked.` }],
      [own('/seats'), { name, part: 'partner' }],
      [
        own('/terms/new'),
        { words: `${name} speaks first at every meeting.`, agreed: '2026-01-01', by: 'Full council' },
      ],
      [own('/rhythm'), { how: 'yearly', week: '1', weekday: '1', month: 'May', themes: `${name}’s idea` }],
      [own('/guests'), { who: name }],
      [own('/meetings'), { day: '2026-11-03', theme: `The story of ${name}` }],
      [`/meetings/${board.meetingId}/copy`, { day: '2026-11-03', place: `At ${name}’s` }],
      [`/meetings/${board.meetingId}/attendance`, { guest: name }],
      ['/meetings/forward-plan/new', { title: `What ${name} wants`, body: board.bodyId, turn: 'May', by: 'Somebody' }],
    ]
    for (const [path, form] of tries) {
      const refused = await post(path, form)
      assert.equal(refused.statusCode, 422, path)
      assert.match(refused.body, /A young person’s name stands in/, path)
    }
    const statement = sql`insert into meeting (authority_id, body_id, held_on, theme) values (${council.council.authorityId}, ${board.bodyId}, '2026-11-03', ${name})`
    assert.equal(await attempt(council.database, board.clerk, statement), '23514')
  })

  test('a body is put under another, never under itself or one below it, and the map shows it in words too', async () => {
    const under = String(
      (await post('/meetings/bodies/new', { name: 'Learning group', regime: 'advisory', parent: board.bodyId })).headers
        .location,
    ).split('?')[0]!
    const form = {
      name: 'Our board',
      kind: 'board',
      what: 'Holds us to it.',
      parent: under.split('/').at(-1)!,
      calendar: 'Meeting',
    }
    assert.match((await post(own('/edit'), form)).body, /That body is under this one/)
    assert.equal((await post(own('/edit'), { ...form, parent: '' })).statusCode, 303)
    const map = await read('/meetings/bodies')
    assert.match(map, /<svg[\s\S]*Learning group answers to Our board/)
    assert.match(map, /hold the council to its promises; none is young people’s own/)
    assert.match(map, /data-heading="Answers to"[^>]*>Our board/)
  })

  test('what a calendar calls a meeting says nothing about care', async () => {
    const form = { name: 'Our board', kind: 'board', calendar: 'Children in care board' }
    assert.match((await post(own('/edit'), form)).body, /say nothing about care/)
    assert.equal((await post(own('/edit'), { ...form, calendar: 'The board' })).statusCode, 303)
  })

  const rhythm = {
    how: 'every three months',
    week: '2',
    weekday: '2',
    month: 'July',
    august: 'skip',
    themes: 'Health\nHomes\nLearning',
  }

  test('“bi-monthly” is asked back and kept as it was typed; a rule gives the next days and shows what was missed', async () => {
    const asked = await post(own('/rhythm'), { ...rhythm, how: 'bi-monthly' })
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /“bi-monthly” can be read in two ways\. Every two months, or twice a month\?/)
    assert.match(asked.body, /value="bi-monthly"/)
    assert.match((await post(own('/rhythm'), { ...rhythm, month: '' })).body, /Choose a month in which it meets/)
    assert.equal((await post(own('/rhythm'), rhythm, board.member)).statusCode, 404)
    assert.equal((await post(own('/rhythm'), rhythm)).statusCode, 303)
    const page = await read(own())
    assert.match(page, /meets every three months: next on Tuesday 14 July/)
    assert.match(page, /Every three months, on the second Tuesday\. It does not meet in August/)
    assert.match(page, /Not planned yet: 13 October 2026, 12 January 2027 and 13 April 2027/)
    assert.doesNotMatch(page, /It missed/)
    await council.database.asOwner((query) =>
      sql`update body set rhythm_since = '2026-01-01' where id = ${board.bodyId}`.execute(query),
    )
    assert.match(
      await read(own()),
      /It missed 2 of 2 meetings due since 1 January 2026: 13 January 2026 and 14 April 2026/,
    )
    assert.match(await read('/meetings/bodies'), /missed 2 of 2[\s\S]*every three months/)
    await post(own('/rhythm'), { ...rhythm, themes: 'Health\nHomes' })
    assert.match(await read(own()), /It missed 2 of 2/, 'a theme that changes does not begin the rhythm anew')
  })

  test('half terms are entered once, and give a half-termly group its days', async () => {
    const enter = (from: string, to: string) => post('/meetings/half-terms', { from, to })
    assert.match((await enter('2026-09-02', '2026-09-02')).body, /after the first/)
    await enter('2026-09-02', '2026-10-23')
    assert.match((await enter('2026-10-20', '2026-12-18')).body, /Part of it is entered already/)
    const group = String(
      (await post('/meetings/bodies/new', { name: 'Our council', kind: 'young people', regime: 'advisory' })).headers
        .location,
    ).split('?')[0]!
    await post(`${group}/rhythm`, { how: 'half-termly', week: '3', weekday: '3' })
    assert.match(await read(group), /Once in each half term, on its third Wednesday\./)
    assert.match(await read(group), /by its rhythm it is on Wednesday 16 September/)
    const out = /name="out" value="([^"]+)"/.exec(await read('/meetings/half-terms', board.clerk))![1]!
    await post('/meetings/half-terms', { out })
    assert.match(await read(group), /No school term is entered that far ahead/)
    assert.equal((await post('/meetings/half-terms', { out })).statusCode, 404)
  })

  test('terms of reference have versions, and the one before stays readable as it was agreed', async () => {
    assert.equal((await app.ask('GET', own('/terms'), board.member)).statusCode, 404)
    const terms = {
      words: 'The board asks how promises are kept.',
      agreed: '2024-05-01',
      by: 'Full council',
      review: '2026-05-01',
    }
    assert.match((await post(own('/terms/new'), { ...terms, agreed: '2027-01-01' })).body, /today or earlier/)
    assert.match((await post(own('/terms/new'), { ...terms, review: '2024-05-01' })).body, /a day after the one/)
    await post(own('/terms/new'), terms)
    assert.match(await read(own()), /Version 1, agreed on 1 May 2024 by Full council[\s\S]*review is late/)
    await post(own('/terms/new'), {
      ...terms,
      words: 'The board asks, and young people ask first.',
      agreed: '2026-07-01',
      review: '',
    })
    assert.match(await read(own('/terms')), /young people ask first/)
    const before = await read(own('/terms?version=1'))
    assert.match(before, /The board asks how promises are kept\./)
    assert.match(before, /no longer in force/)
  })

  test('the next meeting brings rhythm, place, theme, items, what the calendar asks for and what is open', async () => {
    await post(own('/rhythm'), rhythm)
    const report = {
      title: 'Complaints this quarter',
      body: board.bodyId,
      turn: 'bi-monthly',
      by: 'Head of quality',
      person: board.director.personId,
      days: '14',
    }
    assert.match((await post('/meetings/forward-plan/new', report)).body, /Every two months, or twice a month\?/)
    assert.match(
      (await post('/meetings/forward-plan/new', { ...report, turn: 'now and then' })).body,
      /Write “every meeting”/,
    )
    await post('/meetings/forward-plan/new', { ...report, turn: 'quarterly' })
    await post('/meetings/forward-plan/new', { ...report, title: 'The year', turn: 'April' })
    const copy = await read(`/meetings/${board.meetingId}/copy`, board.clerk)
    assert.match(copy, /name="day"[^>]*value="2026-10-13"/)
    assert.match(copy, /name="place"[^>]*value="The hall"/)
    assert.match(copy, /name="theme"[^>]*value="Homes"/)
    assert.match(copy, /Complaints this quarter[\s\S]*Head of quality writes it, 14 days before/)
    assert.doesNotMatch(copy, /The year/)
    const form = { day: '2026-10-13', time: '2pm', place: 'The hall', theme: 'Homes' }
    const made = String((await post(`/meetings/${board.meetingId}/copy`, form)).headers.location).split('?')[0]!
    const agenda = await read(made, board.clerk)
    assert.match(
      agenda,
      /Young people’s item: Nothing has been brought yet[\s\S]*First health checks[\s\S]*Complaints this quarter/,
    )
    assert.match(agenda, /“Complaints this quarter” lacks/)
    const next = await read(`${made}/copy`, board.clerk)
    assert.match(next, /value="2027-01-12"/)
    assert.match(next, /value="Learning"/)
    const again = String((await post(`${made}/copy`, { ...form, day: '2027-04-13' })).headers.location).split('?')[0]!
    const titles = [...(await read(again, board.clerk)).matchAll(/kept-agenda__title">([^<]*)/g)].map(
      ([, title]) => title,
    )
    assert.deepEqual(titles.filter((title) => title === 'Complaints this quarter').length, 1)
    assert.ok(titles.includes('The year'))
  })

  test('the plan says the next twelve months, and whoever writes is reminded until it is in', async () => {
    const plan = await read('/meetings/forward-plan', board.member)
    assert.match(
      plan,
      /October 2026[\s\S]*Tuesday 13 October: Our board[\s\S]*Complaints this quarter[\s\S]*Head of quality, by Tuesday 29 September/,
    )
    assert.doesNotMatch(plan, /Take off/)
    const home = (who = board.director) => read('/', who)
    assert.match(await home(), /Complaints this quarter[\s\S]*was due Tuesday 30 June/)
    await council.database.asOwner(async (query) => {
      await sql`insert into agenda_item (authority_id, meeting_id, body_id, position, title) values (${council.council.authorityId}, ${board.meetingId}, ${board.bodyId}, 9, 'Complaints')`.execute(
        query,
      )
      await sql`insert into paper (authority_id, agenda_item_id, meeting_id, body_id, title, full_text, expected_report_id)
        select i.authority_id, i.id, i.meeting_id, i.body_id, 'Complaints', 'All of them.', r.id from agenda_item i join expected_report r on r.title = 'Complaints this quarter'
        where i.meeting_id = ${board.meetingId} and i.title = 'Complaints'`.execute(query)
    })
    assert.doesNotMatch(await home(), /Complaints this quarter/)
    assert.doesNotMatch(await home(board.worker), /Complaints this quarter/)
    const end = /action="([^"]+)"[^>]*>(?:(?!<\/form>)[\s\S])*Complaints this quarter/.exec(
      await read('/meetings/forward-plan', board.clerk),
    )![1]!
    assert.equal((await post(end, {}, board.member)).statusCode, 404)
    assert.equal((await post(end, {})).statusCode, 303)
    assert.doesNotMatch(await read('/meetings/forward-plan'), /Complaints this quarter/)
  })

  test('who came is entered by the clerk and read as counts by body and organisation, with nobody’s name', async () => {
    const held = await makeBoard(council)
    const path = `/meetings/${held.meetingId}/attendance`
    await post(`/meetings/bodies/${held.bodyId}/guests`, { who: 'Chief executive' })
    assert.match(
      await read(`/meetings/bodies/${held.bodyId}`, held.member),
      /Chief executive: at least once a year[\s\S]*has not come yet[\s\S]*not met/,
    )
    assert.equal((await app.ask('GET', path, held.member)).statusCode, 404)
    const fields = [...(await read(path, board.clerk)).matchAll(/<select[^>]*name="((?:seat|rule)-[^"]+)"/g)].map(
      ([, name]) => name!,
    )
    assert.equal(fields.length, 5)
    const begun = await read(path, board.clerk)
    assert.match(begun, /Who is invited to the Our board on Tuesday 14 July/)
    assert.equal(
      begun.match(/value="invited" selected/g)!.length,
      4,
      'whoever has a seat is invited, a guest is not yet',
    )
    const answers = ['came', 'sent apologies', 'came', 'invited', 'came']
    await post(path, {
      ...Object.fromEntries(fields.map((name, index) => [name, answers[index]!])),
      guest: 'Director of Property',
    })
    assert.doesNotMatch(await read('/meetings/who-came', held.member), /Young people/)
    await council.database.asOwner(async (query) => {
      await sql`update agenda_item set title = 'Pets' where meeting_id = ${held.meetingId} and is_young_peoples`.execute(
        query,
      )
      await sql`update meeting set status = 'held', held_on = '2026-07-09' where id = ${held.meetingId}`.execute(query)
    })
    const counts = await read('/meetings/who-came', held.member)
    assert.match(counts, /Somebody came for 2 of 4 invitations, to one meeting\./)
    for (const name of ['Mem', 'Par', 'Yas', 'Yan', 'Director of Property']) assert.ok(!counts.includes(name), name)
    assert.match(counts, /Chief executive at the Our board[\s\S]*once a year: met/)
    assert.match(
      await read(`/meetings/bodies/${held.bodyId}`, held.member),
      /last came on 9 July 2026; that holds until 8 July 2027/,
    )
  })
})
