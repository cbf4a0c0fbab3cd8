// Long because one backup is tried whole, damaged in every way it can be, and into both engines.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { engines, episode, makePostgresDatabase, type TestCouncil } from '../../test/kit/council.ts'
import { makeTwoCouncils, type TwoCouncils } from '../../test/kit/two-councils.ts'
import { correctEvent, findEvent, readHead, verifyLedger } from '../shapes/event/ledger.store.ts'
import { BACKED_UP, NOT_BACKED_UP, readBackup, writeBackup } from './backup.ts'
import { type Database, openDatabase } from './database.ts'
import { hashOfFile, readStoredFile, writeStoredFile } from './file-folder.ts'
import { migrate } from './migrate.ts'

type Engine = (typeof engines)[number]

async function openEmpty(engine: Engine): Promise<Database> {
  const database = await openDatabase(
    engine === 'embedded' ? { engine, folder: 'memory://' } : { engine, ...(await makePostgresDatabase()) },
  )
  await migrate(database)
  return database
}

async function inEmpty(engine: Engine, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openEmpty(engine)
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

/** Every row of every table, as text. */
async function readAll(database: Database): Promise<Record<string, string[]>> {
  return database.asOwner(async (query) => {
    const all: Record<string, string[]> = {}
    for (const table of BACKED_UP) {
      const { rows } = await sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(query)
      all[table] = rows.map(({ row }) => row)
    }
    return all
  })
}

async function countAll(database: Database): Promise<number> {
  const all = await readAll(database)
  // The version of the reference data is there from the first migration.
  return Object.entries(all).reduce((sum, [table, rows]) => sum + (table === 'reference_version' ? 0 : rows.length), 0)
}

for (const engine of engines) {
  const other: Engine = engines.find((each) => each !== engine) ?? engine

  describe(`backup, from ${engine}`, () => {
    let world: TwoCouncils
    let folder: string
    let file: string
    let picture: Buffer
    const lost: string[] = []
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'kept-backup-'))
      file = join(folder, 'backup.gz')
      world = await makeTwoCouncils(engine)
      await writeMuch(world)
      picture = Buffer.alloc(2_000_000, 'a picture larger than one part')
      await keepStored(world, join(folder, 'files'), picture)
      await writeBackup(world.database, file, join(folder, 'files'), (name) => lost.push(name))
    })
    after(async () => {
      await world?.database.close()
      await rm(folder, { recursive: true, force: true })
    })

    test('every table of the schema is backed up, or says why not', async () => {
      const { rows } = await world.database.asOwner((query) =>
        sql<{
          name: string
        }>`select relname as name from pg_class where relnamespace = 'kept'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`.execute(
          query,
        ),
      )
      assert.deepEqual(
        rows.map(({ name }) => name),
        [...BACKED_UP, ...Object.keys(NOT_BACKED_UP)].sort(),
      )
    })

    test('the file is for its owner alone, and nothing unfinished lies beside it', async () => {
      assert.equal((await stat(file)).mode & 0o777, 0o600)
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.includes('unfinished')),
        [],
      )
    })

    test('pictures and papers are in the file too; those whose bytes are gone are named, and stop nothing', async () => {
      const { rows } = await world.database.asOwner((query) =>
        sql<{ name: string }>`select name from stored_file where name <> ${PICTURE} order by 1`.execute(query),
      )
      assert.notEqual(lost.length, 0)
      assert.deepEqual(
        lost.sort(),
        rows.map(({ name }) => name),
      )
    })

    for (const to of new Set([engine, other])) {
      test(`restored into an empty ${to} database: the same rows in every table, whole, and it goes on from there`, () =>
        inEmpty(to, async (database) => {
          await readBackup(database, file, join(folder, 'restored'))
          assert.deepEqual(await readAll(database), await readAll(world.database))
          assert.deepEqual(await readStoredFile(join(folder, 'restored'), PICTURE), picture)
          assert.equal((await stat(join(folder, 'restored', PICTURE))).mode & 0o777, 0o600)
          assert.deepEqual(await readdir(join(folder, 'restored')), [PICTURE])
          for (const place of [world.ours, world.theirs]) {
            const { authorityId } = place.council.council
            assert.deepEqual(await verifyLedger(database, authorityId), [])
            assert.deepEqual(await readHead(database, authorityId), await readHead(world.database, authorityId))
          }
          await stateIn(database, world.ours.council, world.ours.kid)
          assert.deepEqual(await verifyLedger(database, world.ours.council.council.authorityId), [])
          const { rows } = await database.asOwner((query) =>
            sql<{
              id: number
            }>`insert into authority (code, name) values ('TS3', 'Third Council') returning authority_id as id`.execute(
              query,
            ),
          )
          assert.ok(rows[0]!.id > world.theirs.council.council.authorityId)
          await assert.rejects(
            database.asOwner((query) => sql`update event set starts_on = '2000-01-01'`.execute(query)),
            /append-only/,
          )
        }))
    }

    test('a backup made while the council writes holds each statement whole or not at all, and each finishes', async () => {
      const { database, ours } = world
      let isDone = false
      let written = 0
      const writing = (async () => {
        while (!isDone && written < 200) {
          await ours.council.state(ours.kid, episode('2024-05-01'))
          written += 1
        }
      })()
      const during = join(folder, 'during.gz')
      const counts = await writeBackup(database, during, join(folder, 'files'), () => {}).finally(() => {
        isDone = true
      })
      await writing
      assert.ok(written > 0)
      await inEmpty(engine, async (restored) => {
        await readBackup(restored, during, join(folder, 'restored during'))
        assert.deepEqual(await verifyLedger(restored, ours.council.council.authorityId), [])
        const { event, seal } = await readAll(restored)
        assert.deepEqual([event!.length, seal!.length], [counts.event, counts.seal])
      })
      await ours.council.state(ours.kid, episode('2024-06-01'))
    })

    const lines = async () =>
      gunzipSync(await readFile(file))
        .toString()
        .split('\n')
    const zipped = (text: string[]) => gzipSync(text.join('\n'))
    const faulty: [string, () => Promise<Buffer>, RegExp][] = [
      ['cut off in the middle', async () => (await readFile(file)).subarray(0, 2000), /ends too soon/],
      ['cut off by its last byte', async () => (await readFile(file)).subarray(0, -1), /ends too soon/],
      ['without its last line', async () => zipped([...(await lines()).slice(0, -2), '']), /ends too soon/],
      [
        'cut off in the middle of a line',
        async () => gzipSync((await lines()).join('\n').slice(0, -9)),
        /ends too soon/,
      ],
      ['empty', async () => Buffer.alloc(0), /not a backup|ends too soon/],
      ['with one byte changed', async () => changeByte(await readFile(file)), /damaged/],
      [
        'with a row that is no row',
        async () => zipped((await lines()).map((line) => (line.includes('"Our pledge"') ? line.slice(1) : line))),
        /rows of plan cannot be read/,
      ],
      ['not compressed', async () => Buffer.from((await lines()).join('\n')), /not a backup/],
      ['compressed, but something else', async () => zipped(['Dear Sir,', 'nothing']), /not a backup/],
      [
        'of another format',
        async () => zipped(['{"kept":2,"heads":[],"migrations":[]}', '{"end":{}}', '']),
        /not a backup/,
      ],
      [
        'of a newer release',
        async () =>
          zipped(
            (await lines()).map((line, n) => (n === 0 ? line.replace('"0001-council.sql"', '"9999-later.sql"') : line)),
          ),
        /newer release/,
      ],
      [
        'with a table nobody knows',
        async () => zipped((await lines()).map((line) => line.replace('{"table":"plan"}', '{"table":"plane"}'))),
        /does not know: plane/,
      ],
      [
        'with a row taken out',
        async () => zipped((await lines()).filter((line) => !line.includes('"Begun in May"'))),
        /item_update should hold/,
      ],
      [
        'with something after its end',
        async () => zipped([...(await lines()).slice(0, -1), '{}', '']),
        /something after its end/,
      ],
      [
        'with a fact changed',
        async () => zipped((await lines()).map((line) => line.replace('"legalStatus": "C2"', '"legalStatus": "E1"'))),
        /not whole.*do not match/,
      ],
      [
        'with a picture exchanged',
        async () =>
          zipped((await lines()).map((line) => (line.startsWith('"YSBw') ? line.replace('"YSBw', '"ZSBw') : line))),
        /picture or paper in it was changed/,
      ],
      [
        'without its picture',
        async () =>
          zipped((await lines()).filter((line) => !line.startsWith('"') && !line.startsWith('{"table":"file '))),
        /picture or paper is missing/,
      ],
      [
        'with another head',
        async () =>
          zipped(
            (await lines()).map((line, n) =>
              n === 0 ? line.replace(/"hash":"(..)/, (_, two) => `"hash":"${two === '00' ? '11' : '00'}`) : line,
            ),
          ),
        /newest seals/,
      ],
    ]
    test('a file that is not whole and true is refused with the reason, and nothing of it is kept', () =>
      inEmpty(engine, async (database) => {
        for (const [what, make, says] of faulty) {
          const path = join(folder, 'faulty.gz')
          await writeFile(path, await make())
          await assert.rejects(readBackup(database, path, join(folder, 'faulty')), says, what)
          assert.equal(await countAll(database), 0, what)
          assert.equal(existsSync(join(folder, 'faulty')), false, what)
        }
        await assert.rejects(readBackup(database, join(folder, 'nowhere.gz'), join(folder, 'faulty')), /ENOENT/)
        await readBackup(database, file, join(folder, 'restored'))
        assert.deepEqual(
          await verifyLedger(database, world.ours.council.council.authorityId),
          [],
          'then the whole one goes in',
        )
      }))

    test('a council that is there is not written over', async () => {
      const before = await readAll(world.database)
      await assert.rejects(readBackup(world.database, file, join(folder, 'faulty')))
      assert.deepEqual(await readAll(world.database), before)
      await stateIn(world.database, world.ours.council, world.ours.kid)
    })

    test('a backup that cannot be written leaves nothing behind', async () => {
      const nowhere = join(folder, 'no-such-folder', 'backup.gz')
      await assert.rejects(
        writeBackup(world.database, nowhere, join(folder, 'files'), () => {}),
        { code: 'ENOENT' },
      )
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.includes('unfinished')),
        [],
      )
      await stateIn(world.database, world.ours.council, world.ours.kid)
    })
  })
}

const PICTURE = 'a'.repeat(32)

async function keepStored({ database, ours }: TwoCouncils, files: string, bytes: Buffer): Promise<void> {
  await writeStoredFile(files, PICTURE, bytes)
  await database.as(ours.worker, (query) =>
    sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref)
      values (${ours.worker.authorityId}, ${PICTURE}, 'image/jpeg', ${bytes.length}, ${hashOfFile(bytes)}, 'picture', ${ours.worker.personId})`.execute(
      query,
    ),
  )
}

async function stateIn(database: Database, council: TestCouncil, kid: string): Promise<void> {
  await database.as(council.system, (query) =>
    sql`insert into event (authority_id, child_id, kind, starts_on, data, source, stated_on, recorded_by)
      values (${council.council.authorityId}, ${kid}, 'missing', '2026-01-01', '{"type":"M"}', '{}', '2026-01-02', ${council.council.systemId})`.execute(
      query,
    ),
  )
}

/** More rows than go into one parcel, some of them a fact and its correction in one statement, and a look of long ago. */
async function writeMuch({ database, ours }: TwoCouncils): Promise<void> {
  const { authorityId, systemId } = ours.council.council
  await database.as(ours.system, (query) =>
    sql`with id as (select n, gen_random_uuid() as fact, gen_random_uuid() as correction from generate_series(1, 1500) n)
      insert into event (authority_id, id, child_id, kind, starts_on, data, source, stated_on, recorded_by, supersedes, reason)
      select ${authorityId}::int, case when is_fact then fact else correction end, ${ours.kid}::uuid, 'missing', '2015-01-01'::date + n, '{"type":"M"}', '{}', '2026-01-02'::date, ${systemId}::uuid,
        case when not is_fact then fact end, case when not is_fact then 'restated' end
      from id cross join (values (false), (true)) as v(is_fact) order by is_fact, n`.execute(query),
  )
  await database.as(ours.worker, async (query) => {
    const event = (await findEvent(query, ours.kid, ours.kidEvent))!
    await correctEvent(query, ours.worker, {
      event,
      fact: null,
      reason: 'it “never” happened\nat all',
      statedOn: '2026-02-28',
    })
  })
  await database.asOwner((query) =>
    sql`insert into audit (authority_id, at, person_id, event) select ${authorityId}::int, '2020-01-15'::timestamptz + n * interval '1 month', ${systemId}::uuid, 'looked'
      from generate_series(0, 30) n`.execute(query),
  )
}

function changeByte(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed[Math.trunc(bytes.length / 2)]! ^= 0xff
  return changed
}
