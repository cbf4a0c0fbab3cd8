import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkImports, importsOf } from './import-rule.ts'
import { readOne, readSource } from './source-file.ts'

const runtimePackages = new Set(Object.keys(JSON.parse(readOne('package.json').text).dependencies))

function faultOf(path: string, name: string): string {
  return checkImports({ path, text: `import { thing } from '${name}'\n` }, new Set(['zod', 'csv-parse', 'pg'])).join()
}

test('every import keeps to its boundary', () => {
  const faults = readSource('{src,test,scripts}/**/*.ts').flatMap((file) => checkImports(file, runtimePackages))
  assert.deepEqual(faults, [])
})

const refused: [path: string, name: string, says: RegExp][] = [
  ['src/domain/child/age.ts', '../../database/database.ts', /src\/domain is pure/],
  ['src/domain/child/age.ts', 'node:fs', /src\/domain is pure/],
  ['src/domain/child/age.ts', 'pg', /src\/domain is pure/],
  ['src/domain/child/age.ts', 'csv-parse', /src\/domain is pure/],
  ['src/domain/child/age.test.ts', '../../database/database.ts', /src\/domain is pure/],
  ['src/shapes/event/a.store.ts', '../../features/imports/index.ts', /shapes import domain, database and web only/],
  ['src/shapes/event/a.store.ts', '../../config.ts', /settings are passed in/],
  ['src/features/children/a.page.ts', '../imports/b.store.ts', /export it from src\/features\/imports\/index\.ts/],
  ['src/features/children/a.page.ts', '../../cli/kept.ts', /let app\.ts or a command pass/],
  ['src/features/children/a.page.ts', '../../app.ts', /a test gets it from test\/kit/],
  ['src/features/children/a.test.ts', '../../app.ts', /a test gets it from test\/kit/],
  ['test/journeys/a.test.ts', '../../src/app.ts', /a test gets it from test\/kit/],
  ['src/features/children/a.page.ts', '../../demo-data/family.ts', /let app\.ts or a command pass/],
  ['src/demo-data/a.ts', '../shapes/event/a.store.ts', /src\/features\/demonstration puts it/],
  ['src/database/a.ts', '../shapes/event/a.store.ts', /\.store\.ts file/],
  ['src/web/a.ts', '../features/children/index.ts', /knows none/],
  ['src/web/a.ts', '../../test/kit/child.ts', /does not import its tests/],
  ['src/web/a.ts', 'fast-check', /not under "dependencies"/],
  ['src/web/a.ts', '@scope/thing/part', /@scope\/thing is not under/],
]

for (const [path, name, says] of refused) {
  test(`${path} may not import ${name}`, () => assert.match(faultOf(path, name), says))
}

const allowed: [path: string, name: string][] = [
  ['src/domain/child/age.ts', '../shared/calendar-date.ts'],
  ['src/domain/child/age.ts', 'zod'],
  ['src/domain/ssda903/reader.ts', 'csv-parse/sync'],
  ['src/domain/child/age.test.ts', '../../../test/kit/child.ts'],
  ['src/features/children/a.page.ts', '../imports/index.ts'],
  ['src/features/children/a.page.ts', './b.store.ts'],
  ['src/features/demonstration/a.command.ts', '../../demo-data/family.ts'],
  ['src/features/children/a.store.test.ts', '../../../test/kit/postgres.ts'],
  ['src/cli/kept.ts', '../app.ts'],
  ['src/main.ts', './app.ts'],
  ['test/kit/app.ts', '../../src/app.ts'],
  ['src/database/a.ts', 'pg'],
  ['src/database/a.ts', 'node:fs'],
]

for (const [path, name] of allowed) {
  test(`${path} may import ${name}`, () => assert.equal(faultOf(path, name), ''))
}

test('every way of importing is seen, and a comment is not', () => {
  const text = `import a from './a.ts'
import type {
  B,
} from './b.ts'
export * from './c.ts'
import './d.ts'
const e = await import('./e.ts')
// import f from './f.ts'
/* import g from './g.ts' */
`
  assert.deepEqual(importsOf({ path: 'x.ts', text }).sort(), ['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts'])
})
