import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

/** Story 3: the councillor on her phone, on the bus. */
let journey: Journey
before(async () => {
  journey = await startJourney(60)
})
after(() => journey.end())

test('a councillor reads the papers in plain words on a phone, asks why on the figure itself, and it lands with its owner and on the agenda', async () => {
  const page = await journey.signIn(/lead member/i, { width: 390 })
  await assertAccessible(page)
  await page.locator('a', { hasText: 'Start reading' }).click()
  for (const title of [/goodbye/, /Three or more homes/, /Promise by promise/]) {
    assert.match((await page.locator('h1').textContent())!, title)
    assert.match((await page.locator('.kept-versions__now').textContent())!, /^Plain version, \d minutes?$/)
    await assertAccessible(page)
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390, 'nothing is wider than the phone')
    const next = page.locator('a', { hasText: 'Next:' })
    if ((await next.count()) > 0) await next.click()
  }
  await page.goBack()
  await page.getByRole('link', { name: 'What this figure counts, and its years' }).click()
  await page.getByRole('link', { name: /^Ask why/ }).click()
  await assertAccessible(page)
  assert.equal(await page.getByLabel('Is it about a figure?').inputValue(), 'M20')
  await page.getByLabel('Your question, in a few words').fill('Why did moves go up?')
  await page.getByLabel('What happened, and what should change').fill('More children moved than the year before. Why?')
  const director = await page.locator('option', { hasText: 'Director of Children’s Services' }).getAttribute('value')
  await page.getByLabel('Who must answer').selectOption(director!)
  await page.getByRole('button', { name: 'Raise it' }).click()
  await page.waitForURL(/\/challenges\/[0-9a-f-]+\?done=raised/)
  const challenge = page.url().split('?')[0]!
  await assertAccessible(page)

  await journey.go(page, '/')
  await page.getByRole('link', { name: 'The whole meeting' }).click()
  assert.match((await page.locator('.kept-agenda').textContent())!, /Why did moves go up\?/)
  await journey.go(page, '/figures/M20')
  assert.ok(await page.locator('nav', { hasText: 'Why did moves go up?' }).count(), 'and on the figure’s own thread')

  const owner = await journey.signIn(/director of children/i)
  await owner.getByRole('link', { name: /Why did moves go up\?/ }).click()
  assert.equal(owner.url(), challenge)
  await owner
    .getByLabel('Your answer')
    .fill('Two homes closed in spring. A meeting is held before any move is planned.')
  await owner.getByRole('button', { name: 'Send the answer' }).click()
  await page.goto(challenge)
  assert.match((await page.locator('main').textContent())!, /Two homes closed in spring/)
  for (const each of [page, owner]) await each.context().close()
})

test('she follows promise 4 along its thread, and it ends for her at what may be shown of all children', async () => {
  const page = await journey.signIn(/lead member/i, { width: 390 })
  await journey.go(page, '/promises')
  await page
    .getByRole('link', { name: /Papers that are mine/ })
    .first()
    .click()
  const thread = page.locator('.kept-slim')
  await assertAccessible(page)
  assert.equal(await thread.locator('> li').count(), 7)
  await thread.getByRole('link', { name: /The action/ }).click()
  await assertAccessible(page)
  await page
    .locator('.kept-slim')
    .getByRole('link', { name: /The promise/ })
    .click()
  const last = page.locator('.kept-slim > li').last()
  const said = (await last.textContent())!
  assert.match(said, /Most say|Different things|Nobody has answered yet/)
  assert.doesNotMatch(said, /\b[1-5] (of|child|young)/)
  const links = await page
    .locator('main a, nav a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  assert.deepEqual(
    links.filter((href) => href.startsWith('/children')),
    [],
    'no way leads from here to a child',
  )
  const { rows } = await journey.database.asOwner((query) =>
    sql<{ id: string }>`select child_id as id from relationship where ends_on is null limit 3`.execute(query),
  )
  for (const { id } of rows) {
    assert.equal(await journey.go(page, `/children/${id}`), 404)
    assert.match((await page.locator('h1').textContent())!, /There is nothing here for you/)
  }
  await page.context().close()
})
