import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { runKept as run } from '../../../test/kit/command.ts'
import { buildPack } from '../../domain/disclosure/build-pack.ts'
import { attackPack, checkPack } from './index.ts'

describe('the engine in a thread of its own', () => {
  for (const [size, seed] of [
    ['S', 9],
    ['M', 4],
    ['L', 2],
  ] as const)
    test(`a made-up pack of size ${size} is made safe, with the least hidden, and the attack finds nothing`, async () => {
      const { protection, audit } = await checkPack(buildPack(size, seed), { seconds: 60 })
      assert.equal(protection.pattern.claims, 'optimal')
      assert.deepEqual([audit.open, audit.hiddenForNothing, audit.contradiction], [[], [], false])
    })

  test('a pack too large for its time ends in time, safe, with its gap', async () => {
    const start = performance.now()
    const { protection, audit } = await checkPack(buildPack('XL', 1), { seconds: 1 })
    assert.equal(protection.outcome, 'safe')
    assert.deepEqual([audit.open, audit.hiddenForNothing], [[], []])
    assert.ok(protection.bound > 0 && protection.bound <= protection.weight)
    assert.ok(performance.now() - start < 120_000)
  })

  test('two packs at once are each done in a thread of their own', async () => {
    const checks = await Promise.all([1, 2].map((seed) => checkPack(buildPack('S', seed), { seconds: 20 })))
    assert.ok(checks.every(({ audit }) => audit.safe))
  })

  test('a pattern that hides too little is found open', async () => {
    const pack = buildPack('S', 1)
    const attack = await attackPack(pack, {
      format: 'sdc-pattern/1',
      hidden: [],
      hidden_percents: [],
      seconds: 0,
      claims: 'heuristic',
    })
    assert.ok(attack.open.length > 0 && !attack.safe)
  })
})

describe('kept disclosure', () => {
  let folder: string
  const kept = (words: string[]) => run(folder, words)
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kept-disclosure-'))
    await writeFile(join(folder, 'pack.json'), JSON.stringify(buildPack('S', 3)))
    await writeFile(
      join(folder, 'bad.json'),
      JSON.stringify({ format: 'sdc-pack/1', rule: { threshold: 5 }, cells: [{ id: 'a', value: 1.5 }] }),
    )
    await writeFile(join(folder, 'words.json'), 'no JSON')
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('solve gives a pattern that attack finds nothing in', async () => {
    const solved = await kept(['disclosure', 'solve', join(folder, 'pack.json'), '--time', '20', '--json'])
    assert.equal(solved.code, 0)
    const pattern = JSON.parse(solved.out)
    assert.deepEqual([pattern.format, pattern.claims, pattern.outcome], ['sdc-pattern/1', 'optimal', 'safe'])
    await writeFile(join(folder, 'pattern.json'), solved.out)
    const attacked = await kept([
      'disclosure',
      'attack',
      join(folder, 'pack.json'),
      join(folder, 'pattern.json'),
      '--json',
    ])
    const { safe, open, hiddenForNothing } = JSON.parse(attacked.out)
    assert.deepEqual([attacked.code, safe, open, hiddenForNothing], [0, true, [], []])
    assert.match((await kept(['disclosure', 'solve', join(folder, 'pack.json')])).out, /No safe pattern hides less/)
  })

  test('a file that is no pack is refused with a sentence that says what is wrong', async () => {
    for (const [file, words] of [
      ['bad.json', /is no pack:[\s\S]*cells\.0\.value/],
      ['words.json', /is not JSON/],
      ['none.json', /cannot be read/],
    ] as const) {
      const refused = await kept(['disclosure', 'solve', join(folder, file)])
      assert.equal(refused.code, 1)
      assert.match(refused.said, words)
    }
  })
})
