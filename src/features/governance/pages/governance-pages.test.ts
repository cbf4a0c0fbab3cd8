import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import { sayChallenges } from './challenges.page.ts'
import { presentMeetings } from './meetings.page.ts'

describe('pages of a meeting', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
  })
  after(() => app.close())

  const paperPath = () => `/meetings/papers/${board.paperId}`

  test('the clerk reads what the meeting lacks; the agenda does not go out with young people’s item empty', async () => {
    const page = await app.ask('GET', `/meetings/${board.meetingId}`, board.clerk)
    assert.match(page.body, /Young people’s item is empty/)
    assert.match(page.body, /“Why checks were late” lacks a plain version/)
    const refused = await app.ask('POST', `/meetings/${board.meetingId}/agenda`, board.clerk)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /ask them what it is, or minute why there is none/)
  })

  test('a paper is refused with what is missing, what was typed is kept, and then it is published', async () => {
    const words = { title: 'Why checks were late', full: 'All of it, at length.', plain: '', impact: 'Sooner.' }
    const refused = await app.ask('POST', `${paperPath()}/edit`, board.clerk, { ...words, act: 'publish' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /cannot be published without a plain version/)
    assert.match(refused.body, /All of it, at length\./)
    assert.equal((await app.ask('GET', paperPath(), board.member)).statusCode, 404)
    const done = await app.ask('POST', `${paperPath()}/edit`, board.clerk, {
      ...words,
      plain: 'Four in ten checks were late.',
      act: 'publish',
    })
    assert.equal(done.statusCode, 303)
    const plain = await app.ask('GET', paperPath(), board.member)
    assert.match(plain.body, /Four in ten checks were late/)
    assert.doesNotMatch(plain.body, /at length/)
    const full = await app.ask('GET', `${paperPath()}?version=full`, board.member)
    assert.match(full.body, /All of it, at length/)
    assert.match(full.body, /How does this support our children/)
  })

  test('a private paper is not found by a partner or a colleague, exactly as one that is not there', async () => {
    const path = `/meetings/papers/${board.privatePaperId}`
    assert.equal((await app.ask('GET', path, board.member)).statusCode, 200)
    const nobody = await app.ask('GET', '/meetings/papers/00000000-0000-4000-8000-000000000000', board.partner)
    for (const actor of [board.partner, board.worker, board.outsider]) {
      const page = await app.ask('GET', path, actor)
      assert.equal(page.statusCode, 404)
      assert.doesNotMatch(page.body, /Acorn/)
    }
    assert.equal(nobody.statusCode, 404)
    assert.doesNotMatch((await app.ask('GET', `/meetings/${board.meetingId}`, board.partner)).body, /provider|Acorn/)
  })

  test('a challenge is raised, answered, "not answered yet", on the agenda, answered again and accepted', async () => {
    const empty = await app.ask('POST', '/challenges/new', board.young, { title: '', words: 'x', to: '', due: '' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Choose who must answer/)
    const raised = await app.ask('POST', '/challenges/new', board.young, {
      title: 'Tell me before my worker leaves',
      words: 'Nobody told us that our worker was leaving.',
      to: board.director.personId,
      due: '2026-07-24',
      about: 'M20',
    })
    const path = String(raised.headers.location).split('?')[0]!
    assert.match((await app.ask('GET', '/challenges', board.member)).body, /One challenge is waiting for an answer/)
    assert.doesNotMatch((await app.ask('GET', path, board.young)).body, /Your answer/)
    assert.equal((await app.ask('POST', `${path}/answer`, board.worker, { words: 'Not mine to say.' })).statusCode, 404)
    await app.ask('POST', `${path}/answer`, board.director, { words: 'We are looking into it.' })
    assert.equal((await app.ask('POST', `${path}/verdict`, board.member, { verdict: 'accepted' })).statusCode, 404)
    const silent = await app.ask('POST', `${path}/verdict`, board.young, { verdict: 'not answered yet', why: '' })
    assert.match(silent.body, /Say what is still missing/)
    await app.ask('POST', `${path}/verdict`, board.young, { verdict: 'not answered yet', why: 'When will it change?' })
    assert.match(
      (await app.ask('GET', `/meetings/${board.meetingId}`, board.member)).body,
      /a challenge that is still open/,
    )
    await app.ask('POST', `${path}/answer`, board.director, { words: 'Goodbye visits, from September.' })
    await app.ask('POST', `${path}/verdict`, board.young, { verdict: 'accepted', why: 'Thank you.' })
    const closed = await app.ask('GET', path, board.member)
    assert.match(closed.body, /When will it change\?/)
    assert.match(closed.body, /href="\/figures\/M20"/)
    const asking = await app.ask('GET', '/challenges/new?about=M20', board.member)
    assert.match(asking.body, /<option value="M20" selected>/)
    assert.match((await app.ask('GET', '/figures/M20', board.member)).body, /\/challenges\/new\?about=M20/)
    assert.doesNotMatch((await app.ask('GET', '/figures/M20', board.worker)).body, /challenges\/new/)
    assert.match(closed.body, /Accepted on 10 July 2026/)
    assert.match((await app.ask('GET', '/challenges', board.member)).body, /No challenge waits for an answer/)
  })

  test('the agenda goes out, is copied, and a decision is minuted with an action that has a name and a date', async () => {
    const first = `/meetings/items/${board.youngItemId}`
    await app.ask('POST', first, board.clerk, {
      title: 'Pets',
      broughtBy: 'the children in care council',
      minutes: '10',
    })
    const out = await app.ask('POST', `/meetings/${board.meetingId}/agenda`, board.clerk)
    assert.equal(out.headers.location, `/meetings/${board.meetingId}?done=agenda`)
    const emptied = await app.ask('POST', first, board.clerk, { title: '', minutes: '10' })
    assert.match(emptied.body, /cannot be left empty without a reason/)
    const early = await app.ask('POST', `/meetings/${board.meetingId}/held`, board.clerk)
    assert.match(early.body, /its day is still to come/)
    const copied = await app.ask('POST', `/meetings/${board.meetingId}/copy`, board.clerk, { day: '2026-10-13' })
    assert.match(String(copied.headers.location), /done=copied/)
    const again = await app.ask('POST', `/meetings/${board.meetingId}/copy`, board.clerk, { day: '2026-10-13' })
    assert.match(again.body, /meets on that day already/)
    const minuted = await app.ask('POST', `/meetings/items/${board.itemId}/minute`, board.clerk, {
      title: 'A second nurse',
      words: 'A second nurse is found by October.',
      outcome: 'yes',
    })
    const decision = String(minuted.headers.location)
    const nobodys = await app.ask('POST', `${decision}/actions`, board.clerk, {
      words: 'Advert',
      owner: '',
      dueOn: 'soon',
    })
    assert.match(nobodys.body, /an action without a name is nobody’s/)
    await app.ask('POST', `${decision}/actions`, board.clerk, {
      words: 'Advert',
      owner: 'Director',
      dueOn: '2026-08-01',
    })
    assert.match((await app.ask('GET', decision, board.member)).body, /by 1 August 2026/)
    assert.equal((await app.ask('GET', decision, board.outsider)).statusCode, 404)
  })
})

