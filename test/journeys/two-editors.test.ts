import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

/** Two people write the minutes of one meeting: one on a laptop with scripts, one on a phone without. */
let journey: Journey
before(async () => {
  journey = await startJourney(10)
})
after(() => journey.end())

test('minutes are saved as they are typed, and of two who type at once neither loses a word', async () => {
  const one = await journey.signIn(/clerk/i)
  const two = await journey.signIn(/clerk/i, { width: 320, isScripted: false })
  await journey.go(one, '/meetings')
  const held = await one
    .locator('a[href^="/meetings/"]', { hasText: /^\s*\d+ April 2026\s*$/ })
    .first()
    .getAttribute('href')
  for (const page of [one, two]) await journey.go(page, `${held}/minutes`)
  await assertAccessible(one)

  const box = (page: typeof one) => page.getByLabel('What was said').nth(1)
  const said = one.locator('[data-saved-said]').nth(1)
  await box(one).fill(`${await box(one).inputValue()}\n\nThe chair asked for the count by town.`)
  await said.filter({ hasText: /^Saved at \d\d:\d\d$/ }).waitFor()

  await box(two).fill(`A member offered a hall. ${await box(two).inputValue()}`)
  await two.getByRole('button', { name: 'Save', exact: true }).nth(1).click()
  assert.match((await two.locator('h1').textContent())!, /Nothing is lost/)
  const compared = (await two.locator('main').textContent())!
  assert.match(compared, /put in: The chair asked for the count by town\./)
  assert.match(compared, /put in: A member offered a hall\./)
  await two.getByRole('button', { name: 'Save what is in the box' }).click()
  const joined = await box(two).inputValue()
  assert.match(joined, /^A member offered a hall\.[\s\S]*The chair asked for the count by town\.$/)

  await one.context().setOffline(true)
  await box(one).fill(`${await box(one).inputValue()} Typed in the lift.`)
  await said.filter({ hasText: 'kept on this device' }).waitFor()
  await one.context().setOffline(false)
  await said.filter({ hasText: /Somebody else saved this item/ }).waitFor()
  await one.getByRole('button', { name: 'Save', exact: true }).nth(1).click()
  await assertAccessible(one)
  await one.getByRole('button', { name: 'Save what is in the box' }).click()
  assert.match(await box(one).inputValue(), /^A member offered a hall\.[\s\S]*count by town\. Typed in the lift\.$/)
})
