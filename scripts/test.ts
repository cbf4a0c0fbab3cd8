/**
 * `npm test`: every check, in lanes, the quickest first; stops at the first lane that fails. `npm test -- pure pages`
 * runs only the lanes named. Needs nothing but what `npm ci` installed.
 */
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres, type TestPostgres } from '../test/kit/postgres.ts'
import { laneOf, type TestLane } from './test-lane.ts'

const NODE_NEEDED = 26
const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules/.bin')

interface Lane {
  name: string
  what: string
  run: () => Promise<boolean>
}

const lanes: Lane[] = [
  { name: 'types', what: 'the types fit (tsc)', run: () => run(join(bin, 'tsc'), ['--noEmit']) },
  { name: 'lint', what: 'lint and format (biome)', run: () => run(join(bin, 'biome'), ['check', '.']) },
  { name: 'pure', what: 'rules, made-up data and policing', run: () => runTests('pure', ['--test-isolation=none']) },
  { name: 'pages', what: 'stores, pages and commands, PostgreSQL included', run: () => runTestsWithPostgres('pages') },
  { name: 'journeys', what: 'stories in a browser', run: () => runTestsWithPostgres('journeys') },
]

function testFiles(lane: TestLane): string[] {
  return globSync('{src,test}/**/*.test.ts', { cwd: root })
    .filter((path) => laneOf(path) === lane)
    .sort()
}

function runTests(lane: TestLane, options: string[], env: Record<string, string> = {}): Promise<boolean> {
  const files = testFiles(lane)
  if (files.length === 0) {
    console.error(`The lane "${lane}" has no test file: a lane that tests nothing is a fault.`)
    return Promise.resolve(false)
  }
  return run(process.execPath, ['--test', '--test-reporter=spec', ...options, ...files], env)
}

/** One file a process, two at a time, all on one server, each in databases of its own. */
async function runTestsWithPostgres(lane: TestLane): Promise<boolean> {
  if (lane === 'journeys' && testFiles(lane).length === 0) {
    console.log('No journey is written yet.')
    return true
  }
  let postgres: TestPostgres | undefined
  try {
    postgres = await startPostgres()
    const options = ['--test-concurrency=2', '--test-timeout=300000']
    return await runTests(lane, options, { KEPT_TEST_POSTGRES: postgres.superuserUrl })
  } finally {
    await postgres?.stop()
  }
}

/** Programs started by the lanes find the pinned Node first, as they do under npm. */
function run(command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...env },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => resolve(code === 0))
  })
}

function chooseLanes(names: string[]): Lane[] {
  const unknown = names.filter((name) => !lanes.some((lane) => lane.name === name))
  if (unknown.length > 0) {
    console.error(`No lane is called ${unknown.join(', ')}. There are: ${lanes.map(({ name }) => name).join(', ')}.`)
    process.exit(2)
  }
  return names.length === 0 ? lanes : lanes.filter(({ name }) => names.includes(name))
}

function sayTimes(times: [string, number][]): string {
  return times.map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`).join(' · ')
}

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED) {
    console.error(
      `These tests need Node ${NODE_NEEDED}; this is ${process.versions.node}. ` +
        'Run `npm ci`, then `npm test`: npm brings the right Node and uses it.',
    )
    process.exit(2)
  }
  const times: [string, number][] = []
  for (const lane of chooseLanes(process.argv.slice(2))) {
    console.log(`\n▶ ${lane.name}: ${lane.what}`)
    const start = performance.now()
    const passed = await lane.run()
    times.push([lane.name, (performance.now() - start) / 1000])
    if (!passed) {
      console.error(`\n✖ The lane "${lane.name}" failed, so the lanes after it were not run. ${sayTimes(times)}`)
      process.exit(1)
    }
  }
  console.log(`\n✔ Every lane passed. ${sayTimes(times)}`)
}

await main()
