import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

let journey: Journey
before(async () => {
  journey = await startJourney()
})
after(() => journey.end())

const KEY = ['bell', 'kite', 'snail', 'kite']
const phone = () =>
  journey.browser
    .newContext({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false })
    .then((context) => context.newPage())

async function setKey(page: Page): Promise<void> {
  for (const name of KEY) await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Yes, keep these' }).click()
}

async function useCode(page: Page, name: string, code: string): Promise<void> {
  await journey.go(page, '/in')
  await page.locator('#code-name').fill(name)
  await page.locator('#code').fill(code)
  await page.getByRole('button', { name: 'Use my code' }).click()
}

test('rule 23: a woman back after two years is known by two colleagues, sets her own key, finds her plan as she left it, and claims one thing', async () => {
  const name = await findWho()
  const adviser = await openRecord(/personal adviser/i, name)
  await adviser.getByRole('link', { name: 'Help them into their own pages' }).click()
  await adviser.getByRole('button', { name: 'Make a code' }).click()
  await adviser.getByText('They are 19 or over').waitFor()
  await assertAccessible(adviser)
  const [doorName, code] = await adviser.locator('.kept-code').allInnerTexts()

  // One colleague's word is not enough: the right code does nothing until a second has said who she is.
  const her = await phone()
  await useCode(her, doorName!, code!)
  await her.getByText('That did not work').first().waitFor()

  // Nor can the one who made it be the second.
  await journey.go(adviser, new URL(adviser.url()).pathname)
  assert.equal(await adviser.getByRole('button', { name: 'I know them, and it is them' }).count(), 0)
  const manager = await openRecord(/, team manager for moving on/i, name)
  await manager.getByRole('link', { name: 'Help them into their own pages' }).click()
  await assertAccessible(manager)
  await manager.getByRole('button', { name: 'I know them, and it is them' }).click()

  await useCode(her, doorName!, code!)
  await setKey(her)
  assert.match(await her.locator('h1').innerText(), /^Hello!/)

  // What she can have, with amounts; her next step, with the day she had meant it for.
  const home = await her.locator('main').innerText()
  assert.match(home, /Two things are yours\. You can claim them today\./)
  assert.match(home, /Setting up your home: £3,000\s+You can have it now/)
  assert.match(home, /My next step\s+[A-Z][^\n]+\s+I meant to by [A-Z][a-z]+ \d+ [A-Z][a-z]+ 2024\. My adviser helps\./)
  assert.equal(await her.evaluate('document.documentElement.scrollWidth'), 320)

  await her.getByRole('link', { name: /Setting up your home/ }).click()
  await her.getByText('You will have an answer within 10 working days').first().waitFor()
  await her.locator('#words').fill('A bed first, please.')
  await her.getByRole('button', { name: 'Claim it' }).click()
  await her
    .getByText(/You should have an answer by Friday 24 July/)
    .first()
    .waitFor()
  await journey.go(her, '/')
  assert.match(await her.locator('main').innerText(), /You asked for it\. An answer should come by/)

  await journey.go(adviser, '/claims')
  const claim = adviser.locator('li').filter({ hasText: name }).filter({ hasText: 'Setting up your home' })
  await claim.getByText('answer by Friday 24 July').waitFor()
  await claim.getByRole('link', { name: /Answer/ }).click()
  await adviser.getByText('A bed first, please.').waitFor()
  await assertAccessible(adviser)
})

test('her first screen, on her own phone and with scripts, is accessible, and Leave quickly goes elsewhere and signs her out', async () => {
  const her = await journey.signIn(/, 23/, { width: 320 })
  await assertAccessible(her)
  // The page elsewhere is not ours to ask for: where it leads is what counts.
  let elsewhere = ''
  await her.route('**/leave', async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    elsewhere = answer.headers().location ?? ''
    await route.fulfill({ contentType: 'text/html', body: '<p>Somewhere else</p>' })
  })
  await her.getByRole('link', { name: /Leave quickly/ }).click()
  await her.getByText('Somewhere else').waitFor()
  assert.equal(elsewhere, 'https://www.bbc.co.uk/weather')
  // Back does not lead to what was left, and nobody is signed in.
  await her.goBack()
  assert.match(her.url(), /\/sign-in$/)
  await journey.go(her, '/')
  assert.match(her.url(), /\/sign-in$/)
  await her.context().close()
})

/** The first name of the made-up woman whose row in the list says so. */
async function findWho(): Promise<string> {
  const page = await phone()
  await journey.go(page, '/sign-in')
  const row = page.locator('form, li').filter({ hasText: 'was gone for two years' }).last()
  const name = /[A-Z][\w’'-]+/.exec(await row.innerText())![0]
  await page.context().close()
  return name
}

async function openRecord(who: RegExp, name: string): Promise<Page> {
  const page = await journey.signIn(who)
  await journey.go(page, `/children?q=${name}&show=everyone`)
  await page
    .getByRole('link', { name: new RegExp(`^${name} `) })
    .first()
    .click()
  return page
}
