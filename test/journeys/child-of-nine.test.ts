import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import type { Actor } from '../../src/database/database.ts'
import { answerView, openView, readInbox, tellAnswer } from '../../src/shapes/voice/view.store.ts'
import { assertAccessible } from '../kit/browser.ts'
import { JOURNEY_DAY, type Journey, pressOn, startJourney, tabTo } from '../kit/journey.ts'

/** Story 7, its first half: a child of nine misses her dog. */
let journey: Journey
before(async () => {
  journey = await startJourney(60)
  // She has answered what waited for her before.
  await journey.database.asOwner((query) =>
    sql`insert into view_reply (authority_id, answer_id, child_id, said)
      select a.authority_id, a.id, v.child_id, 'yes' from view_answer a join view v on v.authority_id = a.authority_id and v.id = a.view_id
      where not exists (select from view_reply r where r.authority_id = a.authority_id and r.answer_id = a.id)`.execute(
      query,
    ),
  )
})
after(() => journey.end())

const child = (isScripted = true) => journey.signIn(/, 9/, { width: 320, isScripted })
const pressed = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** The worker the newest view was sent to, and that view. */
async function findNewest(): Promise<{ worker: Actor; viewId: string }> {
  const { authorityId } = journey.council
  const { rows } = await journey.database.asOwner((query) =>
    sql<{ id: string; person: string }>`select v.id, r.person_id as person from view v
      join view_reader r on r.authority_id = v.authority_id and r.view_id = v.id and r.part = 'chosen'
      where v.authority_id = ${authorityId} order by v.said_at desc limit 1`.execute(query),
  )
  return { worker: { authorityId, personId: rows[0]!.person, today: JOURNEY_DAY }, viewId: rows[0]!.id }
}

async function checkPage(page: Page): Promise<void> {
  await assertAccessible(page)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320)
  // Rule 13: the tab says nothing of what is written or of where a child lives.
  assert.match(await page.title(), /^(Error: )?(Hello|Say|Answers) · The Den$/)
  assert.equal(await page.getByRole('link', { name: 'I am not safe' }).count(), 1)
}

test('without scripts: a sad face, a dog and “I miss my dog” to her worker; the answer waits; “a bit” keeps it open', async () => {
  const page = await child(false)
  await page.getByRole('link', { name: 'pictures' }).click()
  await page.getByRole('heading', { name: 'Who do you want to tell?' }).waitFor()
  await page.locator('button[name="to"]', { hasText: 'My social worker' }).click()
  const told = await page.locator('main').innerText()
  const [, name, cover] = /(\S+) will read it\.[\s\S]*Then (\S+) can read it from Monday 13 July/.exec(told)!
  assert.match(told, /being hurt, or in danger/)
  assert.equal(await page.locator('textarea').count(), 0)
  await pressed(page, 'I have read it. Go on')

  await pressed(page, 'Next')
  await page.getByRole('link', { name: 'Write some words, or pick a face or a picture' }).waitFor()
  await page.locator('label[for="feeling-sad"]').click()
  await page.locator('label[for="picture-dog"]').click()
  await page.getByLabel('Your words').fill('I miss my dog')
  await pressed(page, 'Next')
  assert.match(await page.locator('main').innerText(), /sad\s+dog\s+I miss my dog/)
  await pressed(page, `Send it to ${name}`)
  await page.getByRole('link', { name: 'Pick who is with you' }).waitFor()
  await page.locator('label[for="with-nobody"]').click()
  await page.getByLabel('Yes, count it without my name').check()
  await pressed(page, `Send it to ${name}`)
  await page.getByRole('heading', { name: `${name} has it now.` }).waitFor()
  assert.match(await page.locator('main').innerText(), new RegExp(`${cover} can read it from Monday 13 July`))

  const { worker, viewId } = await findNewest()
  const view = await journey.database.as(worker, async (query) => {
    await openView(query, viewId)
    return (await readInbox(query)).find(({ id }) => id === viewId)!
  })
  assert.deepEqual([view.words, view.feeling, view.pictures], ['I miss my dog', 'sad', ['dog']])
  await page.getByRole('link', { name: 'What I said' }).click()
  assert.match(await page.locator('main').innerText(), new RegExp(`${name} has opened it`))

  // Hard news: nothing of it is here until her worker has told her (rule 12).
  await journey.database.as(worker, (query) =>
    answerView(query, viewId, {
      words: 'Your dog cannot live with you. He can visit.',
      whatChanges: 'He comes on the first Saturday',
      byOn: '2026-08-01',
      isHard: true,
    }),
  )
  await journey.go(page, '/')
  assert.equal(await page.getByText('An answer is waiting').count(), 0)
  await journey.go(page, '/me/answers')
  assert.doesNotMatch(await page.locator('main').innerText(), /cannot live/)
  await journey.database.as(worker, async (query) => {
    const { answers } = (await readInbox(query)).find(({ id }) => id === viewId)!
    await tellAnswer(query, answers[0]!.id)
  })
  await journey.go(page, '/')
  assert.doesNotMatch(await page.locator('main').innerText(), /dog|visit/)
  await page.getByRole('link', { name: /An answer is waiting/ }).click()
  assert.match(
    await page.locator('main').innerText(),
    /Your dog cannot live with you[\s\S]*What will change by Saturday 1 August[\s\S]*He comes on the first Saturday/,
  )
  await page.getByRole('button', { name: 'A bit' }).first().click()
  assert.match(await page.locator('main').innerText(), new RegExp(`You said: a bit. So it stays open. ${name} can see`))
  await journey.go(page, '/')
  assert.equal(await page.getByText('An answer is waiting').count(), 0)
  await page.context().close()
})

