import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attemptAsOwner } from '../../../test/kit/attempt.ts'
import { engines, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Query } from '../../database/database.ts'
import { readHead, verifyLedger } from './ledger.store.ts'

class TakenBack extends Error {}

/** What somebody could do who owns the database, and what `kept verify` then says. */
const TAMPERINGS: [string, string, RegExp][] = [
  ['a date changed', `update event set starts_on = '2000-01-01' where id = $id`, /was changed after it was sealed/],
  ['an end put in', `update event set ends_on = '2025-12-31' where id = $id`, /was changed after it was sealed/],
  [
    'the words changed',
    `update event set data = data || '{"legalStatus":"E1"}' where id = $id`,
    /the words of event .* do not match/,
  ],
  [
    'the words changed with their hash',
    `update event set data = '{}', payload_hash = payload_hash(salt, '{}') where id = $id`,
    /was changed after it was sealed/,
  ],
  [
    'the words taken away',
    `update event set data = '{}', salt = '' where id = $id`,
    /the words of event .* do not match/,
  ],
  ['who recorded it', `update event set recorded_by = child_id where id = $id`, /was changed after it was sealed/],
  [
    'when it was recorded',
    `update event set recorded_at = recorded_at - interval '1 microsecond' where id = $id`,
    /was changed after it was sealed/,
  ],
  [
    'given to another child',
    `update event set child_id = recorded_by where id = $id`,
    /was changed after it was sealed/,
  ],
  [
    'put under another seal',
    `update event set seal_number = seal_number - 1 where id = $id`,
    /do not name the same moment/,
  ],
  ['opened to another group', `update event set field_group = 'identity' where id = $id`, /filed under another group/],
  ['taken out', `delete from event where id = $id`, /is gone/],
  [
    'put in',
    `insert into event select (jsonb_populate_record(e, '{"id":"00000000-0000-4000-8000-0000000000aa"}')).* from event e where id = $id`,
    /was never sealed/,
  ],
  [
    'the last seal and its events cut off',
    `delete from event where seal_number = $last; delete from seal where number = $last`,
    /the newest seals are missing/,
  ],
  [
    'a seal in the middle cut out',
    `delete from event where seal_number = 2; delete from seal where number = 2`,
    /seal 2 is missing/,
  ],
  [
    'a seal dated otherwise',
    `update seal set sealed_at = sealed_at - interval '1 day' where number = 2`,
    /do not name the same moment/,
  ],
  [
    'a seal rewritten',
    `update seal set leaves = array[sha256('x')] where number = 2`,
    /does not follow from the one before/,
  ],
  [
    'a seal turned to another past',
    `update seal set previous = sha256('x') where number = 2`,
    /does not follow from the one before/,
  ],
]

for (const engine of engines) {
  describe(`kept verify, on ${engine}`, () => {
    let council: TestCouncil
    let id: string
    before(async () => {
      council = await makeTestCouncil(engine)
      const kid = await council.addChild({ code: 'K1' })
      for (const month of ['01', '02', '03']) id = await council.state(kid, episode(`2025-${month}-01`))
      id = await council.state(kid, episode('2025-04-01'))
      await council.state(kid, episode('2025-05-01'))
    })
    after(async () => council?.close())

    const verify = (head?: string) => verifyLedger(council.database, council.council.authorityId, head)

    /** Tampers as the owner, with the triggers off and no foreign key in the way, looks, and takes it back. */
    async function tamper(statements: string): Promise<string[]> {
      const faults: string[] = []
      const work = async (query: Query) => {
        for (const table of ['event', 'seal']) await sql.raw(`alter table ${table} disable trigger user`).execute(query)
        await sql`alter table event drop constraint event_authority_id_child_id_fkey`.execute(query)
        const last = (await sql<{ n: string }>`select max(number)::text as n from seal`.execute(query)).rows[0]!.n
        for (const statement of statements.replaceAll('$id', `'${id}'`).replaceAll('$last', last).split(';'))
          await sql.raw(statement).execute(query)
        const found = await sql<{
          fault: string
        }>`select fault from verify_seals(${council.council.authorityId})`.execute(query)
        faults.push(...found.rows.map(({ fault }) => fault))
        throw new TakenBack()
      }
      await assert.rejects(council.database.asOwner(work), TakenBack)
      return faults
    }

    test('a record that nobody touched is whole', async () => {
      assert.deepEqual(await verify(), [])
    })

    for (const [what, statements, finds] of TAMPERINGS) {
      test(`${what}: found`, async () => {
        const faults = await tamper(statements)
        assert.ok(
          faults.some((fault) => finds.test(fault)),
          JSON.stringify(faults),
        )
      })
    }

    test('the owner of the tables does not change, delete or empty the record while its triggers stand', async () => {
      for (const table of ['event', 'seal']) {
        for (const statement of [
          sql`update ${sql.table(table)} set authority_id = authority_id`,
          sql`delete from ${sql.table(table)}`,
          sql`truncate ${sql.table(table)} cascade`,
        ])
          assert.equal(await attemptAsOwner(council.database, statement), 'P0001')
      }
    })

    test('a head written down earlier is found while the chain goes on, and missed once the chain was made anew', async () => {
      const { hash } = await readHead(council.database, council.council.authorityId)
      assert.deepEqual(await verify(hash), [])
      const kid = await council.addChild({ code: 'K2' })
      await council.state(kid, episode('2025-06-01'))
      assert.deepEqual(await verify(hash), [])
      const remade = await makeTestCouncil(engine)
      try {
        await remade.state(await remade.addChild({ code: 'K1' }), episode('2025-01-01'))
        const faults = await verifyLedger(remade.database, remade.council.authorityId, hash)
        assert.deepEqual(
          faults.map(({ fault }) => fault),
          ['the head given is not in the chain: seals were cut off or rewritten'],
        )
      } finally {
        await remade.close()
      }
    })

    test('a tail cut off together with its head is found by the head written down, and by nothing else', async () => {
      const authorityId = council.council.authorityId
      const { hash, number } = await readHead(council.database, authorityId)
      await council.database.asOwner(async (query) => {
        for (const table of ['event', 'seal']) await sql.raw(`alter table ${table} disable trigger user`).execute(query)
        await sql`delete from event where seal_number = ${number}`.execute(query)
        await sql`delete from seal where number = ${number}`.execute(query)
        await sql`update seal_head set (number, hash) = (select number, hash from seal order by number desc limit 1)`.execute(
          query,
        )
        for (const table of ['event', 'seal']) await sql.raw(`alter table ${table} enable trigger user`).execute(query)
      })
      assert.deepEqual(await verify(), [])
      assert.match((await verify(hash))[0]!.fault, /not in the chain/)
    })
  })
}
