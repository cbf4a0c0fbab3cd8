import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runKept, temporaryFolder } from '../../test/kit/command.ts'

test('--help lists every command and setting on standard output', async (t) => {
  const { code, out } = await runKept(temporaryFolder(t), ['--help'])
  assert.equal(code, 0)
  for (const word of ['serve', 'demo', 'init', 'import', 'measures', 'verify', 'backup', 'restore', 'database'])
    assert.match(out, new RegExp(`^ {2}${word}\\b`, 'm'))
  assert.match(out, /KEPT_DATA/)
})

test('a word that is no command or option, or a value that cannot be, is refused with a sentence', async (t) => {
  const data = join(temporaryFolder(t), 'none')
  const cases: [words: string[], says: RegExp][] = [
    [['figures'], /Unknown command 'figures'/],
    [['verify', '--loud'], /Unknown option '--loud'\./],
    [['database', 'prepare', '--loud'], /Unknown option '--loud'\./],
    [['database', 'prepare', 'here'], /Give the address of the database/],
    [['measures', '--as-at', '31/03/2026'], /It is a day as yyyy-mm-dd/],
    [['measures', '--known-on', '2026-02-30'], /It is a day as yyyy-mm-dd/],
    [['import'], /Missing required argument 'paths'/],
    [['import', '.', '--year', '26'], /It is the year a return ends in/],
    [['init', '--council', 'X'], /Required option '--authority <number>' not specified/],
    [['init', '--council', 'X', '--authority', '83'], /three-digit number/],
    [['demo', '--children', '-1'], /whole number/],
    [['serve', '--port', '65536'], /A port is a whole number up to 65535/],
  ]
  for (const [words, says] of cases) {
    const { code, out, said } = await runKept(data, words)
    assert.equal(code, 1, `${words.join(' ')}: ${said}`)
    assert.match(said, says)
    assert.match(said, /`kept --help`|Give the address/)
    assert.equal(out, '')
  }
  assert.ok(!existsSync(data), 'nothing was made')
})

test('where there is no council a command says how to make one, and makes nothing', async (t) => {
  const data = join(temporaryFolder(t), 'none')
  const { code, said } = await runKept(data, ['measures'])
  assert.equal(code, 1)
  assert.match(said, /Make one with `kept init/)
  assert.ok(!existsSync(join(data, 'database')))
})

test('the made-up council is made at the size asked for, in a folder whose path is too long for a socket', async (t) => {
  const data = join(temporaryFolder(t), 'a-folder-with-a-long-name'.repeat(4), 'and-another-one'.repeat(6))
  mkdirSync(data, { recursive: true })
  const size = ['--children', '10', '--care-experienced', '5', '--years', '1', '--today', '2026-07-10']
  const made = await runKept(data, ['demo', ...size])
  assert.equal(made.code, 0, made.said)
  assert.match(made.said, /Exampleshire is ready/)
  const { out } = await runKept(data, ['measures', '--as-at', '2026-07-10', '--json'])
  assert.equal((JSON.parse(out) as { id: string; value: number }[]).find(({ id }) => id === 'M01')!.value, 10)
  const { code, said } = await runKept(data, ['verify'])
  assert.equal(code, 0, said)
})
