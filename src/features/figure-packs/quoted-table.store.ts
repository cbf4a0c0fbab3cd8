import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { QuotedFinding } from '../../domain/figure-pack/read-quoted-table.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

/** A table as somebody published it. Nothing in Kept is made of its numbers. */
export interface QuotedRecord {
  id: string
  title: string
  source: string
  rowsText: string
  hiddenUpTo: number | null
  findings: QuotedFinding[]
  statedBy: string
  statedOn: IsoDate
  answer: string | null
  answeredOn: IsoDate | null
}

/** Those with something to ask first, then the newest. */
export async function listQuoted(query: Query, only: string | null = null): Promise<QuotedRecord[]> {
  const { rows } =
    await sql<QuotedRecord>`select t.id, t.title, t.source, t.rows_text as "rowsText", t.hidden_up_to as "hiddenUpTo", t.findings,
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'a colleague') as "statedBy", t.stated_on as "statedOn", t.answer, t.answered_on as "answeredOn"
    from quoted_table t left join person p on p.authority_id = t.authority_id and p.id = t.stated_by
    where t.authority_id = (select authority()) and (${only}::uuid is null or t.id = ${only})
    order by t.answer is null and jsonb_array_length(t.findings) > 0 desc, t.stated_on desc, t.id`.execute(query)
  return rows
}

export async function findQuoted(query: Query, id: string): Promise<QuotedRecord | null> {
  return isId(id) ? ((await listQuoted(query, id))[0] ?? null) : null
}

export async function addQuoted(
  query: Query,
  actor: Actor,
  table: Pick<QuotedRecord, 'title' | 'source' | 'rowsText' | 'hiddenUpTo' | 'findings'>,
): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into quoted_table (authority_id, title, source, rows_text, hidden_up_to, findings)
    values (${actor.authorityId}, ${table.title}, ${table.source}, ${table.rowsText}, ${table.hiddenUpTo}, ${JSON.stringify(table.findings)}::jsonb) returning id`.execute(
    query,
  )
  return rows[0]!.id
}

/** What the source said. The rows stay as they are quoted. */
export async function answerQuoted(query: Query, id: string, answer: string, on: IsoDate): Promise<void> {
  await sql`update quoted_table set answer = ${answer}, answered_on = ${on} where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
}
