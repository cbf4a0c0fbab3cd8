import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../kit/browser.ts'
import { type Journey, pressOn, startJourney, tabTo } from '../kit/journey.ts'

/** One thread, each step as the person whose step it is: from a promise to what a child says of it, and back to the board. */
let journey: Journey
before(async () => {
  journey = await startJourney(240)
})
after(() => journey.end())

type Press = (page: Page, name: RegExp) => Promise<void>
const byMouse: Press = async (page, name) => {
  const from = page.url()
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL((url) => url.href !== from)
}
const byKeyboard: Press = (page, name) => pressOn(page, name)

const words = (page: Page) => page.locator('main').innerText()
const heading = (page: Page) => page.locator('h1').innerText()

/** "More than 25 young people say “a bit”" on the agenda of the next meeting. */
async function countOnAgenda(page: Page): Promise<string | undefined> {
  return /more than (\d+) young people say “a bit”/.exec(await words(page))?.[1]
}

/** What the young person of fourteen says of promise four. */
async function say(answer: 'a bit' | 'no', press: Press, isScripted: boolean): Promise<void> {
  const page = await journey.signIn(/, 14/, { width: 320, isScripted })
  await press(page, /promise/i)
  await press(page, /Papers that are mine/)
  assert.match(await words(page), /Is this true for you\?/)
  if (press === byKeyboard) {
    await chooseByKeyboard(page, 'said', answer)
    await chooseByKeyboard(page, 'beside', 'nobody')
    await pressOn(page, /^Keep this$/)
  } else {
    await page
      .locator(`label[for="${await page.locator(`input[name="said"][value="${answer}"]`).getAttribute('id')}"]`)
      .click()
    await page.getByText('Nobody', { exact: true }).click()
    await page.getByRole('button', { name: 'Keep this' }).click()
  }
  await page.context().close()
}

async function chooseByKeyboard(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, name === 'beside' ? /^with-/ : /^(yes|a-bit|no|not-about-me|rather-not-say)$/)
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press('Space')
    if (await page.locator(`input[name="${name}"][value="${value}"]`).isChecked()) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The keyboard does not choose ${value}`)
}

async function walk(press: Press, isScripted: boolean): Promise<void> {
  const as = (who: RegExp) => journey.signIn(who, { isScripted })
  const goOn = async (who: RegExp, address: string) => {
    const page = await as(who)
    await page.goto(address)
    return page
  }
  const leave = async (page: Page) => {
    const address = page.url()
    await page.context().close()
    return address
  }
  await say('no', press, isScripted)

  const leadMember = await as(/lead member/i)
  await press(leadMember, /^Papers that are mine/)
  assert.match(await heading(leadMember), /a bank account and a passport/)
  assert.match(await words(leadMember), /\d+\s+of \d+ young people|are hidden so that nobody can be recognised/)
  const promise = await leave(leadMember)

  const director = await goOn(/director of children/i, promise)
  await press(director, /^The action/)
  assert.match(await words(director), /by sixteen/)
  const action = await leave(director)

  const analyst = await goOn(/performance analyst/i, action)
  await press(analyst, /^The figure/)
  assert.match(analyst.url(), /\/figures\/K01/)
  const figure = await leave(analyst)

  const clerk = await goOn(/clerk/i, figure)
  await press(clerk, /^The meeting/)
  assert.match(await words(clerk), /Papers that are mine/)
  await clerk.goto(promise)
  if (isScripted) await clerk.locator('.kept-slim__more summary').nth(1).click()
  await clerk.goto(await hrefOf(clerk, /^A passport evening in three towns/))
  assert.match(await words(clerk), /three passport evenings/)
  const decision = await leave(clerk)

  const officer = await goOn(/participation officer/i, decision)
  await press(officer, /^The answer/)
  if (isScripted) await assertAccessible(officer)
  assert.match(await words(officer), /There are passport evenings[\s\S]*the children who said it:/)
  const answer = await leave(officer)

  const councillor = await goOn(/lead member/i, answer)
  assert.match(await heading(councillor), /more than five children said something about it/)
  await press(councillor, /^The meeting/)
  const before = await countOnAgenda(councillor)
  assert.ok(before !== undefined)
  await say('a bit', press, isScripted)
  await councillor.reload()
  // One child's word more: counted, and in no number that could show that they spoke today.
  assert.ok([before, String(Number(before) + 5)].includes((await countOnAgenda(councillor))!))
  if (isScripted) await assertAccessible(councillor)

  // Here it ends for her: a child's record is not there.
  const { rows } = await journey.database.asOwner((query) =>
    sql<{ id: string }>`select id from person where kind = 'child' limit 1`.execute(query),
  )
  assert.equal(await journey.go(councillor, `/children/${rows[0]!.id}`), 404)
  await councillor.context().close()
}

async function hrefOf(page: Page, name: RegExp): Promise<string> {
  const link = page.locator('.kept-slim a', { hasText: name }).first()
  return new URL((await link.getAttribute('href'))!, page.url()).href
}

test('promise four, from the share to the child’s word and back on the agenda as a count', () => walk(byMouse, true))

test('the same by keyboard alone', () => walk(byKeyboard, true))

test('the same without scripts', () => walk(byMouse, false))
