import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Saying, startSaying, textOf } from '../../../test/kit/saying.ts'
import type { Actor } from '../../database/database.ts'
import { answerTheme, beginTheme, putToTheme, tellTheme } from '../../shapes/voice/theme.store.ts'
import { openView, withdrawView } from '../../shapes/voice/view.store.ts'

let saying: Saying
let officer: Actor
let theme = ''
const children: Actor[] = []
const views: string[] = []
before(async () => {
  saying = await startSaying()
  officer = await saying.council.addStaff('participation_officer', 'Par Example')
  theme = await saying.as(officer, (query) => beginTheme(query, officer.authorityId, { title: 'Pets', about: '' }))
  for (let number = 0; number < 6; number++) {
    const child = await saying.addChild()
    await saying.choose(child)
    const view = await saying.send(child, { words: `My secret ${number}` }, { counted: 'yes' })
    children.push(child)
    views.push(view)
  }
})
after(() => saying.app.close())

const page = async (who: Actor) => textOf((await saying.app.ask('GET', '/me/answers', who)).body)
const put = (number: number) =>
  saying.as(saying.people.worker, async (query) => {
    await openView(query, views[number]!)
    assert.equal(await putToTheme(query, views[number]!, theme), true)
  })

test('rule 5: a child is told how many they are one of with the sixth, and not with the fifth', async () => {
  for (let number = 0; number < 5; number++) await put(number)
  assert.match(await page(children[0]!), /Pets You spoke about this\. When more than five children do/)
  assert.doesNotMatch(await page(children[0]!), /[1-5] children/)
  assert.doesNotMatch(await page(children[5]!), /Pets/)
  await put(5)
  const mine = await page(children[0]!)
  assert.match(
    mine,
    /Pets More than five children (said something|spoke) about this\. You are one of them\. There is no answer to all of you yet/,
  )
  assert.doesNotMatch(mine, /My secret [1-9]/)
})

test('rule 34: those who said it read what came of it once they are told, and nobody else does', async () => {
  const other = await saying.addChild()
  const answer = await saying.as(officer, (query) =>
    answerTheme(query, theme, {
      kind: 'no, because',
      words: 'The flats are too small. You can visit.',
      decisionId: null,
    }),
  )
  assert.doesNotMatch(await page(children[0]!), /too small/)
  await saying.as(officer, (query) => tellTheme(query, answer, 'children'))
  assert.match(await page(children[0]!), /We said no\. This is why: The flats are too small\. You can visit\./)
  assert.doesNotMatch(await page(other), /Pets|too small/)
  const first = textOf((await saying.app.ask('GET', '/', children[0]!)).body)
  assert.doesNotMatch(first, /Pets|too small/)
})

test('rule 5: who takes back what they said is no longer one of them, and the number goes', async () => {
  await saying.as(children[5]!, (query) => withdrawView(query, views[5]!))
  assert.doesNotMatch(await page(children[5]!), /Pets|one of/)
  assert.match(
    await page(children[0]!),
    /Pets You spoke about this\. When more than five children do, we say so\. We said no/,
  )
})
