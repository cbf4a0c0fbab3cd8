import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export type ProofKind = 'text' | 'file' | 'photo' | 'count'

export interface ItemProof {
  id: string
  itemId: string
  kind: ProofKind
  title: string
  words: string | null
  fileId: string | null
  /** Of a count: true numbers. They leave only through `domain/promises/promise-share`. */
  keptFor: number | null
  madeTo: number | null
  addedAs: string | null
  addedOn: IsoDate
  goodUntil: IsoDate
}

export interface NewProof {
  itemId: string
  kind: ProofKind
  title: string
  words: string | null
  fileId: string | null
  keptFor: number | null
  madeTo: number | null
  goodUntil: IsoDate
}

/** What shows the items given, newest first. Counts are there only for those who may read true figures. */
export async function listProofs(query: Query, itemIds: readonly string[]): Promise<ItemProof[]> {
  const { rows } =
    await sql<ItemProof>`select id, item_id as "itemId", kind, title, words, file_id as "fileId", kept_for as "keptFor", made_to as "madeTo",
      added_as as "addedAs", added_on as "addedOn", good_until as "goodUntil"
    from item_proof where authority_id = (select authority()) and item_id = any (array(select v::uuid from jsonb_array_elements_text(${JSON.stringify(itemIds)}::jsonb) v))
    order by added_on desc, title`.execute(query)
  return rows
}

/** Adds what shows it, under what the writer does here. A count is refused from the one who answers for the promise. */
export async function addProof(query: Query, actor: Actor, proof: NewProof): Promise<string> {
  const id = randomUUID()
  await sql`insert into item_proof (authority_id, id, item_id, kind, title, words, file_id, kept_for, made_to, good_until, added_as)
    select ${actor.authorityId}, ${id}, ${proof.itemId}, ${proof.kind}, ${proof.title}, ${proof.words}, ${proof.fileId}::uuid, ${proof.keptFor}::int, ${proof.madeTo}::int, ${proof.goodUntil}::date,
      (select title from person where authority_id = ${actor.authorityId} and id = ${actor.personId})`.execute(query)
  return id
}
