import { type Knot, walkThread } from '../../domain/thread/chain.ts'
import type { Visit } from '../../web/route.ts'
import { type NamedKnot, nameKnots, readJoins } from './knot.store.ts'
import { presentThread, type SlimKnot, type ThreadFacts } from './thread.presenter.ts'

export type { NamedKnot } from './knot.store.ts'
export type { SlimKnot, ToldStage } from './thread.presenter.ts'

/** Whoever reads: a visit, or Kept itself that makes a pack. */
export type ThreadReader = Pick<Visit, 'database' | 'council' | 'actor' | 'today'>

/** What only the promises know of one of them. */
export type TellOfPromise = (reader: ThreadReader, promiseId: string) => Promise<ThreadFacts['told']>

/**
 * Where a page stands on the chain, for this reader: what they may not see is not there, and the last knot is a count for
 * everybody without a relationship to the child. `tellOfPromise` says how many children it is kept for and what they say;
 * `mayName` leaves out what the reader may see and the readers of what is being written may not.
 */
export async function readThread(
  reader: ThreadReader,
  current: Knot,
  tellOfPromise: TellOfPromise,
  mayName: (knot: NamedKnot) => boolean = () => true,
): Promise<SlimKnot[]> {
  const { found, names } = await reader.database.as(reader.actor, async (query) => {
    const found = walkThread(current, await readJoins(query))
    const named = await nameKnots(query, [current, ...found])
    return { found, names: new Map([...named].filter(([, knot]) => mayName(knot))) }
  })
  const promise = [current, ...found].find((knot) => knot.kind === 'promise')
  const told = promise ? await tellOfPromise(reader, promise.ref) : {}
  return presentThread({ current, found, names, told })
}
