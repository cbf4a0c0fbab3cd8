import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

describe('the scorecard', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let board: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    analyst = await council.addStaff('performance_analyst', 'Ana List')
    board = await council.addStaff('board_member')
    const known = await council.addChild({ code: 'KNOWN' })
    await council.database.as(council.system, (query) =>
      sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by)
        values (${council.council.authorityId}, ${known}, 'episode', '2023-04-01', '2024-05-01', ${JSON.stringify(episode('2023-04-01').data)}::jsonb,
          '{"form":"test"}', '2025-03-31', ${council.council.systemId})`.execute(query),
    )
    for (let index = 0; index < 30; index += 1) {
      const kid = await council.addChild({ code: `K${index}` })
      await council.state(kid, characteristics('2012-05-06'))
      await council.state(kid, episode(index < 10 ? '2020-01-01' : '2026-02-01'))
    }
    const authorityId = council.council.authorityId
    await council.database.asOwner(async (query) => {
      const { rows } = await sql<{
        id: string
      }>`insert into kept.plan (authority_id, kind, title) values (${authorityId}, 'action plan', 'Plan') returning id`.execute(
        query,
      )
      await sql`insert into kept.plan_item (authority_id, plan_id, position, title, priority, measure_id)
        values (${authorityId}, ${rows[0]!.id}, 1, 'Fewer moves', 'Settled homes', 'M20')`.execute(query)
    })
  })
  after(() => app.close())
  const read = async (path: string, who: Actor) => (await app.ask('GET', path, who)).body
  const target = { way: 'at most', value: '20', near: '', from: '2020-04-01', to: '2040-03-31', why: 'Our strategy' }

  test('what children asked for comes first, by themes after it; what cannot be worked out is folded away with its reason', async () => {
    const page = await read('/figures', board)
    assert.match(page, /30 children were in our care/)
    assert.ok(page.indexOf('What children asked us to show') < page.indexOf('Children in our care</h2>'))
    assert.match(page, /children asked for this figure/)
    assert.match(page, /up from 10 a year before/)
    assert.match(page, /figures that cannot be worked out, and why/)
  })

  test('a target is judged, and the filter leaves only what was asked for', async () => {
    assert.equal((await app.ask('POST', '/figures/M01/target', analyst, target)).statusCode, 303)
    const missed = (await read('/figures?only=missed', board)).split('that cannot be worked out')[0]!
    assert.match(missed, /href="\/figures\/M01"/)
    assert.match(missed, /target missed/)
    assert.doesNotMatch(missed, /href="\/figures\/M03"/)
    assert.match(await read('/figures?only=word', board), /No figure is like that/)
  })

  test('by priority a figure stands with what it is joined to', async () => {
    const page = await read('/figures?by=priority', board)
    assert.match(page, /Settled homes<\/h2>[\s\S]*href="\/figures\/M20"[\s\S]*Joined to no priority/)
    assert.match(await read('/figures?by=promise', board), /Joined to no promise/)
  })

  test('nobody reads how late a worker, a team, a home or a school is', async () => {
    for (const path of ['/figures', '/figures?by=priority', '/figures?only=worse'])
      assert.doesNotMatch(await read(path, board), /<th[^>]*>\s*(Worker|Team|Home|School)\b/)
  })

  test('the file holds target and status, and hides what the page hides', async () => {
    const file = (await app.ask('GET', `/figures.csv?as-at=${TODAY}`, board)).body
    assert.match(file, /^"id","title",.*"target","standing","status","last word"\r\n/)
    assert.match(file, /"M01",.*"at most 20, from 1 April 2020 to 31 March 2040","missed","provisional",""/)
    assert.equal((await app.ask('GET', '/figures?by=nonsense&only=nonsense', board)).statusCode, 200)
  })
})
