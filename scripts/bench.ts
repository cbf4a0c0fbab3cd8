/**
 * `npm run bench`: how long the main work takes, each figure beside its limit and beside the same work done bare in the
 * same run, since machines differ. It reports and never fails. `--postgres` runs it on a PostgreSQL, `--json` prints JSON.
 */
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/kit/postgres.ts'
import { type BenchCouncil, makeBenchCouncil } from './bench/council.ts'
import { benchDisclosure } from './bench/disclosure.ts'
import { type Figure, isWithin, sayFigures } from './bench/figure.ts'
import { benchForecast } from './bench/forecast.ts'
import { benchImport } from './bench/import.ts'
import { benchMeasures } from './bench/measure.ts'
import { benchPack } from './bench/pack.ts'
import { choosePages, findPick, timeBarePages } from './bench/page.ts'
import { benchPhone } from './bench/phone.ts'
import { benchServer } from './bench/server.ts'

type Engine = 'embedded' | 'postgresql'

const { values: options } = parseArgs({
  options: {
    children: { type: 'string', default: '800' },
    times: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    postgres: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: 'import,measures,pack,pages,phone,disclosure' },
    packs: { type: 'string', default: '1000' },
  },
})

async function main(): Promise<void> {
  const engine: Engine = options.postgres ? 'postgresql' : 'embedded'
  const times = Number(options.times)
  const parts = options.only.split(',')
  const figures: Figure[] = []
  const server = options.postgres ? await startPostgres() : null
  if (server) process.env.KEPT_TEST_POSTGRES = server.superuserUrl
  try {
    // Each on a council of its own: an import makes it larger.
    if (parts.includes('import'))
      await withCouncil(engine, async (bench) => figures.push(...(await benchImport(bench, times))))
    if (['measures', 'pack', 'pages'].some((part) => parts.includes(part))) {
      await withCouncil(engine, async (bench) => {
        if (parts.includes('measures')) figures.push(...(await benchMeasures(bench, times * 2)))
        if (parts.includes('measures')) figures.push(...(await benchForecast(bench, times)))
        if (parts.includes('pack')) figures.push(...(await benchPack(bench, times)))
        if (parts.includes('pages')) figures.push(...(await benchPages(bench, engine, times)))
      })
    }
    if (parts.includes('disclosure')) figures.push(...(await benchDisclosure(Number(options.packs))))
    if (parts.includes('phone'))
      await withCouncil(engine, async (bench) => figures.push(...(await phone(bench, times))))
  } finally {
    await server?.stop()
  }
  if (options.json) console.log(JSON.stringify(figures.map((figure) => ({ ...figure, isWithin: isWithin(figure) }))))
  else console.log(sayFigures(figures))
}

async function withCouncil(engine: Engine, work: (bench: BenchCouncil) => Promise<unknown>): Promise<void> {
  console.error(`Making a council of ${options.children} children (${engine})`)
  const bench = await makeBenchCouncil(engine, Number(options.children))
  try {
    console.error('Measuring')
    await work(bench)
  } finally {
    await bench.database.close().catch(() => {})
    bench.remove()
  }
}

async function benchPages(bench: BenchCouncil, engine: Engine, times: number): Promise<Figure[]> {
  const chosen = await choosePages(bench)
  const pages = await timeBarePages(bench, chosen, times * 4)
  const people = new Map<string, string>()
  for (const { role } of chosen) people.set(role, await findPick(bench.database, bench.council.authorityId, role))
  // From here the server has the folder.
  await bench.database.close()
  return benchServer(bench, { engine, seconds: Number(options.seconds), pages, people })
}

async function phone(bench: BenchCouncil, times: number): Promise<Figure[]> {
  const childId = await findPick(bench.database, bench.council.authorityId, 'child')
  await bench.database.close()
  return benchPhone(bench, childId, times)
}

await main()
