import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attempt, countRows } from '../../test/kit/attempt.ts'
import { characteristics, engines, episode, makeTestCouncil, type TestCouncil, TODAY } from '../../test/kit/council.ts'
import { makeTwoCouncils, type TwoCouncils } from '../../test/kit/two-councils.ts'
import { roles } from '../domain/access/roles.ts'
import { eventKinds } from '../domain/record/event-kinds.ts'
import type { Actor } from './database.ts'

const day = (actor: Actor, today: string): Actor => ({ ...actor, today })

for (const engine of engines) {
  describe(`who reaches which child, on ${engine}`, () => {
    let council: TestCouncil
    before(async () => {
      council = await makeTestCouncil(engine)
    })
    after(async () => council?.close())

    let number = 0
    async function addChild(isRestricted = false): Promise<string> {
      number += 1
      const id = await council.addChild({ code: `C${number}`, isRestricted })
      await council.state(id, characteristics('2012-05-06'))
      await council.state(id, episode('2025-01-01'))
      codes.set(id, `C${number}`)
      return id
    }
    const codes = new Map<string, string>()
    /** Breaks the glass for a child by their return number; false where it was not opened. */
    async function openRecord(
      actor: Actor,
      child: string,
      why = 'The night duty desk asked for it.',
    ): Promise<boolean> {
      return council.database.as(actor, async (query) => {
        const { rows } = await sql<{
          opened: string | null
        }>`select open_record(${codes.get(child)}, ${why}) as opened`.execute(query)
        return rows[0]!.opened === child
      })
    }
    /** What of the child this person can find, by any table that holds children. */
    async function reach(actor: Actor, child: string): Promise<string[]> {
      const places = {
        person: 'id',
        identifier: 'person_id',
        event: 'child_id',
        current_episode: 'child_id',
        relationship: 'child_id',
      }
      const found = await Promise.all(
        Object.entries(places).map(async ([table, column]) =>
          (await countRows(council.database, actor, table, `${column} = '${child}'`)) > 0 ? table : null,
        ),
      )
      return found.filter((table) => table !== null)
    }
    const RECORD = ['person', 'identifier', 'event', 'current_episode', 'relationship']

    test('a relationship opens the record from its first day to its last, both included, and not a day more', async () => {
      const worker = await council.addStaff('social_worker')
      const child = await addChild()
      await council.relate(worker, child, 'social_worker', '2026-03-10', '2026-03-20')
      for (const [today, found] of [
        ['2026-03-09', []],
        ['2026-03-10', RECORD],
        ['2026-03-20', RECORD],
        ['2026-03-21', []],
      ] as const)
        assert.deepEqual(await reach(day(worker, today), child), found, today)
    })

    test('a colleague whose last role has ended reaches nobody, though a relationship was left open', async () => {
      const worker = await council.addStaff('social_worker')
      const child = await addChild()
      await council.relate(worker, child, 'social_worker')
      await council.database.asOwner((query) =>
        sql`update role_held set ends_on = '2026-03-20' where person_id = ${worker.personId}`.execute(query),
      )
      assert.deepEqual(await reach(day(worker, '2026-03-20'), child), RECORD)
      assert.deepEqual(await reach(day(worker, '2026-03-21'), child), [])
    })

    test('a bar stands above relationship, team, break-glass and the roles that see everybody, while it lasts', async () => {
      const child = await addChild()
      const worker = await council.addStaff('social_worker')
      const manager = await council.addStaff('team_manager')
      const analyst = await council.addStaff('performance_analyst')
      const auditor = await council.addStaff('records_auditor')
      await council.addTeam(manager, [worker])
      await council.relate(worker, child, 'social_worker')
      const everybody = [worker, manager, analyst, auditor]
      for (const person of everybody) assert.ok((await reach(person, child)).length > 0)
      for (const person of everybody) await council.relate(person, child, 'barred', '2026-07-01', '2026-07-31')
      for (const person of everybody) {
        for (const today of ['2026-07-01', '2026-07-31']) assert.deepEqual(await reach(day(person, today), child), [])
        for (const today of ['2026-06-30', '2026-08-01']) assert.ok((await reach(day(person, today), child)).length > 0)
      }
      assert.equal(await openRecord(manager, child), false)
      assert.equal(await openRecord(day(manager, '2026-06-30'), child), true)
      assert.deepEqual(await reach(manager, child), [], 'a glass broken before the bar opens nothing')
    })

    test('a barred person does not read who looked at the child, or that the glass was broken', async () => {
      const child = await addChild()
      const auditor = await council.addStaff('records_auditor')
      const worker = await council.addStaff('social_worker')
      assert.ok(await openRecord(worker, child))
      const looks = async () => [
        await countRows(council.database, auditor, 'audit', `child_id = '${child}'`),
        await countRows(council.database, auditor, 'break_glass', `child_id = '${child}'`),
      ]
      assert.deepEqual(await looks(), [1, 1])
      await council.relate(auditor, child, 'barred')
      assert.deepEqual(await looks(), [0, 0])
    })

    test('a restricted child is there for named people alone: not for an analyst, a manager of the worker, or break-glass', async () => {
      const child = await addChild(true)
      const named = await council.addStaff('social_worker')
      const manager = await council.addStaff('team_manager')
      const analyst = await council.addStaff('performance_analyst')
      await council.addTeam(manager, [named])
      await council.relate(named, child, 'social_worker')
      assert.deepEqual(await reach(named, child), RECORD)
      for (const person of [manager, analyst]) assert.deepEqual(await reach(person, child), [])
      assert.equal(await openRecord(manager, child), false)
      const glass = sql`insert into break_glass (authority_id, person_id, child_id, reason)
        values (${manager.authorityId}, ${manager.personId}, ${child}, 'the night duty desk asked')`
      await council.database.asOwner((query) => glass.execute(query))
      assert.deepEqual(await reach(manager, child), [], 'not even where a row got in another way')
    })

    test('broken glass shows what is urgent and no more, to the one who broke it, until it closes', async () => {
      const child = await addChild()
      const worker = await council.addStaff('social_worker')
      const colleague = await council.addStaff('social_worker')
      assert.ok(await openRecord(worker, child))
      await council.state(child, {
        kind: 'conviction_year',
        startsOn: '2025-04-01',
        endsOn: '2026-03-31',
        data: { convicted: false },
      })
      assert.deepEqual(
        await reach(worker, child),
        RECORD.filter((table) => table !== 'relationship'),
      )
      assert.equal(await countRows(council.database, worker, 'current_conviction_year', `child_id = '${child}'`), 0)
      assert.deepEqual(await reach(colleague, child), [])
      await council.database.asOwner((query) =>
        sql`update break_glass set opened_at = opened_at - interval '24 hours', closes_at = clock_timestamp() where child_id = ${child}`.execute(
          query,
        ),
      )
      assert.deepEqual(await reach(worker, child), [])
    })

    test('the glass is broken by those who hold the right, for a stated reason, at most five times in a day', async () => {
      const child = await addChild()
      const worker = await council.addStaff('social_worker')
      for (const role of ['performance_analyst', 'board_member', 'administrator'] as const)
        assert.equal(await openRecord(await council.addStaff(role), child), false, role)
      assert.equal(await openRecord(worker, child, 'curious'), false)
      for (let time = 1; time <= 5; time += 1) assert.equal(await openRecord(worker, await addChild()), true)
      assert.equal(await openRecord(worker, child), false)
      const inPerson = sql`insert into break_glass (authority_id, person_id, child_id, reason)
        values (${worker.authorityId}, ${worker.personId}, ${child}, 'without being counted')`
      assert.equal(await attempt(council.database, worker, inPerson), 'refused')
    })

    test('a manager sees the children of their team and of the teams below, not those beside or above', async () => {
      const [head, manager, beside] = [
        await council.addStaff('service_manager'),
        await council.addStaff('team_manager'),
        await council.addStaff('team_manager'),
      ]
      const worker = await council.addStaff('social_worker')
      const above = await council.addTeam(head, [])
      await council.addTeam(manager, [worker], above)
      await council.addTeam(beside, [], above)
      const child = await addChild()
      await council.relate(worker, child, 'social_worker')
      assert.deepEqual(await reach(head, child), RECORD)
      assert.deepEqual(await reach(manager, child), RECORD)
      assert.deepEqual(await reach(beside, child), [])

      await council.database.asOwner((query) =>
        sql`update team_member set ends_on = '2026-07-09' where person_id = ${worker.personId}`.execute(query),
      )
      assert.deepEqual(await reach(day(manager, '2026-07-09'), child), RECORD)
      assert.deepEqual(await reach(day(manager, TODAY), child), [], 'the day after the worker left the team')
    })

    test('a person in a team who does not manage it sees nothing by it', async () => {
      const manager = await council.addStaff('team_manager')
      const colleague = await council.addStaff('team_manager')
      const worker = await council.addStaff('social_worker')
      await council.addTeam(manager, [worker, colleague])
      const child = await addChild()
      await council.relate(worker, child, 'social_worker')
      assert.deepEqual(await reach(colleague, child), [])
    })

    test('each role reads the groups it was given, one by one', async () => {
      const child = await addChild()
      const adviser = await council.addStaff('personal_adviser')
      await council.relate(adviser, child, 'personal_adviser')
      await council.state(child, { kind: 'missing', startsOn: '2026-01-01', endsOn: null, data: { type: 'M' } })
      await council.state(child, { kind: 'unaccompanied', startsOn: '2012-05-06', endsOn: null, data: {} })
      const read = await council.database.as(adviser, async (query) => {
        const { rows } = await sql<{
          kind: string
        }>`select kind from event where child_id = ${child} order by kind`.execute(query)
        return rows.map(({ kind }) => kind)
      })
      assert.deepEqual(read, ['characteristics', 'episode'])
    })
  })

  describe(`who reaches no child, on ${engine}`, () => {
    let world: TwoCouncils
    before(async () => {
      world = await makeTwoCouncils(engine)
    })
    after(async () => world?.database.close())

    test('a board member finds no child in any table or view, though named for one', async () => {
      const { database, ours } = world
      await ours.council.relate(ours.board, ours.kid, 'board_member')
      const { rows } = await database.asOwner((query) =>
        sql<{
          name: string
          column: string
        }>`select c.relname as name, a.attname as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
          where n.nspname = 'kept' and c.relkind in ('r', 'p', 'v') and has_column_privilege('kept_app', c.oid, a.attnum, 'SELECT')`.execute(
          query,
        ),
      )
      assert.ok(rows.some(({ name }) => name === 'current_episode'))
      for (const { name, column } of rows) {
        const has = await countRows(database, ours.board, name, `${column}::text like '%${ours.kid}%'`)
        assert.equal(has, 0, `${name}.${column}`)
      }
    })

    test('there is a view of each kind for those who may read the facts behind it, and for nobody else', async () => {
      const { database, ours } = world
      for (const kind of Object.keys(eventKinds)) {
        assert.equal(await countRows(database, ours.board, `current_${kind}`), 0, kind)
        assert.equal(await countRows(database, ours.stranger, `current_${kind}`), 0, kind)
      }
      assert.equal(await countRows(database, ours.worker, 'current_episode'), 1)
      assert.equal(await countRows(database, ours.analyst, 'current_episode'), 2)
    })

    test('directors, board members and administrators hold no right to a child’s record at all', () => {
      for (const role of ['director', 'board_member', 'administrator'] as const)
        assert.deepEqual(
          roles[role].grants.filter(({ resource }) => resource === 'child'),
          [],
        )
    })

    test('a child sees themselves and who works with them, and no other child', async () => {
      const { database, ours } = world
      assert.equal(await countRows(database, ours.child, 'person'), 1)
      assert.equal(await countRows(database, ours.child, 'event', `child_id <> '${ours.kid}'`), 0)
      assert.equal(await countRows(database, ours.child, 'event', `field_group not in ('identity', 'workers')`), 0)
      const name = (of: string) =>
        database.as(
          ours.child,
          async (query) => (await sql<{ name: string }>`select name from colleague_name(${of})`.execute(query)).rows,
        )
      assert.deepEqual(await name(ours.worker.personId), [{ name: 'Wren Example' }])
      assert.deepEqual(await name(ours.manager.personId), [])
    })

    test('a role in one council is nothing in the other', async () => {
      const { database, ours, theirs } = world
      const astray = { ...ours.analyst, authorityId: theirs.worker.authorityId }
      for (const table of ['person', 'event', 'plan', 'team', 'import_batch'])
        assert.equal(await countRows(database, astray, table), 0, table)
    })
  })
}
