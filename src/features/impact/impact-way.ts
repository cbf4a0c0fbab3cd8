import type { Visit } from '../../web/route.ts'
import { paths } from './impact.paths.ts'
import { readOurSayWays } from './pages/our-say.page.ts'

/** The line on a first screen that leads here: to the check for those who work here, to what was opened for those who are young. */
export async function impactWay(visit: Visit): Promise<{ href: string; text: string } | null> {
  if (visit.can('impact:read'))
    return { href: paths.register(), text: 'Impact check: what a paper does for our children, before it is decided' }
  return (await readOurSayWays(visit))[0] ?? null
}
