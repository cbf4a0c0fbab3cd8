import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Progress } from '../../domain/plans/item-standing.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface ItemUpdate {
  id: string
  words: string
  progress: Progress | null
  proofId: string | null
  saidAs: string | null
  saidOn: IsoDate
  part: number | null
  /** For which event it was said; null where its day alone tells. */
  eventId: string | null
  /** Told without its commitment, in a report, and joined to it since. */
  isJoined: boolean
}

export interface NewUpdate {
  itemId: string
  words: string
  progress: Progress | null
  proofId: string | null
  /** Of which of its steps or dates; null for the whole. */
  part?: number | null
  /** Chosen before it is sent, so that what is sent twice counts once. */
  id?: string
  /** Said at an event: on its day, whenever it is written down. */
  event?: { id: string; heldOn: IsoDate } | null
}

/** What was said about one item, newest first. */
export async function listUpdates(query: Query, itemId: string): Promise<ItemUpdate[]> {
  const { rows } =
    await sql<ItemUpdate>`select id, words, progress, proof_id as "proofId", said_as as "saidAs", said_on as "saidOn", part, event_id as "eventId", is_joined as "isJoined"
    from item_word where authority_id = (select authority()) and item_id = ${itemId} order by said_on desc, said_at desc`.execute(
      query,
    )
  return rows
}

export interface ItemUpdateOf extends ItemUpdate {
  itemId: string
  proofTitle: string | null
}

/** What was said about several items, oldest first, as the year went. */
export async function listUpdatesOf(query: Query, itemIds: readonly string[]): Promise<ItemUpdateOf[]> {
  const { rows } =
    await sql<ItemUpdateOf>`select u.id, u.item_id as "itemId", u.words, u.progress, u.proof_id as "proofId", u.said_as as "saidAs", u.said_on as "saidOn", u.part, u.event_id as "eventId", u.is_joined as "isJoined", f.title as "proofTitle"
    from item_word u left join item_proof f on f.authority_id = u.authority_id and f.id = u.proof_id
    where u.authority_id = (select authority()) and u.item_id = any (array(select v::uuid from jsonb_array_elements_text(${JSON.stringify(itemIds)}::jsonb) v))
    order by u.said_on, u.said_at`.execute(query)
  return rows
}

/** Says how it stands, under what the writer does here. Refused by the database for anybody but its owner and the plan's keeper. */
export async function addUpdate(query: Query, actor: Actor, update: NewUpdate): Promise<string> {
  const id = update.id ?? randomUUID()
  await sql`insert into item_update (authority_id, id, item_id, words, progress, proof_id, part, event_id, said_on, said_as)
    select ${actor.authorityId}, ${id}, ${update.itemId}, ${update.words}, ${update.progress}, ${update.proofId}, ${update.part ?? null}::int, ${update.event?.id ?? null}::uuid,
      coalesce(${update.event?.heldOn ?? null}::date, (select today())), (select title from person where authority_id = ${actor.authorityId} and id = ${actor.personId})`.execute(
    query,
  )
  return id
}

/** Whether these very words were sent before. */
export async function isSaid(query: Query, id: string): Promise<boolean> {
  const { rows } = await sql`select from item_update where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
  return rows.length > 0
}
