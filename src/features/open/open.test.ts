import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { sayOffice } from './pages/public.presenter.ts'

let council: TestCouncil
let app: TestApp
const get = async (url: string, one = app) => one.ask('GET', url, null)

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  const { authorityId } = council.council
  for (let number = 0; number < 20; number++) {
    const child = await council.addChild({ code: `${700 + number}`, given: 'Robin', family: 'Testling' })
    await council.state(child, characteristics('2014-02-03'))
    await council.state(
      child,
      episode('2023-01-01', number < 3 ? '2026-05-01' : null, number < 3 ? { reasonEnded: 'X1' } : {}),
    )
    if (number >= 3) continue
    await council.state(child, episode('2026-05-01', '2026-06-01', { reasonForNewEpisode: 'P', reasonEnded: 'X1' }))
    await council.state(child, episode('2026-06-01', null, { reasonForNewEpisode: 'P' }))
  }
  await council.database.asOwner(async (query) => {
    const { rows } = await sql<{
      id: string
    }>`insert into plan (authority_id, kind, title) values (${authorityId}, 'pledge', 'Our pledge'), (${authorityId}, 'action plan', 'Our plan') returning id`.execute(
      query,
    )
    const [pledge, plan] = rows.map(({ id }) => id)
    await sql`insert into plan_item (authority_id, plan_id, position, title, words, party, owners, measure_id) values
      (${authorityId}, ${pledge}, 1, 'A home that lasts', 'You should not have to keep packing.', 'we', '{"Director of Children’s Services","Jo Juniorworker"}', 'M20')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, plan_id, position, title, priority, progress, due_on, owners) values
      (${authorityId}, ${plan}, 1, 'Ask every child', 'Being heard', 'done', '2026-01-01', '{"Jo Juniorworker"}'),
      (${authorityId}, ${plan}, 2, 'Answer every child', 'Being heard', 'under way', '2026-01-01', '{"Jo Juniorworker"}')`.execute(
      query,
    )
    await sql`insert into offer (authority_id, position, title, words, rule, source, amount_words, how_to_claim, answer_within_days, valid_from) values
      (${authorityId}, 1, 'A first home', 'For a bed.', '{"fromAge":18,"untilAge":25,"groups":["former relevant"],"condition":null}', '{"kind":"own","words":"Ours"}', '£3,000', 'Ask.', 10, '2023-04-01')`.execute(
      query,
    )
  })
})
after(() => app.close())

test('anybody reads the public page, and it may be kept on the way; every other page is kept by nobody', async () => {
  const answer = await get('/open')
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['cache-control'], 'public, max-age=300')
  assert.equal(answer.headers['set-cookie'], undefined)
  assert.equal((await get('/sign-in')).headers['cache-control'], 'no-store')
})

test('it holds the promises, how they are decided, the plan, the figures children asked for, the offers and how to get help', async () => {
  const { body } = await get('/open')
  for (const words of [
    'A home that lasts',
    'How we decide',
    'Our plan',
    '1 done, 1 late',
    'A first home',
    '0800 1111',
    '999',
    'children asked for this figure',
  ])
    assert.ok(body.includes(words), words)
})

test('no small number stands on it, no child, and nobody’s name: owners by their office alone', async () => {
  const { body } = await get('/open')
  // Three of twenty children had three homes: hidden, with all from which it could be worked out.
  assert.doesNotMatch(body, /\b3 of 20\b|\b17 of 20\b|\b15(\.0)?%|\b85%/)
  assert.match(body, /Numbers from 1 to 5, and numbers from which one of those could be worked out, are hidden/)
  assert.doesNotMatch(body, /Robin|Testling|Juniorworker/)
  assert.match(body, /Answered for by: Director of Children’s Services\./)
})

test('it links to nothing that asks for a sign-in, but to the sign-in itself', async () => {
  const { body } = await get('/open')
  const links = [...body.matchAll(/<a [^>]*href="([^"#][^"]*)"/g)].map((match) => match[1])
  assert.deepEqual([...new Set(links)].sort(), ['/', '/in', '/sign-in'])
  for (const [, id] of body.matchAll(/href="#([^"]+)"/g)) {
    if (id!.startsWith('shape-')) continue
    assert.ok(body.includes(`id="${id}"`), `#${id} is on the page`)
  }
})

test('the sign-in page leads to it', async () => {
  assert.match((await get('/sign-in')).body, /href="\/open"/)
})

test('a real council’s public page is shut until the council opens it', async () => {
  for (const [settings, status] of [
    [{}, 404],
    [{ KEPT_PUBLIC_PAGE: 'open' }, 200],
  ] as const) {
    const real = await makeTestCouncil('embedded', 'real')
    const realApp = await makeTestApp(real, settings)
    const answer = await get('/open', realApp)
    await realApp.close()
    assert.equal(answer.statusCode, status)
  }
})

test('an owner is shown by an office, never by what may be a name', () => {
  assert.equal(
    sayOffice(['Director of Housing and Communities']),
    'Answered for by: Director of Housing and Communities.',
  )
  assert.equal(sayOffice(['Lead member for children', 'Sam Example']), 'Answered for by: Lead member for children.')
  assert.equal(sayOffice(['Sam Example', 'Team manager for Aldermarsh']), '')
})
