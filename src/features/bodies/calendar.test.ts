import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { type Board, makeBoard } from '../../../test/kit/board.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { saysCare } from '../../domain/governance/calendar-words.ts'
import { writeCalendar } from './write-calendar.ts'

const meeting = { id: 'a1', day: '2026-07-14', time: '4.30pm', place: 'The hall', name: 'Board meeting', minutes: 95 }

function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

describe('a calendar as a calendar program reads it', () => {
  test('British summer and winter time, as long as the agenda, and never under an hour', () => {
    const [summer, winter] = readCalendar(
      writeCalendar([meeting, { ...meeting, id: 'a2', day: '2026-12-08', minutes: 10 }], '2026-07-10'),
    )
    assert.equal(summer!.startDate.toJSDate().toISOString(), '2026-07-14T15:30:00.000Z')
    assert.equal(summer!.endDate.toJSDate().toISOString(), '2026-07-14T17:05:00.000Z')
    assert.equal(winter!.startDate.toJSDate().toISOString(), '2026-12-08T16:30:00.000Z')
    assert.equal(winter!.endDate.toJSDate().toISOString(), '2026-12-08T17:30:00.000Z')
  })
  test('a time that cannot be told is the whole day, on that day', () => {
    const [event] = readCalendar(writeCalendar([{ ...meeting, time: 'after school' }], '2026-07-10'))
    assert.equal(event!.startDate.isDate, true)
    assert.equal(event!.startDate.toString(), '2026-07-14')
    assert.equal(event!.endDate.toString(), '2026-07-15')
  })
  test('a name or a place that says care is left out, whoever typed it', () => {
    const text = writeCalendar([{ ...meeting, name: 'Children in care', place: 'Care leavers’ house' }], '2026-07-10')
    const [event] = readCalendar(text)
    assert.equal(event!.summary, 'Meeting')
    assert.equal(event!.location, null)
    assert.equal(saysCare(text), false)
  })
  test('whatever is typed, lines are at most 75 bytes, end as RFC 5545 says, and read back as they were typed', () => {
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .map((text) => text.replaceAll(/[\p{C}\u2028\u2029]/gu, ' ').trim() || 'Hall')
    fc.assert(
      fc.property(words, (place) => {
        fc.pre(!saysCare(place))
        const text = writeCalendar([{ ...meeting, place }], '2026-07-10')
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
        assert.doesNotMatch(text, /(?<!\r)\n/)
        assert.equal(readCalendar(text)[0]!.location, place)
      }),
    )
  })
})

describe('a secret address of one’s meetings', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
    await council.database.asOwner((query) =>
      sql`update body set calendar_name = 'The board' where id = ${board.bodyId}`.execute(query),
    )
  })
  after(() => app.close())

  const make = async (who: Actor, body = '') => {
    const page = await app.ask('POST', '/meetings/calendar', who, { body })
    return new URL(/value="(http[^"]+\.ics)"/.exec(page.body)![1]!).pathname
  }
  const fetchAs = async (path: string) => app.app.inject({ method: 'GET', url: path })

  test('it is read without signing in, says a neutral name, the day and the place, and nothing of the agenda', async () => {
    const answer = await fetchAs(await make(board.young))
    assert.equal(answer.statusCode, 200)
    assert.match(String(answer.headers['content-type']), /^text\/calendar/)
    assert.equal(answer.headers['cache-control'], 'private, no-store')
    const events = readCalendar(answer.body)
    assert.deepEqual(
      events.map(({ summary, location }) => [summary, location]),
      [['The board', 'The hall']],
    )
    for (const word of ['Health', 'health checks', 'provider', 'Our board', 'Yas', 'Example', 'Kept'])
      assert.ok(!answer.body.includes(word), word)
    assert.equal(saysCare(answer.body), false)
  })

  test('a private item is not in its length for whoever may not see it', async () => {
    const long = async (who: Actor) => {
      const [event] = readCalendar((await fetchAs(await make(who, board.bodyId))).body)
      return event!.duration.toSeconds() / 60
    }
    await council.database.asOwner((query) =>
      sql`update agenda_item set minutes = 60 where meeting_id = ${board.meetingId}`.execute(query),
    )
    assert.equal(await long(board.member), 180)
    assert.equal(await long(board.partner), 120)
  })

  test('withdrawn it is nothing; nobody else withdraws it, and its address is shown once', async () => {
    const path = await make(board.member)
    const page = await app.ask('GET', '/meetings/calendar', board.member)
    assert.ok(!page.body.includes(path))
    const withdraw = /action="([^"]+\/withdraw)"/.exec(page.body)![1]!
    assert.equal((await app.ask('POST', withdraw, board.clerk)).statusCode, 404)
    assert.equal((await fetchAs(path)).statusCode, 200)
    for (const [, action] of page.body.matchAll(/action="([^"]+\/withdraw)"/g))
      await app.ask('POST', action!, board.member)
    assert.equal((await fetchAs(path)).statusCode, 404)
    assert.equal((await app.ask('POST', withdraw, board.member)).statusCode, 404)
    assert.equal((await fetchAs('/calendar/nothing.ics')).statusCode, 404)
  })

  test('rule 36: once the term has ended the meetings are gone from it; once the role has, the address is nothing', async () => {
    const path = await make(board.young)
    assert.equal(readCalendar((await fetchAs(path)).body).length, 1)
    const end = (table: string) =>
      council.database.asOwner((query) =>
        sql`update ${sql.table(table)} set ends_on = '2026-07-09' where person_id = ${board.young.personId}`.execute(
          query,
        ),
      )
    await end('body_member')
    assert.equal(readCalendar((await fetchAs(path)).body).length, 0)
    await end('role_held')
    assert.equal((await fetchAs(path)).statusCode, 404)
  })
})
