import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'
import type { Gathered, GatheredKind } from './gather.store.ts'

export interface ReleaseRequest {
  id: string
  reference: string
  askedOn: IsoDate
  subject: string
  words: string
  from: IsoDate
  to: IsoDate
  answerDueOn: IsoDate
  found: number
  withheld: number
}

export interface Withheld {
  isWithheld: boolean
  exemption: string
  why: string
  instead: string | null
  by: string | null
  on: IsoDate
}

export interface ReleaseItem {
  id: string
  kind: GatheredKind
  saidOn: IsoDate
  title: string
  words: string
  /** Every word on it, the latest first. */
  log: Withheld[]
}

const REQUEST = sql`r.id, r.reference, r.asked_on as "askedOn", r.subject, r.words, r.from_on as "from", r.to_on as "to", r.answer_due_on as "answerDueOn",
  (select count(*)::int from release_item i where i.authority_id = r.authority_id and i.request_id = r.id) as found,
  (select count(*)::int from release_item i where i.authority_id = r.authority_id and i.request_id = r.id
    and (select w.is_withheld from release_withheld w where w.authority_id = i.authority_id and w.item_id = i.id order by w.withheld_at desc limit 1)) as withheld
  from release_request r where r.authority_id = (select authority())`

export async function listRequests(query: Query): Promise<ReleaseRequest[]> {
  const { rows } = await sql<ReleaseRequest>`select ${REQUEST} order by r.asked_on desc, r.reference`.execute(query)
  return rows
}

export async function findRequest(query: Query, id: string): Promise<ReleaseRequest | null> {
  if (!isId(id)) return null
  const { rows } = await sql<ReleaseRequest>`select ${REQUEST} and r.id = ${id}`.execute(query)
  return rows[0] ?? null
}

/** Logged with all that was found: from now on none of it changes. Null where the reference is another request's. */
export async function logRequest(
  query: Query,
  authorityId: number,
  request: Omit<ReleaseRequest, 'id' | 'found' | 'withheld'>,
  found: Gathered[],
): Promise<string | null> {
  const id = randomUUID()
  const { rows } =
    await sql`insert into release_request (authority_id, id, reference, asked_on, subject, words, from_on, to_on, answer_due_on)
    values (${authorityId}, ${id}, ${request.reference}, ${request.askedOn}, ${request.subject}, ${request.words}, ${request.from}, ${request.to}, ${request.answerDueOn})
    on conflict do nothing returning id`.execute(query)
  if (rows.length === 0) return null
  await sql`insert into release_item (authority_id, request_id, kind, ref, said_on, title, words)
    select ${authorityId}, ${id}, f.kind, f.ref, f."saidOn", f.title, f.words
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(kind text, ref uuid, "saidOn" date, title text, words text)`.execute(
    query,
  )
  return id
}

export async function listReleaseItems(query: Query, requestId: string): Promise<ReleaseItem[]> {
  const { rows } = await sql<ReleaseItem>`select i.id, i.kind, i.said_on as "saidOn", i.title, i.words,
      coalesce((select jsonb_agg(jsonb_build_object('isWithheld', w.is_withheld, 'exemption', w.exemption, 'why', w.why, 'instead', w.instead, 'by', nullif(concat_ws(', ', nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.title), ''), 'on', w.withheld_on)
        order by w.withheld_at desc) from release_withheld w left join person p on p.authority_id = w.authority_id and p.id = w.withheld_by
        where w.authority_id = i.authority_id and w.item_id = i.id), '[]') as log
    from release_item i where i.authority_id = (select authority()) and i.request_id = ${requestId} order by i.said_on, i.kind, i.title`.execute(
    query,
  )
  return rows
}

export async function addWithheld(
  query: Query,
  authorityId: number,
  word: Pick<Withheld, 'isWithheld' | 'exemption' | 'why' | 'instead'> & { itemId: string },
): Promise<void> {
  await sql`insert into release_withheld (authority_id, item_id, is_withheld, exemption, why, instead)
    values (${authorityId}, ${word.itemId}, ${word.isWithheld}, ${word.exemption}, ${word.why}, ${word.instead})`.execute(
    query,
  )
}
