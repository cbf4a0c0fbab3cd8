import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../database/database.ts'
import { hashOfFile, removeStoredFile, writeStoredFile } from '../../database/file-folder.ts'
import { isId } from '../../domain/shared/is-id.ts'
import { checkFile, type GivenFile } from './check-file.ts'

/** What a file belongs to. Its kind decides, by the policies of `stored_file`, who may read it. */
export interface FileOwner {
  kind: 'proof' | 'view' | 'answer' | 'picture' | 'not safe' | 'paper'
  ref: string
}

export interface StoredFile {
  id: string
  name: string
  type: string
  bytes: number
  ownerKind: string
  ownerRef: string
}

/**
 * Checks a file by its content and keeps it: the row first, under its policy, then the bytes; without the one there is not the
 * other. `problem` is a sentence for the form. `folder` is `visit.filesFolder`.
 */
export async function keepFile(
  database: Database,
  actor: Actor,
  folder: string,
  file: GivenFile,
  owner: FileOwner,
): Promise<{ id: string } | { problem: string }> {
  const checked = await checkFile(file, { isPaperAllowed: owner.kind === 'proof' })
  return 'problem' in checked ? checked : keepChecked(database, actor, folder, checked, owner)
}

/** Keeps what was checked already. */
export async function keepChecked(
  database: Database,
  actor: Actor,
  folder: string,
  checked: { type: string; bytes: Uint8Array },
  owner: FileOwner,
): Promise<{ id: string }> {
  const name = randomBytes(16).toString('hex')
  const id = crypto.randomUUID()
  await database.as(actor, async (query) => {
    await sql`insert into stored_file (authority_id, id, name, type, bytes, sha256, owner_kind, owner_ref)
      values (${actor.authorityId}, ${id}, ${name}, ${checked.type}, ${checked.bytes.length}, ${hashOfFile(checked.bytes)}, ${owner.kind}, ${owner.ref})`.execute(
      query,
    )
    await writeStoredFile(folder, name, checked.bytes)
  })
  return { id }
}

const COLUMNS = sql`id, name, type, bytes, owner_kind as "ownerKind", owner_ref as "ownerRef"`

/** Null where there is none, or it is not the reader's to see. */
export async function findFile(query: Query, id: string): Promise<StoredFile | null> {
  if (!isId(id)) return null
  const { rows } = await sql<StoredFile>`select ${COLUMNS} from stored_file
    where authority_id = (select authority()) and id = ${id}`.execute(query)
  return rows[0] ?? null
}

/** The files of one thing, in the order they were added, as far as the reader may see them. */
export async function listFilesOf(query: Query, owner: FileOwner): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`select ${COLUMNS} from stored_file
    where authority_id = (select authority()) and owner_kind = ${owner.kind} and owner_ref = ${owner.ref} order by added_at`.execute(
    query,
  )
  return rows
}

/** Takes one file away, row first; false where its owner's policy does not let the asker. Only what is not yet sent may go. */
export async function takeFileAway(database: Database, actor: Actor, folder: string, id: string): Promise<boolean> {
  const name = await database.as(actor, async (query) => {
    const file = await findFile(query, id)
    if (!file) return null
    const { rows } = await sql<{ name: string }>`delete from stored_file
      where authority_id = (select authority()) and id = ${id} returning name`.execute(query)
    return rows[0]?.name ?? null
  })
  if (name === null) return false
  await removeStoredFile(folder, name)
  return true
}
