import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attemptAsOwner } from '../../test/kit/attempt.ts'
import { engines, makePostgresDatabase, makeTestCouncil, type TestCouncil } from '../../test/kit/council.ts'
import { eventKinds } from '../domain/record/event-kinds.ts'
import { makeCouncil } from '../shapes/person/council.store.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

const MIGRATIONS = readdirSync(new URL('./migrations/', import.meta.url)).sort()

/** All that makes up the schema, as one text: tables with columns, checks, keys, indexes, policies, functions, triggers, views, rights. */
async function readSchema(database: Database): Promise<string> {
  return database.asOwner(async (query) => {
    const { rows } = await sql<{ line: string }>`
      select line from (
        select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
          from information_schema.columns where table_schema = 'kept'
        union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'kept'::regnamespace
        union all select 'index ' || indexdef from pg_indexes where schemaname = 'kept'
        union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies where schemaname = 'kept'
        union all select 'function ' || oid::regprocedure || ' ' || md5(prosrc) || ' ' || coalesce(proacl::text, '') from pg_proc where pronamespace = 'kept'::regnamespace
        union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
        union all select 'relation ' || relname || ' ' || relkind::text || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') || coalesce(reloptions::text, '')
          from pg_class where relnamespace = 'kept'::regnamespace) schema
      where line not like '%toast%' order by 1`.execute(query)
    return rows.map(({ line }) => line).join('\n')
  })
}

