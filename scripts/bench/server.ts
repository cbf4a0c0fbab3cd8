import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runKept, startKeptServer } from '../../test/kit/command.ts'
import type { BenchCouncil } from './council.ts'
import { type Figure, summarise } from './figure.ts'
import type { BarePage } from './page.ts'
import { Reader } from './reader.ts'

interface ServerBench {
  engine: 'embedded' | 'postgresql'
  seconds: number
  pages: BarePage[]
  /** Who is signed in, by role. */
  people: Map<string, string>
}

/** Pages from a server in a process of its own: alone, while an import and measures run, and for many readers at once. */
export async function benchServer(
  bench: BenchCouncil,
  { engine, seconds, pages, people }: ServerBench,
): Promise<Figure[]> {
  const server = await startKeptServer(bench.folder, { settings: bench.settings })
  const readers = new Map<string, Reader>()
  try {
    for (const [role, personId] of people) readers.set(role, await new Reader(server.address).signIn(personId))
    const alone = await readPages(pages, readers, 30)
    const figures = pages.map((page): Figure => {
      const { median, p95 } = summarise(alone.get(page)!)
      const note = `its template with fixed data: ${page.templated.toFixed(1)} ms`
      const baseline = { what: `its ${page.queries} queries bare`, value: page.barely }
      return { what: page.name, unit: 'ms', value: median, p95, limit: 50, limitOf: 'p95', baseline, note }
    })
    figures.push(await readWhileBusy(bench, pages, readers, alone))
    figures.push(await readTogether(server.address, people, pages, engine, seconds))
    return figures
  } finally {
    for (const reader of readers.values()) reader.close()
    await server.stop()
  }
}

type Taken = Map<BarePage, number[]>

async function readPages(
  pages: BarePage[],
  readers: Map<string, Reader>,
  rounds: number,
  isOver = () => false,
): Promise<Taken> {
  const taken: Taken = new Map(pages.map((page) => [page, []]))
  for (const page of pages) await readOne(page, readers)
  for (let round = 0; round < rounds && !isOver(); round += 1) {
    for (const page of pages) taken.get(page)!.push(await readOne(page, readers))
  }
  return taken
}

async function readOne({ role, path }: BarePage, readers: Map<string, Reader>): Promise<number> {
  const start = performance.now()
  const { status } = await readers.get(role)!.read(path)
  if (status !== 200) throw new Error(`${path} answered ${status}.`)
  return performance.now() - start
}

/** The import and the measures are commands handed to the same server, or beside it on PostgreSQL. */
async function readWhileBusy(
  bench: BenchCouncil,
  pages: BarePage[],
  readers: Map<string, Reader>,
  alone: Taken,
): Promise<Figure> {
  const options = { settings: bench.settings }
  let isOver = false
  const commands = (async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const folder = join(bench.folder, `return-${turn}`)
      mkdirSync(folder)
      for (const { name, bytes } of bench.newReturn.ofTurn(100 + turn)) writeFileSync(join(folder, name), bytes)
      const day = `2025-0${turn + 1}-31`.replace('02-31', '02-28')
      const done = await Promise.all([
        runKept(bench.folder, ['import', folder, '--yes'], options),
        runKept(bench.folder, ['measures', '--as-at', day], options),
      ])
      for (const { code, said } of done) if (code !== 0) throw new Error(said)
    }
  })().finally(() => {
    isOver = true
  })
  const [busy] = await Promise.all([readPages(pages, readers, 100_000, () => isOver), commands])
  const taken = [...busy.values()].flat()
  const most = Math.max(...taken)
  const slowest = pages.find((page) => busy.get(page)!.includes(most))
  const { median, p95 } = summarise(taken)
  return {
    what: 'the same pages, while imports and measures run',
    unit: 'ms',
    value: median,
    p95,
    limit: 250,
    limitOf: 'p95',
    baseline: { what: 'alone', value: summarise([...alone.values()].flat()).median },
    note: `${taken.length} pages; the longest, ${slowest?.name}, took ${most.toFixed(0)} ms`,
  }
}

const READERS = 20

async function readTogether(
  address: string,
  people: Map<string, string>,
  pages: BarePage[],
  engine: ServerBench['engine'],
  seconds: number,
): Promise<Figure> {
  // The sign-in counts tries from one address, so each person's session is shared by several readers' connections.
  const readers = await Promise.all(
    Array.from({ length: READERS }, async (_, index) => {
      const role = [...people.keys()][index % people.size]!
      return { role, reader: await new Reader(address).signIn(people.get(role)!) }
    }),
  )
  const taken: number[] = []
  let errors = 0
  const end = performance.now() + seconds * 1000
  const start = performance.now()
  await Promise.all(
    readers.map(async ({ role, reader }, index) => {
      const mine = pages.filter((page) => page.role === role)
      for (let turn = index; performance.now() < end; turn += 1) {
        const begun = performance.now()
        const { status } = await reader.read(mine[turn % mine.length]!.path).catch(() => ({ status: 0 }))
        if (status !== 200) errors += 1
        taken.push(performance.now() - begun)
      }
      reader.close()
    }),
  )
  const rate = taken.length / ((performance.now() - start) / 1000)
  const { median, p95 } = summarise(taken)
  return {
    what: `${READERS} readers without pause`,
    unit: 'a second',
    value: rate,
    p95: null,
    limit: engine === 'embedded' ? 100 : 200,
    limitOf: 'median',
    baseline: null,
    note: `${errors} errors; a page took ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  }
}
