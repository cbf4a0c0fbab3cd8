import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readPackFor, writePackFile } from '../../src/features/governance/index.ts'
import { systemActor } from '../../src/shapes/person/council.store.ts'
import { assertAccessible } from '../kit/browser.ts'
import { JOURNEY_DAY, type Journey, startJourney } from '../kit/journey.ts'
import { readPdf } from '../kit/read-pdf.ts'

/** Story 2: the clerk before the board. */
let journey: Journey
before(async () => {
  journey = await startJourney(60)
})
after(() => journey.end())

test('the clerk finds what the meeting lacks, writes one plain version, copies the meeting and sends the pack out', async () => {
  const page = await journey.signIn(/clerk/i)
  assert.match(
    (await page.locator('h1').textContent())!,
    /Two things stand between the meeting of Tuesday 14 July and its pack/,
  )
  await page.locator('a', { hasText: 'Open the meeting' }).click()
  const meeting = page.url()
  await assertAccessible(page)

  await page.getByRole('link', { name: 'Actions that need somebody' }).click()
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('link', { name: /cannot be published without a plain version/ }).click()
  await page
    .getByLabel('Plain version')
    .fill('Some things we said we would do are late. The table says which, and who is asked.')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.waitForURL(/\/meetings\/papers\/[0-9a-f-]+$/)
  assert.match((await page.locator('main').textContent())!, /The table says which/)
  await assertAccessible(page)

  await page.goto(meeting)
  assert.equal(await page.getByText('“First health checks: why some were late” lacks').count(), 1)
  await page.getByRole('button', { name: 'Send the pack out' }).click()
  await page.getByRole('link', { name: 'Read it here' }).click()
  const pack = (await page.locator('main').textContent())!
  assert.match(pack, /How the numbers were checked/)
  assert.doesNotMatch(pack, /contract with a provider/)
  await assertAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as a PDF' }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'pack-14-july-2026.pdf')

  await page.goto(`${meeting}/copy`)
  assert.equal(await page.getByLabel('Day').inputValue(), '2026-10-13')
  await page.getByRole('button', { name: 'Make the next meeting' }).click()
  const items = await page.locator('.kept-agenda__title').allTextContents()
  assert.match(items[0]!, /^Young people’s item: Nothing has been brought yet/)
  assert.ok(items.some((item) => item.includes('Why do we change schools when we move?')))
  await page.getByRole('button', { name: 'Send the agenda out' }).click()
  assert.match((await page.locator('.govuk-error-summary').textContent())!, /Young people’s item is empty/)
  await page.context().close()
})

test('the pack as one web page shuts nobody out, needs no other file and prints each paper on pages of its own', async () => {
  const { database, council } = journey
  const reader = { database, council, actor: systemActor(council), today: JOURNEY_DAY }
  const { pack } = (await readPackFor(reader, 'next'))!
  const page = await (await journey.browser.newContext({ viewport: { width: 320, height: 800 } })).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.setContent(String(await writePackFile(pack, '.html')))
  await assertAccessible(page)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, 'nothing is wider than the phone')
  assert.deepEqual(asked, [])
  assert.ok((await page.locator('.thread .gap').count()) > 0, 'a gap on the thread is drawn')
  const printed = await readPdf(await page.pdf({ format: 'A4' }))
  const starts = pack.sections.map(({ number, title }) =>
    printed.pages.findIndex((words) => words.startsWith(`${number}. ${title}`)),
  )
  assert.ok(
    starts.every((start, index) => start > (starts[index - 1] ?? 0)),
    starts.join(', '),
  )
  await page.context().close()
})

test('a board member reads plain versions one after the other on a narrow phone without scripts, and finds no draft', async () => {
  const page = await journey.signIn(/lead member/i, { width: 320, isScripted: false })
  await page.locator('a', { hasText: 'Start reading' }).click()
  assert.match((await page.locator('.kept-versions').textContent())!, /Plain version, 1 minute/)
  await page.getByRole('link', { name: /Read the full paper/ }).click()
  await page.getByRole('link', { name: /Read the plain version/ }).click()
  await page.locator('a', { hasText: 'Next:' }).click()
  assert.match((await page.locator('h1').textContent())!, /Three or more homes/)
  await page.getByRole('link', { name: 'The agenda' }).click()
  assert.equal(await page.getByText('First health checks: why some were late').count(), 0)
  await page.context().close()
})
