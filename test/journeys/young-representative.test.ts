import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

/** Story 4: the young representative. */
let journey: Journey
before(async () => {
  journey = await startJourney(60)
})
after(() => journey.end())

test('a challenge stays open through an answer that is none, stands on the agenda, and is closed by those who asked', async () => {
  const young = await journey.signIn(/young representative/i)
  assert.match((await young.locator('h1').textContent())!, /One answer waits for your group/)
  await journey.go(young, '/challenges/new')
  await young.getByLabel('Your question, in a few words').fill('Will my reviewing officer say goodbye too?')
  await young
    .getByLabel('What happened, and what should change')
    .fill('Workers come and say goodbye now. Reviewing officers just stop.')
  await young.getByRole('button', { name: 'Raise it' }).click()
  assert.match((await young.locator('.govuk-error-summary').textContent())!, /Choose who must answer/)
  assert.equal(
    await young.getByLabel('Your question, in a few words').inputValue(),
    'Will my reviewing officer say goodbye too?',
  )
  await assertAccessible(young)
  const director = await young.locator('option', { hasText: 'Director of Children’s Services' }).getAttribute('value')
  await young.getByLabel('Who must answer').selectOption(director!)
  await young.getByRole('button', { name: 'Raise it' }).click()
  const challenge = young.url().split('?')[0]!
  await assertAccessible(young)

  const answerer = await journey.signIn(/director of children/i)
  const answer = async (words: string) => {
    await answerer.goto(challenge)
    await answerer.getByLabel('Your answer').fill(words)
    await answerer.getByRole('button', { name: 'Send the answer' }).click()
  }
  await answer('Thank you. We will look into it.')
  await young.goto(challenge)
  await young.getByRole('button', { name: 'Not answered yet' }).click()
  assert.match((await young.locator('.govuk-error-summary').textContent())!, /Say what is still missing/)
  await young.getByLabel('In your words').fill('Looking into it is not an answer. Will they, and from when?')
  await young.getByRole('button', { name: 'Not answered yet' }).click()
  assert.match((await young.locator('main').textContent())!, /To be answered by .* by 14 July 2026/)

  const member = await journey.signIn(/lead member/i)
  await member.getByRole('link', { name: 'The whole meeting' }).click()
  const items = (await member.locator('.kept-agenda').textContent())!
  assert.match(items, /Will my reviewing officer say goodbye too\?/)

  await answer('Yes. From 1 September every reviewing officer who leaves writes and visits once more.')
  await young.goto(challenge)
  await young.getByRole('button', { name: 'Yes, it is answered' }).click()
  assert.match((await young.locator('main').textContent())!, /Accepted on 10 July 2026/)
  await member.goto(challenge)
  assert.equal(await member.getByRole('button', { name: 'Yes, it is answered' }).count(), 0)
  for (const page of [young, answerer, member]) await page.context().close()
})
