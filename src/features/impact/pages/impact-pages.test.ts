// Long because one paper goes its whole way: answered, asked again, found enough, opened, spoken of, answered back.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { makeBoard } from '../../../../test/kit/board.ts'
import { findPdfFaults } from '../../../../test/kit/check-pdf.ts'
import { makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const ANSWER = {
  title: 'Where the 14 bus stops',
  organisation: 'Highways',
  whoDecides: 'Cabinet',
  decidesOn: '2026-09-01',
  effect: 'could harm',
  why: 'Two care leavers’ houses lose their stop in the evening.',
  'principle-7': 'yes',
  aboutHarm: 'We pay a taxi card until the new stop opens in spring.',
  howAsked: 'The forum looked at the map.',
  plainWords: 'A bus stop moves. If it is yours, you get a taxi card.',
  writtenBy: 'Head of highways',
}

describe('the impact check of any paper', () => {
  let council: TestCouncil
  let app: TestApp
  const people = {} as Record<'author' | 'lead' | 'voice' | 'young' | 'adult' | 'worker' | 'board' | 'kid', Actor>
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    people.author = await council.addStaff('report_author', 'Art Example')
    people.lead = await council.addStaff('strategy_lead', 'Lea Example')
    people.young = await council.addStaff('young_representative', 'Yip Example')
    people.worker = await council.addStaff('social_worker', 'Wyn Example')
    people.board = await council.addStaff('board_member', 'Bea Example')
    people.kid = council.actor(await council.addChild({ code: 'C1', given: 'Quill', role: 'child' }))
    await council.database.asOwner((query) =>
      sql`update person set family_name = 'Feathers' where id = ${people.kid.personId}`.execute(query),
    )
  })
  after(() => app.close())

  const read = async (path: string, who: Actor) => (await app.ask('GET', path, who)).body
  const post = (path: string, form: Record<string, string>, who: Actor) => app.ask('POST', path, who, form)
  const made = (answer: { headers: Record<string, unknown> }) => String(answer.headers.location).split('?')[0]!
  let paper: string

  test('a partner’s author answers with no right but this; what is wrong is said, and what was typed stays', async () => {
    assert.match(await read('/', people.author), /href="\/impact"/)
    assert.equal((await app.ask('GET', '/meetings', people.author)).statusCode, 404)
    assert.equal((await app.ask('GET', '/figures', people.author)).statusCode, 404)
    assert.match(await read('/impact/guidance', people.author), /no reason[\s\S]*For your report template/)
    const wrong = await post('/impact/new', { ...ANSWER, aboutHarm: '', decidesOn: 'soon' }, people.author)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /year-month-day: 2027-03-14[\s\S]*so that nobody comes to harm/)
    assert.match(wrong.body, /Two care leavers’ houses[\s\S]*name="principle-7"[^>]*checked/)
    const lazy = await post(
      '/impact/new',
      { ...ANSWER, effect: 'no difference', why: 'Not applicable.' },
      people.author,
    )
    assert.match(lazy.body, /“Not applicable” is no reason/)
    const named = await post('/impact/new', { ...ANSWER, why: `${ANSWER.why} Quill Feathers too.` }, people.author)
    assert.equal(named.statusCode, 422)
    assert.match(named.body, /A young person’s name stands[\s\S]*Quill Feathers too/)
    const sent = await post('/impact/new', ANSWER, people.author)
    assert.equal(sent.statusCode, 303)
    paper = made(sent)
    assert.match(
      await read(paper, people.worker),
      /It could harm our children, its author says, and the answer waits for review/,
    )
    assert.doesNotMatch(await read('/impact', people.author), /Quill/)
  })

  test('a lead asks again with words, the author answers again, and the lead finds it enough; nobody else may', async () => {
    for (const who of [people.worker, people.author, people.board])
      assert.equal((await post(`${paper}/review`, { outcome: 'enough', version: '1' }, who)).statusCode, 404)
    assert.match(await read('/impact', people.lead), /Is the answer enough/)
    const silent = await post(`${paper}/review`, { outcome: 'ask again', version: '1', words: '' }, people.lead)
    assert.equal(silent.statusCode, 422)
    assert.match(silent.body, /Say what is missing/)
    await post(`${paper}/review`, { outcome: 'ask again', version: '1', words: 'Who gets the taxi card?' }, people.lead)
    assert.match(await read('/impact', people.author), /Your answer was not enough yet[\s\S]*asked again/)
    assert.equal((await app.ask('GET', `${paper}/answer`, people.worker)).statusCode, 404)
    assert.match(await read(`${paper}/answer`, people.author), /Who gets the taxi card\?[\s\S]*We pay a taxi card/)
    const again = { ...ANSWER, aboutHarm: 'Each of the two gets a taxi card until spring.' }
    assert.match(
      (await post(`${paper}/answer`, { ...again, from: '0' }, people.author)).body,
      /Somebody has answered since/,
    )
    assert.equal((await post(`${paper}/answer`, { ...again, from: '1' }, people.author)).statusCode, 303)
    assert.match((await post(`${paper}/review`, { outcome: 'enough', version: '1' }, people.lead)).body, /has changed/)
    await post(`${paper}/review`, { outcome: 'enough', version: '2', words: '' }, people.lead)
    const shown = await read(paper, people.author)
    assert.match(shown, /found enough\.[\s\S]*Each of the two[\s\S]*An earlier answer[\s\S]*Who gets the taxi card\?/)
    assert.equal((await app.ask('GET', `${paper}/answer`, people.author)).statusCode, 404)
  })

  test('a lead reviews no answer of their own, and what has no plain words is not opened', async () => {
    const own = made(await post('/impact/new', { ...ANSWER, title: 'Our own strategy', plainWords: '' }, people.lead))
    assert.match(await read(own, people.lead), /You wrote this answer/)
    assert.equal((await post(`${own}/review`, { outcome: 'enough', version: '1' }, people.lead)).statusCode, 404)
    const other = await council.addStaff('strategy_lead', 'Lou Example')
    await post(`${own}/review`, { outcome: 'enough', version: '1' }, other)
    assert.match(await read(own, other), /It has no plain words/)
    assert.equal((await post(`${own}/open`, {}, other)).statusCode, 404)
  })

  test('young people read it only once it is open, and are told first who reads what they say', async () => {
    const theirs = paper.replace('/impact/', '/our-say/')
    for (const who of [people.young, people.kid]) assert.equal((await app.ask('GET', theirs, who)).statusCode, 404)
    assert.equal((await app.ask('GET', '/our-say', people.worker)).statusCode, 404)
    assert.equal((await app.ask('GET', '/impact', people.kid)).statusCode, 404)
    assert.equal((await post(`${paper}/open`, {}, people.author)).statusCode, 404)
    assert.equal((await post(`${paper}/open`, {}, people.lead)).statusCode, 303)
    assert.match(await read(theirs, people.kid), /you get a taxi card[\s\S]*Nobody is there to read it/)
    assert.equal((await post(theirs, { words: 'Hello?' }, people.kid)).statusCode, 422)
    people.voice = await council.addStaff('participation_officer', 'Pat Example')
    const shown = await read(theirs, people.kid)
    assert.match(shown, /Pat Example reads it first[\s\S]*Lea Example[\s\S]*href="\/not-safe"/)
    assert.doesNotMatch(shown, /Two care leavers’ houses|Who gets the taxi card/)
    assert.match(await read('/me/promises', people.kid), /href="\/our-say"/)
    assert.match(await read('/', people.young), /href="\/our-say"/)
  })

  test('what a child says reaches the author in words that tell nobody who it was, and the author answers back', async () => {
    const theirs = paper.replace('/impact/', '/our-say/')
    assert.match((await post(theirs, { words: ' ' }, people.kid)).body, /One word is enough/)
    await post(theirs, { words: 'I am 14 and live by the old mill: the stop is dark.' }, people.kid)
    await post(theirs, { words: 'Ask us at the stop.', signed: 'Yip' }, people.young)
    for (const who of [people.author, people.worker, people.board])
      assert.doesNotMatch(await read(paper, who), /old mill|Ask us at the stop/)
    assert.match(await read('/', people.voice), /Where the 14 bus stops[\s\S]*pass it on/)
    assert.doesNotMatch(await read('/', people.lead), /pass it on/, 'the cover, not before a working day has gone by')
    const waiting = await read(paper, people.voice)
    assert.match(waiting, /old mill[\s\S]*no name chosen/)
    const actions = [...waiting.matchAll(/action="(\/impact\/comments\/[^"]+)"/g)].map(([, path]) => path!)
    assert.equal(actions.length, 2)
    const [first, second] = waiting.indexOf('old mill') < waiting.indexOf('Ask us') ? actions : [...actions].reverse()
    const id = (path: string) => path.split('/').at(-1)!
    assert.equal((await post(first!, { act: 'pass', [`pass-${id(first!)}`]: 'Stop' }, people.author)).statusCode, 404)
    assert.match((await post(first!, { act: 'keep back' }, people.voice)).body, /Say why it is not passed on/)
    const named = await post(first!, { act: 'pass', [`pass-${id(first!)}`]: 'Quill Feathers says so.' }, people.voice)
    assert.match(named.body, /A young person’s name stands in it/)
    await post(first!, { act: 'pass', [`pass-${id(first!)}`]: 'The stop is dark.' }, people.voice)
    await post(second!, { act: 'pass', [`pass-${id(second!)}`]: 'Ask us at the stop.' }, people.voice)
    const shown = await read(paper, people.author)
    assert.match(shown, /“The stop is dark\.”[\s\S]*A young person, passed on/)
    assert.match(shown, /“Ask us at the stop\.”[\s\S]*Yip, passed on/)
    assert.doesNotMatch(shown, /old mill|Quill|Feathers/)
    assert.doesNotMatch(await read('/impact/register.csv', people.author), /Yip|dark/)
    assert.match(await read('/', people.author), /Young people said something of your paper/)
    const reply = `${first}/reply`
    const words = { [`reply-${id(first!)}`]: 'We put up a lamp.', [`by-${id(first!)}`]: 'Head of highways' }
    assert.equal((await post(reply, words, people.worker)).statusCode, 404)
    assert.match((await post(reply, { ...words, [`by-${id(first!)}`]: '' }, people.author)).body, /Enter who answers/)
    await post(reply, words, people.author)
    assert.match(
      await read(theirs, people.kid),
      /What you said[\s\S]*old mill[\s\S]*passed on like this[\s\S]*We put up a lamp/,
    )
    const other = await read(theirs, people.young)
    assert.match(other, /What others said[\s\S]*The stop is dark[\s\S]*We put up a lamp/)
    assert.doesNotMatch(other, /old mill/)
    const back = [...(await read(theirs, people.kid)).matchAll(/action="([^"]+\/back)"/g)].map(([, path]) => path!)[0]!
    assert.equal((await post(back, {}, people.young)).statusCode, 404)
    assert.equal((await post(back, {}, people.kid)).statusCode, 303)
    for (const [path, who] of [
      [paper, people.author],
      [paper, people.voice],
      [theirs, people.young],
    ] as const)
      assert.doesNotMatch(await read(path, who), /The stop is dark|We put up a lamp|old mill/)
    assert.match(await read(theirs, people.kid), /You took it back/)
  })

  test('the register has the boards’ papers beside the rest, is searched, counts the share, and leaves as CSV', async () => {
    const board = await makeBoard(council)
    await council.database.asOwner((query) =>
      sql`update paper set plain_version = 'Short.', published_on = '2026-07-01' where id = ${board.paperId}`.execute(
        query,
      ),
    )
    await post(
      '/impact/new',
      { ...ANSWER, title: 'Library hours', organisation: 'Culture', decidesOn: '2026-07-01', act: 'enter' },
      people.author,
    )
    await post(
      '/impact/new',
      { ...ANSWER, title: 'Pool prices', organisation: 'Culture', decidesOn: '2026-07-10' },
      people.worker,
    )
    const all = await read('/impact', board.member)
    assert.match(all, /1 of the 2 papers decided in the last twelve months/)
    assert.match(all, /Why checks were late[\s\S]*in the board’s paper/)
    assert.doesNotMatch(await read('/impact', people.author), /Why checks were late/)
    assert.doesNotMatch(await read('/impact', board.member), /What Acorn costs/)
    const rowsOf = (body: string) =>
      [...body.matchAll(/<th scope="row"[\s\S]*?<a[^>]*>([^<]+)</g)].map(([, title]) => title)
    const found = async (query: string) => rowsOf(await read(`/impact?${query}`, people.worker)).sort()
    assert.deepEqual(await found('words=highways+14+spring'), ['Where the 14 bus stops'])
    assert.deepEqual(await found('organisation=Culture'), ['Library hours', 'Pool prices'])
    assert.deepEqual(await found('organisation=Culture&state=no+answer'), ['Library hours'])
    assert.deepEqual(await found('from=2026-07-02&to=2026-07-10'), ['Pool prices'])
    assert.deepEqual(await found('state=enough&effect=could+harm'), ['Our own strategy', 'Where the 14 bus stops'])
    assert.match(await read('/impact?words=submarine', people.worker), /No paper fits/)
    const csv = await app.ask('GET', '/impact/register.csv?organisation=Culture', people.worker)
    assert.match(String(csv.headers['content-type']), /text\/csv/)
    assert.deepEqual(
      csv.body
        .trim()
        .split('\r\n')
        .map((line) => line.split('","')[0]),
      ['"Paper', '"Pool prices', '"Library hours'],
    )
    const alone = [
      ...(await read('/impact?state=no+answer', people.worker)).matchAll(/href="(\/impact\/[0-9a-f-]{36})"/g),
    ][0]![1]!
    assert.match(await read(alone, people.worker), /Nobody has said yet[\s\S]*Answer for this paper/)
    assert.equal((await post(`${alone}/answer`, { ...ANSWER, from: '0' }, people.worker)).statusCode, 303)
    assert.match(
      await read(alone, people.worker),
      /Library hours/,
      'the paper’s own facts stay as its author entered them',
    )
  })

  test('the guidance leaves for Word and as a PDF', async () => {
    const word = await app.ask('GET', '/impact/guidance/docx', people.author)
    assert.match(String(word.headers['content-disposition']), /impact-check-guidance\.docx/)
    assert.equal(word.rawPayload.subarray(0, 2).toString(), 'PK')
    const pdf = await app.ask('GET', '/impact/guidance/pdf', people.author)
    assert.deepEqual(await findPdfFaults(pdf.rawPayload), [])
    assert.equal((await app.ask('GET', '/impact/guidance/exe', people.author)).statusCode, 404)
  })

  test('plan check: the lead keeps the list, late reviews are shown, somebody must have said so; everybody reads it', async () => {
    const plan = {
      title: 'Housing strategy',
      reference: 'H-12',
      organisation: 'Housing',
      link: '',
      reviewOn: '2026-07-09',
    }
    assert.equal((await post('/impact/plans/new', { ...plan, includes: 'not known' }, people.worker)).statusCode, 404)
    const unsaid = await post('/impact/plans/new', { ...plan, includes: 'yes', link: 'http://x' }, people.lead)
    assert.equal(unsaid.statusCode, 422)
    assert.match(unsaid.body, /begins with https[\s\S]*Say where they stand[\s\S]*Enter who said so/)
    await post('/impact/plans/new', { ...plan, includes: 'not known' }, people.lead)
    assert.match(
      await read('/impact/plans', people.author),
      /0 of one plan include children in care\. One review is late[\s\S]*overdue[\s\S]*nobody has said/,
    )
    const own = [
      ...(await read('/impact/plans', people.lead)).matchAll(/href="(\/impact\/plans\/[0-9a-f-]{36})"/g),
    ][0]![1]!
    assert.doesNotMatch(await read('/impact/plans', people.author), /href="\/impact\/plans\/[0-9a-f-]{36}"/)
    const said = {
      ...plan,
      reviewOn: '2027-07-10',
      includes: 'yes',
      words: 'Chapter 4.',
      saidBy: 'Head of housing',
      saidOn: '2026-07-10',
    }
    assert.match((await post(own, { ...said, saidOn: '2026-07-11' }, people.lead)).body, /a day that has been/)
    assert.match(
      (await post(own, { ...said, approvedBy: 'Care-experienced officer' }, people.lead)).body,
      /Enter both, or neither/,
    )
    const approved = {
      section: 'Care leavers are first for a flat.',
      approvedBy: 'Care-experienced officer',
      approvedOn: '2026-07-09',
    }
    assert.equal((await post(own, { ...said, ...approved }, people.lead)).statusCode, 303)
    const shown = await read('/impact/plans', people.author)
    assert.match(
      shown,
      /1 of one plan includes children in care\. No review is late[\s\S]*Chapter 4\.[\s\S]*Head of housing, 10 July 2026/,
    )
    assert.match(shown, /first for a flat[\s\S]*Approved by the Care-experienced officer, 9 July 2026/)
    assert.match(await read('/impact/plans.csv', people.author), /"Housing strategy","H-12"/)
    await post(`${own}/end`, {}, people.lead)
    assert.match(await read('/impact/plans', people.lead), /None is on the list yet/)
  })

  test('documents and what words mean: the strategy’s keeper keeps them, and everybody reads them, children too', async () => {
    const document = {
      title: 'Adoption report',
      whatItIs: 'How adoption went.',
      link: 'https://council.example/a',
      datedOn: '2026-03-31',
    }
    assert.equal((await post('/documents', document, people.worker)).statusCode, 404)
    const wrong = await post('/documents', { ...document, link: 'javascript:alert(1)', datedOn: 'March' }, people.lead)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /begins with https[\s\S]*year-month-day: 2026-03-31[\s\S]*How adoption went\./)
    assert.match(
      (await post('/documents/words', { word: 'Cabinet', meaning: 'Quill Feathers sits there.' }, people.lead)).body,
      /name stands/,
    )
    await post('/documents', document, people.lead)
    await post('/documents/words', { word: 'Cabinet', meaning: 'Ten people.' }, people.lead)
    await post('/documents/words', { word: 'cabinet', meaning: 'Ten councillors who decide.' }, people.lead)
    const shown = await read('/documents', people.kid)
    assert.match(shown, /href="https:\/\/council\.example\/a"[\s\S]*31 March 2026[\s\S]*Ten councillors who decide/)
    assert.doesNotMatch(shown, /Ten people|Add a document|Take off/)
    const ends = [...(await read('/documents', people.lead)).matchAll(/action="([^"]+\/end)"/g)].map(
      ([, path]) => path!,
    )
    assert.equal(ends.length, 2)
    for (const path of ends) assert.equal((await post(path, {}, people.worker)).statusCode, 404)
    for (const path of ends) assert.equal((await post(path, {}, people.lead)).statusCode, 303)
    assert.doesNotMatch(await read('/documents', people.kid), /Adoption report<|Ten councillors/)
  })
})
