import { pathOfFile } from '../../../database/file-folder.ts'
import { findFile } from '../../../shapes/file/file.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'

/** Another person's file, and one that was never there: not found. */
export async function showFile(visit: Visit): Promise<Answer> {
  const file = await visit.database.as(visit.actor, (query) => findFile(query, visit.params.id!))
  if (file === null) return notFound
  return { file: { path: pathOfFile(visit.filesFolder, file.name), type: file.type, bytes: file.bytes } }
}
