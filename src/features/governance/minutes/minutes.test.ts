import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { attempt, countRows } from '../../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const REFUSED_BY_CHECK = '23514'

for (const engine of engines) {
  describe(`minutes and the actions in them, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    let board: Board
    let chair: Actor
    let clerkToo: Actor
    before(async () => {
      council = await makeTestCouncil(engine)
      app = await makeTestApp(council)
      board = await makeBoard(council)
      chair = await council.addStaff('board_member', 'Cha Example')
      clerkToo = await council.addStaff('clerk', 'Second Example')
      await council.database.asOwner(async (query) => {
        for (const [person, part] of [
          [chair, 'chair'],
          [clerkToo, 'clerk'],
        ] as const)
          await sql`insert into body_member (authority_id, body_id, person_id, part, starts_on)
            values (${council.council.authorityId}, ${board.bodyId}, ${person.personId}, ${part}, '2020-01-01')`.execute(
            query,
          )
        await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
        await sql`update meeting set held_on = '2026-07-07', status = 'published' where id = ${board.meetingId}`.execute(
          query,
        )
      })
    })
    after(() => app?.close())

    const page = () => `/meetings/${board.meetingId}/minutes`
    const item = () => board.itemId
    const text = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    const type = (actor: Actor, words: string, version: number, more: Record<string, string> = {}) =>
      app.ask('POST', page(), actor, { [`words-${item()}`]: words, [`version-${item()}`]: String(version), ...more })
    const kept = async () => {
      const { rows } = await council.database.asOwner((query) =>
        sql<{
          words: string
          version: number
        }>`select words, version from minute where agenda_item_id = ${item()}`.execute(query),
      )
      return rows[0]!
    }

    test('the clerk types while the meeting runs: each pause is saved, and a page without scripts saves as well', async () => {
      const auto = await type(board.clerk, 'We heard why checks', 0, { auto: 'yes' })
      assert.deepEqual(auto.json(), { versions: { [item()]: 1 }, isClash: false })
      const again = await type(board.clerk, 'We heard why checks were late.', 1, { auto: 'yes' })
      assert.deepEqual(again.json().versions, { [item()]: 2 })
      const plain = await type(board.clerk, 'We heard why checks were late. A nurse comes.', 2)
      assert.equal(plain.statusCode, 303)
      assert.deepEqual(await kept(), { words: 'We heard why checks were late. A nurse comes.', version: 3 })
    })

    test('a second save on an older version overwrites nothing: it shows both texts, what changed, and joins them', async () => {
      const first = await type(board.clerk, 'We heard why checks were late. A second nurse comes.', 3)
      assert.equal(first.statusCode, 303)
      const second = await type(clerkToo, 'We heard why checks were late. A nurse comes from May.', 3)
      assert.equal(second.statusCode, 409)
      assert.equal((await kept()).words, 'We heard why checks were late. A second nurse comes.')
      assert.match(text(second.body), /Somebody else saved this while you were typing\. Nothing is lost/)
      assert.match(text(second.body), /Cleo Example saved this at \d\d:\d\d/)
      assert.match(text(second.body), /put in: second/)
      assert.match(text(second.body), /put in: from May/)
      assert.match(second.body, /A second nurse comes from May\.<\/textarea>/)
      const auto = await type(clerkToo, 'Other words', 3, { auto: 'yes' })
      assert.equal(auto.json().isClash, true)
      const joined = await type(clerkToo, 'We heard why checks were late. A second nurse comes from May.', 4)
      assert.equal(joined.statusCode, 303)
      assert.equal((await kept()).version, 5)
    })

    test('"keep mine" and "keep theirs" leave the other text among the earlier versions', async () => {
      const mine = await type(clerkToo, 'Joined', 5, { choice: 'mine', [`mine.words-${item()}`]: 'Mine alone.' })
      assert.equal(mine.statusCode, 303)
      assert.equal((await kept()).words, 'Mine alone.')
      const { rows } = await council.database.asOwner((query) =>
        sql<{ id: string }>`select id from minute where agenda_item_id = ${item()}`.execute(query),
      )
      const versions = await app.ask('GET', `/meetings/minutes/${rows[0]!.id}/versions`, board.clerk)
      assert.match(text(versions.body), /was saved 6 times/)
      assert.match(text(versions.body), /from May\./)
      assert.equal((await app.ask('GET', `/meetings/minutes/${rows[0]!.id}/versions`, board.member)).statusCode, 404)
    })

    test('words that I did not touch do not come back over what another wrote', async () => {
      await type(board.clerk, 'Theirs.', 6)
      const untouched = await type(clerkToo, 'Mine alone.', 6)
      assert.equal(untouched.statusCode, 303)
      assert.equal((await kept()).words, 'Theirs.')
    })

    test('a decision and an action are minuted on the same page; what lacks a part is typed still, and the rest is saved', async () => {
      const lacking = await type(board.clerk, 'Theirs. And more.', 7, {
        [`action-${item()}`]: 'Find a second nurse',
        [`owner-${item()}`]: '',
        [`due-${item()}`]: '2026-08-01',
        [`decision-${item()}`]: 'A second nurse',
        [`decided-${item()}`]: 'The board agreed a second nurse.',
        [`outcome-${item()}`]: 'yes',
      })
      assert.equal(lacking.statusCode, 422)
      assert.match(lacking.body, /an action without a name is nobody’s/)
      assert.match(lacking.body, /value="Find a second nurse"/)
      assert.equal((await kept()).words, 'Theirs. And more.')
      assert.doesNotMatch(lacking.body, /value="A second nurse"/, 'the decision is saved, not asked for again')
      await app.ask('POST', page(), board.clerk, {
        [`action-${item()}`]: 'Find a second nurse',
        [`owner-${item()}`]: 'Dee Example',
        [`due-${item()}`]: '2026-08-01',
      })
      const { rows } = await council.database.asOwner((query) =>
        sql<{
          owner: string
          person: string
        }>`select owner, owner_person_id as person from minute_action where agenda_item_id = ${item()}`.execute(query),
      )
      assert.deepEqual(rows, [{ owner: 'director', person: board.director.personId }])
    })

    const actionId = async () => {
      const { rows } = await council.database.asOwner((query) =>
        sql<{ id: string }>`select id from minute_action where agenda_item_id = ${item()}`.execute(query),
      )
      return rows[0]!.id
    }

    test('two people change one action: the second sees both, and a day that only one changed stays theirs', async () => {
      const edit = `/meetings/actions/${await actionId()}/edit`
      const form = { words: 'Find a second nurse', owner: 'director', due: '2026-08-01', version: '1' }
      assert.equal((await app.ask('POST', edit, board.clerk, { ...form, due: '2026-09-01' })).statusCode, 303)
      const second = await app.ask('POST', edit, clerkToo, { ...form, words: 'Find a second nurse for two days' })
      assert.equal(second.statusCode, 409)
      assert.match(text(second.body), /By when Cleo Example saved this at/)
      assert.match(second.body, /name="due" value="2026-09-01"/)
      const kept = await app.ask('POST', edit, clerkToo, {
        ...form,
        words: 'Find a second nurse for two days',
        due: '2026-09-01',
        version: '2',
      })
      assert.equal(kept.statusCode, 303)
      const shown = await app.ask('GET', `/meetings/actions/${await actionId()}`, board.clerk)
      assert.match(text(shown.body), /Find a second nurse for two days/)
      assert.match(text(shown.body), /How it was worded before/)
    })

    test('two people change one agenda item, and one paper: neither is overwritten', async () => {
      const path = `/meetings/items/${item()}`
      const form = { title: 'First health checks', broughtBy: '', minutes: '20', version: '1' }
      assert.equal((await app.ask('POST', path, board.clerk, form)).statusCode, 303)
      const second = await app.ask('POST', path, clerkToo, { ...form, title: 'Health checks that come first' })
      assert.equal(second.statusCode, 409)
      const paper = `/meetings/papers/${board.paperId}/edit`
      const words = {
        title: 'Why checks were late',
        writtenBy: '',
        plain: 'Some were late.',
        impact: 'Sooner.',
        full: 'All of it.',
        act: 'save',
        version: '1',
      }
      assert.equal((await app.ask('POST', paper, board.clerk, words)).statusCode, 303)
      const clash = await app.ask('POST', paper, clerkToo, { ...words, plain: 'Four in ten were late.' })
      assert.equal(clash.statusCode, 409)
      assert.match(text(clash.body), /Some were late\..*Four in ten were late\./)
      const stands = await app.ask('GET', paper, board.clerk)
      assert.match(stands.body, /Some were late\./)
    })

    test('a draft is the clerk’s and the chair’s; the chair checks it, and then whoever has the item reads it', async () => {
      assert.match(text((await app.ask('GET', page(), board.member)).body), /still being written/)
      assert.equal(await countRows(council.database, board.member, 'minute'), 0)
      assert.equal(
        (await app.ask('POST', `${page()}/check`, chair, { step: 'checked' })).statusCode,
        404,
        'before it was held',
      )
      await app.ask('POST', `/meetings/${board.meetingId}/held`, board.clerk)
      assert.equal((await app.ask('POST', `${page()}/check`, board.member, { step: 'checked' })).statusCode, 404)
      const silent = await app.ask('POST', `${page()}/check`, chair, { step: 'back', words: '' })
      assert.match(silent.body, /Say what is to be put right/)
      await app.ask('POST', `${page()}/check`, chair, { step: 'back', words: 'Say who asked for the nurse.' })
      assert.match(text((await app.ask('GET', page(), board.clerk)).body), /Say who asked for the nurse/)
      assert.doesNotMatch(text((await app.ask('GET', page(), board.member)).body), /who asked for the nurse/)
      assert.equal((await app.ask('POST', `${page()}/check`, chair, { step: 'checked' })).statusCode, 303)
      assert.match(text((await app.ask('GET', page(), board.member)).body), /checked by the chair.*Theirs\. And more\./)
    })

    test('what is changed after the chair checked it is a draft again', async () => {
      const { version } = await kept()
      await type(board.clerk, 'Theirs. And more, asked by the nurse.', version)
      assert.match(text((await app.ask('GET', page(), board.member)).body), /still being written/)
      await app.ask('POST', `${page()}/check`, chair, { step: 'checked' })
    })

    test('an action carries over to every next meeting until it is done, with what shows it; its owner says so in one form', async () => {
      const next = await council.database.asOwner(async (query) => {
        const { rows } = await sql<{ id: string }>`insert into meeting (authority_id, body_id, held_on)
          values (${council.council.authorityId}, ${board.bodyId}, '2026-07-10') returning id`.execute(query)
        await sql`update agenda_item set title = 'Beds' where meeting_id = ${rows[0]!.id}`.execute(query)
        return rows[0]!.id
      })
      const carried = async () => text((await app.ask('GET', `/meetings/${next}`, board.member)).body)
      assert.match(
        await carried(),
        /Actions from last time Find a second nurse for two days.*director.*by 1 September 2026/,
      )
      const mine = async () => text((await app.ask('GET', '/meetings', board.director)).body)
      assert.match(await mine(), /Yours to do Find a second nurse for two days/)
      const update = `/meetings/actions/${await actionId()}/update`
      assert.equal((await app.ask('POST', update, board.member, { said: 'done', words: 'It is.' })).statusCode, 404)
      assert.match(
        (await app.ask('POST', update, board.director, { said: 'done', words: '' })).body,
        /Say what shows that it is done/,
      )
      await app.ask('POST', update, board.director, { said: 'stuck', words: 'Nobody applied.' })
      assert.match(
        text((await app.ask('GET', `/meetings/actions/${await actionId()}`, board.member)).body),
        /Nobody applied\..*stuck/,
      )
      await app.ask('POST', update, board.director, { said: 'done', words: 'She began on 6 July.' })
      assert.match(await carried(), /Actions from last time.*done 10 July 2026/)
      assert.doesNotMatch(await mine(), /Yours to do/)
      assert.match(
        (await app.ask('POST', update, board.director, { said: 'stuck', words: 'Not at all.' })).body,
        /done already/,
      )
      await council.database.asOwner((query) =>
        sql`update meeting set status = 'held' where id = ${next}`.execute(query),
      )
    })

    test('agreed minutes do not change, by SQL either: no word, no decision, no action', async () => {
      const early = await app.ask('POST', `${page()}/agreed`, board.clerk, { at: board.meetingId })
      assert.match(early.body, /Choose the meeting that agreed them/)
      const { rows } = await council.database.asOwner((query) =>
        sql<{ id: string }>`select id from meeting where body_id = ${board.bodyId} and held_on = '2026-07-10'`.execute(
          query,
        ),
      )
      assert.equal((await app.ask('POST', `${page()}/agreed`, board.clerk, { at: rows[0]!.id })).statusCode, 303)
      assert.match(
        text((await app.ask('GET', page(), board.member)).body),
        /are agreed.*Agreed at the meeting on 10 July 2026/,
      )
      const late = await type(board.clerk, 'Rewritten.', (await kept()).version)
      assert.equal(late.statusCode, 422)
      assert.match(text(late.body), /You typed Rewritten\./)
      for (const statement of [
        sql`update minute set words = 'Rewritten', saved_by = ${board.clerk.personId} where agenda_item_id = ${item()}`,
        sql`update decision set words = 'Rewritten' where agenda_item_id = ${item()}`,
        sql`update minute_action set due_on = '2027-01-01' where agenda_item_id = ${item()}`,
        sql`update agenda_item set title = 'Rewritten' where id = ${item()}`,
        sql`insert into minute_action (authority_id, agenda_item_id, meeting_id, body_id, words, owner, due_on)
          values (${council.council.authorityId}, ${item()}, ${board.meetingId}, ${board.bodyId}, 'One more', 'Me', '2026-09-09')`,
      ])
        assert.equal(await attempt(council.database, board.clerk, statement), REFUSED_BY_CHECK)
      const asOwner = council.database.asOwner((query) =>
        sql`delete from minute where agenda_item_id = ${item()}`.execute(query),
      )
      await assert.rejects(asOwner, { code: REFUSED_BY_CHECK })
    })
  })
}
