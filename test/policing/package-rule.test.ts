import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLock, checkReasons, checkVersions } from './package-rule.ts'
import { readOne } from './source-file.ts'

const manifest = JSON.parse(readOne('package.json').text)
const one = { dependencies: { zod: '4.6.7' }, devDependencies: {} }

test('every version is exact', () => assert.deepEqual(checkVersions(manifest), []))

test('every package has its reason in the record of dependencies', () => {
  assert.deepEqual(checkReasons(manifest, readOne('docs/decisions/0002-dependencies.md').text), [])
})

test('the lock is whole, agrees with package.json and names no registry', () => {
  assert.deepEqual(checkLock(manifest, JSON.parse(readOne('package-lock.json').text)), [])
})

for (const version of ['^4.6.7', '~4.6.7', '4.x', '*', 'latest']) {
  test(`the version ${version} is refused`, () => {
    const faults = checkVersions({ dependencies: { zod: version }, devDependencies: {} })
    assert.match(faults.join(), /Pin one exact version/)
  })
}

test('a package without a reason, and a reason without a package, are refused', () => {
  assert.match(checkReasons(one, '').join(), /zod has no line/)
  assert.match(checkReasons(one, '| `zod` | checks |\n| `gone` | was used |').join(), /lists gone/)
  assert.deepEqual(checkReasons(one, '| `zod` | checks |'), [])
})

test('a lock that disagrees, names a registry or misses an optional part is refused', () => {
  const root = { dependencies: { zod: '4.6.6' }, devDependencies: {} }
  const bad = {
    packages: {
      '': root,
      'node_modules/zod': { version: '4.6.6', resolved: 'somewhere', optionalDependencies: { 'zod-linux': '4.6.6' } },
    },
  }
  const faults = checkLock(one, bad).join('\n')
  assert.match(faults, /does not have zod as package\.json does/)
  assert.match(faults, /names a registry for node_modules\/zod/)
  assert.match(faults, /has no zod-linux/)
})
