import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'

let council: TestCouncil
let app: TestApp
let worker: Actor
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Ola Example')
  await council.database.as(council.system, async (query) => {
    await sql`select take_districts(${['E07999991\tNear\tE10999998', 'E07999992\tFar\tE10999997'].join('\n')})`.execute(
      query,
    )
    const rows = [
      'ZZ1 1AA\tE07999991\t400000\t300000',
      'ZZ1 1AB\tE07999991\t401609\t300000',
      'ZZ2 1AA\tE07999992\t400000\t332270',
    ]
    await sql`select take_postcodes(${[...rows, 'ZZ9 9ZZ\tE07999991\t\t'].join('\n')})`.execute(query)
  })
})
after(() => app.close())

const cases: [what: string, from: string | null, to: string | null, says: RegExp, never: RegExp | null][] = [
  ['a mile away and ours', 'ZZ1 1AA', 'ZZ1 1AB', /In our area · 1 mile from their own home/, null],
  ['far and not ours', 'ZZ1 1AA', 'ZZ2 1AA', /Not in our area · 20\.1 miles from their own home/, null],
  ['ours, of a child with no own home held', null, 'ZZ1 1AB', /In our area/, /miles? from/],
  ['on no map', 'ZZ1 1AA', 'ZZ9 9ZZ', /In our area/, /miles? from/],
  ['in no directory', 'ZZ1 1AA', 'ZZ7 7ZZ', /ZZ7 7ZZ/, /[Ii]n our area|miles? from/],
]
for (const [index, [what, homePostcode, placementPostcode, says, never]] of cases.entries()) {
  test(`behind the fold stands a home that is ${what}, and nowhere else`, async () => {
    const child = await council.addChild({ code: `90000${index}` })
    await council.relate(worker, child, 'social_worker')
    await council.state(child, characteristics('2014-02-03'))
    await council.state(child, episode('2025-01-01'))
    await council.state(child, {
      kind: 'placement_address',
      startsOn: '2025-01-01',
      endsOn: null,
      data: { homePostcode, placementPostcode, urn: null },
    })
    const { body } = await app.ask('GET', `/children/${child}`, worker)
    const fold = /<details(?:(?!<\/details>)[\s\S])*Where the homes are[\s\S]*?<\/details>/.exec(body)?.[0] ?? ''
    assert.match(fold, says)
    if (never !== null) assert.doesNotMatch(fold, never)
    assert.doesNotMatch(body.replace(fold, ''), /ZZ\d|our area ·|miles? from/)
  })
}

test('short breaks are not being in our care, in the list as in the record', async () => {
  const child = await council.addChild({ code: '910000', given: 'Bo', family: 'Breaks' })
  await council.relate(worker, child, 'social_worker')
  await council.state(child, characteristics('2014-02-03'))
  await council.state(child, episode('2025-01-01', null, { legalStatus: 'V4' }))
  assert.doesNotMatch((await app.ask('GET', '/children', worker)).body, /Bo Breaks/)
  assert.match((await app.ask('GET', '/children?show=everyone', worker)).body, /Bo Breaks[\s\S]*?not in our care/)
  const { body } = await app.ask('GET', `/children/${child}`, worker)
  assert.match(body, /Bo Breaks is 12 and has short breaks with us, and is not in our care today\./)
})

test('a fact says which line of which return it comes from, and who recorded it when', async () => {
  const child = await council.addChild({ code: '920000' })
  await council.relate(worker, child, 'social_worker')
  await council.database.as(council.system, (query) =>
    sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by)
      values (${council.council.authorityId}, ${child}, 'review', '2026-02-03', '2026-02-03', '{"participation":"PN1"}',
        '{"file":"reviews.csv","line":12}', '2026-03-31', ${council.council.systemId})`.execute(query),
  )
  const { body } = await app.ask('GET', `/children/${child}`, worker)
  assert.match(body, /from the return of 31 March 2026, reviews\.csv line 12, recorded \d+ \w+ \d{4} by Kept itself/)
})

test('a page past the last leads back to the list', async () => {
  const { statusCode, headers } = await app.ask('GET', '/children?page=99', worker)
  assert.equal(statusCode, 303)
  assert.equal(headers.location, '/children')
})
