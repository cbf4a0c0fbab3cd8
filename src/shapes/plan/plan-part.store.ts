import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** One more part of an item, after those it has: what a person adds where the plan left a gap. */
export async function addPart(
  query: Query,
  actor: Actor,
  part: { itemId: string; how: string | null; owners: string[]; dueAsWritten: string | null; dueOn: IsoDate | null },
): Promise<void> {
  await sql`insert into plan_part (authority_id, item_id, position, how, owners, due_as_written, due_on)
    select ${actor.authorityId}, ${part.itemId}::uuid, 1 + coalesce((select max(position) from plan_part where authority_id = ${actor.authorityId} and item_id = ${part.itemId}::uuid), 0),
      ${part.how}, array(select jsonb_array_elements_text(${JSON.stringify(part.owners)}::jsonb)), ${part.dueAsWritten}, ${part.dueOn}::date`.execute(
    query,
  )
}

/** Writes what was missing. What stood there before stays in the history. */
export async function fillGap(
  query: Query,
  itemId: string,
  { wayToTell, reference }: { wayToTell: string | null; reference: string | null },
): Promise<void> {
  await sql`update plan_item set way_to_tell = coalesce(${wayToTell}, way_to_tell), reference = coalesce(${reference}, reference)
    where authority_id = (select authority()) and id = ${itemId}`.execute(query)
}

/** An owner's name as the plans have it, who is meant by it, and how often it stands there. */
export interface OwnerName {
  written: string
  times: number
  people: { personId: string; title: string | null; hasLeft: boolean; body: string | null }[]
}

const names = sql`(select i.id, unnest(i.owners) as written from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id
      where i.authority_id = (select authority()) and p.kind <> 'pledge' and i.plan_id in (select id from newest)
    union all select x.item_id, unnest(x.owners) from plan_part x join plan_item i on i.authority_id = x.authority_id and i.id = x.item_id
      where x.authority_id = (select authority()) and i.plan_id in (select id from newest))`

/** Every owner's name of the plans in force, those that nobody is matched to first. */
export async function listOwnerNames(query: Query): Promise<OwnerName[]> {
  const { rows } =
    await sql<OwnerName>`with newest as (select distinct on (kind, about) id from plan where authority_id = (select authority()) and kind <> 'pledge'
      order by kind, about, agreed_on desc nulls last, id)
    select n.written, count(distinct n.id)::int as times, coalesce((select jsonb_agg(jsonb_build_object('personId', m.person_id, 'title', colleague.title, 'body', b.name,
        'hasLeft', m.person_id in (select owners_gone())) order by colleague.title)
      from owner_match m left join person colleague on colleague.authority_id = m.authority_id and colleague.id = m.person_id
        left join body b on b.authority_id = m.authority_id and b.id = m.body_id
      where m.authority_id = (select authority()) and m.written = n.written and m.ended_on is null), '[]') as people
    from ${names} n group by n.written order by 2 desc, 1`.execute(query)
  return rows.toSorted((one, other) => Number(one.people.length > 0) - Number(other.people.length > 0))
}

/** Says who is meant by a name, for every plan that has it now or later. */
export async function matchOwner(
  query: Query,
  actor: Actor,
  match: { written: string; personId: string; bodyId: string | null },
): Promise<void> {
  await sql`insert into owner_match (authority_id, written, person_id, body_id)
    values (${actor.authorityId}, ${match.written}, ${match.personId}::uuid, ${match.bodyId}::uuid)
    on conflict (authority_id, written, person_id) do update set body_id = excluded.body_id, ended_on = null`.execute(
    query,
  )
}

export async function endOwnerMatch(query: Query, written: string, personId: string): Promise<void> {
  await sql`update owner_match set ended_on = (select today()) where authority_id = (select authority()) and written = ${written} and person_id = ${personId}::uuid`.execute(
    query,
  )
}

/** Colleagues whose title is the name exactly: a guess to show, nothing that is kept. */
export async function listColleagueTitles(
  query: Query,
): Promise<{ id: string; title: string; email: string | null }[]> {
  const { rows } = await sql<{ id: string; title: string; email: string | null }>`select id, title, email from person
    where authority_id = (select authority()) and kind = 'staff' and title is not null order by title, id`.execute(
    query,
  )
  return rows
}
