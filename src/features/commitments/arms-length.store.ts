import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface Obstacle {
  id: string
  words: string
  raisedAs: string | null
  raisedOn: IsoDate
  cleared: { words: string; as: string | null; on: IsoDate } | null
}

/** One young person a chief officer stands up for, as far as the reader may know of them. */
export interface ArmsLength {
  id: string
  itemId: string
  /** Of the chief officer who stands up, as the pledge has them. */
  officer: string
  title: string
  begunOn: IsoDate
  endedOn: IsoDate | null
  /** Null for the chief officer: who the young person is, is not theirs to know from Kept. */
  person: { id: string; name: string; saidYesOn: IsoDate; endedBecause: string | null } | null
  obstacles: Obstacle[]
}

/** All that the reader is part of: as the young person's adviser, or as the chief officer. Those that go on first. */
export async function listArmsLength(query: Query): Promise<ArmsLength[]> {
  const { rows } = await sql<ArmsLength>`with mine as (
      select a.id, a.item_id, a.begun_on, a.ended_on, jsonb_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name),
          'saidYesOn', a.said_yes_on, 'endedBecause', a.ended_because) as person
        from arms_length a join person p on p.authority_id = a.authority_id and p.id = a.child_id where a.authority_id = (select authority())
      union all select o.id, o.item_id, o.begun_on, o.ended_on, null from my_arms_length() o
        where o.id not in (select a.id from arms_length a where a.authority_id = (select authority())))
    select m.id, m.item_id as "itemId", coalesce(array_to_string(i.owners, ', '), '') as officer, i.title, m.begun_on as "begunOn", m.ended_on as "endedOn", m.person,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'words', o.words, 'raisedAs', o.raised_as, 'raisedOn', o.raised_on,
          'cleared', case when o.cleared_on is not null then jsonb_build_object('words', o.cleared_words, 'as', o.cleared_as, 'on', o.cleared_on) end) order by o.cleared_on nulls first, o.raised_on, o.id)
        from obstacle o where o.authority_id = (select authority()) and o.arms_length_id = m.id), '[]') as obstacles
    from mine m join plan_item i on i.authority_id = (select authority()) and i.id = m.item_id
    order by m.ended_on desc nulls first, m.begun_on desc, m.id`.execute(query)
  return rows
}

/** How many obstacles were raised and cleared, of everybody together. */
export async function countObstacles(query: Query): Promise<{ raised: number; cleared: number }> {
  const { rows } = await sql<{
    raised: number
    cleared: number
  }>`select raised, cleared from obstacle_counts()`.execute(query)
  return rows[0] ?? { raised: 0, cleared: 0 }
}

/** Those whom the reader advises, for whom somebody may stand up. */
export async function listAdvised(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, concat_ws(' ', given_name, family_name) as name from person
    where authority_id = (select authority()) and id in (select child_id from advised()) order by given_name, family_name, id`.execute(
    query,
  )
  return rows
}

/** Chief officers who may not stand up for somebody: family, a court order, a declared conflict. */
export async function listBarred(query: Query): Promise<{ itemId: string; childId: string }[]> {
  const { rows } = await sql<{
    itemId: string
    childId: string
  }>`select item_id as "itemId", child_id as "childId" from arms_length_barred()`.execute(query)
  return rows
}

/** Begins with the young person's yes. False where this officer stands up for them already. */
export async function beginArmsLength(
  query: Query,
  actor: Actor,
  { itemId, childId, saidYesOn }: { itemId: string; childId: string; saidYesOn: IsoDate },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into arms_length (authority_id, item_id, child_id, said_yes_on)
    values (${actor.authorityId}, ${itemId}, ${childId}, ${saidYesOn}::date)
    on conflict (authority_id, item_id, child_id) where ended_on is null do nothing`.execute(query)
  return numAffectedRows === 1n
}

export async function endArmsLength(query: Query, id: string, because: string): Promise<void> {
  await sql`update arms_length set ended_on = (select today()), ended_because = ${because}
    where authority_id = (select authority()) and id = ${id} and ended_on is null`.execute(query)
}

const title = (actor: Actor) =>
  sql`(select title from person where authority_id = ${actor.authorityId} and id = ${actor.personId})`

export async function raiseObstacle(query: Query, actor: Actor, armsLengthId: string, words: string): Promise<void> {
  await sql`insert into obstacle (authority_id, arms_length_id, words, raised_as)
    values (${actor.authorityId}, ${armsLengthId}, ${words}, ${title(actor)})`.execute(query)
}

/** Says what became of it. Cleared once: who comes second changes nothing. */
export async function clearObstacle(query: Query, actor: Actor, id: string, words: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update obstacle set cleared_words = ${words}, cleared_by = ${actor.personId}::uuid, cleared_as = ${title(actor)}, cleared_on = (select today())
    where authority_id = (select authority()) and id = ${id} and cleared_on is null`.execute(query)
  return numAffectedRows === 1n
}
