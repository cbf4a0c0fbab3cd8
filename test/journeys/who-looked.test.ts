import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

let journey: Journey
before(async () => {
  journey = await startJourney()
})
after(() => journey.end())

test('the person who asks who looked: every opening with name, time and reason, and a board member finds nothing', async () => {
  // A social worker opens the record of a child they work with.
  const worker = await journey.signIn(/social worker/i)
  await journey.go(worker, '/children')
  await worker.locator('main a[href^="/children/"]:not([href="/children/open"])').first().click()
  const record = new URL(worker.url()).pathname
  assert.match(record, /^\/children\/[0-9a-f-]{36}$/)
  await assertAccessible(worker)

  // The auditor finds the opening, who did it, and when.
  const auditor = await journey.signIn(/records/i)
  assert.equal(await journey.go(auditor, '/who-looked'), 200)
  assert.match(await auditor.locator('main').innerText(), /social worker/i)
  assert.equal(await journey.go(auditor, `${record}/who-looked`), 200)
  assert.match(await auditor.locator('main').innerText(), /opened/i)
  await assertAccessible(auditor)

  // A board member tries the child's link: not found, as is a child who does not exist.
  const member = await journey.signIn(/board/i)
  assert.equal(await journey.go(member, record), 404)
  const answer = await member.locator('main').innerText()
  assert.equal(await journey.go(member, '/children/00000000-0000-4000-8000-000000000000'), 404)
  assert.equal(await member.locator('main').innerText(), answer)
  assert.equal(await journey.go(member, `${record}/who-looked`), 404)
})
