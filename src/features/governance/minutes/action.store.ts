import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { isId } from '../../../domain/shared/is-id.ts'

export interface Action {
  id: string
  meetingId: string
  itemId: string
  bodyId: string
  body: string
  /** The day of the meeting it was minuted at. */
  minutedOn: IsoDate
  decisionId: string | null
  words: string
  owner: string
  ownerPersonId: string | null
  dueOn: IsoDate
  doneOn: IsoDate | null
  shownBy: string | null
  version: number
}

export interface ActionUpdate {
  said: 'on the way' | 'stuck' | 'done'
  words: string
  saidBy: string | null
  saidOn: IsoDate
}

const ACTION = sql`a.id, a.meeting_id as "meetingId", a.agenda_item_id as "itemId", a.body_id as "bodyId", b.name as body, m.held_on as "minutedOn",
  a.decision_id as "decisionId", a.words, a.owner, a.owner_person_id as "ownerPersonId", a.due_on as "dueOn", a.done_on as "doneOn", a.shown_by as "shownBy", a.version
  from minute_action a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id join body b on b.authority_id = a.authority_id and b.id = a.body_id
  where a.authority_id = (select authority())`

export async function findAction(query: Query, id: string): Promise<Action | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Action>`select ${ACTION} and a.id = ${id}`.execute(query)
  return rows[0] ?? null
}

export async function listActionsOfMeeting(query: Query, meetingId: string): Promise<Action[]> {
  const { rows } =
    await sql<Action>`select ${ACTION} and a.meeting_id = ${meetingId} order by a.due_on, a.words`.execute(query)
  return rows
}

/** Minuted by the body before a day: what its next meeting may have to ask about. */
export async function listActionsBefore(query: Query, bodyId: string, day: IsoDate): Promise<Action[]> {
  const { rows } =
    await sql<Action>`select ${ACTION} and a.body_id = ${bodyId} and m.held_on < ${day} order by a.due_on, a.words`.execute(
      query,
    )
  return rows
}

/** What a body gave out and is not done, the first due first. */
export async function listOpenActionsOf(query: Query, bodyId: string): Promise<Action[]> {
  const { rows } =
    await sql<Action>`select ${ACTION} and a.body_id = ${bodyId} and a.done_on is null order by a.due_on, a.words`.execute(
      query,
    )
  return rows
}

/** Not done, and the reader's to do. */
export async function listMyActions(query: Query): Promise<Action[]> {
  const { rows } =
    await sql<Action>`select ${ACTION} and a.owner_person_id = (select me()) and a.done_on is null order by a.due_on, a.words`.execute(
      query,
    )
  return rows
}

export async function findMeetingBefore(query: Query, bodyId: string, day: IsoDate): Promise<IsoDate | null> {
  const { rows } = await sql<{
    day: IsoDate
  }>`select held_on as day from meeting where authority_id = (select authority()) and body_id = ${bodyId}
    and held_on < ${day} and status = 'held' order by held_on desc limit 1`.execute(query)
  return rows[0]?.day ?? null
}

export type NewAction = Pick<
  Action,
  'itemId' | 'meetingId' | 'bodyId' | 'decisionId' | 'words' | 'owner' | 'ownerPersonId' | 'dueOn'
>

export async function addAction(query: Query, authorityId: number, action: NewAction): Promise<string> {
  const id = randomUUID()
  await sql`insert into minute_action (authority_id, id, decision_id, agenda_item_id, meeting_id, body_id, words, owner, owner_person_id, due_on)
    values (${authorityId}, ${id}, ${action.decisionId}, ${action.itemId}, ${action.meetingId}, ${action.bodyId}, ${action.words}, ${action.owner}, ${action.ownerPersonId}, ${action.dueOn})`.execute(
    query,
  )
  return id
}

export type ActionWords = Pick<Action, 'words' | 'owner' | 'ownerPersonId' | 'dueOn'>

/** False where somebody saved since the version that was begun from. */
export async function changeAction(query: Query, id: string, words: ActionWords, from: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update minute_action set words = ${words.words}, owner = ${words.owner}, owner_person_id = ${words.ownerPersonId}, due_on = ${words.dueOn}
    where authority_id = (select authority()) and id = ${id} and version = ${from}`.execute(query)
  return Number(numAffectedRows) === 1
}

export async function listActionUpdates(query: Query, actionId: string): Promise<ActionUpdate[]> {
  const { rows } = await sql<ActionUpdate>`select u.said, u.words, p.name as "saidBy", u.said_on as "saidOn"
    from minute_action_update u left join meeting_people() p on p.person_id = u.said_by
    where u.authority_id = (select authority()) and u.action_id = ${actionId} order by u.said_at desc`.execute(query)
  return rows
}

export async function addActionUpdate(
  query: Query,
  authorityId: number,
  update: { actionId: string; said: ActionUpdate['said']; words: string },
): Promise<void> {
  await sql`insert into minute_action_update (authority_id, action_id, said, words)
    values (${authorityId}, ${update.actionId}, ${update.said}, ${update.words})`.execute(query)
}

export interface OwnerChoice {
  personId: string
  /** "Dee Example, Director" as the clerk chooses it. */
  text: string
  label: string
  name: string
}

/** Whom an action can be given to by name: those of meetings and those who answer for services. */
export async function listOwners(query: Query): Promise<OwnerChoice[]> {
  const { rows } = await sql<{
    personId: string
    name: string
    title: string | null
  }>`select person_id as "personId", name, title
    from meeting_people() order by title, name`.execute(query)
  return rows.map(({ personId, name, title }) => ({
    personId,
    text: title ? `${title}, ${name}` : name,
    label: title ?? name,
    name,
  }))
}
