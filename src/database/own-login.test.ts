import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { countRows } from '../../test/kit/attempt.ts'
import { makePostgresDatabase, TestCouncil } from '../../test/kit/council.ts'
import { startPostgres } from '../../test/kit/postgres.ts'
import { fillTwoCouncils, type TwoCouncils } from '../../test/kit/two-councils.ts'
import { verifyLedger } from '../shapes/event/ledger.store.ts'
import { makeCouncil } from '../shapes/person/council.store.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

describe('people with SQL, on PostgreSQL', { skip: !process.env.KEPT_TEST_POSTGRES }, () => {
  const login = `wren_${process.pid}`
  let url: string
  let world: TwoCouncils
  let superuser: pg.Client

  before(async () => {
    const made = await makePostgresDatabase()
    url = made.url
    const database = await openDatabase({ engine: 'postgresql', ...made })
    await migrate(database)
    const council = await makeCouncil(database, {
      nature: 'made-up',
      name: 'Testshire Council',
      code: 'TST',
      onsCode: null,
    })
    world = await fillTwoCouncils(new TestCouncil(database, council))
    superuser = new pg.Client({
      connectionString: Object.assign(new URL((await startPostgres()).superuserUrl), {
        pathname: new URL(url).pathname,
      }).href,
    })
    await superuser.connect()
    await superuser.query(`create role ${login} login; grant kept_app to ${login}`)
  })
  after(async () => {
    await superuser?.query(`drop owned by ${login}; drop role ${login}`)
    await superuser?.end()
    await world?.database.close()
  })

  async function as(user: string, work: (ask: (text: string) => Promise<unknown[]>) => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: Object.assign(new URL(url), { username: user }).href })
    await client.connect()
    try {
      await work(async (text) => (await client.query({ text, rowMode: 'array' })).rows.flat())
    } finally {
      await client.end()
    }
  }
  const name = (person: { authorityId: number; personId: string } | null) =>
    superuser.query(
      `delete from kept.sql_login where login = '${login}';
       ${person ? `insert into kept.sql_login values (${person.authorityId}, '${login}', '${person.personId}')` : ''}`,
    )
  const TABLES = [
    'person',
    'identifier',
    'relationship',
    'event',
    'current_episode',
    'team',
    'role_held',
    'audit',
    'break_glass',
    'import_row',
    'plan',
    'view',
    'view_reader',
    'view_answer',
    'view_reply',
    'view_draft',
    'theme_view',
    'verdict',
    'stored_file',
    'not_safe_message',
  ]

  test('the session of a person with SQL is named in no setting: a login that is nobody’s sees nothing', async () => {
    await name(null)
    await as(login, async (ask) => {
      for (const table of TABLES) assert.deepEqual(await ask(`select count(*)::int from kept.${table}`), [0], table)
    })
  })

  test('each sees by SQL exactly the rows that they see in Kept', async () => {
    for (const who of [
      'worker',
      'stranger',
      'manager',
      'head',
      'analyst',
      'auditor',
      'board',
      'duty',
      'child',
    ] as const) {
      const { authorityId, personId } = world.ours[who]
      await name(world.ours[who])
      await as(login, async (ask) => {
        for (const table of TABLES) {
          const inKept = await countRows(world.database, { authorityId, personId }, table)
          assert.deepEqual(await ask(`select count(*)::int from kept.${table}`), [inKept], `${who}: ${table}`)
        }
      })
    }
  })

  test('rules 6 and 7: what a child said is read by SQL by the one they chose, not by a manager, an analyst or an auditor; a draft by nobody', async () => {
    for (const [who, views] of [
      ['worker', 1],
      ['child', 1],
      ['manager', 0],
      ['head', 0],
      ['analyst', 0],
      ['auditor', 0],
      ['board', 0],
    ] as const) {
      await name(world.ours[who])
      await as(login, async (ask) => {
        assert.deepEqual(await ask('select count(*)::int from kept.view'), [views], who)
        assert.deepEqual(await ask('select count(*)::int from kept.inbox()'), [who === 'worker' ? 1 : 0], who)
        assert.deepEqual(await ask('select count(*)::int from kept.view_draft'), [who === 'child' ? 1 : 0], who)
      })
    }
  })

  test('a setting does not make them somebody else, nor another day', async () => {
    await name(world.ours.stranger)
    await as(login, async (ask) => {
      await ask(`select set_config('kept.person', '${world.ours.analyst.personId}', false), set_config('kept.authority', '${world.theirs.analyst.authorityId}', false),
        set_config('kept.today', '2019-01-01', false)`)
      assert.deepEqual(await ask('select kept.me(), kept.authority()'), [
        world.ours.stranger.personId,
        world.ours.stranger.authorityId,
      ])
      assert.deepEqual(await ask('select kept.today() > date $$2025-01-01$$'), [true])
      assert.deepEqual(await ask(`select count(*)::int from kept.event`), [0])
    })
  })

  test('a superuser is not the application: a setting makes nobody of them either', async () => {
    await superuser.query(`select set_config('kept.person', '${world.ours.analyst.personId}', false)`)
    assert.deepEqual((await superuser.query('select kept.me() as me, kept.is_application() as app')).rows, [
      { me: null, app: false },
    ])
  })

  test('they write what they may, under their own name, and it is sealed', async () => {
    await name(world.ours.worker)
    const { worker, manager, kid, otherKid } = world.ours
    const state = (
      child: string,
      by: string,
    ) => `insert into kept.event (authority_id, child_id, kind, starts_on, data, source, stated_on, recorded_by)
      values (${worker.authorityId}, '${child}', 'missing', '2026-01-01', '{"type":"M"}', '{"form":"SQL"}', '2026-01-02', '${by}')`
    await as(login, async (ask) => {
      await ask(state(kid, worker.personId))
      await assert.rejects(ask(state(otherKid, worker.personId)), { code: '42501' })
      await assert.rejects(ask(state(kid, manager.personId)), { code: '42501' })
    })
    assert.deepEqual(await verifyLedger(world.database, worker.authorityId), [])
  })

  test('a table, a function or an operator of their own does not get in the way of the rules', async () => {
    await name(world.ours.stranger)
    await as(login, async (ask) => {
      await ask(
        'create temporary table role_held (authority_id int, person_id uuid, role text, starts_on date, ends_on date)',
      )
      await ask(
        `insert into role_held values (${world.ours.stranger.authorityId}, '${world.ours.stranger.personId}', 'performance_analyst', '2020-01-01', null)`,
      )
      await ask('create temporary table sql_login (authority_id int, login text, person_id uuid)')
      await ask(
        `insert into sql_login values (${world.ours.analyst.authorityId}, '${login}', '${world.ours.analyst.personId}')`,
      )
      assert.deepEqual(await ask('select kept.me()'), [world.ours.stranger.personId])
      assert.deepEqual(await ask('select count(*)::int from kept.event'), [0])
      await assert.rejects(ask('create table kept.mine (a int)'), { code: '42501' })
      await assert.rejects(ask('create function kept.withheld(int) returns int language sql as $$select 1$$'), {
        code: '42501',
      })
    })
  })

  test('they become no other role, and do not call what is the door’s or the owner’s', async () => {
    await name(world.ours.worker)
    await as(login, async (ask) => {
      for (const role of ['kept_owner', 'kept_guard', 'kept_door', 'kept_login', 'postgres'])
        await assert.rejects(ask(`set role ${role}`), { code: '42501' }, role)
      for (const call of [
        "person_of_identity('a', 'b', 'c')",
        `person_at_door(1, '${world.ours.kid}')`,
        'council_at_door()',
        'picker()',
        'verify_seals(1)',
        "make_audit_months('2030-01-01', 1)",
      ])
        await assert.rejects(ask(`select * from kept.${call}`), { code: '42501' }, call)
      await assert.rejects(ask('alter table kept.event disable row level security'), { code: '42501' })
      await assert.rejects(ask('select * from kept.sql_login'), { code: '42501' })
    })
  })

  test('the application’s login is nothing by itself, and becomes the plain role or the door’s, and no other', async () => {
    await as('kept_login', async (ask) => {
      await assert.rejects(ask('select * from kept.person'), { code: '42501' })
      await ask('set role kept_app')
      await ask('set role kept_door')
      for (const role of ['kept_owner', 'kept_guard', 'postgres'])
        await assert.rejects(ask(`set role ${role}`), { code: '42501' }, role)
      await ask('reset role')
      assert.deepEqual(await ask('select current_user::text'), ['kept_login'])
      await assert.rejects(ask('set session authorization kept_owner'), { code: '42501' })
    })
  })

  test('no role of Kept is a superuser, makes roles, or passes by row security', async () => {
    const { rows } = await superuser.query(
      `select rolname from pg_roles where rolname like 'kept%' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`,
    )
    assert.deepEqual(rows, [])
  })
})
