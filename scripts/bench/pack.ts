import type { Pack } from '../../src/domain/governance/pack.ts'
import { londonDay } from '../../src/domain/shared/calendar-date.ts'
import { readPackFor, writePackFile } from '../../src/features/governance/index.ts'
import { systemActor } from '../../src/shapes/person/council.store.ts'
import type { BenchCouncil } from './council.ts'
import { type Figure, timeIt } from './figure.ts'

const KINDS = [
  ['.pdf', 'a tagged PDF'],
  ['.docx', 'a Word file'],
  ['.html', 'one web page'],
] as const

/** The next meeting's pack from live data to a file of each kind: what the clerk waits for. */
export async function benchPack({ database, council }: BenchCouncil, times: number): Promise<Figure[]> {
  const reader = { database, council, actor: systemActor(council), today: londonDay(Temporal.Now.instant()) }
  const makePack = async (): Promise<Pack> => {
    const found = await readPackFor(reader, 'next')
    if (found === null) throw new Error('The council of the bench has no next meeting.')
    return found.pack
  }
  const pack = await makePack()
  const bare = await timeIt(times, () => JSON.parse(JSON.stringify(pack)))
  const figures: Figure[] = []
  for (const [kind, name] of KINDS) {
    const { median, p95 } = await timeIt(times, async () => writePackFile(await makePack(), kind))
    figures.push({
      what: `the next meeting's pack (${pack.sections.length} papers) as ${name}`,
      unit: 'ms',
      value: median,
      p95,
      limit: 2000,
      limitOf: 'p95',
      baseline: { what: 'the same pack through JSON', value: bare.median },
    })
  }
  return figures
}
