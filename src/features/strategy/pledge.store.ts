import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Party, PledgeItem } from '../../domain/strategy/compare-pledges.ts'
import type { About } from '../../shapes/plan/plan.store.ts'

export interface PledgeVersion {
  id: string
  title: string
  version: string | null
  agreedOn: IsoDate | null
  replacesId: string | null
  why: string | null
}

export type PromiseOf = PledgeItem & How & { position: number }

/** How a promise is to be kept: what will be done, by whom, by when, and how anybody can tell. */
export interface How {
  hows: string[]
  owners: string[]
  dueOn: IsoDate | null
  dueAsWritten: string | null
  wayToTell: string | null
}

/** Every version of a pledge, newest first: the first is the one that holds. */
export async function listPledges(query: Query, about: About | null = null): Promise<PledgeVersion[]> {
  const { rows } =
    await sql<PledgeVersion>`select id, title, version, agreed_on as "agreedOn", replaces_id as "replacesId", why
    from plan where authority_id = (select authority()) and kind = 'pledge' and about is not distinct from ${about}
    order by agreed_on desc nulls last, id`.execute(query)
  return rows
}

export async function listPromisesOf(query: Query, pledgeId: string): Promise<PromiseOf[]> {
  const { rows } =
    await sql<PromiseOf>`select id, follows_id as "followsId", party, title, words, position, hows, owners,
      due_on as "dueOn", due_as_written as "dueAsWritten", way_to_tell as "wayToTell" from plan_item
    where authority_id = (select authority()) and plan_id = ${pledgeId} order by position`.execute(query)
  return rows
}

export interface NewPledge {
  title: string
  version: string
  agreedOn: IsoDate
  /** Null: the first version of a pledge of its own. */
  replacesId: string | null
  why: string | null
  about?: About | null
  /** Without its how, a promise keeps the one it had. */
  promises: { followsId: string | null; party: Party; title: string; words: string; how?: How }[]
}

/**
 * A new version. Who answers for a promise, by when and by which figure go with it; so does what shows it, where its words stay
 * (kept.carry_promises).
 */
export async function takePledge(query: Query, actor: Actor, pledge: NewPledge): Promise<string> {
  const id = randomUUID()
  await sql`insert into plan (authority_id, id, kind, title, version, agreed_on, replaces_id, why, about)
    values (${actor.authorityId}, ${id}, 'pledge', ${pledge.title}, ${pledge.version}, ${pledge.agreedOn}::date, ${pledge.replacesId}, ${pledge.why}, ${pledge.about ?? null})`.execute(
    query,
  )
  const rows = pledge.promises.map((promise, index) => ({ ...promise, position: index + 1 }))
  await sql`insert into plan_item (authority_id, plan_id, position, reference, title, words, party, follows_id, hows, owners, owner_id, due_on, due_as_written, way_to_tell, measure_id)
    select ${actor.authorityId}, ${id}, r.position, r.position::text, r.title, r.words, r.party, o.id,
      case when r.how is null then coalesce(o.hows, '{}') else array(select jsonb_array_elements_text(r.how->'hows')) end,
      case when r.how is null then coalesce(o.owners, '{}') else array(select jsonb_array_elements_text(r.how->'owners')) end,
      -- Who in Kept answers for it stays named while the same people are written first.
      case when r.how is null or r.how->'owners'->>0 = o.owners[1] then o.owner_id end,
      case when r.how is null then o.due_on else (r.how->>'dueOn')::date end,
      case when r.how is null then o.due_as_written else r.how->>'dueAsWritten' end,
      case when r.how is null then o.way_to_tell else r.how->>'wayToTell' end, o.measure_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("followsId" uuid, party text, title text, words text, position int, how jsonb)
      left join plan_item o on o.authority_id = ${actor.authorityId} and o.plan_id = ${pledge.replacesId} and o.id = r."followsId"`.execute(
    query,
  )
  await sql`select carry_promises(${id})`.execute(query)
  return id
}

/** The day on which whoever asks said that they have read a version and will keep it; null before. */
export async function readOwnWord(query: Query, pledgeId: string): Promise<IsoDate | null> {
  const { rows } = await sql<{ saidOn: IsoDate }>`select said_on as "saidOn" from pledge_read
    where authority_id = (select authority()) and plan_id = ${pledgeId} and person_id = (select me())`.execute(query)
  return rows[0]?.saidOn ?? null
}

/** Said once for a version, however often it is sent. */
export async function giveOwnWord(query: Query, actor: Actor, pledgeId: string): Promise<void> {
  await sql`insert into pledge_read (authority_id, plan_id) values (${actor.authorityId}, ${pledgeId}) on conflict do nothing`.execute(
    query,
  )
}

export interface ReadShare {
  /** Empty: the whole council. Null: everybody who works in a small directorate, or in none that is named. */
  directorate: string | null
  /** Null with the words where the group is too small to say anything of. */
  staff: number | null
  hasRead: string | null
  /** Of the whole council alone. */
  ofHundred: number | null
}

/** How far the council has read it: words for each large group, and never whose word it is. */
export async function listReadShares(query: Query, pledgeId: string): Promise<ReadShare[]> {
  const { rows } = await sql<ReadShare>`select directorate, staff, has_read as "hasRead", of_hundred as "ofHundred"
    from pledge_read_shares(${pledgeId})`.execute(query)
  return rows
}
