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
      '/figures/stock-and-flow',
      '/figures/M25/breakdown?by=ethnicity',
      '/figures/M25/over-time',
      '/figures/forecast',
      '/meetings',
      '/meetings?body=all',
      '/meetings/bodies',
      '/meetings/forward-plan',
      '/meetings/who-came',
      '/meetings/calendar',
      '/members',
      '/members/me',
      '/challenges',
      '/challenges/new',
      '/meetings/issues',
      '/meetings/issues/new',
      '/themes',
    ],
  ],
  [/monitoring officer/i, ['/', '/pre-election', '/releases', '/releases/new']],
  [
    /clerk/i,
    [
      '/',
      '/meetings',
      '/meetings/search?words=nurse',
      '/releases',
      '/reports',
      '/meetings/bodies/new',
      '/meetings/forward-plan',
      '/meetings/forward-plan/new',
      '/meetings/half-terms',
      '/members',
      '/members/training',
      '/challenges',
      '/themes',
    ],
  ],
  [/participation officer/i, ['/', '/themes', '/themes/new']],
  [/young representative/i, ['/', '/meetings', '/challenges', '/challenges/new', '/our-say']],
  [
    /analyst/i,
    [
      '/',
      '/figures',
      '/figures/M01',
      '/figures/M20/children',
      '/figures/M20/breakdown?by=home',
      '/figures/cohort?ageFrom=14&area=out',
      '/figures/local',
      '/figures/local/new',
      '/figures/local/M43',
      '/figures/local/M43/type',
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
    [
      '/',
      '/promises',
      '/promises/plan',
      '/promises/plan/new',
      '/promises/plan/new?kind=pledge',
      '/promises/rule',
      '/promises/commitments',
      '/strategy',
      '/strategy/versions/1',
      '/strategy/compare',
      '/strategy/begin',
      '/strategy/pledge',
      '/strategy/principles',
      '/promises/commitments/progress',
      '/promises/commitments/progress/new',
      '/promises/commitments/events/new',
      '/promises/commitments/chief-officers',
      '/promises/commitments/directorate?name=Public%20Health',
      '/strategy/pledge/new',
      '/strategy/heritage',
      '/strategy/heritage/new',
      '/impact',
      '/impact/guidance',
      '/impact/plans',
      '/impact/plans/new',
      '/documents',
    ],
  ],
  [/team manager/i, ['/', '/children', '/who-looked', '/children/open']],
  [/social worker/i, ['/', '/inbox', '/covers', '/children', '/children/open', '/people/me/shown-to-children']],
  [/health trust/i, ['/', '/impact/new', '/impact?words=bus', '/impact/plans']],
  [/administrator/i, ['/', '/people', '/people/new']],
  [/records and information/i, ['/', '/who-looked']],
  [/duty social worker/i, ['/', '/duty']],
  [/head of safeguarding/i, ['/', '/duty', '/door', '/covers']],
  [/designated officer/i, ['/', '/duty', '/inbox']],
  [
    /, 9/i,
    [
      '/',
      '/not-safe',
      '/me/people',
      '/me/look',
      '/me/promises',
      '/promises',
      '/me/say',
      '/me/say/adult',
      '/me/answers',
    ],
  ],
  [/, 14/i, ['/', '/me/people', '/me/promises', '/me/say', '/me/answers', '/our-say']],
  [
    /, 19/i,
    [
      '/',
      '/offers',
      '/steps',
      '/not-safe',
      '/me/people',
      '/me/look',
      '/me/promises',
      '/promises',
      '/me/say',
      '/me/answers',
    ],
  ],
]

/** Links and buttons lower than 44 pixels; what is drawn by its label, and the way past the header until it has focus, left out. */
const SMALL_TARGETS = `[...document.querySelectorAll('.young a, .young button, .young label')]
  .filter((one) => !one.classList.contains('govuk-skip-link') && !one.closest('p.young-quiet, .safe-field') && !one.matches('.safe-tick label'))
  .map((one) => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && box.height < 43.5).map(([text, box]) => text + ' ' + Math.round(box.height))`

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
      // However long somebody's title, the plum header is one row on a desk.
      const header = page.locator('.kept-header')
      if ((await header.count()) > 0) assert.ok((await header.boundingBox())!.height < 80, path)
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
      if ((await page.locator('.young').count()) > 0)
        assert.equal(await page.getByRole('link', { name: 'Leave quickly' }).getAttribute('href'), '/leave', path)
      assert.ok(box!.width <= 320, `${path} is ${box!.width} pixels wide`)
    }
    await page.context().close()
  })
}

for (const [who, letters] of [
  [/, 9/i, 'These letters'],
  [/, 9/i, 'Easy letters'],
  [/, 14/i, 'Easy letters'],
] as const) {
  test(`at 320 pixels, with ${letters.toLowerCase()}, ${who.source} is greeted on one line, and no target is too small for a thumb`, async () => {
    const page = await journey.signIn(who, { width: 320 })
    await journey.go(page, '/me/look')
    await page.getByText(letters, { exact: true }).click()
    await page.getByRole('button', { name: 'Keep these' }).click()
    for (const path of ['/', '/me/people', '/me/promises', '/me/say', '/me/answers', '/me/look']) {
      await journey.go(page, path)
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, path)
      assert.deepEqual(await page.evaluate(SMALL_TARGETS), [], path)
    }
    await journey.go(page, '/')
    // One line of it: a word is never cut where there is room below.
    assert.ok((await page.locator('h1').boundingBox())!.height < 45)
    assert.ok(await page.getByRole('link', { name: 'Leave quickly' }).isVisible())
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
