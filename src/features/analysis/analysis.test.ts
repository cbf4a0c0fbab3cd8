import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { addDays, addMonths } from '../../domain/shared/calendar-date.ts'

let council: TestCouncil
let app: TestApp
let analyst: Actor
let manager: Actor
let worker: Actor
let board: Actor
const ids: string[] = []

/** 46 in care, 10 of 16 boys and 2 of 30 girls in three homes within a year; and girls who came and left for five years. */
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  analyst = await council.addStaff('performance_analyst', 'Ana Example')
  manager = await council.addStaff('team_manager', 'Mo Example')
  worker = await council.addStaff('social_worker', 'Wren Example')
  board = await council.addStaff('board_member', 'Bo Example')
  await council.addTeam(manager, [worker])
  const { authorityId } = council.council
  const rows: Record<string, unknown>[] = []
  const state = (child: string, kind: string, from: string, to: string | null, data: object, stated = '2026-07-01') =>
    rows.push({ child, kind, from, to, data, stated })
  const episode = (placement: string, ended: string | null) => ({
    reasonForNewEpisode: 'S',
    legalStatus: placement === 'K2' ? 'V2' : 'C2',
    need: 'N1',
    placement,
    provider: 'PR1',
    reasonEnded: ended,
    reasonPlaceChanged: null,
  })
  for (let number = 0; number < 46; number++) {
    const id = await council.addChild({ code: `K${number}`, given: `Kit${number}` })
    ids.push(id)
    const isGirl = number < 30
    state(id, 'characteristics', isGirl ? '2014-03-03' : '2010-02-02', null, {
      sex: isGirl ? 'F' : 'M',
      ethnicity: number % 10 === 0 ? 'AIND' : 'WBRI',
      isMother: null,
      motherOfChildBornOn: null,
    })
    // Ten boys, and two girls, had three homes in the year before the day.
    const moved = (number >= 30 && number < 40) || number < 2
    if (moved) {
      state(id, 'episode', '2025-01-01', '2025-09-01', episode('U6', 'X1'))
      state(id, 'episode', '2025-09-01', '2025-12-01', episode('K2', 'X1'))
      state(id, 'episode', '2025-12-01', null, episode('K2', null))
    } else state(id, 'episode', '2025-01-01', null, episode('U6', null))
  }
  // Years before: three came each month and stayed six months.
  for (let month = 0; month < 60; month++) {
    for (let each = 0; each < 3; each++) {
      const id = await council.addChild({ code: `P${month}-${each}` })
      const came = addDays(addMonths('2021-04-10', month), each)
      state(id, 'characteristics', '2013-03-03', null, {
        sex: 'F',
        ethnicity: 'WBRI',
        isMother: null,
        motherOfChildBornOn: null,
      })
      state(
        id,
        'episode',
        came,
        addMonths(came, 6) > '2026-07-01' ? null : addMonths(came, 6),
        episode('U6', addMonths(came, 6) > '2026-07-01' ? null : 'E8'),
        `${Number(came.slice(0, 4)) + 1}-03-31`,
      )
    }
  }
  await council.relate(worker, ids[0]!, 'social_worker')
  await council.relate(worker, ids[39]!, 'social_worker')
  await council.database.as(council.system, (query) =>
    sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by)
      select ${authorityId}, r.child, r.kind, r."from", r."to", r.data, '{"form":"test"}', r.stated, ${council.council.systemId}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(child uuid, kind text, "from" date, "to" date, data jsonb, stated date)`.execute(
      query,
    ),
  )
})
after(() => app.close())

const text = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const ask = async (url: string, who: Actor) => {
  const answer = await app.ask('GET', url, who)
  return { status: answer.statusCode, text: text(answer.body), body: answer.body, headers: answer.headers }
}

test('a breakdown says who is met more often than others, and that it is unlikely to be chance', async () => {
  const { status, text: said } = await ask('/figures/M20/breakdown?by=sex&as-at=2026-03-31', analyst)
  assert.equal(status, 200)
  assert.match(said, /Boys more often/)
  assert.match(said, /unlikely to be chance/)
  assert.match(said, /Boys 10 16 63%/)
  assert.match(said, /Not by disability: the return says/)
})

test('a breakdown seen by somebody with true figures is written down', async () => {
  const { rows } = await council.database.asOwner((query) =>
    sql<{
      n: number
    }>`select count(*)::int as n from audit where person_id = ${analyst.personId} and detail->>'by' = 'sex'`.execute(
      query,
    ),
  )
  assert.ok(rows[0]!.n > 0)
})

test('others get the ends of quarters, and no number from which a small one follows', async () => {
  const { text: said, body } = await ask('/figures/M20/breakdown?by=sex&as-at=2026-05-05', board)
  assert.match(said, /1 April 2025 to 31 March 2026/)
  assert.match(said, /It is given for the ends of quarters/)
  // 2 girls and 10 boys of 12 moved often: with the total, the number of boys would give the 2 away.
  assert.doesNotMatch(said, /Girls 2 /)
  assert.doesNotMatch(said, /Boys 10 /)
  assert.ok(body.includes('are hidden so that nobody can be recognised'))
})

for (const id of ['M01', 'M20', 'M05'])
  test(`no table of ${id} that anybody may have has one gap alone, and no two of them fill each other’s`, async () => {
    let tables = 0
    for (const by of ['age', 'sex', 'ethnicity', 'ethnicity-fine', 'unaccompanied', 'home', 'area']) {
      const { status, body } = await ask(`/figures/${id}/breakdown.csv?by=${by}&as-at=2026-03-31`, board)
      if (status !== 200) continue
      tables++
      const rows = body
        .trim()
        .split('\r\n')
        .map((line) => line.slice(1, -1).split('","'))
      const [head, groups, total] = [rows[0]!, rows.slice(1, -1), rows.at(-1)!]
      const columns = head.flatMap((title, at) => (['Met', 'Counted', 'Children'].includes(title) ? [at] : []))
      for (const at of columns) {
        const gaps = groups.filter((row) => row[at] === 'c').length
        assert.ok(total[at] === 'c' ? gaps !== 0 : gaps !== 1, `${by}, ${head[at]}: ${gaps} gaps`)
        for (const row of groups)
          assert.ok(!/^[1-5]$/.test(row[at]!) || row[0] === 'Not known', `${by}: ${row.join(' ')}`)
      }
      // Those counted and not met are a number too.
      if (columns.length === 2)
        for (const [label, met, counted] of groups)
          if (met !== 'c' && counted !== 'c' && label !== 'Not known')
            assert.ok(!/^[1-5]$/.test(String(Number(counted) - Number(met))), `${by}: ${label} ${met} of ${counted}`)
    }
    assert.ok(tables >= 3, `${tables} tables`)
  })

test('by team: for a manager the children of their teams, for others no such thing, and never what is late', async () => {
  const mine = await ask('/figures/M20/breakdown?by=team&as-at=2026-03-31', manager)
  assert.match(mine.text, /A team 2 2 100%/)
  assert.doesNotMatch((await ask('/figures/M20/breakdown?by=team', board)).text, /A team|By something else.*Team/)
  assert.doesNotMatch((await ask('/figures/M43/breakdown?by=team', manager)).text, /A team/)
})

test('the download holds what the page shows, hidden cells as c', async () => {
  const mine = await ask('/figures/M20/breakdown.csv?by=sex&as-at=2026-03-31', analyst)
  assert.match(String(mine.headers['content-disposition']), /M20-by-sex-2026-03-31\.csv/)
  assert.match(mine.body, /"Boys","10","16","63%"/)
  const theirs = await ask('/figures/M20/breakdown.csv?by=sex&as-at=2026-03-31', board)
  assert.doesNotMatch(theirs.body, /"Girls","2"/)
})

for (const url of ['/figures/NONE/breakdown', '/figures/NONE/breakdown.csv', '/figures/NONE/over-time'])
  test(`${url} is not there`, async () => assert.equal((await ask(url, analyst)).status, 404))

test('a day that is none is said, and the page stays', async () => {
  const { status, text: said } = await ask('/figures/M01/breakdown?as-at=2026-02-31', analyst)
  assert.equal(status, 422)
  assert.match(said, /Enter a day that exists/)
})

test('over time says whether a change is more than chance, month by month', async () => {
  const { status, text: said } = await ask('/figures/M01/over-time', analyst)
  assert.equal(status, 200)
  assert.match(
    said,
    /Children in our care: \d+ at the end of June 2026; this (change is within what chance alone does|is a real change)/,
  )
  assert.match(said, /At the end of each month/)
  assert.match(said, /June 2026/)
  assert.doesNotMatch(said, /July 2026 \d/)
})

test('a measure of a year is never shown in parts, and a few years are too few', async () => {
  const { text: said } = await ask('/figures/M03/over-time', analyst)
  assert.match(said, /whole years are too few to tell a change from chance/)
})

test('who may not see a number gets no arrow from it', async () => {
  const mine = await ask('/figures/M20/over-time', analyst)
  const theirs = await ask('/figures/M20/over-time', board)
  assert.equal(theirs.status, 200)
  assert.doesNotMatch(mine.text, /newest value is not shown/)
  assert.match(theirs.text, /too few to tell|not shown, so no change|within what chance|real change|newest value/)
})

test('the forecast has its band, what it supposes, and how it did in earlier years', async () => {
  const { status, text: said } = await ask('/figures/forecast', analyst)
  assert.equal(status, 200)
  assert.match(said, /In two years between \d+ and \d+ children may be in our care, if things go on as they are/)
  assert.match(said, /lay inside the wide band \d+ of \d+ times/)
  assert.match(said, /Neither more nor fewer is good by itself/)
  assert.match(said, /With foster carers \d+ \(\d+ to \d+\)/)
})

test('others get the whole number alone', async () => {
  const { text: said } = await ask('/figures/forecast', board)
  assert.match(said, /In two years between \d+ and \d+/)
  assert.doesNotMatch(said, /With foster carers/)
  const mine = await ask('/figures/forecast.csv', analyst)
  const theirs = await ask('/figures/forecast.csv', board)
  assert.match(mine.body, /With foster carers/)
  assert.doesNotMatch(theirs.body, /With foster carers/)
  assert.equal(theirs.body.trim().split('\r\n').length, 25)
})

test('a cohort holds the children who fit, and the list is written down with them', async () => {
  const { status, text: said } = await ask(
    '/figures/cohort?sex=boys&ageFrom=16&home=home+or+secure&measure=M20&as-at=2026-03-31',
    analyst,
  )
  assert.equal(status, 200)
  assert.match(said, /10 children in our care on 31 March 2026 fit/)
  assert.match(said, /Kit39 Example/)
  assert.doesNotMatch(said, /Kit1 Example/)
  const { rows } = await council.database.asOwner((query) =>
    sql<{
      n: number
    }>`select array_length(child_ids, 1) as n from audit where event = 'cohort listed' order by at desc limit 1`.execute(
      query,
    ),
  )
  assert.equal(rows[0]!.n, 10)
})

test('a manager’s list and its count hold only their own children', async () => {
  const { text: said } = await ask('/figures/cohort?sex=boys', manager)
  assert.match(said, /1 child in our care on 10 July 2026 fits/)
  assert.match(said, /Kit39 Example/)
  assert.doesNotMatch(said, /Kit38 Example/)
})

for (const who of ['worker', 'board'] as const)
  test(`for the ${who} there is no such page`, async () => {
    const other = who === 'worker' ? worker : board
    const none = await ask('/figures/cohort/none', other)
    const answer = await ask('/figures/cohort?sex=boys', other)
    assert.notEqual(answer.status, 200)
    assert.equal(answer.status, none.status)
    assert.doesNotMatch(answer.text, /Kit39/)
  })

test('nothing asked, nobody listed; a wrong number is said and kept', async () => {
  assert.doesNotMatch((await ask('/figures/cohort', analyst)).text, /Kit39/)
  const wrong = await ask('/figures/cohort?ageFrom=ten', analyst)
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /value="ten"/)
  assert.match(wrong.text, /enter a whole number from 0 to 300/)
})

test('a question is kept, shared, found by another, and removed by its owner alone', async () => {
  const unnamed = await app.ask('POST', '/figures/cohort', analyst, { sex: 'boys', name: '' })
  assert.equal(unnamed.statusCode, 422)
  assert.match(unnamed.body, /Name the filter in 2 to 80 letters/)
  await app.ask('POST', '/figures/cohort', analyst, { sex: 'boys', name: 'Mine alone' })
  const made = await app.ask('POST', '/figures/cohort', analyst, { sex: 'boys', name: 'Our boys', shared: 'yes' })
  assert.equal(made.headers.location, '/figures/cohort?sex=boys')
  const seen = await ask('/figures/cohort', manager)
  assert.match(seen.text, /Our boys/)
  assert.doesNotMatch(seen.text, /Mine alone/)
  const { rows } = await council.database.asOwner((query) =>
    sql<{ id: string }>`select id from saved_filter where name = 'Our boys'`.execute(query),
  )
  assert.equal((await app.ask('POST', `/figures/cohort/${rows[0]!.id}/remove`, manager)).statusCode, 404)
  assert.equal((await app.ask('POST', `/figures/cohort/${rows[0]!.id}/remove`, analyst)).statusCode, 303)
  assert.doesNotMatch((await ask('/figures/cohort', manager)).text, /Our boys/)
})
