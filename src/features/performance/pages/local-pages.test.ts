import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const number = {
  asAt: '2026-06-30',
  from: '',
  numerator: '4',
  denominator: '60',
  status: 'validated',
  source: 'The list of the life story team',
}
const measure = {
  plainTitle: 'Saw their reviewing officer',
  title: 'Contact with reviewing officers',
  why: 'Somebody should look at the plan.',
  theme: 'heard',
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  counted: 'Children in our care',
  met: 'Those with a review in the year',
  source: 'Our board',
  sensitive: 'no',
  how: 'typed',
}

describe('our own figures', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let manager: Actor
  let board: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    analyst = await council.addStaff('performance_analyst', 'Ana List')
    manager = await council.addStaff('team_manager')
    board = await council.addStaff('board_member')
    for (let index = 0; index < 12; index += 1) {
      const kid = await council.addChild({ code: `K${index}` })
      await council.state(kid, characteristics('2012-05-06'))
      await council.state(kid, episode('2020-01-01'))
    }
  })
  after(() => app.close())
  const read = async (path: string, who = analyst) => (await app.ask('GET', path, who)).body

  test('the list says how many numbers are given; a manager reads it, the board does not', async () => {
    assert.match(await read('/figures/local'), /0 of \d+ figures that no file gives have a number/)
    assert.match(await read('/figures/local', manager), /Life story work begun/)
    assert.doesNotMatch(await read('/figures/local', manager), /Type a number/)
    assert.equal((await app.ask('GET', '/figures/local', board)).statusCode, 404)
    assert.equal((await app.ask('GET', '/figures/local/M46', board)).statusCode, 404)
    assert.equal((await app.ask('GET', '/figures/local/M999', analyst)).statusCode, 404)
  })

  test('what is wrong with a number is said beside it, and nothing typed is lost', async () => {
    const answer = await app.ask('POST', '/figures/local/M46/type', analyst, { ...number, numerator: '61', source: '' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /61 cannot be part of 60[\s\S]*Say where the number comes from[\s\S]*value="61"/)
    assert.equal((await app.ask('POST', '/figures/local/M46/type', manager, number)).statusCode, 404)
  })

  test('a typed number is a figure: true for those with the right, hidden when small for everybody else', async () => {
    const answer = await app.ask('POST', '/figures/local/M46/type', analyst, number)
    assert.equal(answer.headers.location, '/figures/local/M46?done=typed')
    assert.match(await read('/figures/local/M46'), /7%, 4 of 60[\s\S]*Ana List/)
    assert.match(await read('/figures/M46'), /4 of 60/)
    const shown = await read('/figures/M46', board)
    assert.doesNotMatch(shown, /4 of 60|7%|Ana List/)
    assert.match(shown, /hidden so that nobody can be recognised/)
    assert.match(shown, /list of the life story team/)
    assert.match(await read('/figures/local'), /1 of \d+ figures/)
  })

  test('another number for the same day asks why, and keeps the first', async () => {
    const again = { ...number, numerator: '40' }
    const asked = await app.ask('POST', '/figures/local/M46/type', analyst, again)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /A number for this day is on file[\s\S]*Why the number changes/)
    await app.ask('POST', '/figures/local/M46/type', analyst, { ...again, reason: 'the list was of one team alone' })
    const one = await read('/figures/local/M46')
    assert.match(one, /67%, 40 of 60[\s\S]*of one team alone[\s\S]*7%, 4 of 60[\s\S]*replaced since/)
    assert.match(await read('/figures/M46', board), /67%[\s\S]*It replaced an earlier number/)
  })

  test('a measure of our own with typed numbers, and one worked out by a filter', async () => {
    const empty = await app.ask('POST', '/figures/local/new', analyst, { how: 'filter', metWhere: 'colour is red' })
    assert.equal(empty.statusCode, 422)
    assert.match(
      empty.body,
      /Name it in words that a young person would use[\s\S]*Choose the kind of fact[\s\S]*colour is red/,
    )
    const wrong = {
      ...measure,
      how: 'filter',
      factKind: 'review',
      when: 'in the year',
      base: 'in care',
      metWhere: 'colour is red',
    }
    assert.match(
      (await app.ask('POST', '/figures/local/new', analyst, wrong)).body,
      /Line 1: there is no “colour” here/,
    )
    assert.match(
      (await app.ask('POST', '/figures/local/new', analyst, { ...wrong, metWhere: 'age about 3' })).body,
      /Line 1: write a field, then one of/,
    )
    assert.equal(
      (await app.ask('POST', '/figures/local/new', analyst, measure)).headers.location,
      '/figures/local/L01?done=added',
    )
    const filter = { ...wrong, kind: 'count', factKind: 'episode', when: 'on the day', metWhere: 'age at least 10' }
    const made = await app.ask('POST', '/figures/local/new', analyst, filter)
    assert.equal(made.headers.location, '/figures/local/L02?done=added')
    assert.match(await read('/figures/L02'), /Saw their reviewing officer: 12/)
    assert.match(await read('/figures/L02', board), /12/)
    assert.match(await read('/figures/L02/children'), /12 children behind/)
    assert.equal((await app.ask('GET', '/figures/M46/children', analyst)).statusCode, 404)
    assert.doesNotMatch(await read('/figures/M46'), /The children behind it/)
    assert.match(await read('/figures.csv'), /"L02","Contact with reviewing officers","12"/)
    assert.equal((await app.ask('GET', '/figures/local/L02/type', analyst)).statusCode, 404)
  })

  test('a change asks why and counts anew; an end takes it from the figures and leaves it on file', async () => {
    const change = {
      ...measure,
      kind: 'count',
      how: 'filter',
      factKind: 'episode',
      when: 'on the day',
      base: 'in care',
      metWhere: 'age at least 18',
    }
    assert.match(await read('/figures/local/L02/change'), /age at least 10/)
    assert.match((await app.ask('POST', '/figures/local/L02/change', analyst, change)).body, /Say why it changes/)
    await app.ask('POST', '/figures/local/L02/change', analyst, { ...change, reason: 'we ask about adults' })
    assert.match(await read('/figures/L02'), /Saw their reviewing officer: 0/)
    assert.equal((await app.ask('POST', '/figures/local/L02/end', analyst, {})).statusCode, 422)
    await app.ask('POST', '/figures/local/L02/end', analyst, { reason: 'nobody asks any more' })
    assert.match(await read('/figures/local'), /No longer counted/)
    assert.equal((await app.ask('GET', '/figures/L02', analyst)).statusCode, 404)
    assert.equal((await app.ask('GET', '/figures/local/L02/change', analyst)).statusCode, 404)
  })

  test('627 + 211 − 225 is 613, and 620 are there: shown, explained, and never refused', async () => {
    const type = (id: string, given: Record<string, string>) =>
      app.ask('POST', `/figures/local/${id}/type`, analyst, {
        ...number,
        denominator: '',
        source: 'A yearly report',
        ...given,
      })
    await type('M01', { asAt: '2023-03-31', numerator: '627' })
    await type('M01', { asAt: '2024-03-31', numerator: '620' })
    await type('M03', { from: '2023-04-01', asAt: '2024-03-31', numerator: '211' })
    await type('M04', { from: '2023-04-01', asAt: '2024-03-31', numerator: '225' })
    const year = (body: string) => body.slice(body.indexOf('31 March 2024'), body.indexOf('31 March 2023'))
    const shown = year(await read('/figures/stock-and-flow'))
    assert.match(shown.replaceAll(/<[^>]*>\s*/g, ' '), /627\s+211\s+225\s+613\s+620\s+\+7/)
    assert.match(
      await read('/figures/stock-and-flow'),
      /At the end there were 620, 7 more: children who came or left more than once/,
    )
    assert.match(await read('/figures/stock-and-flow', board), /7 more/)
  })
})
