import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import { DEFAULT_RULE, type PromiseRule } from '../../domain/promises/promise-state.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface PromiseReason {
  itemId: string
  because: string
  reviewOn: IsoDate
  saidAs: string | null
  saidOn: IsoDate
}

/** The newest reason for each promise, whether its day has passed or not. */
export async function listReasons(query: Query): Promise<PromiseReason[]> {
  const { rows } =
    await sql<PromiseReason>`select distinct on (item_id) item_id as "itemId", because, review_on as "reviewOn", said_as as "saidAs", said_on as "saidOn"
    from promise_reason where authority_id = (select authority()) order by item_id, said_on desc, review_on desc`.execute(
      query,
    )
  return rows
}

/** Refused by the database from the one who answers for the promise, and from anybody without the plan to keep. */
export async function addReason(
  query: Query,
  actor: Actor,
  reason: { itemId: string; because: string; reviewOn: IsoDate },
): Promise<void> {
  await sql`insert into promise_reason (authority_id, item_id, because, review_on, said_as)
    select ${actor.authorityId}, ${reason.itemId}, ${reason.because}, ${reason.reviewOn}::date, (select title from person where authority_id = ${actor.authorityId} and id = ${actor.personId})`.execute(
    query,
  )
}

/** From what share a promise is kept or partly kept: the council's newest, or ours. */
export async function readPromiseRule(query: Query): Promise<PromiseRule> {
  const { rows } = await sql<PromiseRule>`select kept_from as "keptFrom", partly_from as "partlyFrom" from promise_rule
    where authority_id = (select authority()) order by set_at desc limit 1`.execute(query)
  return rows[0] ?? DEFAULT_RULE
}

export interface SetRule extends PromiseRule {
  why: string
  setOn: IsoDate
}

/** Every rule the council has set, newest first, with the reason for each change (rule 4). */
export async function listPromiseRules(query: Query): Promise<SetRule[]> {
  const { rows } =
    await sql<SetRule>`select kept_from as "keptFrom", partly_from as "partlyFrom", why, london_day(set_at) as "setOn" from promise_rule
    where authority_id = (select authority()) order by set_at desc`.execute(query)
  return rows
}

export async function setPromiseRule(
  query: Query,
  actor: Actor,
  { keptFrom, partlyFrom }: PromiseRule,
  why: string,
): Promise<void> {
  await sql`insert into promise_rule (authority_id, kept_from, partly_from, why)
    values (${actor.authorityId}, ${keptFrom}, ${partlyFrom}, ${why})`.execute(query)
}
