import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkName } from './name-rule.ts'
import { readSource } from './source-file.ts'

const faultOf = (path: string) => checkName({ path, text: '' }).join()

test('every file is named for its job', () => {
  assert.deepEqual(readSource('{src,test,scripts}/**/*').flatMap(checkName), [])
})

const cases: [path: string, says: RegExp][] = [
  ['src/web/sayDate.ts', /small letters with hyphens/],
  ['src/features/Children/a.page.ts', /small letters with hyphens/],
  ['src/web/utils/date.ts', /"utils" says nothing/],
  ['src/web/helpers.ts', /"helpers" says nothing/],
  ['src/features/children/visit.service.ts', /"\.service" is not an ending we use/],
  ['src/features/children/visit.page.store.ts', /is not an ending we use/],
  ['src/domain/child/visit.store.ts', /belongs in src\/features/],
  ['scripts/bench.test.ts', /npm test looks for tests in src and test only/],
]
for (const [path, says] of cases) test(`${path} is refused`, () => assert.match(faultOf(path), says))

const good = ['src/features/children/visit.store.test.ts', 'src/web/theme/_card.scss', 'src/domain/child/age.test.ts']
for (const path of [...good, 'src/database/migrations/0001-people.sql', 'src/web/nunjucks.d.ts', 'README.md']) {
  test(`${path} is a good name`, () => assert.equal(faultOf(path), ''))
}
