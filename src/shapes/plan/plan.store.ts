import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { Progress } from '../../domain/plans/item-standing.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export type PlanKind = 'pledge' | 'action plan' | 'commitments'

export interface PlanItem {
  id: string
  kind: PlanKind
  position: number
  reference: string | null
  title: string
  words: string | null
  party: 'we' | 'you' | 'together' | null
  priority: string | null
  hows: string[]
  /** As the plan has them. */
  owners: string[]
  /** Who answers for it, where they are known here. */
  ownerId: string | null
  dueOn: IsoDate | null
  dueAsWritten: string | null
  wayToTell: string | null
  measureId: string | null
  /** What was said last; as the plan had it where nobody has said anything yet. */
  progress: Progress | null
  evidence: string | null
  /** Whether anything shows it: words in the plan, or proof added since. */
  isShown: boolean
  directorate: string | null
  givenAt: string | null
  givenOn: IsoDate | null
  lastUpdate: { words: string; saidOn: IsoDate; saidAs: string | null } | null
  /** Steps and dates that are asked about by themselves; empty where the item is asked about as a whole. */
  parts: PlanPart[]
  /** Who in Kept answers for it: named here, or meant by a name of the plan. */
  answeredBy: string[]
  /** Of these, who has no role here any more. */
  gone: string[]
}

export interface PlanPart {
  position: number
  how: string | null
  /** As written; empty: the item's own. */
  owners: string[]
  answeredBy: string[]
  dueAsWritten: string | null
  dueOn: IsoDate | null
  progress: Progress | null
  lastSaidOn: IsoDate | null
}

export interface Plan {
  id: string
  title: string
  version: string | null
  agreedOn: IsoDate | null
  items: PlanItem[]
}

const item = sql`i.id, p.kind, i.position, i.reference, i.title, i.words, i.party, i.priority, i.hows, i.owners, i.owner_id as "ownerId",
  coalesce(i.due_on, (select min(x.due_on) from plan_part x where x.authority_id = i.authority_id and x.item_id = i.id and not exists (select from item_update u
    where u.authority_id = x.authority_id and u.item_id = x.item_id and u.part = x.position and u.progress = 'done'))) as "dueOn", i.due_as_written as "dueAsWritten", i.way_to_tell as "wayToTell", i.measure_id as "measureId",
  coalesce((select u.progress from item_update u where u.authority_id = i.authority_id and u.item_id = i.id and u.progress is not null and u.part is null
    order by u.said_on desc, u.said_at desc limit 1), i.progress) as progress,
  i.evidence, (i.evidence is not null or exists (select from item_proof f where f.authority_id = i.authority_id and f.item_id = i.id)) as "isShown", i.directorate, i.given_at as "givenAt", i.given_on as "givenOn",
  (select jsonb_build_object('words', u.words, 'saidOn', u.said_on, 'saidAs', u.said_as) from item_word u
    where u.authority_id = i.authority_id and u.item_id = i.id order by u.said_on desc, u.said_at desc limit 1) as "lastUpdate",
  coalesce((select jsonb_agg(jsonb_build_object('position', x.position, 'how', x.how, 'owners', x.owners, 'dueAsWritten', x.due_as_written, 'dueOn', x.due_on,
      'answeredBy', array(select m.person_id from owner_match m where m.authority_id = x.authority_id and m.written = any (x.owners) and m.ended_on is null),
      'progress', (select u.progress from item_update u where u.authority_id = x.authority_id and u.item_id = x.item_id and u.part = x.position and u.progress is not null
        order by u.said_on desc, u.said_at desc limit 1),
      'lastSaidOn', (select max(u.said_on) from item_update u where u.authority_id = x.authority_id and u.item_id = x.item_id and u.part = x.position)) order by x.position)
    from plan_part x where x.authority_id = i.authority_id and x.item_id = i.id), '[]') as parts,
  array(select i.owner_id where i.owner_id is not null union select m.person_id from owner_match m where m.authority_id = i.authority_id and m.ended_on is null
    and (m.written = any (i.owners) or m.written in (select unnest(x.owners) from plan_part x where x.authority_id = i.authority_id and x.item_id = i.id))) as "answeredBy", array(select owners_gone()) as gone
  from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id`

/** What a pledge or commitments of their own are about, beside the pledge and the directorates' commitments. */
export type About = 'heritage' | 'chief officers'

/** The newest plan of a kind (or the one in force on a day) with its items in order; null where the council has none, or the reader may not have it. */
export async function findPlan(
  query: Query,
  kind: PlanKind,
  about: About | null = null,
  agreedBy: IsoDate | null = null,
): Promise<Plan | null> {
  const { rows } = await sql<Omit<Plan, 'items'>>`select id, title, version, agreed_on as "agreedOn" from plan
    where authority_id = (select authority()) and kind = ${kind} and about is not distinct from ${about}
      and (${agreedBy}::date is null or agreed_on is null or agreed_on <= ${agreedBy}::date) order by agreed_on desc nulls last, id limit 1`.execute(
    query,
  )
  const plan = rows[0]
  if (!plan) return null
  const items =
    await sql<PlanItem>`select ${item} where i.authority_id = (select authority()) and i.plan_id = ${plan.id} order by i.position`.execute(
      query,
    )
  return { ...plan, items: items.rows }
}

export async function findItem(query: Query, id: string): Promise<PlanItem | null> {
  if (!isId(id)) return null
  const { rows } =
    await sql<PlanItem>`select ${item} where i.authority_id = (select authority()) and i.id = ${id}`.execute(query)
  return rows[0] ?? null
}

/** A colleague by their address at work; null where nobody here has it. */
export async function findOwnerByEmail(query: Query, email: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from person where authority_id = (select authority())
    and kind = 'staff' and lower(email) = lower(${email.trim()}) limit 1`.execute(query)
  return rows[0]?.id ?? null
}

/** Everything one person answers for, of every plan. */
export async function listItemsOf(query: Query, personId: string): Promise<PlanItem[]> {
  const { rows } = await sql<PlanItem>`select ${item} where i.authority_id = (select authority())
    and (i.owner_id = ${personId} or (${personId}::uuid = (select me()) and i.id in (select my_plan_items()))) order by p.kind, i.due_on nulls last, i.position`.execute(
    query,
  )
  return rows
}

/** Says who in Kept answers for it; what the plan itself has stays as it is. */
export async function nameOwner(query: Query, itemId: string, ownerId: string | null): Promise<void> {
  await sql`update plan_item set owner_id = ${ownerId} where authority_id = (select authority()) and id = ${itemId}`.execute(
    query,
  )
}
