import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../database/database.ts'
import { type EventKindName, eventKinds, type Fact } from '../../domain/record/event-kinds.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** One row of the ledger as a page reads it. */
export interface RecordedEvent {
  id: string
  childId: string
  kind: EventKindName
  startsOn: IsoDate
  endsOn: IsoDate | null
  data: Record<string, unknown>
  source: { import?: string; file?: string; line?: number; form?: string }
  statedOn: IsoDate
  recordedAt: string
  recordedBy: string | null
  supersedes: string | null
  voids: boolean
  reason: string | null
}

const columns = sql`e.id, e.child_id as "childId", e.kind, e.starts_on as "startsOn", e.ends_on as "endsOn", e.data, e.source,
  e.stated_on as "statedOn", e.recorded_at as "recordedAt",
  (select concat_ws(' ', p.given_name, p.family_name) from person p where p.authority_id = e.authority_id and p.id = e.recorded_by) as "recordedBy",
  e.supersedes, e.voids, e.reason`

/** A child's facts as they stand, oldest first: what the actor may read of them. */
export async function readTimeline(query: Query, childId: string): Promise<RecordedEvent[]> {
  const { rows } = await sql<RecordedEvent>`select ${columns} from event e
    where e.authority_id = (select authority()) and e.child_id = ${childId} and not e.voids
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)
    order by e.starts_on, e.kind`.execute(query)
  return rows
}

export async function findEvent(query: Query, childId: string, eventId: string): Promise<RecordedEvent | null> {
  const { rows } = await sql<RecordedEvent>`select ${columns} from event e
    where e.authority_id = (select authority()) and e.child_id = ${childId} and e.id = ${eventId} and not e.voids
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)`.execute(query)
  return rows[0] ?? null
}

/** What was corrected away in one child's record, newest first. Needs the right `history` besides the field group. */
export async function readCorrections(
  query: Query,
  childId: string,
): Promise<(RecordedEvent & { was: RecordedEvent })[]> {
  const { rows } = await sql<
    RecordedEvent & { was: RecordedEvent }
  >`select ${columns}, (select to_jsonb(w) from (select ${columns} from event e where e.authority_id = n.authority_id and e.id = n.supersedes) w) as was
    from event e join event n on n.authority_id = e.authority_id and n.id = e.id
    where e.authority_id = (select authority()) and e.child_id = ${childId} and e.supersedes is not null
      and ('history' = any ((select groups_all())::text[]) or exists (select from visible() v where v.child_id = e.child_id and v.field_group = 'history'))
    order by e.recorded_at desc`.execute(query)
  return rows
}

/** States a new fact from a form. Refused by the database where the actor may not write that group about this child. */
export async function stateFact(
  query: Query,
  actor: Actor,
  childId: string,
  fact: Fact,
  statedOn: IsoDate,
): Promise<void> {
  const data = eventKinds[fact.kind].payload.parse(fact.data)
  await sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by)
    values (${actor.authorityId}, ${childId}, ${fact.kind}, ${fact.startsOn}, ${fact.endsOn}, ${JSON.stringify(data)}::jsonb,
      ${JSON.stringify({ form: 'entered' })}::jsonb, ${statedOn}, ${actor.personId})`.execute(query)
}

export interface Correction {
  event: RecordedEvent
  /** Null: it never happened. */
  fact: Fact | null
  reason: string
  statedOn: IsoDate
}

/**
 * States a fact again, or that it never happened. The row before it stays. Refused by the database where the actor may
 * not write that group, or where somebody corrected it first (a fact has one correction, never two).
 */
export async function correctEvent(
  query: Query,
  actor: Actor,
  { event, fact, reason, statedOn }: Correction,
): Promise<void> {
  const data = fact === null ? event.data : eventKinds[event.kind].payload.parse(fact.data)
  await sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, voids, source, stated_on, recorded_by, supersedes, reason)
    values (${actor.authorityId}, ${event.childId}, ${event.kind}, ${fact?.startsOn ?? event.startsOn}, ${fact === null ? event.endsOn : fact.endsOn},
      ${JSON.stringify(data)}::jsonb, ${fact === null}, ${JSON.stringify({ form: 'correction' })}::jsonb, ${statedOn}, ${actor.personId}, ${event.id}, ${reason})`.execute(
    query,
  )
}

/** The newest seal: what a figure or a pack is fixed to. */
export async function readHead(database: Database, authorityId: number): Promise<{ number: string; hash: string }> {
  return database.asOwner(async (query) => {
    const { rows } = await sql<{
      number: string
      hash: string
    }>`select number::text, encode(hash, 'hex') as hash from seal_head
      where authority_id = ${authorityId}`.execute(query)
    return rows[0] ?? { number: '0', hash: '' }
  })
}

/** Every fault in the chain of seals; none when it is whole. `head`: a hash written down earlier, which must still be in it. */
export async function verifyLedger(
  database: Database,
  authorityId: number,
  head?: string,
): Promise<{ seal: string; fault: string }[]> {
  return database.asOwner(async (query) => {
    const { rows } = await sql<{
      seal: string
      fault: string
    }>`select seal_number::text as seal, fault from verify_seals(${authorityId})`.execute(query)
    if (head === undefined) return rows
    const found = await sql<{
      has: boolean
    }>`select exists (select from seal where authority_id = ${authorityId} and encode(hash, 'hex') = ${head}) as has`.execute(
      query,
    )
    return found.rows[0]!.has
      ? rows
      : [...rows, { seal: '?', fault: 'the head given is not in the chain: seals were cut off or rewritten' }]
  })
}
