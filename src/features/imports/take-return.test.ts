import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { returnFile, smallReturn, textFile } from '../../../test/kit/return-files.ts'
import type { Actor } from '../../database/database.ts'
import type { ReturnFile } from '../../domain/ssda903/return.ts'
import { verifyLedger } from '../../shapes/event/ledger.store.ts'
import { acceptReturn, dropReturn } from './accept-return.command.ts'
import { findBatch, listBatches, listFindings } from './import.store.ts'
import { addCounts } from './summary.ts'
import { takeFiles } from './take-files.command.ts'

for (const engine of engines) {
  let made: TestCouncil
  let analyst: Actor
  let letter = 'A'

  /** Each test has children of its own: A1 and A2 become B1 and B2. */
  const start = async () => {
    letter = String.fromCharCode(letter.charCodeAt(0) + 1)
  }
  const asOwn = (file: ReturnFile): ReturnFile => {
    const text = new TextDecoder().decode(file.bytes).replaceAll(/^A(?=[12],)/gm, letter)
    return { ...file, bytes: new TextEncoder().encode(text) }
  }
  const take = (files: ReturnFile[]) => takeFiles(made.database, made.council, analyst.personId, files.map(asOwn))
  const check = async (files: ReturnFile[]) => (await take(files)).returnId!
  const accept = (id: string) => acceptReturn(made.database, made.council, analyst.personId, id)
  const totalsOf = async (id: string) => {
    const batch = await made.database.as(analyst, (query) => findBatch(query, id))
    return addCounts(batch!.summary.years!.map((year) => year.totals))
  }
  const countEvents = () =>
    made.database.as(analyst, async (query) => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from event e join identifier i on i.person_id = e.child_id
        where e.authority_id = (select authority()) and i.value like ${`${letter}%`}`.execute(query)
      return rows[0]!.n
    })

  before(async () => {
    made = await makeTestCouncil(engine)
    analyst = await made.addStaff('performance_analyst', 'Ana Lyst')
  })
  after(() => made.close())

  test(`${engine}: nothing reaches the record before it is accepted, and then all of it does`, async () => {
    const id = await check(smallReturn())
    assert.equal(await countEvents(), 0)
    assert.deepEqual(await totalsOf(id), { new: 9, changed: 0, ended: 0, unchanged: 0, withdrawn: 0, refused: 0 })
    // Two facts for each child and episode (its address), one for each review and worker.
    assert.deepEqual(await accept(id), { outcome: 'accepted', taken: 12 })
    assert.equal(await countEvents(), 12)
    assert.deepEqual(await verifyLedger(made.database, made.council.authorityId), [])
  })

  test(`${engine}: the same files again change nothing`, async () => {
    const id = await check(smallReturn())
    assert.deepEqual(await totalsOf(id), { new: 0, changed: 0, ended: 0, unchanged: 9, withdrawn: 0, refused: 0 })
    assert.deepEqual(await accept(id), { outcome: 'accepted', taken: 0 })
    assert.equal(await countEvents(), 12)
  })

  test(`${engine}: a set is accepted once, and a second acceptance says so`, async () => {
    const id = await check(smallReturn())
    await accept(id)
    const again = await accept(id)
    assert.ok(again.outcome === 'refused' && /accepted already/.test(again.why))
  })

  test(`${engine}: a corrected return supersedes with the reason “restated”, and the row before stays`, async () => {
    const id = await check(
      smallReturn({
        episodes: [
          'A1,10/06/2024,S,C2,N1,U4,PR1,,,,ZX1 1AA,ZX1 1AB,',
          'A2,02/07/2025,S,V2,N5,U6,PR1,20/12/2025,X1,CARPL,ZX1 2AA,ZX1 1AB,',
          'A2,20/12/2025,P,V2,N5,K2,PR4,15/03/2026,E4A,,ZX1 2AA,ZX1 3AB,SC123456',
        ],
      }),
    )
    const { changed, ended, unchanged } = await totalsOf(id)
    assert.deepEqual({ changed, ended, unchanged }, { changed: 1, ended: 1, unchanged: 7 })
    await accept(id)
    const rows = await made.database.as(analyst, async (query) => {
      const { rows } = await sql<{ reason: string; now: string; was: string }>`
        select n.reason, n.data->>'placement' as now, w.data->>'placement' as was from event n
          join event w on w.authority_id = n.authority_id and w.id = n.supersedes
        where n.authority_id = (select authority()) and n.kind = 'episode' and n.starts_on = '2024-06-10'`.execute(
        query,
      )
      return rows
    })
    assert.deepEqual(rows, [{ reason: 'restated', now: 'U4', was: 'U6' }])
  })

  test(`${engine}: a row that is no longer in the return is withdrawn with its reason, and comes back when stated again`, async () => {
    await start()
    await accept(await check(smallReturn()))
    const without = smallReturn({
      reviews: ['A1,03/05/2012,14/11/2025,PN1', 'A2,17/09/2014,29/07/2025,PN6'],
    })
    const id = await check(without)
    const { new: added, withdrawn } = await totalsOf(id)
    assert.deepEqual({ added, withdrawn }, { added: 1, withdrawn: 1 })
    await accept(id)
    assert.equal((await totalsOf(await check(without))).unchanged, 9)
    const back = await check(smallReturn())
    assert.deepEqual((({ new: n, withdrawn: w }) => ({ n, w }))(await totalsOf(back)), { n: 1, w: 1 })
    assert.equal((await accept(back)).outcome, 'accepted')
    assert.equal((await totalsOf(await check(smallReturn()))).unchanged, 9)
  })

  test(`${engine}: two years at once are taken as one, the later correcting the earlier`, async () => {
    await start()
    const earlier = [
      returnFile('Header', ['A1,F,03/05/2012,WBRI,,,'], 'h-2025.csv'),
      returnFile('Episodes', ['A1,10/06/2024,S,C2,N1,U6,PR1,,,,ZX1 1AA,ZX1 1AB,'], 'e-2025.csv'),
      returnFile('Reviews', ['A1,03/05/2012,14/11/2024,PN1'], 'r-2025.csv'),
    ].map((file) => ({ ...file, group: '2025' }))
    const later = smallReturn({
      episodes: [
        'A1,10/06/2024,S,C2,N1,U6,PR1,01/09/2025,E4A,,ZX1 1AA,ZX1 1AB,',
        'A2,02/07/2025,S,V2,N5,U6,PR1,,,,ZX1 2AA,ZX1 1AB,',
      ],
    }).map((file) => ({ ...file, group: '2026' }))
    const id = await check([...later, ...earlier])
    const batch = await made.database.as(analyst, (query) => findBatch(query, id))
    assert.deepEqual(batch!.years, [2025, 2026])
    assert.equal(batch!.summary.years![1]!.totals.ended, 1)
    assert.equal((await accept(id)).outcome, 'accepted')
    assert.deepEqual(await verifyLedger(made.database, made.council.authorityId), [])
    const again = await check([...later, ...earlier])
    const { new: added, changed, ended, withdrawn } = await totalsOf(again)
    assert.deepEqual([added, changed, ended, withdrawn], [0, 0, 0, 0])
  })

  test(`${engine}: a fault of a row refuses that row, and the good ones are taken`, async () => {
    await start()
    const id = await check(
      smallReturn({
        reviews: ['A1,03/05/2012,31/02/2026,PN1', 'A2,17/09/2014,28/07/2025,PN9', 'A2,17/09/2014,28/08/2025,PN1'],
      }),
    )
    const findings = await made.database.as(analyst, (query) => listFindings(query, id))
    const refused = findings.filter(({ severity }) => severity === 'row')
    assert.deepEqual(
      refused.map(({ table, line, column, value, childCode }) => [table, line, column, value, childCode]),
      [
        ['Reviews', 2, 'REVIEW', '31/02/2026', `${letter}1`],
        ['Reviews', 3, 'REVIEW_CODE', 'PN9', `${letter}2`],
      ],
    )
    assert.deepEqual(await accept(id), { outcome: 'accepted', taken: 11 })
  })

  test(`${engine}: a fault of a file refuses the set, lists what to fix, and leaves nothing`, async () => {
    await start()
    const files = [...smallReturn(), textFile('notes.csv', ['WHO,WHAT', 'A,B'])]
    const { returnId, isRefused } = await take(files)
    assert.equal(isRefused, true)
    await made.database.as(analyst, async (query) => {
      const findings = await listFindings(query, returnId!)
      assert.deepEqual(
        findings.map(({ severity, file }) => [severity, file]),
        [['file', 'notes.csv']],
      )
      const { rows } =
        await sql`select from import_row where authority_id = (select authority()) and batch_id = ${returnId}`.execute(
          query,
        )
      assert.equal(rows.length, 0)
    })
    const acceptance = await accept(returnId!)
    assert.ok(acceptance.outcome === 'refused' && /refused when they were checked/.test(acceptance.why))
    assert.equal(await countEvents(), 0)
  })

  test(`${engine}: what was checked against another record is not accepted`, async () => {
    await start()
    const first = await check(smallReturn())
    const second = await check(smallReturn())
    assert.equal((await accept(first)).outcome, 'accepted')
    const late = await accept(second)
    assert.ok(late.outcome === 'refused' && /changed after they were checked/.test(late.why))
    assert.equal(await countEvents(), 12)
  })

  test(`${engine}: a closed set cannot be accepted`, async () => {
    await start()
    const id = await check(smallReturn())
    assert.equal((await dropReturn(made.database, made.council, analyst.personId, id)).outcome, 'accepted')
    const acceptance = await accept(id)
    assert.ok(acceptance.outcome === 'refused' && /closed/.test(acceptance.why))
    assert.equal((await dropReturn(made.database, made.council, analyst.personId, id)).outcome, 'refused')
  })

  test(`${engine}: what a colleague corrected in Kept after the year stays, whatever that year's return says again`, async () => {
    await start()
    await accept(await check(smallReturn()))
    await made.database.as(made.system, (query) =>
      sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by, supersedes, reason)
        select authority_id, child_id, kind, starts_on, ends_on, data || '{"participation":"PN2"}', '{"form":"correction"}', '2026-07-10', ${made.system.personId}, id, 'minutes say so'
        from event where authority_id = (select authority()) and kind = 'review' and starts_on = '2025-11-14'
          and child_id = (select person_id from identifier where value = ${`${letter}1`})`.execute(query),
    )
    assert.equal((await totalsOf(await check(smallReturn()))).unchanged, 9)
  })

  test(`${engine}: a child missing from the year's Episodes is pointed out and keeps their record`, async () => {
    await start()
    await accept(await check(smallReturn()))
    const next = [
      returnFile('Header', ['A2,M,17/09/2014,BAFR,,,']),
      returnFile('Episodes', ['A2,20/12/2025,P,V2,N5,K2,PR4,15/06/2026,E4A,,ZX1 2AA,ZX1 3AB,SC123456']),
    ]
    const id = await check(next)
    const findings = await made.database.as(analyst, (query) => listFindings(query, id))
    const leftOut = findings.filter(({ severity, line }) => severity === 'warning' && line === null)
    assert.deepEqual(
      leftOut.flatMap(({ childCode }) => (childCode?.startsWith(letter) ? childCode : [])),
      [`${letter}1`],
    )
    assert.equal((await totalsOf(id)).withdrawn, 0)
  })

  test(`${engine}: real children's files do not go into a made-up council`, async () => {
    await start()
    const real = smallReturn({ episodes: ['A1,10/06/2024,S,C2,N1,U6,PR1,01/02/2026,E4A,,DE1 1AA,DE1 1AB,'] })
    const { isRefused } = await take(real)
    assert.equal(isRefused, true)
  })

  test(`${engine}: as two people, who may not take files in reads no set, row or finding of one`, async () => {
    await start()
    const id = await check(smallReturn({ reviews: ['A1,03/05/2012,31/02/2026,PN1'] }))
    const tables = ['import_batch', 'import_row', 'import_finding']
    const readAll = (actor: Actor) =>
      made.database.as(actor, async (query) => {
        const counts: number[] = []
        for (const table of tables) counts.push((await sql`select from ${sql.table(table)}`.execute(query)).rows.length)
        return { counts, batches: (await listBatches(query)).length, one: await findBatch(query, id) }
      })
    const mine = await readAll(analyst)
    assert.ok(mine.counts.every((count) => count > 0) && mine.one !== null)
    for (const role of ['social_worker', 'team_manager', 'board_member', 'administrator', 'records_auditor'] as const) {
      const other = await readAll(await made.addStaff(role, `Other ${role}`))
      assert.deepEqual(other, { counts: [0, 0, 0], batches: 0, one: null }, role)
    }
  })

  test(`${engine}: an analyst barred from a child sees nothing of that child in a set, and another analyst does`, async () => {
    await start()
    await accept(await check(smallReturn()))
    const childId = await made.database.as(analyst, async (query) => {
      const { rows } = await sql<{
        person_id: string
      }>`select person_id from identifier where value = ${`${letter}1`}`.execute(query)
      return rows[0]!.person_id
    })
    const kin = await made.addStaff('performance_analyst', 'Kin Example')
    await made.relate(kin, childId, 'barred')
    const id = await check(smallReturn({ reviews: ['A1,03/05/2012,31/02/2026,PN1', 'A2,17/09/2014,28/07/2025,PN9'] }))
    const codesSeenBy = (actor: Actor) =>
      made.database.as(actor, async (query) =>
        (await listFindings(query, id)).flatMap(({ severity, childCode }) =>
          severity === 'row' ? (childCode ?? []) : [],
        ),
      )
    assert.deepEqual(await codesSeenBy(analyst), [`${letter}1`, `${letter}2`])
    assert.deepEqual(await codesSeenBy(kin), [`${letter}2`])
  })
}
