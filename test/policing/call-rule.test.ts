import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCalls } from './call-rule.ts'
import { readSource } from './source-file.ts'

const faultOf = (path: string, text: string) => checkCalls({ path, text }).join()

test('clock, chance, environment and SQL text are used only where they belong', () => {
  assert.deepEqual(readSource('src/**/*.ts').flatMap(checkCalls), [])
})

const refused: [path: string, text: string, says: RegExp][] = [
  ['src/shapes/event/a.store.ts', 'sql.raw(text)', /a\.store\.ts:1: text that becomes SQL/],
  ['src/web/a.ts', 'await database.exec(text)', /run only in src\/database/],
  ['src/web/a.ts', '\nconst port = process.env.PORT', /a\.ts:2: only src\/config\.ts reads the environment/],
  ['src/domain/a.ts', 'const today = new Date()', /today is an argument/],
  ['src/domain/a.ts', 'Temporal.Now.plainDateISO()', /today is an argument/],
  ['src/domain/a.test.ts', 'Date.now()', /today is an argument/],
  ['src/domain/a.ts', 'Math.random()', /no chance in it/],
  ['src/demo-data/a.ts', 'Math.random()', /seeded/],
]
for (const [path, text, says] of refused) {
  test(`${text.trim()} is refused in ${path}`, () => assert.match(faultOf(path, text), says))
}

const allowed: [path: string, text: string][] = [
  ['src/database/migrate.ts', 'await database.exec(text)'],
  ['src/config.ts', 'process.env.PORT'],
  ['src/web/a.test.ts', 'process.env.KEPT_DATA'],
  ['src/web/session.ts', 'new Date()'],
  ['src/domain/a.ts', '// never new Date() here'],
  ['src/domain/a.ts', '/^a$/.exec(text)'],
]
for (const [path, text] of allowed) test(`${text} is fine in ${path}`, () => assert.equal(faultOf(path, text), ''))