for (const engine of engines) {
  describe(`migrations, on ${engine}`, () => {
    const councils = new Map<'made-up' | 'real', TestCouncil>()
    after(async () => {
      for (const council of councils.values()) await council.close()
    })
    async function withCouncil(
      nature: 'made-up' | 'real',
      work: (council: TestCouncil) => Promise<void>,
    ): Promise<void> {
      if (!councils.has(nature)) councils.set(nature, await makeTestCouncil(engine, nature))
      await work(councils.get(nature)!)
    }
    const open = async () =>
      openDatabase(
        engine === 'embedded' ? { engine, folder: 'memory://' } : { engine, ...(await makePostgresDatabase()) },
      )

    test('all of them run once, in order; run again they change nothing', async () => {
      const database = await open()
      try {
        assert.deepEqual(await migrate(database), MIGRATIONS)
        const before = await readSchema(database)
        assert.ok(before.includes('policy event app_read'))
        assert.deepEqual(await migrate(database), [])
        assert.equal(await readSchema(database), before)
      } finally {
        await database.close()
      }
    })

    test('two that start at once take turns, and both find it done', async () => {
      const database = await open()
      try {
        await Promise.all([migrate(database), migrate(database)])
        assert.deepEqual(await migrate(database), [])
      } finally {
        await database.close()
      }
    })

    test('each kind of event has a view with plain columns, and row security holds through it', () =>
      withCouncil('made-up', async ({ database }) => {
        const { rows } = await database.asOwner((query) =>
          sql<{ name: string; options: string[] }>`select relname as name, reloptions as options from pg_class
            where relnamespace = 'kept'::regnamespace and relkind = 'v' and relname like 'current\\_%' order by 1`.execute(
            query,
          ),
        )
        assert.deepEqual(
          rows.map(({ name }) => name),
          Object.keys(eventKinds)
            .map((kind) => `current_${kind}`)
            .sort(),
        )
        for (const { name, options } of rows) assert.deepEqual(options, ['security_invoker=true'], name)
        const columns = await database.asOwner((query) =>
          sql<{
            name: string
          }>`select column_name as name from information_schema.columns where table_schema = 'kept' and table_name = 'current_episode'`.execute(
            query,
          ),
        )
        assert.ok(columns.rows.some(({ name }) => name === 'reason_for_new_episode'))
      }))

    test('an installation is made-up or real for life, and there is one of it', () =>
      withCouncil('real', async ({ database }) => {
        for (const [statement, gives] of [
          [sql`update installation set nature = 'made-up'`, 'P0001'],
          [sql`delete from installation`, 'P0001'],
          [sql`truncate installation`, 'P0001'],
          [sql`insert into installation (nature) values ('made-up')`, '23505'],
          [sql`insert into installation (only_row, nature) values (false, 'made-up')`, '23514'],
        ] as const)
          assert.equal(await attemptAsOwner(database, statement), gives)
        await assert.rejects(makeCouncil(database, { nature: 'made-up', name: 'Another', code: 'TS2', onsCode: null }))
      }))

    for (const [nature, gives] of [
      ['made-up', '1 rows'],
      ['real', 'P0001'],
    ] as const)
      test(`an entry of the sign-in picker beside a ${nature} council: ${gives}`, () =>
        withCouncil(nature, async ({ database, council }) => {
          const entry = sql`insert into picker_entry values (${council.authorityId}, 1, ${council.systemId}, 'A worker', 'Works.')`
          assert.equal(await attemptAsOwner(database, entry), gives)
        }))

    test('today is London’s: in July the day changes at 23:00 UTC, in January at midnight', () =>
      withCouncil('made-up', async ({ database, system }) => {
        const cases: [moment: string, day: string][] = [
          ['2026-07-01 22:59:59Z', '2026-07-01'],
          ['2026-07-01 23:00:00Z', '2026-07-02'],
          ['2026-07-01 23:30:00Z', '2026-07-02'],
          ['2026-01-01 23:59:59Z', '2026-01-01'],
          ['2026-01-02 00:00:00Z', '2026-01-02'],
          ['2026-03-29 00:59:59Z', '2026-03-29'],
          ['2026-10-24 23:30:00Z', '2026-10-25'],
          ['2026-10-25 23:30:00Z', '2026-10-25'],
        ]
        for (const [moment, day] of cases) {
          const said = await database.as(system, async (query) => {
            await sql`set local timezone = 'America/New_York'`.execute(query)
            return (await sql<{ day: string }>`select london_day(${moment}::timestamptz) as day`.execute(query))
              .rows[0]!.day
          })
          assert.equal(said, day, moment)
        }
      }))

    test('a day given to a piece of work is its today; the next one has the clock’s again', () =>
      withCouncil('made-up', async ({ database, system }) => {
        const today = (day?: string) =>
          database.as(
            { ...system, today: day },
            async (query) =>
              (
                await sql<{
                  day: string
                  clock: string
                }>`select today() as day, london_day(clock_timestamp()) as clock`.execute(query)
              ).rows[0]!,
          )
        assert.equal((await today('2019-02-28')).day, '2019-02-28')
        const { day, clock } = await today()
        assert.equal(day, clock)
      }))

    test('a look of a month that has no room yet is kept, and moves into its month when that is made', () =>
      withCouncil('made-up', async ({ database, council }) => {
        await database.asOwner((query) =>
          sql`insert into audit (authority_id, at, person_id, event) values (${council.authorityId}, '2031-05-31 23:59:59.999Z', ${council.systemId}, 'looked'),
            (${council.authorityId}, '2031-06-01 00:00Z', ${council.systemId}, 'looked')`.execute(query),
        )
        const count = (table: string) =>
          database.asOwner(
            async (query) =>
              (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(query)).rows[0]!.n,
          )
        assert.equal(await count('audit_rest'), 2)
        await database.asOwner((query) => sql`select make_audit_months('2031-05-20', 2)`.execute(query))
        assert.deepEqual(
          [await count('audit_rest'), await count('audit_2031_05'), await count('audit_2031_06'), await count('audit')],
          [0, 1, 1, 2],
        )
        const again = await database.asOwner((query) => sql`select make_audit_months('2031-05-20', 2)`.execute(query))
        assert.ok(again, 'made twice, it is there once')
      }))

    test('a directory or a population taken in moves the version of the figures on, and is seen when it is there', () =>
      withCouncil('made-up', async ({ database, system, council }) => {
        const version = () =>
          database.as(system, async (query) =>
            Number((await sql<{ v: string }>`select last_value as v from reference_version`.execute(query)).rows[0]!.v),
          )
        const start = await version()
        await database.as(system, (query) => sql`select take_postcodes(${'ZZ1 1AA\tE07999901\t1\t2'})`.execute(query))
        const then = await version()
        assert.ok(then > start)
        await database.as(system, (query) =>
          sql`insert into population_estimate values (${council.authorityId}, 2025, 50000, 'made up')`.execute(query),
        )
        assert.ok((await version()) > then)
      }))
  })
}
