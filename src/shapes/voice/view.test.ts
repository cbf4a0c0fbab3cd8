import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { findDraft, keepDraft, readDraft } from './draft.store.ts'
import {
  answerView,
  openView,
  readInbox,
  readMyReaders,
  readMyViewReaders,
  readMyViews,
  replyToAnswer,
  type Said,
  sendView,
  tellAnswer,
  withdrawView,
} from './view.store.ts'
import { countWaitingAnswers } from './waiting.store.ts'

const DOG: Said = { words: 'I miss my dog', feeling: 'sad', pictures: ['dog'], beside: 'nobody', mayBeCounted: true }
const LATER = '2099-01-01T09:00'

for (const engine of engines) {
  describe(`what a child says, on ${engine}`, () => {
    let council: TestCouncil
    let child: Actor
    const people: Record<string, Actor> = {}
    const as = <T>(actor: Actor, work: Parameters<typeof council.database.as<T>>[1]) => council.database.as(actor, work)
    const send = (said: Said, how: { to?: string | null; about?: string | null; coverFrom?: string } = {}) =>
      as(child, (query) =>
        sendView(query, said, { to: people.worker!.personId, about: null, coverFrom: LATER, ...how }),
      )
    const inbox = async (who: Actor) => (await as(who, readInbox)).map(({ id }) => id)
    /** Everybody who can reach the words of a view by any table. */
    const whoReads = async (id: string) => {
      const found: string[] = []
      for (const [name, actor] of Object.entries(people)) {
        const rows = await as(actor, async (query) => {
          const counts = await sql<{
            n: number
          }>`select (select count(*) from view where id = ${id}) + (select count(*) from view_reader where view_id = ${id})
            + (select count(*) from view_answer where view_id = ${id}) + (select count(*) from view_opened where view_id = ${id}) as n`.execute(
            query,
          )
          return Number(counts.rows[0]!.n)
        })
        if (rows > 0) found.push(name)
      }
      return found
    }

    before(async () => {
      council = await makeTestCouncil(engine)
      const kid = await council.addChild({ code: 'K1', given: 'Kit', role: 'child' })
      child = council.actor(kid)
      people.worker = await council.addStaff('social_worker', 'Wren Example')
      people.cover = await council.addStaff('social_worker', 'Cov Example')
      people.adviser = await council.addStaff('personal_adviser', 'Pat Example')
      people.manager = await council.addStaff('team_manager', 'Mo Example')
      people.head = await council.addStaff('service_manager', 'Hal Example')
      people.analyst = await council.addStaff('performance_analyst', 'Ana Example')
      people.auditor = await council.addStaff('records_auditor', 'Aud Example')
      people.board = await council.addStaff('board_member', 'Bo Example')
      people.participation = await council.addStaff('participation_officer', 'Par Example')
      people.lead = await council.addStaff('allegations_lead', 'Lee Example')
      people.system = council.system
      const above = await council.addTeam(people.head, [])
      await council.addTeam(people.manager, [people.worker], above)
      for (const role of ['social_worker', 'iro']) await council.relate(people.worker, kid, role)
      await council.relate(people.adviser, kid, 'personal_adviser')
      await council.database.asOwner((query) =>
        sql`insert into cover (authority_id, for_person, covered_by, starts_on) values (${council.council.authorityId}, ${people.worker!.personId}, ${people.cover!.personId}, '2020-01-01')`.execute(
          query,
        ),
      )
    })
    after(async () => council?.close())

    test('rule 7: a reader without a cover cannot be chosen', async () => {
      assert.deepEqual(
        (await as(child, readMyReaders)).map(({ firstName, coverName }) => [firstName, coverName]),
        [['Wren', 'Cov']],
      )
      assert.equal(await send(DOG, { to: people.adviser!.personId }), null)
      assert.equal(await send(DOG, { to: people.manager!.personId }), null)
    })

    test('what is sent to one person is read by that person, and by nobody else by any table', async () => {
      const id = (await send(DOG))!
      assert.deepEqual(await whoReads(id), ['worker'])
      assert.deepEqual(await inbox(people.worker!), [id])
      for (const other of ['cover', 'manager', 'head', 'analyst', 'system'])
        assert.deepEqual(await inbox(people[other]!), [], other)
    })

    test('the cover reads it once its time has come and nobody opened it; not when the chosen one did', async () => {
      const late = (await send(DOG, { coverFrom: '2098-01-01T09:00' }))!
      const inTime = (await send(DOG, { coverFrom: '2098-01-01T09:00' }))!
      await as(people.worker!, (query) => openView(query, inTime))
      assert.ok(!(await inbox(people.cover!)).includes(late))
      await council.database.asOwner(async (query) => {
        await sql`update view_reader set from_at = clock_timestamp() - interval '1 minute' where part = 'cover' and view_id = ${late}`.execute(
          query,
        )
        await sql`update view_reader set from_at = (select opened_at + interval '1 microsecond' from view_opened where view_id = ${inTime}) where part = 'cover' and view_id = ${inTime}`.execute(
          query,
        )
      })
      assert.deepEqual(await whoReads(late), ['worker', 'cover'])
      assert.deepEqual(await whoReads(inTime), ['worker'])
      await as(people.worker!, (query) => openView(query, late))
      assert.deepEqual(await whoReads(late), ['worker', 'cover'])
    })

    test('rule 9: what is about an adult goes past them and their line, to the allegations lead', async () => {
      const id = (await send({ ...DOG, words: 'My worker shouts' }, { to: null, about: people.worker!.personId }))!
      assert.deepEqual(await whoReads(id), ['lead'])
      assert.equal((await as(people.lead!, readInbox)).find((view) => view.id === id)!.firstName, 'Kit')
      assert.ok(!(await inbox(people.worker!)).includes(id))
    })

    test('rule 9: where the lead is that adult, or manages them, it is not sent to them', async () => {
      const { authorityId } = council.council
      await council.database.asOwner((query) =>
        sql`insert into role_held (authority_id, person_id, role, starts_on) values (${authorityId}, ${people.head!.personId}, 'allegations_lead', '2020-01-01')`.execute(
          query,
        ),
      )
      const id = (await send(DOG, { to: null, about: people.worker!.personId }))!
      assert.deepEqual(await whoReads(id), ['lead'])
    })

    test('rule 12: hard news is not on the child’s page before somebody has told them', async () => {
      const id = (await send(DOG))!
      await as(people.worker!, (query) =>
        answerView(query, id, { words: 'He cannot live with us', whatChanges: '', byOn: null, isHard: true }),
      )
      const mine = async () => (await as(child, readMyViews)).find((view) => view.id === id)!
      assert.equal((await mine()).answers.length, 0)
      assert.equal(await as(child, countWaitingAnswers), 0)
      const answer = (await as(people.worker!, readInbox)).find((view) => view.id === id)!.answers[0]!
      assert.equal(await as(people.manager!, (query) => tellAnswer(query, answer.id)), false)
      assert.equal(await as(people.worker!, (query) => tellAnswer(query, answer.id)), true)
      assert.equal((await mine()).answers.length, 1)
      assert.equal(await as(child, countWaitingAnswers), 1)
      assert.equal(await as(child, (query) => replyToAnswer(query, answer.id, 'a bit')), true)
      assert.equal(await as(child, countWaitingAnswers), 0)
      assert.equal((await as(people.worker!, readInbox)).find((view) => view.id === id)!.answers[0]!.reply, 'a bit')
    })

    test('rule 9: whoever no longer leads on allegations no longer reads what is about an adult', async () => {
      const id = (await send(DOG, { to: null, about: people.adviser!.personId }))!
      assert.ok((await inbox(people.lead!)).includes(id))
      const role = (from: string, to: string) =>
        council.database.asOwner((query) =>
          sql`update role_held set role = ${to} where person_id = ${people.lead!.personId} and role = ${from}`.execute(
            query,
          ),
        )
      await role('allegations_lead', 'duty_worker')
      assert.deepEqual(await inbox(people.lead!), [])
      await role('duty_worker', 'allegations_lead')
      assert.ok((await inbox(people.lead!)).includes(id))
    })

    test('rule 14: told in person before it was written down, on a day since it was said; on no day to come', async () => {
      const id = (await send(DOG))!
      await council.database.asOwner((query) =>
        sql`update view set said_on = '2026-07-07' where id = ${id}`.execute(query),
      )
      await as(people.worker!, (query) =>
        answerView(query, id, { words: 'He cannot come.', whatChanges: '', byOn: null, isHard: true }),
      )
      const answer = (await as(people.worker!, readInbox)).find((view) => view.id === id)!.answers[0]!
      for (const [day, isTold] of [
        ['2026-07-06', false],
        ['2026-07-11', false],
        ['2026-07-08', true],
      ] as const)
        assert.equal(await as(people.worker!, (query) => tellAnswer(query, answer.id, day)), isTold, day)
      const ahead = sql`update view_answer set told_on = '2026-08-01' where id = ${answer.id}`
      await assert.rejects(
        as(people.worker!, (query) => ahead.execute(query)),
        /row-level security/,
      )
    })

    test('what a child adds before it is sent is theirs alone; then those who hear the view see it, and nobody else', async () => {
      await as(child, (query) => keepDraft(query, { words: '' }))
      const { id } = (await as(child, findDraft))!
      const name = 'e'.repeat(32)
      await as(child, (query) =>
        sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref)
          values ((select authority()), ${name}, 'video/mp4', 1, ${'0'.repeat(64)}, 'view', ${id})`.execute(query),
      )
      const whoSees = async () => {
        const found: string[] = []
        for (const [who, actor] of Object.entries({ child, ...people })) {
          const { rows } = await as(actor, (query) => sql`select from stored_file where name = ${name}`.execute(query))
          if (rows.length > 0) found.push(who)
        }
        return found
      }
      assert.deepEqual(await whoSees(), ['child'])
      // A signed video is a whole way to speak (rule 28): no word, face or picture is needed beside it.
      const sent = await send({ words: '', feeling: null, pictures: [], beside: 'nobody', mayBeCounted: false })
      assert.equal(sent, id)
      assert.deepEqual(await whoSees(), ['child', 'worker'])
      await as(child, (query) => withdrawView(query, id))
      assert.deepEqual(await whoSees(), ['child'])
      await assert.rejects(send({ words: ' ', feeling: null, pictures: [], beside: 'nobody', mayBeCounted: false }), {
        code: '23514',
      })
    })

    test('the child is told who has what they said, from when, and who opened it; of an adult, no name', async () => {
      const id = (await send(DOG))!
      const readers = async () => (await as(child, readMyViewReaders)).filter(({ viewId }) => viewId === id)
      const cover = { viewId: id, part: 'cover', firstName: 'Cov', fromAt: LATER, isOpened: false }
      const [first, second] = await readers()
      assert.deepEqual([first!.firstName, first!.isOpened, second], ['Wren', false, cover])
      await as(people.worker!, (query) => openView(query, id))
      assert.equal((await readers())[0]!.isOpened, true)
      assert.equal((await as(people.worker!, readMyViewReaders)).length, 0)
      const about = (await send(DOG, { to: null, about: people.worker!.personId }))!
      const hears = (await as(child, readMyViewReaders)).filter(({ viewId }) => viewId === about)
      assert.deepEqual([...new Set(hears.map(({ part, firstName }) => `${part} ${firstName}`))], ['allegations null'])
    })

    test('a cover never begins on the day itself', async () => {
      const { today } = council.system
      assert.equal(await send(DOG, { coverFrom: `${today}T23:59` }), null)
      assert.notEqual(await send(DOG, { coverFrom: '2026-07-11T00:00' }), null)
    })

    test('one that is taken back stays only with who had opened it', async () => {
      const [seen, unseen] = [(await send(DOG))!, (await send(DOG))!]
      await as(people.worker!, (query) => openView(query, seen))
      for (const id of [seen, unseen]) assert.equal(await as(child, (query) => withdrawView(query, id)), true)
      const left = await inbox(people.worker!)
      assert.deepEqual([left.includes(seen), left.includes(unseen)], [true, false])
    })

    test('rule 6: a draft is the child’s alone, and gone when it is sent', async () => {
      await as(child, (query) => keepDraft(query, { words: 'not yet' }))
      assert.deepEqual(await as(child, readDraft), { words: 'not yet' })
      for (const [name, actor] of Object.entries(people)) {
        const { rows } = await as(actor, (query) => sql`select draft from view_draft`.execute(query))
        assert.equal(rows.length, 0, name)
      }
      await send(DOG)
      assert.deepEqual(await as(child, readDraft), {})
    })

    test('rule 15: somebody barred from the child reads nothing, whatever was sent to them', async () => {
      const id = (await send(DOG))!
      await council.relate(people.worker!, child.personId, 'barred', '2020-01-01')
      assert.deepEqual(await whoReads(id), [])
      assert.equal(await send(DOG), null)
    })
  })
}
