import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CoverageRow, checkCoverage, readCoverage } from './coverage-rule.ts'
import { readOne, readSource } from './source-file.ts'

const tests = new Map(readSource('{src,test}/**/*.test.ts').map(({ path, text }) => [path, text]))

test('rule 42: the coverage list is whole, and every row that works is proved by a test that exists', () => {
  assert.deepEqual(
    checkCoverage(readCoverage(readOne('docs/coverage.csv')), (path) => tests.get(path) ?? null),
    [],
  )
})

const rows: CoverageRow[] = Array.from({ length: 366 }, (_, index) => ({
  id: `D${index}`,
  for_whom: 'Children in our care',
  status: 'not yet',
  where: '',
  proved_by: '',
}))
const textOf = (path: string) => (path === 'src/a.test.ts' ? "test('the child\\'s record opens', …" : null)

function faultOf(change: Partial<CoverageRow>): string {
  return checkCoverage([{ ...rows[0]!, ...change }, ...rows.slice(1)], textOf).join()
}

const works = { status: 'works', where: 'scorecard', proved_by: "src/a.test.ts › the child's record opens" }

test('a row that works with a true proof passes', () => assert.equal(faultOf(works), ''))

const refused: [change: Partial<CoverageRow>, says: RegExp][] = [
  [{ ...works, proved_by: '' }, /no test proves it/],
  [{ ...works, where: '' }, /does not say in which page/],
  [{ ...works, for_whom: '' }, /names nobody/],
  [{ ...works, proved_by: 'src/b.test.ts › the record opens' }, /src\/b\.test\.ts is not there/],
  [{ ...works, proved_by: 'src/a.test.ts › the record closes' }, /no test called "the record closes"/],
  [{ ...works, proved_by: 'src/a.test.ts' }, /is not written/],
  [{ status: 'done' }, /is not one of works, partly, not yet/],
  [{ id: 'D1' }, /there twice/],
]
for (const [change, says] of refused) {
  test(`a row with ${JSON.stringify(change)} is refused`, () => assert.match(faultOf(change), says))
}

test('a missing row is refused', () => assert.match(checkCoverage(rows.slice(1), textOf).join(), /365 rows, not 366/))
