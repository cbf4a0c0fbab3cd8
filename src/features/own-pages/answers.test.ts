import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Saying, startSaying, textOf } from '../../../test/kit/saying.ts'
import type { Actor } from '../../database/database.ts'
import { answerView, openView, readInbox, tellAnswer } from '../../shapes/voice/view.store.ts'

let saying: Saying
before(async () => {
  saying = await startSaying()
})
after(() => saying.app.close())

describe('what came back', () => {
  let child: Actor
  let id: string
  const page = async (who = child) => textOf((await saying.app.ask('GET', '/me/answers', who)).body)
  const home = async () => textOf((await saying.app.ask('GET', '/', child)).body)
  const answerIt = (words: string, isHard = false) =>
    saying.as(saying.people.worker, (query) =>
      answerView(query, id, { words, whatChanges: 'Rex visits on Saturdays', byOn: '2026-07-18', isHard }),
    )
  const chosen = async () => {
    await saying.choose(child)
    return child
  }
  const newest = async () =>
    (await saying.as(saying.people.worker, readInbox))
      .find((view) => view.id === id)!
      .answers.find(({ reply }) => reply === null)!.id
  const reply = (answer: string, said: string, who = child) =>
    saying.app.ask('POST', `/me/answers/replies/${answer}`, who, { said })
  before(async () => {
    child = await saying.addChild()
    await saying.choose(child)
    id = await saying.send(child, { words: 'I miss my dog' })
  })

  test('whoever opened it is said by name; until then, who looks next and from when', async () => {
    assert.match(await page(), /Wren has not opened it yet\. Cov can read it from Monday 13 July/)
    await saying.as(saying.people.worker, (query) => openView(query, id))
    assert.match(await page(), /Wren has opened it/)
    assert.doesNotMatch(await page(), /Cov/)
  })

  test('rule 13: the first screen says that an answer waits and no more; “a bit” keeps it open, and is changed as I like', async () => {
    await answerIt('Rex can come to see you')
    const first = await home()
    assert.match(first, /An answer is waiting/)
    assert.doesNotMatch(first, /Rex|dog/)
    const shown = (await saying.app.ask('GET', '/me/answers', child)).body
    assert.match(/<title>([^<]+)/.exec(shown)![1]!, /^Answers · My place$/)
    assert.match(
      textOf(shown),
      /Wren says: Rex can come to see you What will change by Saturday 18 July Rex visits on Saturdays/,
    )
    const answer = await newest()
    assert.equal((await reply(answer, 'maybe')).statusCode, 404)
    assert.equal((await reply(answer, 'yes', await saying.addChild())).statusCode, 404)
    assert.equal((await reply(answer, 'a bit')).statusCode, 303)
    assert.match(await page(), /You said: a bit\. So it stays open\. Wren can see that/)
    assert.doesNotMatch(await home(), /An answer is waiting/)
    await reply(answer, 'yes')
    assert.match(await page(), /You said: yes\. You can change that/)
    await reply(answer, 'no')
    assert.match(await page(), /You said: no\. So it stays open/)
    assert.equal(
      (await saying.as(saying.people.worker, readInbox)).find((view) => view.id === id)!.answers[0]!.reply,
      'no',
    )
  })

  test('what waits for my word comes first, then the newest', async () => {
    const order = async () => [...(await page()).matchAll(/To Wren, today (\w+)/g)].map(([, word]) => word)
    await saying.send(await chosen(), { words: 'Later thing' })
    assert.deepEqual(await order(), ['Later', 'I'])
    await answerIt('Rex can stay for tea')
    assert.deepEqual(await order(), ['I', 'Later'])
    await reply(await newest(), 'yes')
    assert.deepEqual(await order(), ['Later', 'I'])
  })

  test('rule 12: hard news is nowhere on my pages before somebody told me', async () => {
    await answerIt('Rex cannot live with you', true)
    for (const shown of [await home(), await page()])
      assert.doesNotMatch(shown, /cannot live|is waiting|is here for you/)
    const told = await newest()
    await saying.as(saying.people.worker, (query) => tellAnswer(query, told))
    assert.match(await home(), /An answer is waiting/)
    assert.match(await page(), /Rex cannot live with you You were told this: today/)
  })

  test('taken back, it stays mine, nothing is asked of it, and the card says who still knows', async () => {
    const unread = await saying.addChild()
    await saying.choose(unread)
    const other = await saying.send(unread, { words: 'Not this' })
    assert.equal(
      (await saying.app.ask('POST', `/me/answers/${other}/back`, unread)).headers.location,
      `/me/answers#v-${other}`,
    )
    assert.match(await page(unread), /Not this You took this back/)
    assert.ok(!(await saying.as(saying.people.worker, readInbox)).some((view) => view.id === other))
    assert.equal((await saying.app.ask('POST', `/me/answers/${other}/back`, unread)).statusCode, 404, 'once')
  })
})
