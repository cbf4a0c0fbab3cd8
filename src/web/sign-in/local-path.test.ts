import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './local-path.ts'

const cases: [to: unknown, path: string][] = [
  ['/', '/'],
  ['/children', '/children'],
  ['/children?find=ash&page=2', '/children?find=ash&page=2'],
  ['/figures/M20?to=//evil.example', '/figures/M20?to=//evil.example'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/children\\..', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  [' /children', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['children', '/'],
  ['', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  ['/sign-in', '/'],
  ['/sign-out', '/'],
  ['/sign-ins', '/sign-ins'],
  [`/${'a'.repeat(999)}`, `/${'a'.repeat(999)}`],
  [`/${'a'.repeat(1000)}`, '/'],
]

for (const [to, path] of cases) {
  test(`${JSON.stringify(to)?.slice(0, 40)} leads to ${path.slice(0, 40)}`, () => assert.equal(localPath(to), path))
}
