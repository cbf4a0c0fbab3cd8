import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runKept, temporaryFolder, writeReturns } from '../../test/kit/command.ts'
import { allMeasures } from '../domain/measures/all-measures.ts'

/** One real council taken through a council's first day, each step on what the step before left. */
const folder = temporaryFolder({ after })
const data = join(folder, 'council')
const returns = writeReturns(folder)
const kept = (...words: string[]) => runKept(data, words)
const importReturns = () => kept('import', returns[2025], returns[2026], '--yes', '--json')

before(async () => {
  const made = await kept('init', '--council', 'Testshire', '--authority', '999', '--area', 'E10999999')
  assert.equal(made.code, 0, made.said)
  assert.match(made.said, /Made Testshire\. It is empty, and real/)
})

test('the data folder opens for its owner alone', () => {
  assert.equal(statSync(data).mode & 0o777, 0o700)
})

test('a second council is not made over the first', async () => {
  for (const words of [['init', '--council', 'Other', '--authority', '998'], ['demo']]) {
    const { code, said } = await kept(...words)
    assert.equal(code, 1)
    assert.match(said, /There is a council here already, Testshire/)
  }
})

test('a return is taken in: JSON alone on standard output, what happened in words beside it', async () => {
  const { code, out, said } = await importReturns()
  assert.equal(code, 0, said)
  const answer = JSON.parse(out)
  assert.equal(answer.status, 'accepted')
  assert.deepEqual(
    answer.years.map(({ year }: { year: number }) => year),
    [2025, 2026],
  )
  assert.ok(answer.taken > 50)
  assert.equal(answer.refused.length, 5)
  assert.match(said, /Taken in: \d+ facts\./)
})

test('the same files again change nothing', async () => {
  const before = JSON.parse((await kept('verify', '--json')).out)
  const { code, out } = await importReturns()
  assert.equal(code, 0)
  assert.equal(JSON.parse(out).taken, 0)
  const after = JSON.parse((await kept('verify', '--json')).out)
  assert.deepEqual(after.head, before.head)
})

test('without --yes, and with nobody to ask, nothing is taken in', async () => {
  const { code, out, said } = await kept('import', returns[2025], '--json')
  assert.equal(code, 0)
  assert.equal(JSON.parse(out).status, 'checked')
  assert.match(said, /Import again with --yes/)
})

test('a file with a fault is refused with exit code 1, and nothing of its set is kept', async () => {
  const faulty = join(folder, 'faulty')
  mkdirSync(faulty)
  copyFileSync(join(returns[2026], 'children.csv'), join(faulty, 'children.csv'))
  const episodes = readFileSync(join(returns[2026], 'episodes.csv'), 'utf8')
  writeFileSync(join(faulty, 'episodes.csv'), episodes.replace('DECOM', 'START'))
  const before = JSON.parse((await kept('verify', '--json')).out)
  const { code, out, said } = await kept('import', faulty, '--yes', '--json')
  assert.equal(code, 1)
  const answer = JSON.parse(out)
  assert.equal(answer.status, 'refused')
  assert.ok(answer.faults.length > 0)
  assert.match(said, /were refused/)
  assert.match(said, /Put these files right and import them again/)
  assert.deepEqual(JSON.parse((await kept('verify', '--json')).out).head, before.head)
})

test('the measures are an array with the figures or the reason why there is none', async () => {
  const { code, out } = await kept('measures', '--as-at', '2026-03-31', '--json')
  assert.equal(code, 0)
  const measures = JSON.parse(out) as Record<string, unknown>[]
  assert.equal(measures.length, allMeasures.length)
  for (const measure of measures) {
    for (const key of ['id', 'title', 'numerator', 'denominator', 'value', 'cannotCompute']) assert.ok(key in measure)
    assert.ok(!('met' in measure), 'the children behind a figure are not printed')
    assert.ok(!('counted' in measure), 'the children behind a figure are not printed')
  }
  const inCare = measures.find(({ id }) => id === 'M01')!
  assert.ok((inCare.numerator as number) > 0)
  const rate = measures.find(({ id }) => id === 'M02')!
  assert.match(rate.cannotCompute as string, /no rate/)
})

test('--public hides small numbers, in words and in JSON', async () => {
  const { out } = await kept('measures', '--as-at', '2026-03-31', '--public', '--json')
  const inCare = (JSON.parse(out) as { id: string; numerator: unknown }[]).find(({ id }) => id === 'M01')!
  assert.deepEqual(inCare.numerator, { shown: null, hidden: true })
  const words = await kept('measures', '--as-at', '2026-03-31', '--public')
  assert.match(words.out, /^M01 .*: hidden$/m)
})

test('as known on a day before the import nothing was known', async () => {
  const { out } = await kept('measures', '--as-at', '2026-03-31', '--known-on', '2026-03-31', '--json')
  const inCare = (JSON.parse(out) as { id: string; numerator: unknown }[]).find(({ id }) => id === 'M01')!
  assert.equal(inCare.numerator, 0)
})

test('the record is whole, and a head that is not in its chain is a fault', async () => {
  const whole = await kept('verify')
  assert.equal(whole.code, 0)
  const head = /Head ([0-9a-f]{64})/.exec(whole.said)![1]!
  assert.equal((await kept('verify', '--head', head)).code, 0)
  const cut = await kept(
    'verify',
    '--head',
    head.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
  )
  assert.equal(cut.code, 1)
  assert.match(cut.said, /seals were cut off or rewritten/)
})

test('a backup goes into an empty folder, all of it or nothing', async () => {
  const file = join(folder, 'backup.gz')
  assert.equal((await kept('backup', file)).code, 0)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const over = await kept('backup', file)
  assert.equal(over.code, 1)
  assert.match(over.said, /never writes over another/)

  const restored = join(folder, 'restored')
  const back = await runKept(restored, ['restore', file])
  assert.equal(back.code, 0, back.said)
  assert.match(back.said, /Restored Testshire\. The record is whole/)
  const measures = ['measures', '--as-at', '2026-03-31', '--json']
  assert.deepEqual(JSON.parse((await runKept(restored, measures)).out), JSON.parse((await kept(...measures)).out))

  const cut = join(folder, 'cut.gz')
  writeFileSync(cut, readFileSync(file).subarray(0, 3000))
  const elsewhere = join(folder, 'elsewhere')
  const refused = await runKept(elsewhere, ['restore', cut])
  assert.equal(refused.code, 1)
  assert.match(refused.said, /nothing was/)
  assert.ok(!existsSync(join(elsewhere, 'database')))
})
