import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { engines, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor, Query } from '../../database/database.ts'
import {
  addComment,
  findComment,
  listCommentReaders,
  listComments,
  passOn,
  replyTo,
  takeBackComment,
} from './comment.store.ts'
import {
  addAnswer,
  addImpactPaper,
  changeImpactPaper,
  findImpactPaper,
  listImpactPapers,
  type NewAnswer,
  openAnswer,
  reviewAnswer,
  stateOf,
} from './impact.store.ts'

const PAPER = { title: 'Pool prices', whoDecides: 'Cabinet', decidesOn: '2026-09-01', organisation: 'Culture' }
const ANSWER: NewAnswer = {
  effect: 'helps',
  why: 'Care leavers swim without paying from spring on.',
  aboutHarm: '',
  principles: [4, 7],
  howAsked: 'The forum chose it.',
  plainWords: 'You swim for free.',
  writtenBy: 'Head of culture',
}

for (const engine of engines) {
  describe(`answers to the impact check and what is said of them, on ${engine}`, () => {
    let council: TestCouncil
    const people = {} as Record<'author' | 'lead' | 'voice' | 'worker' | 'kid' | 'other', Actor>
    let paper: string
    before(async () => {
      council = await makeTestCouncil(engine)
      people.author = await council.addStaff('report_author', 'Art Example')
      people.lead = await council.addStaff('strategy_lead', 'Lea Example')
      people.voice = await council.addStaff('participation_officer', 'Pat Example')
      people.worker = await council.addStaff('social_worker', 'Wyn Example')
      people.kid = council.actor(await council.addChild({ code: 'C1', role: 'child' }))
      people.other = council.actor(await council.addChild({ code: 'C2', role: 'child' }))
    })
    after(async () => council?.close())

    const as = <T>(who: Actor, work: (query: Query) => Promise<T>) => council.database.as(who, work)
    const tries = (who: Actor, work: (query: Query) => Promise<unknown>) =>
      as(who, work).then(
        () => 'done',
        (error: { code?: string }) =>
          ['42501', '23514'].includes(error.code ?? '') ? 'refused' : Promise.reject(error),
      )
    const read = async (who: Actor) => (await as(who, (query) => findImpactPaper(query, paper)))!

    test('an answer stands on the version it began from, waits, is asked again, and is found enough by somebody else', async () => {
      const { authorityId } = people.author
      paper = await as(people.author, (query) => addImpactPaper(query, authorityId, PAPER))
      assert.equal(stateOf(await read(people.worker)), 'no answer')
      const add = (who: Actor, from: number, answer = ANSWER) =>
        as(who, (query) => addAnswer(query, authorityId, paper, from, answer))
      assert.equal(await add(people.author, 0), true)
      assert.equal(await add(people.author, 0), false)
      assert.equal(stateOf(await read(people.worker)), 'waits')
      const review = (who: Actor, version: number, outcome: 'enough' | 'ask again') =>
        tries(who, (query) =>
          reviewAnswer(query, authorityId, { paperId: paper, version, outcome, words: 'Who pays for it?' }),
        )
      assert.equal(await review(people.author, 1, 'enough'), 'refused')
      assert.equal(await review(people.lead, 1, 'ask again'), 'done')
      assert.equal(stateOf(await read(people.worker)), 'asked again')
      assert.equal(await tries(people.worker, (query) => addAnswer(query, authorityId, paper, 1, ANSWER)), 'refused')
      assert.equal(await add(people.author, 1, { ...ANSWER, howAsked: 'Twice.' }), true)
      assert.equal(await review(people.lead, 1, 'enough'), 'refused', 'another has replaced it')
      assert.equal(await review(people.lead, 2, 'enough'), 'done')
      const { answers, isMine } = await read(people.author)
      assert.equal(isMine, true)
      assert.deepEqual(
        answers.map(({ version, howAsked, outcome, principles, isMine }) => [
          version,
          howAsked,
          outcome,
          principles,
          isMine,
        ]),
        [
          [2, 'Twice.', 'enough', [4, 7], true],
          [1, 'The forum chose it.', 'ask again', [4, 7], true],
        ],
      )
      assert.equal(await as(people.worker, (query) => changeImpactPaper(query, paper, PAPER)), false)
      assert.equal(await as(people.author, (query) => changeImpactPaper(query, paper, PAPER)), true)
    })

    test('young people see what was opened, that version alone and no review of it', async () => {
      assert.deepEqual(await as(people.kid, listImpactPapers), [])
      await as(people.voice, (query) => openAnswer(query, people.voice.authorityId, paper, 2))
      const [seen] = await as(people.kid, listImpactPapers)
      assert.deepEqual(
        seen!.answers.map(({ version, outcome, reviewWords }) => [version, outcome, reviewWords]),
        [[2, null, '']],
      )
      const who = await as(people.kid, listCommentReaders)
      assert.deepEqual([who.readers.length, who.covers.length], [1, 1])
      assert.deepEqual(await as(people.worker, listCommentReaders), { readers: [], covers: [] })
    })

    test('the author sees a comment as it was passed on; its child sees all of it; taken back, it is gone for everybody else', async () => {
      const { authorityId } = people.kid
      await as(people.kid, (query) =>
        addComment(query, authorityId, { paperId: paper, words: 'I am 9: why so cold?', signed: '' }),
      )
      await as(people.other, (query) =>
        addComment(query, authorityId, { paperId: paper, words: 'About my mum.', signed: 'O' }),
      )
      const listAs = (who: Actor) => as(who, (query) => listComments(query, paper))
      assert.deepEqual(await listAs(people.author), [])
      const waiting = await listAs(people.voice)
      const [first, second] = ['I am 9: why so cold?', 'About my mum.'].map((words) =>
        waiting.find(({ typed }) => typed === words),
      )
      assert.equal((await listAs(people.lead)).length, 2, 'the cover reads them too')
      await as(people.voice, (query) => passOn(query, authorityId, first!, { words: 'Why is it cold?' }))
      await as(people.voice, (query) => passOn(query, authorityId, second!, { because: 'Pat comes to talk with you.' }))
      const shown = await listAs(people.author)
      assert.deepEqual(
        shown.map(({ typed, words, signed, saidOn, isMine }) => [typed, words, signed, saidOn, isMine]),
        [[null, 'Why is it cold?', '', null, false]],
      )
      assert.deepEqual(
        (await listAs(people.other)).map(({ typed, words, because }) => [typed, words, because]).sort(),
        [
          [null, 'Why is it cold?', null],
          ['About my mum.', null, 'Pat comes to talk with you.'],
        ],
      )
      const reply = { commentId: first!.id, words: 'It is heated now.', writtenBy: 'Head of culture' }
      assert.equal(await tries(people.worker, (query) => replyTo(query, authorityId, reply)), 'refused')
      await as(people.author, (query) => replyTo(query, authorityId, reply))
      assert.equal((await as(people.kid, (query) => findComment(query, first!.id)))!.reply!.words, 'It is heated now.')
      assert.equal(await as(people.other, (query) => takeBackComment(query, first!.id)), false)
      assert.equal(await as(people.kid, (query) => takeBackComment(query, first!.id)), true)
      assert.equal(await as(people.kid, (query) => takeBackComment(query, first!.id)), false)
      for (const who of [people.author, people.voice, people.other, people.lead])
        assert.equal(
          (await listAs(who)).some(({ id }) => id === first!.id),
          false,
        )
    })
  })
}