for (const [states, said] of [
  [[], 'Nobody has raised a challenge yet.'],
  [['accepted'], 'No challenge waits for an answer.'],
  [['open'], 'One challenge is waiting for an answer, and it is not late.'],
  [['late'], 'One challenge is waiting for an answer, and it is late.'],
  [['late', 'open', 'accepted'], 'Two challenges are waiting for an answer, one of them late.'],
  [['open', 'open'], 'Two challenges are waiting for an answer, none of them late.'],
] as const)
  test(`challenges that are ${states.join(', ') || 'none'} are said: ${said}`, () => {
    const challenges = states.map((state) => ({ state })) as Parameters<typeof sayChallenges>[0]
    assert.equal(sayChallenges(challenges), said)
  })

test('the list of meetings says what each decided, and names the body only where there are several', () => {
  const meeting = {
    id: 'a',
    bodyId: 'b',
    body: 'Our board',
    day: '2026-04-14',
    time: '',
    place: '',
    theme: 'Health',
    regime: 'advisory' as const,
    chairedByYoung: null,
  }
  const held = { ...meeting, status: 'held' as const }
  const decided = new Map([['a', ['A second nurse', 'Goodbye visits']]])
  const note = (meetings: Parameters<typeof presentMeetings>[0]) =>
    presentMeetings(meetings, decided, '2026-07-10').past[0]!.note
  assert.equal(note([held]), 'Health · decided: “A second nurse” and “Goodbye visits”')
  assert.match(note([held, { ...held, id: 'c', bodyId: 'd', body: 'Another' }]), /^Our board · Health/)

  const many = Array.from({ length: 14 }, (_, at) => ({ ...held, id: `m${at}` }))
  const { past, earlier } = presentMeetings(many, decided, '2026-07-10')
  assert.deepEqual([past.length, earlier.length, earlier[0]!.href], [12, 2, '/meetings/m12'])
})
