import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '../../src/database/database.ts'
import { readMyViews, replyToAnswer, sendView } from '../../src/shapes/voice/view.store.ts'
import { assertAccessible } from '../kit/browser.ts'
import { JOURNEY_DAY, type Journey, startJourney } from '../kit/journey.ts'

/** Story 6, in its first form: the social worker at six in the evening, on a train. */
const WHO = /, social worker/i
const WORDS = 'Can Biscuit come to my new home? He sleeps on my bed.'
const ANSWER = 'You asked if Biscuit can come. I will ask Jo on Monday, and tell you that evening.'

let journey: Journey
let child: Actor
let viewId: string
before(async () => {
  journey = await startJourney(60)
  const { authorityId } = journey.council
  // A child of the worker in the picker says something this afternoon.
  const page = await journey.signIn(WHO)
  const href = await page.locator('a[href^="/children/"]:has-text(" ")').first().getAttribute('href')
  await page.context().close()
  child = { authorityId, personId: href!.split('/')[2]!, today: JOURNEY_DAY }
  const { rows } = await journey.database.asOwner((query) =>
    sql<{
      id: string
    }>`select person_id as id from relationship where authority_id = ${authorityId} and child_id = ${child.personId}
      and role = 'social_worker' and ends_on is null`.execute(query),
  )
  await journey.database.asOwner((query) =>
    sql`insert into role_held (authority_id, person_id, role, starts_on) select ${authorityId}, ${child.personId}, 'child', '2020-01-01'
      where not exists (select from role_held where authority_id = ${authorityId} and person_id = ${child.personId})`.execute(
      query,
    ),
  )
  const said = { words: WORDS, feeling: 'worried' as const, pictures: ['dog'], beside: 'nobody', mayBeCounted: false }
  viewId = (await journey.database.as(child, (query) =>
    sendView(query, said, { to: rows[0]!.id, about: null, coverFrom: '2099-01-01T09:00' }),
  ))!
})
after(() => journey.end())

const mine = async () => (await journey.database.as(child, readMyViews)).find(({ id }) => id === viewId)!

test('a child’s own words on a phone; the train loses its signal and nothing typed is lost; the child closes it', async () => {
  const page = await journey.signIn(WHO, { width: 320 })
  assert.match((await page.locator('h1').textContent())!, /waiting for you/)
  assert.doesNotMatch((await page.locator('main').textContent())!, /Biscuit/)
  await assertAccessible(page)
  await page.locator(`a[href="/inbox/${viewId}"]`).first().click()
  await page.getByText(WORDS).waitFor()
  await assertAccessible(page)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320)
  assert.equal((await mine()).isOpened, true)
  assert.doesNotMatch(await page.title(), /Biscuit|says|child/i)

  await page.getByLabel('Your answer, in words for').fill(ANSWER)
  await page.getByRole('radio', { name: 'On their page, now' }).check()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText('No signal. What you wrote is kept on this device').waitFor()
  assert.equal((await mine()).answers.length, 0)
  await page.context().setOffline(false)
  await page.reload()
  assert.equal(await page.getByLabel('Your answer, in words for').inputValue(), ANSWER)
  assert.ok(await page.getByRole('radio', { name: 'On their page, now' }).isChecked())
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText('Your answer stands on their page').waitFor()
  assert.equal(await page.evaluate('JSON.stringify(localStorage)'), '{}')

  const answer = (await mine()).answers[0]!
  assert.equal(answer.words, ANSWER)
  assert.ok(await journey.database.as(child, (query) => replyToAnswer(query, answer.id, 'a bit')))
  await journey.go(page, `/inbox/${viewId}`)
  assert.match((await page.locator('h1').textContent())!, /not answered enough/)
  await page.context().close()
})

test('without scripts: an answer that is hard waits until she has told them, and says so', async () => {
  const page = await journey.signIn(WHO, { isScripted: false })
  await journey.go(page, `/inbox/${viewId}`)
  await page.getByLabel('Your answer, in words for').fill('No: Jo is allergic to dogs.')
  await page.getByRole('radio', { name: /^This is hard news/ }).check()
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText('It is not on their page until somebody has told them').waitFor()
  assert.equal((await mine()).answers.length, 1)
  await page.getByRole('button', { name: 'I told them' }).click()
  await page.getByText('It stands on their page now').waitFor()
  assert.equal((await mine()).answers.length, 2)
  await journey.go(page, '/covers')
  assert.match((await page.locator('h1').textContent())!, /reads for you when/)
  await page.context().close()
})
