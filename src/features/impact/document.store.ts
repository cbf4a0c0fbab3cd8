import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export interface RelatedDocument {
  id: string
  title: string
  whatItIs: string
  link: string
  datedOn: IsoDate | null
}

export interface WordMeaning {
  id: string
  word: string
  meaning: string
}

export async function listDocuments(query: Query): Promise<RelatedDocument[]> {
  const { rows } =
    await sql<RelatedDocument>`select id, title, what_it_is as "whatItIs", link, dated_on as "datedOn" from related_document
    where authority_id = (select authority()) and ended_on is null order by lower(title), id`.execute(query)
  return rows
}

export async function listWords(query: Query): Promise<WordMeaning[]> {
  const { rows } = await sql<WordMeaning>`select id, word, meaning from word_meaning
    where authority_id = (select authority()) and ended_on is null order by lower(word)`.execute(query)
  return rows
}

export async function addDocument(
  query: Query,
  authorityId: number,
  document: Omit<RelatedDocument, 'id'>,
): Promise<void> {
  await sql`insert into related_document (authority_id, title, what_it_is, link, dated_on)
    values (${authorityId}, ${document.title}, ${document.whatItIs}, ${document.link}, ${document.datedOn})`.execute(
    query,
  )
}

/** In the place of what it meant before, if it was there. */
export async function addWord(
  query: Query,
  authorityId: number,
  { word, meaning }: Omit<WordMeaning, 'id'>,
): Promise<void> {
  await sql`update word_meaning set ended_on = (select today())
    where authority_id = (select authority()) and lower(word) = lower(${word}) and ended_on is null`.execute(query)
  await sql`insert into word_meaning (authority_id, word, meaning) values (${authorityId}, ${word}, ${meaning})`.execute(
    query,
  )
}

/** It leaves the page; its history stays. */
export async function endEntry(query: Query, table: 'related_document' | 'word_meaning', id: string): Promise<boolean> {
  if (!isId(id)) return false
  const { numAffectedRows } = await sql`update ${sql.table(table)} set ended_on = (select today())
    where authority_id = (select authority()) and id = ${id} and ended_on is null`.execute(query)
  return Number(numAffectedRows) === 1
}
