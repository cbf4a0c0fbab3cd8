import type { Visit } from '../../web/route.ts'
import { listPledges } from './pledge.store.ts'
import { readVersions } from './read-strategy.ts'
import { strategyPaths } from './strategy.paths.ts'

/** What else a young person can read beside the promises: only what is there. */
export async function readYoungWays(visit: Visit): Promise<{ href: string; text: string }[]> {
  const versions = await readVersions(visit)
  const heritage = await visit.database.as(visit.actor, (query) => listPledges(query, 'heritage'))
  return [
    ...(heritage.length > 0 ? [{ href: strategyPaths.heritage(), text: 'How we will do it' }] : []),
    ...(versions.some(({ state }) => state === 'in force')
      ? [{ href: strategyPaths.short(), text: 'What we want for you' }]
      : []),
  ]
}
