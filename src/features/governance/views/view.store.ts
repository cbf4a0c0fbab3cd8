import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { isId } from '../../../domain/shared/is-id.ts'

export const SIDES = ['young people', 'the council'] as const
export type Side = (typeof SIDES)[number]
export type Effect = 'shaped' | 'no, because'

/** What was said at a meeting of young people and those who answer for services, and what came of it. */
export interface MeetingView {
  id: string
  meetingId: string
  bodyId: string
  saidBy: Side
  words: string
  effect: Effect | null
  effectWords: string | null
  effectOn: IsoDate | null
  decisionId: string | null
  /** Null where the reader may not see the decision. */
  decision: string | null
  decidedBy: string | null
}

const VIEW = sql`v.id, v.meeting_id as "meetingId", v.body_id as "bodyId", v.said_by as "saidBy", v.words, v.effect, v.effect_words as "effectWords", v.effect_on as "effectOn",
  v.decision_id as "decisionId", d.title as decision, b.name as "decidedBy"
  from meeting_view v left join decision d on d.authority_id = v.authority_id and d.id = v.decision_id
    left join body b on b.authority_id = d.authority_id and b.id = d.body_id where v.authority_id = (select authority())`

export async function listViews(query: Query, meetingId: string): Promise<MeetingView[]> {
  const { rows } =
    await sql<MeetingView>`select ${VIEW} and v.meeting_id = ${meetingId} order by v.said_by desc, v.added_on, v.words`.execute(
      query,
    )
  return rows
}

export async function findView(query: Query, id: string): Promise<MeetingView | null> {
  if (!isId(id)) return null
  const { rows } = await sql<MeetingView>`select ${VIEW} and v.id = ${id}`.execute(query)
  return rows[0] ?? null
}

export async function addView(
  query: Query,
  authorityId: number,
  view: Pick<MeetingView, 'meetingId' | 'bodyId' | 'saidBy' | 'words'>,
): Promise<void> {
  await sql`insert into meeting_view (authority_id, meeting_id, body_id, said_by, words)
    values (${authorityId}, ${view.meetingId}, ${view.bodyId}, ${view.saidBy}, ${view.words})`.execute(query)
}

export async function sayEffect(
  query: Query,
  id: string,
  effect: { effect: Effect; words: string; decisionId: string | null },
): Promise<void> {
  await sql`update meeting_view set effect = ${effect.effect}, effect_words = ${effect.words}, decision_id = ${effect.decisionId}, effect_on = (select today())
    where authority_id = (select authority()) and id = ${id}`.execute(query)
}

/** Decisions of every body since a view was raised, the latest first: what it may have shaped. */
export async function listDecisionsSince(
  query: Query,
  meetingId: string,
): Promise<{ id: string; title: string; body: string; day: IsoDate }[]> {
  const { rows } = await sql<{ id: string; title: string; body: string; day: IsoDate }>`
    select d.id, d.title, b.name as body, d.decided_on as day from decision d join body b on b.authority_id = d.authority_id and b.id = d.body_id
    where d.authority_id = (select authority()) and d.decided_on >= (select m.held_on from meeting m where m.authority_id = (select authority()) and m.id = ${meetingId})
    order by d.decided_on desc, d.title`.execute(query)
  return rows
}

/** Of a body's meetings since a day: what young people raised, what of it shaped something, and what the council asked. */
export async function countViews(
  query: Query,
  bodyId: string,
  from: IsoDate,
): Promise<{ raised: number; shaped: number; refused: number; asked: number; meetings: number }> {
  const { rows } = await sql<{ raised: number; shaped: number; refused: number; asked: number; meetings: number }>`
    select count(*) filter (where v.said_by = 'young people')::int as raised, count(*) filter (where v.said_by = 'young people' and v.effect = 'shaped')::int as shaped,
      count(*) filter (where v.said_by = 'young people' and v.effect = 'no, because')::int as refused,
      count(*) filter (where v.said_by = 'the council')::int as asked, count(distinct v.meeting_id)::int as meetings
    from meeting_view v join meeting m on m.authority_id = v.authority_id and m.id = v.meeting_id
    where v.authority_id = (select authority()) and v.body_id = ${bodyId} and m.held_on > ${from}`.execute(query)
  return rows[0]!
}
