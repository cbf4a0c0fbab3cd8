import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import { smallReturn, textFile } from '../../../../test/kit/return-files.ts'
import type { ReturnFile } from '../../../domain/ssda903/return.ts'
import { takeFiles } from '../take-files.command.ts'

const directory = (lines: string[], name = 'directory.csv') => textFile(name, lines)
const packed = (file: ReturnFile): ReturnFile => ({ ...file, name: `${file.name}.gz`, bytes: gzipSync(file.bytes) })
const short = ['pcds,lad,oseast1m,osnrth1m', 'ZX1 1AA,E07999901,465000,276000', 'ZX1 1AB,E07999901,465100,276100']

for (const engine of engines) {
  let made: TestCouncil
  before(async () => {
    made = await makeTestCouncil(engine)
  })
  after(() => made.close())
  const take = async (...files: ReturnFile[]) =>
    (await takeFiles(made.database, made.council, made.council.systemId, files)).reference!
  const readPostcodes = () =>
    made.database.as(made.system, async (query) => {
      const { rows } = await sql<{
        row: string
      }>`select concat_ws(' | ', postcode, district, easting, northing) as row from postcode order by 1`.execute(query)
      return rows.map(({ row }) => row)
    })

  test(`${engine}: a directory is taken at once, and again changes nothing`, async () => {
    const first = await take(directory(short))
    assert.deepEqual(first.taken, [{ file: 'directory.csv', kind: 'postcodes', rows: 2, changed: 2, unreadable: 0 }])
    assert.deepEqual(await readPostcodes(), [
      'ZX1 1AA | E07999901 | 465000 | 276000',
      'ZX1 1AB | E07999901 | 465100 | 276100',
    ])
    assert.equal((await take(packed(directory(short)))).taken[0]!.changed, 0)
  })

  test(`${engine}: the same postcode twice is no fault, and its last row is the one taken`, async () => {
    const { taken } = await take(directory([...short, 'ZX1 1AA,E07999902,465000,276000']))
    assert.equal(taken[0]!.changed, 1)
    assert.equal((await readPostcodes())[0], 'ZX1 1AA | E07999902 | 465000 | 276000')
  })

  test(`${engine}: rows that cannot be read are counted, and ended postcodes and those without a grid are kept`, async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `"ZX2 ${at % 10}A${'ABD'[Math.trunc(at / 10)]}","201901","E07999901",465000,276000`,
    )
    const { taken } = await take(
      directory([
        'pcds,doterm,oslaua,oseast1m,osnrth1m',
        ...rows,
        '"ZY9 9ZZ","","L93000001",,',
        '"?","","E07999901",1,2',
      ]),
    )
    assert.deepEqual(taken[0], { file: 'directory.csv', kind: 'postcodes', rows: 31, changed: 31, unreadable: 1 })
    assert.ok((await readPostcodes()).includes('ZY9 9ZZ | L93000001'))
  })

  const broken: { name: string; file: ReturnFile; says: RegExp }[] = [
    { name: 'no northing', file: directory(['pcds,lad,oseast1m', 'ZX5 1AA,E07999901,1']), says: /no column osnrth1m/ },
    { name: 'no rows', file: directory([short[0]!]), says: /no row that can be read/ },
    {
      name: 'rubbish under a good first line',
      file: directory([short[0]!, 'a,b,c,d', 'ZX5 1AA,E07999901,1,2', '%,,,']),
      says: /2 of 3 rows cannot be read/,
    },
    {
      name: 'cut off',
      file: { ...packed(directory(short)), bytes: packed(directory(short)).bytes.slice(0, -9) },
      says: /damaged or cut off/,
    },
    {
      name: 'districts without authority',
      file: textFile('l.csv', ['LTLA23CD,LTLA23NM', 'E07999901,Aldermarsh']),
      says: /no column UTLA23CD/,
    },
    {
      name: 'population without us',
      file: textFile('p.csv', [
        'time_period,old_la_code,new_la_code,age_group,population_estimate',
        '2024,1,E1,Children aged 0 to 17 years,5',
      ]),
      says: /no estimate of children aged 0 to 17 for Testshire/,
    },
  ]
  test(`${engine}: a broken file is refused before its first row is taken, and refuses the good ones beside it`, async () => {
    const before = await readPostcodes()
    for (const { name, file, says } of broken) {
      const set = await take(file, directory([short[0]!, 'ZX7 7AA,E07999901,1,2'], 'good.csv'))
      assert.equal(set.isRefused, true, name)
      assert.match(set.faults.map(({ message }) => message).join(), says, name)
    }
    assert.deepEqual(await readPostcodes(), before)
  })

  test(`${engine}: districts and our own population are taken, whatever year`, async () => {
    const heading = 'LTLA25CD,LTLA25NM,LTLA25NMW,UTLA25CD,UTLA25NM,UTLA25NMW,ObjectId'
    const columns = 'time_period,geographic_level,old_la_code,new_la_code,la_name,age_group,population_estimate'
    const row = (year: number, code: string, ages: string, children: string) =>
      `${year},Local authority,1,${code},T,${ages},${children}`
    const population = [
      row(2023, 'E10999998', 'Children aged 0 to 17 years', '50000'),
      row(2024, 'E10999998', 'Children aged 0 to 17 years', '51000'),
      row(2024, 'E10999998', 'Children aged 10 to 17 years', '9000'),
      row(2022, 'E10999998', 'Children aged 0 to 17 years', 'x'),
      row(2024, 'E10999997', 'Children aged 0 to 17 years', '70000'),
    ]
    const { taken } = await take(
      textFile('lookup.csv', [
        heading,
        'E07999901,Aldermarsh,,E10999998,Testshire,,1',
        'E06999901,"Sand, and Sea",,E06999901,Sea,,2',
      ]),
      textFile('population.csv', [columns, ...population]),
    )
    assert.deepEqual(
      taken.map(({ kind, changed }) => [kind, changed]),
      [
        ['districts', 2],
        ['population', 2],
      ],
    )
    await take(textFile('population.csv', [columns, row(2024, 'E10999998', 'Children aged 0 to 17 years', '51500')]))
    const rows = await made.database.as(made.system, async (query) => {
      const { rows } = await sql<{
        year: number
        children: number
      }>`select year, children from population_estimate order by year`.execute(query)
      return rows
    })
    assert.deepEqual(rows, [
      { year: 2023, children: 50000 },
      { year: 2024, children: 51500 },
    ])
  })

  test(`${engine}: a directory and a return come through the same door`, async () => {
    const taken = await takeFiles(made.database, made.council, made.council.systemId, [
      ...smallReturn(),
      directory(short),
    ])
    assert.equal(taken.isRefused, false)
    assert.equal(taken.reference?.taken[0]?.kind, 'postcodes')
    assert.notEqual(taken.returnId, null)
  })

  test(`${engine}: as two people, who may not take files in takes no postcode, district or population`, async () => {
    const worker = await made.addStaff('social_worker')
    const tries = [
      sql`select take_postcodes('ZX9 9AA	E07999901	1	2')`,
      sql`select take_districts('E07999909	X	E10999998')`,
      sql`insert into population_estimate (authority_id, year, children, source) values ((select authority()), 2030, 1, 'x')`,
    ]
    for (const attempt of tries) await assert.rejects(made.database.as(worker, (query) => attempt.execute(query)))
    const changed = await made.database.as(worker, (query) =>
      sql`update population_estimate set children = 1 returning year`.execute(query),
    )
    assert.equal(changed.rows.length, 0)
  })
}
