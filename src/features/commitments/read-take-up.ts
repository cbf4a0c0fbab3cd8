import { type KeptShare, shareFromCount } from '../../domain/promises/promise-share.ts'
import { systemActor } from '../../shapes/person/council.store.ts'
import { listProofs } from '../../shapes/plan/item-proof.store.ts'
import type { Visit } from '../../web/route.ts'

/** Of each commitment: how many took it up, of those it was offered to, as anybody may read it. Not there where nobody counted. */
export async function readTakeUp(
  { database, council, today }: Visit,
  itemIds: readonly string[],
): Promise<Map<string, KeptShare>> {
  const proofs = await database.as(systemActor(council), (query) => listProofs(query, itemIds))
  const shares = itemIds.map(
    (id) =>
      [
        id,
        shareFromCount(
          proofs.filter(({ itemId }) => itemId === id),
          today,
        ),
      ] as const,
  )
  return new Map(shares.flatMap(([id, share]) => (share === null ? [] : [[id, share] as const])))
}

export function sayTakeUp(share: KeptShare | undefined): string {
  if (share === undefined) return ''
  return share.isHidden
    ? 'Counted: too few to show'
    : `Taken up by ${share.kept.toLocaleString('en-GB')} of ${share.of.toLocaleString('en-GB')}`
}
