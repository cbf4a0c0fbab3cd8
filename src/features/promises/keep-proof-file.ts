import { findFile, keepFile } from '../../shapes/file/file.store.ts'
import type { ProofKind } from '../../shapes/plan/item-proof.store.ts'
import type { Visit } from '../../web/route.ts'

/** A photo or a paper that shows something, already kept. */
export interface ProofFile {
  id: string
  kind: Extract<ProofKind, 'photo' | 'file'>
}

/** Keeps the file that came with a form, if one did; a problem is a sentence for the form. */
export async function keepProofFile(
  visit: Visit,
  itemId: string,
): Promise<{ file: ProofFile | null } | { problem: string }> {
  const [given] = visit.files
  if (!given) return { file: null }
  const kept = await keepFile(visit.database, visit.actor, visit.filesFolder, given, { kind: 'proof', ref: itemId })
  if ('problem' in kept) return kept
  const stored = await visit.database.as(visit.actor, (query) => findFile(query, kept.id))
  return { file: { id: kept.id, kind: stored?.type.startsWith('image/') ? 'photo' : 'file' } }
}
