import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

/** Who opens what first: each role's pages, on a desk and on a narrow phone without scripts. */
const PAGES: [who: RegExp, paths: string[]][] = [
  [
    /board/i,
    [
      '/',
      '/promises',
      '/promises/plan',
      '/figures',
      '/figures/M20',
      '/figures/M12',
      '/meetings',
      '/challenges',
      '/challenges/new',
    ],
  ],
  [/clerk/i, ['/', '/meetings', '/challenges']],
  [/young representative/i, ['/', '/meetings', '/challenges', '/challenges/new']],
  [
    /analyst/i,
    [
      '/',
      '/figures',
      '/figures/M01',
      '/figures/M20/children',
      '/children',
      '/imports',
      '/imports/new',
      '/imports/quality',
    ],
  ],
  [
    /, director of/i,
    ['/', '/promises', '/promises/plan', '/promises/commitments', '/promises/commitments/one-year-on'],
  ],
  [
    /strategy lead/i,
    ['/', '/promises', '/promises/plan', '/promises/plan/new', '/promises/rule', '/promises/commitments'],
  ],
  [/team manager/i, ['/', '/children', '/who-looked', '/children/open']],
  [/social worker/i, ['/', '/children', '/children/open', '/people/me/shown-to-children']],
  [/administrator/i, ['/', '/people', '/people/new']],
  [/records and information/i, ['/', '/who-looked']],
  [/, 9/i, ['/', '/me/people', '/me/look', '/me/promises', '/promises', '/me/say', '/me/say/adult', '/me/answers']],
  [/, 14/i, ['/', '/me/people', '/me/promises', '/me/say', '/me/answers']],
  [/, 19/i, ['/', '/me/people', '/me/look', '/me/promises', '/promises', '/me/say', '/me/answers']],
]

let journey: Journey
before(async () => {
  journey = await startJourney()
})
after(() => journey.end())

for (const [who, paths] of PAGES) {
  test(`every page of ${who.source} opens, is accessible, and fits a desk`, async () => {
    const page = await journey.signIn(who)
    for (const path of paths) {
      assert.equal(await journey.go(page, path), 200, path)
      await assertAccessible(page)
    }
    await page.context().close()
  })
  test(`every page of ${who.source} fits 320 pixels and works without scripts`, async () => {
    const page = await journey.signIn(who, { width: 320, isScripted: false })
    for (const path of paths) {
      assert.equal(await journey.go(page, path), 200, path)
      const main = page.locator('main')
      assert.ok(await main.isVisible(), path)
      const box = await page.locator('body').boundingBox()
      assert.ok(box!.width <= 320, `${path} is ${box!.width} pixels wide`)
    }
    await page.context().close()
  })
}

test('the sign-in page is accessible, and the first page leads there', async () => {
  const page = await (await journey.browser.newContext()).newPage()
  await page.goto(journey.server.address)
  assert.match(page.url(), /\/sign-in$/)
  await assertAccessible(page)
  await page.context().close()
})
