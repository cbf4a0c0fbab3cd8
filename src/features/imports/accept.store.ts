import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'

/** True where somebody changed one of the batch's children, or made one of its new children, since it was checked. */
export async function hasRecordMovedOn(query: Query, batchId: string): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`with batch as materialized (
      select seal_number from import_batch where authority_id = (select authority()) and id = ${batchId})
    , staged as materialized (
      select distinct child_id, child_code, is_new_child from import_row where authority_id = (select authority()) and batch_id = ${batchId})
    , newer as materialized (
      select distinct child_id from event where authority_id = (select authority()) and seal_number > (select seal_number from batch))
    select exists (select from newer join staged using (child_id))
      or exists (select from identifier i where i.authority_id = (select authority()) and i.scheme = 'return' and i.ends_on is null
        and i.value = any (array(select child_code from staged where is_new_child))) as moved`.execute(query)
  return rows[0]!.moved
}

/** Takes the staged rows into the ledger in one statement, under one seal. Returns how many. */
export async function moveIntoRecord(query: Query, actor: Actor, batchId: string, acceptedBy: string): Promise<number> {
  await sql`with children as (
      select distinct on (child_code) child_code, child_id from import_row
        where authority_id = ${actor.authorityId} and batch_id = ${batchId} and is_new_child)
    , made as (insert into person (authority_id, id, kind) select ${actor.authorityId}, child_id, 'child' from children)
    insert into identifier (authority_id, person_id, scheme, value) select ${actor.authorityId}, child_id, 'return', child_code from children`.execute(
    query,
  )
  const { rows } = await sql<{ taken: string }>`with taken as (
    insert into event (authority_id, id, child_id, kind, starts_on, ends_on, data, voids, source, stated_on, recorded_by, supersedes, reason)
    select r.authority_id, r.event_id, r.child_id, r.kind, r.starts_on, r.ends_on, r.data, r.voids, r.source, r.stated_on, ${actor.personId},
      r.supersedes, r.reason
    from import_row r where r.authority_id = ${actor.authorityId} and r.batch_id = ${batchId} returning 1)
    select count(*)::text as taken from taken`.execute(query)
  const taken = Number(rows[0]!.taken)
  await closeBatch(query, batchId, 'accepted', acceptedBy, { taken })
  return taken
}

/** Workers the council has entered by registration number become their children's workers, from and to the same days. */
export async function alignWorkers(query: Query, actor: Actor): Promise<void> {
  const facts = sql`select distinct on (i.person_id, f.child_id, f.starts_on) i.person_id, f.child_id, f.starts_on, f.ends_on from current_social_worker f
    join identifier i on i.authority_id = f.authority_id and i.scheme = 'social work registration' and i.value = f.worker and i.ends_on is null
    where f.authority_id = ${actor.authorityId}`
  await sql`update relationship r set ends_on = f.ends_on from (${facts}) f
    where r.authority_id = ${actor.authorityId} and r.role = 'social_worker' and r.person_id = f.person_id and r.child_id = f.child_id
      and r.starts_on = f.starts_on and r.ends_on is distinct from f.ends_on`.execute(query)
  await sql`insert into relationship (authority_id, person_id, child_id, role, starts_on, ends_on)
    select ${actor.authorityId}, f.person_id, f.child_id, 'social_worker', f.starts_on, f.ends_on from (${facts}) f
    where not exists (select from relationship r where r.authority_id = ${actor.authorityId} and r.role = 'social_worker' and r.person_id = f.person_id
      and r.child_id = f.child_id and r.starts_on = f.starts_on)`.execute(query)
}

/** The staged rows go: an accepted one is in the record, and one that was not is nobody's. Findings stay. */
export async function closeBatch(
  query: Query,
  batchId: string,
  status: 'accepted' | 'dropped',
  by: string,
  outcome: Record<string, number> = {},
): Promise<void> {
  await sql`delete from import_row where authority_id = (select authority()) and batch_id = ${batchId}`.execute(query)
  await sql`update import_batch set status = ${status}, accepted_by = ${by}, accepted_at = clock_timestamp(), summary = summary || ${JSON.stringify(outcome)}::jsonb
    where authority_id = (select authority()) and id = ${batchId}`.execute(query)
}
