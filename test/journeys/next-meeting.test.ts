import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, startJourney } from '../kit/journey.ts'

/** The clerk's quarter: the next meeting from last time's, in under ten minutes. */
let journey: Journey
before(async () => {
  journey = await startJourney(60)
})
after(() => journey.end())

/** What somebody at a keyboard needs for one page and one field: slow on purpose. */
const SECONDS_A_PAGE = 30
const SECONDS_A_FIELD = 60

for (const isScripted of [true, false])
  test(`the next quarterly meeting takes eight pages and one field, ${isScripted ? 'on a desk' : 'on a narrow phone without scripts'}`, async () => {
    const page = await journey.signIn(/clerk/i, isScripted ? {} : { width: 320, isScripted: false })
    let pages = 1
    let fields = 0
    const to = async (act: () => Promise<unknown>) => {
      const from = page.url()
      await act()
      await page.waitForURL((url) => url.href !== from)
      pages += 1
      if (isScripted) await assertAccessible(page)
    }

    await to(() => page.getByRole('link', { name: 'Meetings', exact: true }).click())
    await to(() => page.locator('main .kept-row a').first().click())
    await to(() => page.getByRole('link', { name: 'Make the next meeting from this one' }).click())
    const offered = async (label: string) => page.getByLabel(label, { exact: true }).inputValue()
    // The second time the meeting made the first time is there, and the one after it is offered.
    assert.equal(await offered('Day'), isScripted ? '2026-10-13' : '2027-01-12')
    assert.equal(await offered('Time'), '4.30pm')
    assert.equal(await offered('Place'), 'The Long Room, County Hall')
    assert.equal(await offered('Theme'), isScripted ? 'Health and feeling well' : 'Learning and school')
    const along = (await page.locator('main').textContent())!
    assert.match(along, /Young people’s item, first and empty until they bring it/)
    if (isScripted)
      assert.match(
        along,
        /School results, and what comes after school[\s\S]*Director of Education and Skills writes it, 21 days before/,
      )
    assert.match(along, /“Why do we change schools when we move\?”/)
    await to(() => page.getByRole('button', { name: 'Make the next meeting' }).click())

    const items = await page.locator('.kept-agenda__title').allTextContents()
    assert.match(items[0]!, /^Young people’s item: Nothing has been brought yet/)
    const has = (title: string) =>
      assert.ok(
        items.some((item) => item.includes(title)),
        title,
      )
    for (const title of [
      'The promises',
      'Actions that need somebody',
      'Why do we change schools when we move?',
      'Can our pets come too?',
    ])
      has(title)
    if (isScripted) has('School results, and what comes after school')
    assert.match(
      (await page.locator('main').textContent())!,
      isScripted ? /Theme: Health and feeling well/ : /Theme: Learning and school/,
    )

    await to(() => page.getByRole('link', { name: 'Change item 1', exact: true }).click())
    await page.getByLabel('What it is about').fill('What we want from the year')
    fields += 1
    await to(() => page.getByRole('button', { name: 'Save the item' }).click())
    await page.getByRole('button', { name: 'Send the agenda out' }).click()
    await page.getByText('The agenda is out.').waitFor()
    pages += 1

    assert.deepEqual({ pages, fields }, { pages: 8, fields: 1 })
    assert.ok(pages * SECONDS_A_PAGE + fields * SECONDS_A_FIELD < 10 * 60)
    await page.context().close()
  })
