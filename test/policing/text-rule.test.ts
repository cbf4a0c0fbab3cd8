import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource } from './source-file.ts'
import { checkLength, checkWords } from './text-rule.ts'

test('no file is over 300 lines without saying why', () => {
  assert.deepEqual(readSource('{src,test,scripts}/**/*').flatMap(checkLength), [])
})

test('nothing is left to do, and no file knows one machine', () => {
  const files = readSource('{src,test,scripts,docs,.ci}/**/*').concat(readSource('*.{md,json,ts}'))
  assert.deepEqual(files.filter(({ path }) => isText(path)).flatMap(checkWords), [])
})

function isText(path: string): boolean {
  return !/\.(png|jpg|woff2?|ico|gz|zip|pdf)$/.test(path)
}

for (const [lines, start, isFine] of [
  [300, '', true],
  [301, '', false],
  [301, '/** Long because the codes are one table of the return. */', true],
] as const) {
  test(`${lines} lines${start ? ' that say why' : ''} ${isFine ? 'pass' : 'fail'}`, () => {
    const faults = checkLength({ path: 'src/a.ts', text: start + '\n'.repeat(lines) })
    assert.equal(faults.length, isFine ? 0 : 1)
  })
}

const bad = [
  `// ${'TO'}DO later`,
  `${'FIX'}ME`,
  `see /work/${'main'}/src`,
  `'/${'root'}/.npm'`,
  `../../${'shared'}/data/x`,
]
for (const text of bad) {
  test(`"${text}" is refused`, () => assert.match(checkWords({ path: 'docs/a.md', text }).join(), /^docs\/a\.md:1: /))
}

for (const text of ["import a from '../shared/calendar-date.ts'", 'the root/leaf', "'/homes/list'"]) {
  test(`"${text}" is fine`, () => assert.deepEqual(checkWords({ path: 'src/a.ts', text }), []))
}
