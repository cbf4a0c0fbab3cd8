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

const KEY = ['kite', 'snail', 'bell', 'kite']

async function press(page: Page, key: string[]): Promise<void> {
  for (const name of key) await page.getByRole('button', { name, exact: true }).click()
}

/** A worker opens the first child of theirs who may have a code, and reads it out. */
async function readOutCode(): Promise<{ name: string; code: string }> {
  const page = await journey.signIn(/social worker/i)
  await journey.go(page, '/children')
  const records = await page
    .locator('main a[href^="/children/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
  for (const record of records) {
    if ((await journey.go(page, `${record}/let-in`)) !== 200) continue
    await page.getByRole('button', { name: 'Make a code' }).click()
    const shown = page.locator('.kept-code')
    // From 19 on a second colleague must confirm, and under five there is no code.
    if ((await shown.count()) === 0 || (await page.getByText('They are 19 or over').count()) > 0) continue
    await assertAccessible(page)
    const [name, code] = await shown.allTextContents()
    await page.context().close()
    return { name: name!, code: code! }
  }
  throw new Error('no child of theirs may have a code')
}

test('a child comes in with a code and no scripts, finds who is there tonight, and says “a bit”', async () => {
  const { name, code } = await readOutCode()
  const context = await journey.browser.newContext({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await journey.go(page, '/in')
  await page.locator('#code-name').fill(name)
  await page.locator('#code').fill(code)
  await page.getByRole('button', { name: 'Use my code' }).click()
  await press(page, KEY)
  await page.getByRole('button', { name: 'Yes, keep these' }).click()
  assert.match(await page.locator('h1').innerText(), /^Hello!/)
  assert.match(await page.title(), /The Den$/)

  await page.getByRole('link', { name: /My people/ }).click()
  assert.match(await page.locator('main').innerText(), /tonight/)
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('link', { name: /My promises/ }).click()
  await page.getByRole('link', { name: /Papers/ }).click()
  await page.locator('label[for="a-bit"]').click()
  await page.locator('label[for="with-nobody"]').click()
  await page.getByRole('button', { name: 'Keep this' }).click()
  assert.match(await page.locator('main').innerText(), /Papers[\s\S]{0,60}You said: A bit/)
  await page.getByRole('button', { name: 'Sign out' }).click()

  await journey.go(page, '/in')
  await page.locator('#name').fill(name.replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Next' }).click()
  await press(page, KEY)
  assert.match(await page.locator('h1').innerText(), /^Hello!/)
  await context.close()
})

test('the first screen stands in under two seconds on a slow phone, nothing fetched before', async () => {
  const page = await journey.signIn(/, 9/, { width: 390 })
  const tools = await page.context().newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.clearBrowserCache')
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  })
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await journey.go(page, '/')
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
  )
  assert.ok(painted < 2000, `${Math.round(painted)} ms`)
  await page.context().close()
})
