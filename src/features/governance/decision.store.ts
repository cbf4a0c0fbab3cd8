import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export type Outcome = 'yes' | 'no, because' | 'noted'

export interface Decision {
  id: string
  itemId: string
  itemTitle: string | null
  meetingId: string
  body: string
  title: string
  words: string
  outcome: Outcome
  decidedOn: IsoDate
  whatCame: string | null
}

export interface MinuteAction {
  id: string
  decisionId: string
  words: string
  owner: string
  dueOn: IsoDate
  doneOn: IsoDate | null
  shownBy: string | null
}

const DECISION = sql`d.id, d.agenda_item_id as "itemId", i.title as "itemTitle", d.meeting_id as "meetingId", b.name as body, d.title, d.words, d.outcome,
  d.decided_on as "decidedOn", d.what_came as "whatCame"
  from decision d join agenda_item i on i.authority_id = d.authority_id and i.id = d.agenda_item_id join body b on b.authority_id = d.authority_id and b.id = d.body_id
  where d.authority_id = (select authority())`

export async function listDecisions(query: Query, meetingId: string): Promise<Decision[]> {
  const { rows } =
    await sql<Decision>`select ${DECISION} and d.meeting_id = ${meetingId} order by i.position, d.title`.execute(query)
  return rows
}

/** Every decision that the reader may read, the latest first. */
export async function listDecisionsOf(query: Query): Promise<Pick<Decision, 'id' | 'title' | 'meetingId'>[]> {
  const { rows } = await sql<Decision>`select ${DECISION} order by d.decided_on desc, d.title`.execute(query)
  return rows
}

export async function findDecision(query: Query, id: string): Promise<Decision | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Decision>`select ${DECISION} and d.id = ${id}`.execute(query)
  return rows[0] ?? null
}

export async function listMinuteActions(query: Query, decisionId: string): Promise<MinuteAction[]> {
  const { rows } =
    await sql<MinuteAction>`select id, decision_id as "decisionId", words, owner, due_on as "dueOn", done_on as "doneOn", shown_by as "shownBy"
    from minute_action where authority_id = (select authority()) and decision_id = ${decisionId} order by due_on, words`.execute(
      query,
    )
  return rows
}

export async function addDecision(
  query: Query,
  authorityId: number,
  decision: { itemId: string; meetingId: string; bodyId: string; title: string; words: string; outcome: Outcome },
  decidedOn: IsoDate,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into decision (authority_id, id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
    values (${authorityId}, ${id}, ${decision.itemId}, ${decision.meetingId}, ${decision.bodyId}, ${decision.title}, ${decision.words}, ${decision.outcome}, ${decidedOn})`.execute(
    query,
  )
  await sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref) values (${authorityId}, 'agenda item', ${decision.itemId}, 'decision', ${id})`.execute(
    query,
  )
  return id
}

export async function addMinuteAction(
  query: Query,
  authorityId: number,
  action: { decisionId: string; words: string; owner: string; dueOn: IsoDate },
): Promise<void> {
  await sql`insert into minute_action (authority_id, decision_id, words, owner, due_on)
    values (${authorityId}, ${action.decisionId}, ${action.words}, ${action.owner}, ${action.dueOn})`.execute(query)
}

/** What each meeting decided, as far as the reader may see it: titles by meeting. */
export async function listDecisionTitles(query: Query): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ meetingId: string; titles: string[] }>`
    select meeting_id as "meetingId", array_agg(title order by decided_on, title) as titles from decision
    where authority_id = (select authority()) group by meeting_id`.execute(query)
  return new Map(rows.map(({ meetingId, titles }) => [meetingId, titles]))
}
