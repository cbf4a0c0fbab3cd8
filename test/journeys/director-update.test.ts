import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

/** Story 5: the director, two minutes. */
const SENTENCE = 'Two places are offered again, nearer home, and she helped to write the advert.'

let journey: Journey
before(async () => {
  journey = await startJourney()
})
after(() => journey.end())

const takePhoto = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#0b6e5f' } })
    .jpeg()
    .toBuffer()

test('a director says one sentence with a photo on a phone, and one year on tells it', async () => {
  const page = await journey.signIn(/, director of/i, { width: 390 })
  assert.match((await page.locator('h1').textContent())!, /^\s*Four of your \w+ commitments and actions want a word/)
  await assertAccessible(page)
  await page.getByRole('link', { name: 'Say how it stands Two trainee places' }).click()
  await assertAccessible(page)

  await page.getByRole('radio', { name: 'Offered again' }).check()
  await page.getByRole('button', { name: 'Say it' }).click()
  assert.match((await page.locator('.govuk-error-summary').textContent())!, /Say in a sentence how it stands/)
  assert.ok(await page.getByRole('radio', { name: 'Offered again' }).isChecked(), 'what was chosen is still chosen')

  await page.getByLabel('In a sentence: how does it stand?').fill(SENTENCE)
  await page
    .getByLabel('A photo or a paper of it')
    .setInputFiles({ name: 'advert.jpg', mimeType: 'image/jpeg', buffer: await takePhoto() })
  await page.getByRole('button', { name: 'Say it' }).click()
  assert.match((await page.locator('main').textContent())!, /Said, with your title and today’s date/)

  await journey.go(page, '/')
  assert.match((await page.locator('h1').textContent())!, /^\s*Three of your \w+ commitments and actions want a word/)
  await page.context().close()

  const board = await journey.signIn(/board/i)
  await journey.go(board, '/promises/commitments/one-year-on')
  await assertAccessible(board)
  const year = (await board.locator('main').textContent())!
  assert.ok(year.includes(SENTENCE))
  assert.match(year, /Nobody has said anything about these[\s\S]*A laptop that works on the first day/)
  await board.getByRole('link', { name: 'Two trainee places' }).first().click()
  const photo = board.getByRole('link', { name: /What shows it: A photo/ })
  assert.equal(await journey.go(board, (await photo.getAttribute('href'))!), 200)
  await board.context().close()
})

test('the same without scripts and by keyboard alone', async () => {
  const page = await journey.signIn(/, director of/i, { isScripted: false })
  const link = page.getByRole('link', { name: /^Say how it stands/ }).first()
  await link.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('In a sentence: how does it stand?').focus()
  await page.keyboard.type('Eighty letters answered; I am late with two.')
  await page.getByRole('button', { name: 'Say it' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Said, with your title and today’s date').waitFor()
  await journey.go(page, '/')
  assert.match((await page.locator('h1').textContent())!, /^\s*Two of your \w+ commitments and actions want a word/)
  await page.context().close()
})
