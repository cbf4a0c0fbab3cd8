import { type Knot, walkThread } from '../../domain/thread/chain.ts'
import type { Visit } from '../../web/route.ts'
import { nameKnots, readJoins } from './knot.store.ts'
import { presentThread, type SlimKnot, type ThreadFacts } from './thread.presenter.ts'

export type { SlimKnot, ToldStage } from './thread.presenter.ts'

/** What only the promises know of one of them. */
export type TellOfPromise = (visit: Visit, promiseId: string) => Promise<ThreadFacts['told']>

/**
 * Where a page stands on the chain, for this reader: what they may not see is not there, and the last knot is a count for
 * everybody without a relationship to the child. `tellOfPromise` says how many children it is kept for and what they say.
 */
export async function readThread(visit: Visit, current: Knot, tellOfPromise: TellOfPromise): Promise<SlimKnot[]> {
  const { found, names } = await visit.database.as(visit.actor, async (query) => {
    const found = walkThread(current, await readJoins(query))
    return { found, names: await nameKnots(query, [current, ...found]) }
  })
  const promise = [current, ...found].find((knot) => knot.kind === 'promise')
  const told = promise ? await tellOfPromise(visit, promise.ref) : {}
  return presentThread({ current, found, names, told })
}
