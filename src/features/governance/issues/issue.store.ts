import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { isId } from '../../../domain/shared/is-id.ts'

export const WEIGHTS = ['can wait', 'serious', 'urgent'] as const
export type Weight = (typeof WEIGHTS)[number]
export const OUTCOMES = ['taken', 'passed up', 'settled'] as const
export type IssueOutcome = (typeof OUTCOMES)[number]

export interface Issue {
  id: string
  firstBodyId: string
  /** Where it stands now. */
  bodyId: string
  body: string
  parentId: string | null
  parent: string | null
  title: string
  words: string
  /** What was tried where it came up, and what is asked of the body. */
  tried: string
  asked: string
  weight: Weight
  raisedBy: string
  raisedByName: string | null
  raisedOn: IsoDate
  state: 'open' | 'taken' | 'settled'
  owner: string | null
  /** The reader took it. */
  isMine: boolean
  dueOn: IsoDate | null
  whatCame: string | null
  settledOn: IsoDate | null
}

export interface IssueDecision {
  body: string
  outcome: IssueOutcome
  words: string
  owner: string | null
  dueOn: IsoDate | null
  toBody: string | null
  saidOn: IsoDate
}

/** Those the reader may see: what is urgent first, the oldest first; what is settled last. */
export async function listIssues(query: Query): Promise<Issue[]> {
  return readIssues(query, null)
}

export async function findIssue(query: Query, id: string): Promise<Issue | null> {
  return isId(id) ? ((await readIssues(query, id))[0] ?? null) : null
}

async function readIssues(query: Query, id: string | null): Promise<Issue[]> {
  const { rows } =
    await sql<Issue>`select i.id, i.first_body_id as "firstBodyId", i.body_id as "bodyId", b.name as body, u.id as "parentId", u.name as parent,
      i.title, i.words, i.tried, i.asked, i.weight, i.raised_by as "raisedBy", coalesce(p.title, p.name) as "raisedByName", i.raised_on as "raisedOn", i.state, i.owner, coalesce(i.owner_person_id = (select me()), false) as "isMine",
      i.due_on as "dueOn", i.what_came as "whatCame", i.settled_on as "settledOn"
    from body_issue i join body b on b.authority_id = i.authority_id and b.id = i.body_id
      left join body u on u.authority_id = b.authority_id and u.id = b.parent_id left join meeting_people() p on p.person_id = i.raised_by
    where i.authority_id = (select authority()) and (${id}::uuid is null or i.id = ${id}::uuid)
    order by i.state = 'settled', array_position(array['urgent', 'serious', 'can wait'], i.weight), i.raised_on, i.title`.execute(
      query,
    )
  return rows
}

export async function listIssueDecisions(query: Query, issueId: string): Promise<IssueDecision[]> {
  const { rows } =
    await sql<IssueDecision>`select b.name as body, d.outcome, d.words, d.owner, d.due_on as "dueOn", u.name as "toBody", d.said_on as "saidOn"
    from issue_decision d join body b on b.authority_id = d.authority_id and b.id = d.body_id
      left join body u on u.authority_id = d.authority_id and u.id = d.to_body_id
    where d.authority_id = (select authority()) and d.issue_id = ${issueId} order by d.number`.execute(query)
  return rows
}

export type NewIssue = Pick<Issue, 'bodyId' | 'title' | 'words' | 'tried' | 'asked' | 'weight'>

/** The database puts it on the body's next agenda. */
export async function raiseIssue(query: Query, authorityId: number, issue: NewIssue): Promise<string> {
  const id = randomUUID()
  await sql`insert into body_issue (authority_id, id, first_body_id, body_id, title, words, tried, asked, weight)
    values (${authorityId}, ${id}, ${issue.bodyId}, ${issue.bodyId}, ${issue.title}, ${issue.words}, ${issue.tried}, ${issue.asked}, ${issue.weight})`.execute(
    query,
  )
  return id
}

export interface NewIssueDecision {
  outcome: IssueOutcome
  words: string
  owner: string | null
  ownerPersonId: string | null
  dueOn: IsoDate | null
}

export async function decideIssue(
  query: Query,
  authorityId: number,
  issueId: string,
  { outcome, words, owner, ownerPersonId, dueOn }: NewIssueDecision,
): Promise<void> {
  await sql`insert into issue_decision (authority_id, issue_id, outcome, words, owner, owner_person_id, due_on)
    values (${authorityId}, ${issueId}, ${outcome}, ${words}, ${owner}, ${ownerPersonId}, ${dueOn})`.execute(query)
}

/** The bodies whose decisions the reader may write down as their chair. */
export async function listChaired(query: Query): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select body_id as id from body_member where authority_id = (select authority())
      and person_id = (select me()) and part in ('chair', 'vice chair') and starts_on <= (select today()) and (ends_on is null or ends_on >= (select today()))`.execute(
    query,
  )
  return rows.map(({ id }) => id)
}

/** The meeting whose agenda it comes to: null where none is planned, or it is to be done only later. */
export async function findIssueMeeting(
  query: Query,
  { bodyId, dueOn }: Pick<Issue, 'bodyId' | 'dueOn'>,
): Promise<{ meetingId: string; day: IsoDate } | null> {
  const { rows } = await sql<{ meetingId: string; day: IsoDate }>`select id as "meetingId", held_on as day from meeting
    where authority_id = (select authority()) and body_id = ${bodyId} and status <> 'held' and held_on >= greatest((select today()), ${dueOn}::date)
    order by held_on limit 1`.execute(query)
  return rows[0] ?? null
}

export async function listBodiesToAsk(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from body where authority_id = (select authority())
    and coalesce(kind, 'board') <> 'young people' order by name`.execute(query)
  return rows
}