test('by keyboard alone, from the first screen to what was sent', async () => {
  const page = await journey.signIn(/, 14/)
  await pressOn(page, /^Say something$/)
  await pressOn(page, /My social worker/)
  await pressOn(page, /I have read this/)
  await tabTo(page, /^words$/)
  await page.keyboard.type('Can I see my sister more?')
  await tabTo(page, /^feeling-/)
  await page.keyboard.press('ArrowRight')
  await tabTo(page, /^picture-family$/)
  await page.keyboard.press('Space')
  await pressOn(page, /^Next$/)
  await tabTo(page, /^with-/)
  await page.keyboard.press('Space')
  await pressOn(page, /^Send it to/)
  const said = await page.locator('main').innerText()
  assert.match(said, /has it now[\s\S]*family[\s\S]*Can I see my sister more\?/)
  await page.context().close()
})

test('what is typed is kept as it is typed, and off line too; every step fits a phone and is accessible', async () => {
  const page = await child()
  await journey.go(page, '/me/say')
  await checkPage(page)
  await page.locator('button[name="to"]').first().click()
  await checkPage(page)
  await pressed(page, 'I have read it. Go on')
  await checkPage(page)
  const words = page.getByLabel('Your words')
  const saved = page.waitForResponse(/\/me\/say\/draft$/)
  await words.fill('When does he come')
  assert.equal((await saved).status(), 200)
  await journey.go(page, '/')
  await journey.go(page, '/me/say')
  await checkPage(page)
  await page.getByRole('link', { name: 'Go on with it' }).click()
  assert.equal(await words.inputValue(), 'When does he come')

  await page.context().setOffline(true)
  await words.fill('When does he come, and may I keep his lead?')
  await page.getByText('You are not online. Your words stay on this phone').waitFor()
  await pressed(page, 'Next')
  assert.equal(await words.inputValue(), 'When does he come, and may I keep his lead?')
  // The page is closed while it is off line, and opened again when it is not.
  const address = page.url()
  const again = await page.context().newPage()
  await page.close()
  await again.context().setOffline(false)
  const kept = again.waitForResponse(/\/me\/say\/draft$/)
  await again.goto(address)
  await kept
  assert.equal(await again.getByLabel('Your words').inputValue(), 'When does he come, and may I keep his lead?')
  await pressed(again, /Add a photo/)
  await again.getByRole('heading', { name: 'Show it or say it' }).waitFor()
  assert.equal(await again.evaluate('localStorage.length'), 0)
  await checkPage(again)
  await journey.go(again, '/me/say/check')
  await checkPage(again)
  await again.locator('label[for="with-my-worker"]').click()
  await pressed(again, /^Send it to/)
  await checkPage(again)
  await again.getByText('Take it back', { exact: true }).click()
  await pressed(again, 'Yes, take it back')
  await again.getByText('You took this back.').waitFor()
  await checkPage(again)
  await journey.go(again, '/me/say/adult')
  await checkPage(again)
  await again.context().close()
})
