import type { Query } from '../../database/database.ts'
import type { Progress } from '../../domain/plans/item-standing.ts'
import { addMonths } from '../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import { addProof } from '../../shapes/plan/item-proof.store.ts'
import { addUpdate, isSaid, type NewUpdate } from '../../shapes/plan/item-update.store.ts'
import type { Visit } from '../../web/route.ts'
import type { ProofFile } from './keep-proof-file.ts'

/** Something that shows an action counts for a year; then somebody looks again. */
const GOOD_FOR_MONTHS = 12

/** An update and what shows it, together or not at all. */
export async function sayHowItStands(
  query: Query,
  visit: Visit,
  itemId: string,
  said: {
    words: string
    progress: Progress | null
    proof: string | null
    part: number | null
    once: string | null
    file: ProofFile | null
    event?: NewUpdate['event']
  },
): Promise<void> {
  const { actor, today } = visit
  // Sent twice: it was heard the first time.
  if (said.once !== null && (await isSaid(query, said.once))) return
  const proofId =
    said.proof === null && said.file === null
      ? null
      : await addProof(query, actor, {
          itemId,
          kind: said.file?.kind ?? 'text',
          title: said.proof ?? (said.file?.kind === 'photo' ? 'A photo' : 'A paper or clip'),
          words: null,
          fileId: said.file?.id ?? null,
          keptFor: null,
          madeTo: null,
          goodUntil: addMonths(today, GOOD_FOR_MONTHS),
        })
  const id = await addUpdate(query, actor, {
    itemId,
    words: said.words,
    progress: said.progress,
    proofId,
    part: said.part,
    event: said.event ?? null,
    ...(said.once ? { id: said.once } : {}),
  })
  await recordTrace(query, actor, { event: 'update given', detail: { item: itemId, update: id } })
}
