import type { Visit } from '../../web/route.ts'
import { sayCount } from '../promises/index.ts'
import { listArmsLength } from './arms-length.store.ts'
import { commitmentPaths } from './commitments.paths.ts'

/** What waits for a chief officer on their first page: what is in the way of those they stand up for. Null where they stand up for nobody. */
export async function readStandingUp(visit: Visit): Promise<{ href: string; text: string } | null> {
  const all = await visit.database.as(visit.actor, listArmsLength)
  const mine = all.filter(({ endedOn, person }) => endedOn === null && person === null)
  if (mine.length === 0) return null
  const waiting = mine.flatMap(({ obstacles }) => obstacles).filter(({ cleared }) => cleared === null).length
  return {
    href: commitmentPaths.armsLength(),
    text:
      waiting === 0
        ? 'You stand up for a young person, and nothing that was raised is in their way today'
        : `${sayCount(waiting)} ${waiting === 1 ? 'thing is' : 'things are'} in the way of a young person you stand up for`,
  }
}
