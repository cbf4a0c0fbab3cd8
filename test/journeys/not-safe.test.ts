import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { ringOn } from '../../src/features/safe-door/index.ts'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

let journey: Journey
before(async () => {
  journey = await startJourney(60)
})
after(() => journey.end())

const phone = (isScripted = true) =>
  journey.browser
    .newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: isScripted })
    .then((context) => context.newPage())

const sentAt = () =>
  journey.database.asOwner(async (query) => {
    const { rows } = await sql<{ at: string }>`select max(sent_at) as at from not_safe_message`.execute(query)
    return Temporal.Instant.from(rows[0]!.at)
  })

test('a child on a borrowed phone sends without sign-in; unopened it goes along the chain; a person opens it, and the child sees that', async () => {
  const other = await phone()
  await journey.go(other, '/not-safe')
  await assertAccessible(other)
  const child = await phone(false)
  await journey.go(child, '/not-safe')
  assert.equal(await child.evaluate('document.documentElement.scrollWidth'), 320)
  // The way to 999 is on the first screen, before any question.
  assert.ok((await child.getByRole('link', { name: 'Call 999' }).boundingBox())!.y < 640)
  await child.getByLabel('What is happening?').fill('Somebody is at the door and will not go.')
  await child.getByLabel('How can we reach you safely?').fill('Text, do not ring')
  await child.getByRole('button', { name: 'Send it now' }).click()
  const word = await child.locator('.safe-word').innerText()
  await child.getByRole('button', { name: 'Has a person opened it?' }).click()
  await child.getByRole('heading', { name: 'Nobody has opened it yet.' }).waitFor()

  const { authorityId } = journey.council
  const sent = await sentAt()
  for (const minutes of [0, 10]) await ringOn(journey.database, authorityId, sent.add({ minutes }).toString())

  const duty = await journey.signIn(/duty social worker/i, { width: 320 })
  await duty.getByRole('heading', { name: 'One message waits. Open it now.' }).waitFor()
  await assertAccessible(duty)
  assert.equal(await duty.evaluate('document.documentElement.scrollWidth'), 320)
  assert.deepEqual(
    await duty
      .locator('tbody tr td:nth-child(2)')
      .allInnerTexts()
      .then((names) => names.slice(0, 2)),
    ['Emergency duty team', 'Duty desk'],
  )
  await duty.getByRole('button', { name: 'Open it' }).click()
  await duty.getByText('Somebody is at the door and will not go.').waitFor()
  await assertAccessible(duty)
  await duty.getByLabel('What was done').check()
  await duty.getByLabel('In a few words').fill('Police there in six minutes.')
  await duty.getByRole('button', { name: 'Write it down' }).click()
  await duty.getByText('Police there in six minutes.').waitFor()
  assert.equal(await ringOn(journey.database, authorityId, sent.add({ minutes: 90 }).toString()), 0)

  // On another phone, hours later, with the word alone.
  await journey.go(other, '/not-safe/opened')
  await assertAccessible(other)
  await other.getByLabel('Your word').fill(word.toUpperCase())
  await other.getByRole('button', { name: 'Look' }).click()
  await other.getByRole('heading', { name: 'A person has opened your message.' }).waitFor()
  assert.doesNotMatch(await other.locator('main').innerText(), /at the door|Police there/)
})

test('three times Shift leaves at once, signs out, and Back does not lead to the page that was left', async () => {
  const page = await journey.signIn(/, 9/, { width: 320 })
  // The other site is not there in a test: our own answer is asked for, and its redirect answered in its place.
  await page.route('**/leave', async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    assert.match(answer.headers().location!, /bbc\.co\.uk\/weather/)
    await route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' })
  })
  await journey.go(page, '/not-safe')
  const before = await page.evaluate('history.length')
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift')
  await page.getByRole('heading', { name: 'Weather' }).waitFor()
  assert.equal(await page.evaluate('history.length'), before)
  await journey.go(page, '/')
  assert.match(page.url(), /\/sign-in/)
})

test('the safeguarding lead’s page of the door fits a phone and is accessible', async () => {
  const page = await journey.signIn(/head of safeguarding/i, { width: 320 })
  await journey.go(page, '/door')
  await assertAccessible(page)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320)
  await page.getByRole('heading', { name: 'The safe door is open: everything behind it is filled in.' }).waitFor()
})
