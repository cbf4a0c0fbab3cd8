import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

/** Progress that was told without its commitment, and what somebody joined it to since. */
export interface LooseProgress {
  id: string
  eventId: string | null
  /** What it was taken from. */
  report: string
  saidOn: IsoDate
  directorate: string | null
  words: string
  takenOn: IsoDate
  /** Null: it answers no commitment on file. */
  answers: { itemId: string; title: string; joinedAs: string | null; joinedOn: IsoDate } | null
  /** Joins that somebody ended, oldest first. */
  ended: { title: string; joinedAs: string | null; joinedOn: IsoDate; endedAs: string | null; endedOn: IsoDate }[]
}

const progress = sql`g.id, g.event_id as "eventId", g.report, g.said_on as "saidOn", g.directorate, g.words, g.taken_on as "takenOn",
  (select jsonb_build_object('itemId', j.item_id, 'title', i.title, 'joinedAs', j.joined_as, 'joinedOn', j.joined_on)
    from progress_join j join plan_item i on i.authority_id = j.authority_id and i.id = j.item_id
    where j.authority_id = g.authority_id and j.progress_id = g.id and j.ended_on is null) as answers,
  coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'joinedAs', j.joined_as, 'joinedOn', j.joined_on, 'endedAs', j.ended_as, 'endedOn', j.ended_on) order by j.ended_on, j.joined_on)
    from progress_join j join plan_item i on i.authority_id = j.authority_id and i.id = j.item_id
    where j.authority_id = g.authority_id and j.progress_id = g.id and j.ended_on is not null), '[]') as ended
  from loose_progress g`

/** All that was told without its commitment, newest report first, in the report's own order. */
export async function listProgress(query: Query): Promise<LooseProgress[]> {
  const { rows } =
    await sql<LooseProgress>`select ${progress} where g.authority_id = (select authority()) order by g.said_on desc, g.report, g.position`.execute(
      query,
    )
  return rows
}

export async function findProgress(query: Query, id: string): Promise<LooseProgress | null> {
  if (!isId(id)) return null
  const { rows } =
    await sql<LooseProgress>`select ${progress} where g.authority_id = (select authority()) and g.id = ${id}`.execute(
      query,
    )
  return rows[0] ?? null
}

export interface NewReport {
  report: string
  saidOn: IsoDate
  eventId: string | null
  items: { directorate: string | null; words: string }[]
}

/** Takes in what was told, as it was written: each answers no commitment on file until somebody joins it. */
export async function takeProgress(
  query: Query,
  actor: Actor,
  { report, saidOn, eventId, items }: NewReport,
): Promise<void> {
  await sql`insert into loose_progress (authority_id, event_id, report, said_on, position, directorate, words)
    select ${actor.authorityId}, ${eventId}::uuid, ${report}, ${saidOn}::date, r.position + coalesce((select max(position) from loose_progress
      where authority_id = ${actor.authorityId} and report = ${report} and said_on = ${saidOn}::date), 0), r.directorate, r.words
    from jsonb_to_recordset(${JSON.stringify(items.map((item, index) => ({ ...item, position: index + 1 })))}::jsonb)
      as r(position int, directorate text, words text)`.execute(query)
}

/** Who says so: by what they do here, by name where nobody wrote that down. */
const asWhom = (actor: Actor) =>
  sql`(select coalesce(title, concat_ws(' ', given_name, family_name)) from person where authority_id = ${actor.authorityId} and id = ${actor.personId})`

/** Says which commitment it answers. False where somebody has said so already: two may open the page at once. */
export async function joinProgress(query: Query, actor: Actor, progressId: string, itemId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into progress_join (authority_id, progress_id, item_id, joined_as)
    select ${actor.authorityId}, ${progressId}::uuid, ${itemId}::uuid, ${asWhom(actor)}
    on conflict (authority_id, progress_id) where ended_on is null do nothing`.execute(query)
  return numAffectedRows === 1n
}

/** Ends the join: it answers no commitment on file again. The join itself stays to be read. */
export async function endJoin(query: Query, actor: Actor, progressId: string): Promise<void> {
  await sql`update progress_join set ended_on = (select today()), ended_by = ${actor.personId}::uuid, ended_as = ${asWhom(actor)}
    where authority_id = (select authority()) and progress_id = ${progressId} and ended_on is null`.execute(query)
}
