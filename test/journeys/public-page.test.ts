import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'
import { readPdf } from '../kit/read-pdf.ts'

/** Anybody, without a sign-in: what was promised, how far it is kept, and what is planned. */
let journey: Journey
before(async () => {
  journey = await startJourney(60)
})
after(() => journey.end())

test('a stranger comes from the sign-in page to the promises, the plan and safe numbers, on a phone without scripts, and to nothing behind them', async () => {
  const context = await journey.browser.newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await journey.go(page, '/sign-in')
  await page.locator('a[href="/open"]').first().click()
  assert.match((await page.locator('h1').textContent())!, /promises (is|are) kept/)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, 'nothing is wider than the phone')
  for (const part of ['promises', 'said', 'figures', 'plan', 'offers', 'help'])
    assert.ok((await page.locator(`#${part}`).textContent())!.length > 40, part)
  assert.equal(await page.locator('[id^="promise-"]').count(), 10)
  await context.clearCookies()
  await page.reload()
  assert.deepEqual(await context.cookies(), [], 'nobody is remembered')

  // Numbers that could point to a child: a count from 1 to 5 of anything but things to do.
  const words = (await page.locator('main').innerText()).replace(
    /\d+ things? to do: \d+ done, \d+ late, \d+ still to come\./g,
    '',
  )
  assert.doesNotMatch(words, /\b[1-5] of \d+ (children|young)/)
  const { rows } = await journey.database.asOwner((query) =>
    sql<{
      name: string
    }>`select distinct given_name || ' ' || family_name as name from person where family_name <> ''`.execute(query),
  )
  assert.ok(rows.length > 50)
  assert.deepEqual(
    rows.filter(({ name }) => words.includes(name)),
    [],
    'nobody is named',
  )

  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const files = links.filter((href) => /^\/open\/(packs|reports)\//.test(href))
  assert.deepEqual([...new Set(links)].filter((href) => !href.startsWith('#') && !files.includes(href)).toSorted(), [
    '/in',
    '/open/strategy',
    '/sign-in',
  ])
  const filesOf = (what: string) => files.filter((href) => href.startsWith(`/open/${what}/`)).length
  assert.equal(filesOf('packs'), 5, 'the published figures, as five kinds of file')
  assert.equal(filesOf('reports'), 11, 'two One Year On and an annual report as three kinds each, and the children’s')
  for (const file of files) assert.equal((await page.request.get(new URL(file, page.url()).href)).status(), 200, file)
  for (const behind of ['/promises', '/meetings', '/figures', '/children']) {
    await journey.go(page, behind)
    assert.match(page.url(), /\/sign-in/, behind)
  }
  await context.close()
})

test('it shuts nobody out, on a wide screen or a narrow one', async () => {
  for (const width of [320, 1280]) {
    const page = await (await journey.browser.newContext({ viewport: { width, height: 900 } })).newPage()
    await journey.go(page, '/open')
    await assertAccessible(page)
    await page.context().close()
  }
})

test('it prints: every promise on paper with its state in words, no menu, and nothing cut off', async () => {
  const page = await (await journey.browser.newContext()).newPage()
  await journey.go(page, '/open')
  const pdf = await readPdf(await page.pdf({ format: 'A4' }))
  const words = pdf.pages.join(' ')
  for (const title of ['1. A home that lasts', '4. Papers that are mine', '10. Work or learning you like'])
    assert.ok(words.includes(title), title)
  assert.match(words, /on the way[\s\S]*we cannot, because/)
  assert.doesNotMatch(words, /\([#/]/, 'no address of ours behind a link')
  assert.doesNotMatch(words, /On this page|Sign in, if you work/)
  assert.ok(pdf.pages.length <= 9, `${pdf.pages.length} pages`)
  await page.context().close()
})
