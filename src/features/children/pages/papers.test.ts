import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import { workOutFigures } from '../../performance/index.ts'
import { checkPaper, type HeldPaper } from '../paper.form.ts'

let council: TestCouncil
let app: TestApp
let worker: Actor
let reviewer: Actor
let stranger: Actor
let child: string
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Ola Example')
  reviewer = await council.addStaff('iro', 'Ira Example')
  stranger = await council.addStaff('social_worker', 'Sten Example')
  child = await council.addChild({ code: '1', given: 'Robin', family: 'Testling' })
  await council.relate(worker, child, 'social_worker')
  await council.relate(reviewer, child, 'iro')
  await council.state(child, characteristics('2010-01-01'))
  await council.state(child, episode('2024-01-01'))
})
after(() => app.close())

const countPapers = async () =>
  (await workOutFigures(council.database, council.council, TODAY, null)).results.find(({ id }) => id === 'K01')!

test('a worker enters a paper of a young person they work with, and the figure knows it at once', async () => {
  const url = `/children/${child}/papers`
  assert.match((await app.ask('GET', `/children/${child}`, worker)).body, /Papers of their own/)
  assert.match((await app.ask('GET', url, worker)).body, /has no bank account and no passport that we know of/)
  assert.match((await countPapers()).cannotCompute!, /No papers have been entered/)
  const back = await app.ask('POST', url, worker, { paper: 'passport', from: '2026-07-11', until: '' })
  assert.equal(back.statusCode, 422)
  assert.match(back.body, /enter it when they have it[\s\S]*value="passport" checked/)
  for (const paper of ['passport', 'bank account'])
    assert.equal((await app.ask('POST', url, worker, { paper, from: TODAY })).statusCode, 303)
  assert.match((await app.ask('GET', url, worker)).body, /Robin Testling has a bank account and a passport\./)
  assert.deepEqual((await countPapers()).met, [child])
})

test('nobody else does: not a worker of others, and not who may only read', async () => {
  for (const who of [stranger, reviewer]) {
    assert.equal((await app.ask('GET', `/children/${child}/papers`, who)).statusCode, 404)
    const form = { paper: 'birth certificate', from: TODAY }
    assert.equal((await app.ask('POST', `/children/${child}/papers`, who, form)).statusCode, 404)
  }
})

const known: HeldPaper[] = [{ paper: 'passport', startsOn: '2020-01-01', endsOn: '2025-01-01' }]
const cases: [string, { paper?: string; from?: string; until?: string }, string | null][] = [
  ['today', {}, null],
  ['tomorrow', { from: '2026-07-11' }, 'from'],
  ['no day', { from: '31/12/2025' }, 'from'],
  ['good for one day', { until: TODAY }, null],
  ['over before it began', { until: '2026-07-09' }, 'until'],
  ['no paper of the list', { paper: 'library card' }, 'paper'],
  ['the same again', { from: '2020-01-01' }, 'paper'],
  ['a new one after the old', { from: '2025-01-02' }, null],
]
for (const [name, given, field] of cases) {
  test(`a paper: ${name} is ${field === null ? 'taken' : `refused at “${field}”`}`, () => {
    const checked = checkPaper({ paper: 'passport', from: TODAY, until: '', ...given }, known, TODAY)
    assert.deepEqual(
      checked.errors.map((error) => error.field),
      field === null ? [] : [field],
    )
  })
}
