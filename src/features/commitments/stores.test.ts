import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor, Query } from '../../database/database.ts'
import { addDays } from '../../domain/shared/calendar-date.ts'
import { listUpdates, listUpdatesOf } from '../../shapes/plan/item-update.store.ts'
import {
  endJoin,
  findProgress,
  joinProgress,
  listProgress,
  takeProgress,
} from '../../shapes/plan/loose-progress.store.ts'
import { findItem, findPlan } from '../../shapes/plan/plan.store.ts'
import { takePlan } from '../../shapes/plan/take-plan.store.ts'
import { beginArmsLength, countObstacles, listArmsLength, raiseObstacle } from './arms-length.store.ts'
import { addEvent, changeEvent, giveCommitment, inviteGuests, listEvents, sayWhoCame } from './event.store.ts'
import { launchOfficerPledge, listOfficerPledges } from './officer-pledge.store.ts'

for (const engine of engines) {
  describe(`commitments, on ${engine}`, () => {
    let council: TestCouncil
    let lead: Actor
    let plan: string
    let item: string
    const as = <T>(actor: Actor, work: (query: Query) => Promise<T>) => council.database.as(actor, work)
    const give = (planId: string, title: string) =>
      as(lead, async (query) => {
        const event = { title: 'The launch', heldOn: addDays(TODAY, -100) }
        await giveCommitment(query, lead, {
          ...{ planId, title, directorate: 'Housing', owners: [], dueAsWritten: null, dueOn: null, wayToTell: null },
          event,
        })
        const { rows } = await sql<{ id: string }>`select id from plan_item where title = ${title}`.execute(query)
        return rows[0]!.id
      })

    before(async () => {
      council = await makeTestCouncil(engine)
      lead = await council.addStaff('strategy_lead', 'Lou Example')
      plan = await as(lead, (query) =>
        takePlan(query, lead, { kind: 'commitments', title: 'Our word', agreedOn: addDays(TODAY, -100), items: [] }),
      )
      item = await give(plan, 'Two flats a year')
    })
    after(async () => council?.close())

    test('commitments stand in the order in which they were given', async () => {
      await give(plan, 'A fair each summer')
      const found = await as(lead, (query) => findPlan(query, 'commitments'))
      assert.deepEqual(
        found!.items.map(({ position, title }) => [position, title]),
        [
          [1, 'Two flats a year'],
          [2, 'A fair each summer'],
        ],
      )
    })

    test('the plan in force on a day is the newest agreed by then', async () => {
      const titleOn = (day: string) =>
        as(lead, async (query) => (await findPlan(query, 'commitments', null, day))?.title ?? null)
      assert.equal(await titleOn(addDays(TODAY, -101)), null)
      assert.equal(await titleOn(addDays(TODAY, -100)), 'Our word')
    })

    test('joined, its words are said of the commitment on the report’s day; ended, they are not, and the join stays', async () => {
      const saidOn = addDays(TODAY, -60)
      await as(lead, (query) =>
        takeProgress(query, lead, {
          ...{ report: 'A report', saidOn, eventId: null },
          items: [
            { directorate: 'Housing', words: 'One flat is let' },
            { directorate: null, words: 'A picnic was held' },
          ],
        }),
      )
      const [one] = await as(lead, listProgress)
      assert.equal(one!.answers, null)
      assert.equal(await as(lead, (query) => joinProgress(query, lead, one!.id, item)), true)
      assert.equal(await as(lead, (query) => joinProgress(query, lead, one!.id, item)), false, 'one at a time')
      const said = await as(lead, (query) => listUpdates(query, item))
      assert.deepEqual(
        said.map(({ words, saidOn: on, isJoined, progress, proofId }) => ({ words, on, isJoined, progress, proofId })),
        [{ words: 'One flat is let', on: saidOn, isJoined: true, progress: null, proofId: null }],
      )
      assert.equal((await as(lead, (query) => listUpdatesOf(query, [item])))[0]!.words, 'One flat is let')
      assert.equal((await as(lead, (query) => findItem(query, item)))!.lastUpdate!.saidOn, saidOn)
      await as(lead, (query) => endJoin(query, lead, one!.id))
      assert.deepEqual(await as(lead, (query) => listUpdates(query, item)), [])
      const ended = (await as(lead, (query) => findProgress(query, one!.id)))!
      assert.equal(ended.answers, null)
      assert.deepEqual(
        ended.ended.map(({ title, endedOn }) => [title, endedOn]),
        [['Two flats a year', TODAY]],
      )
      assert.equal(await as(lead, (query) => joinProgress(query, lead, one!.id, item)), true, 'and joined again')
    })

    test('more of the same report comes after what it had', async () => {
      const saidOn = addDays(TODAY, -60)
      await as(lead, (query) =>
        takeProgress(query, lead, {
          ...{ report: 'A report', saidOn, eventId: null },
          items: [{ directorate: null, words: 'A third thing' }],
        }),
      )
      assert.deepEqual(
        (await as(lead, listProgress)).map(({ words }) => words),
        ['One flat is let', 'A picnic was held', 'A third thing'],
      )
    })

    test('nobody is invited twice; who came may be put right', async () => {
      const id = await as(lead, (query) =>
        addEvent(query, lead, { kind: 'update', title: 'Midsummer', heldOn: addDays(TODAY, -3), place: null }),
      )
      const guests = [
        { invited: 'Director of Housing', directorate: 'Housing' },
        { invited: 'The fire service', directorate: null },
      ]
      await as(lead, (query) => inviteGuests(query, lead, id, guests.slice(0, 1)))
      await as(lead, (query) => inviteGuests(query, lead, id, guests))
      await as(lead, (query) => sayWhoCame(query, id, [{ position: 1, came: 'came' }]))
      await as(lead, (query) => sayWhoCame(query, id, [{ position: 1, came: 'sent somebody' }]))
      await as(lead, (query) => changeEvent(query, id, { title: 'Midsummer', heldOn: TODAY, place: 'The library' }))
      const [event] = await as(lead, listEvents)
      assert.deepEqual(
        event!.guests.map(({ invited, came }) => [invited, came]),
        [
          ['Director of Housing', 'sent somebody'],
          ['The fire service', null],
        ],
      )
      assert.deepEqual([event!.heldOn, event!.place], [TODAY, 'The library'])
    })

    test('the Chief Officer pledge stands beside the directorates’ commitments, and the newest launch holds', async () => {
      const launch = (title: string, days: number, replacesId: string | null) =>
        as(lead, (query) =>
          launchOfficerPledge(query, lead, {
            ...{ title, agreedOn: addDays(TODAY, days), replacesId },
            why: replacesId ? 'Nobody had asked' : null,
          }),
        )
      await launch('The first', -90, null)
      const [first] = await as(lead, listOfficerPledges)
      await launch('The second', -10, first!.id)
      assert.deepEqual(
        (await as(lead, listOfficerPledges)).map(({ title }) => title),
        ['The second', 'The first'],
      )
      assert.equal((await as(lead, (query) => findPlan(query, 'commitments')))!.title, 'Our word')
      assert.equal((await as(lead, (query) => findPlan(query, 'commitments', 'chief officers')))!.title, 'The second')
    })

    test('a young person is stood up for once by one officer, and nobody but their adviser reads who', async () => {
      const adviser = await council.addStaff('personal_adviser', 'Ada Example')
      const officer = await council.addStaff('director', 'Flo Example')
      const young = await council.addChild({ code: 'Y1', given: 'Yara' })
      await council.relate(adviser, young, 'personal_adviser')
      const [holds] = await as(lead, listOfficerPledges)
      const word = await give(holds!.id, 'Stand up for somebody')
      await as(lead, (query) =>
        sql`update plan_item set owner_id = ${officer.personId} where id = ${word}`.execute(query),
      )
      const begin = () =>
        as(adviser, (query) => beginArmsLength(query, adviser, { itemId: word, childId: young, saidYesOn: TODAY }))
      assert.deepEqual([await begin(), await begin()], [true, false])
      const [mine] = await as(adviser, listArmsLength)
      assert.equal(mine!.person!.id, young)
      await as(officer, (query) => raiseObstacle(query, officer, mine!.id, 'No bus'))
      const [theirs] = await as(officer, listArmsLength)
      assert.equal(theirs!.person, null)
      assert.deepEqual(
        theirs!.obstacles.map(({ words, cleared }) => [words, cleared]),
        [['No bus', null]],
      )
      assert.deepEqual(await as(lead, listArmsLength), [])
      assert.deepEqual(await as(lead, countObstacles), { raised: 1, cleared: 0 })
      const child = council.actor(young)
      assert.deepEqual(await as(child, countObstacles), { raised: 0, cleared: 0 })
    })
  })
}
