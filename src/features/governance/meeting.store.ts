import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export type MeetingStatus = 'planned' | 'published' | 'held'

export interface Meeting {
  id: string
  bodyId: string
  body: string
  regime: 'formal' | 'advisory' | 'partnership'
  day: IsoDate
  time: string
  place: string
  theme: string
  status: MeetingStatus
  /** The group of young people who chair it for the day. */
  chairedByYoung: string | null
}

export interface AgendaItem {
  id: string
  meetingId: string
  bodyId: string
  position: number
  title: string | null
  broughtBy: string | null
  minutes: number
  isYoungPeoples: boolean
  otherwiseBecause: string | null
  isPrivate: boolean
  challengeId: string | null
  issueId: string | null
  version: number
}

const MEETING = sql`m.id, m.body_id as "bodyId", b.name as body, b.regime, m.held_on as day, m.at_time as time, m.place, m.theme, m.status, m.chaired_by_young as "chairedByYoung"
  from meeting m join body b on b.authority_id = m.authority_id and b.id = m.body_id where m.authority_id = (select authority())`
const ITEM = sql`i.id, i.meeting_id as "meetingId", i.body_id as "bodyId", i.position, i.title, i.brought_by as "broughtBy", i.minutes, i.is_young_peoples as "isYoungPeoples",
  i.otherwise_because as "otherwiseBecause", i.is_private as "isPrivate", i.challenge_id as "challengeId", i.issue_id as "issueId", i.version
  from agenda_item i where i.authority_id = (select authority()) and i.taken_off_on is null`

/** Every meeting the reader may know of, the latest first. */
export async function listMeetings(query: Query): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`select ${MEETING} order by m.held_on desc, b.name`.execute(query)
  return rows
}

export async function findMeeting(query: Query, id: string): Promise<Meeting | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Meeting>`select ${MEETING} and m.id = ${id}`.execute(query)
  return rows[0] ?? null
}

/** The next meeting of a body I sit on; else of any body. A meeting of today is still to come until it was held. */
export async function findNextMeeting(query: Query, today: IsoDate): Promise<Meeting | null> {
  const { rows } = await sql<Meeting>`select ${MEETING} and m.status <> 'held' and m.held_on >= ${today}
    order by exists (select from body_member x where x.authority_id = m.authority_id and x.body_id = m.body_id and x.person_id = (select me())) desc, m.held_on limit 1`.execute(
    query,
  )
  return rows[0] ?? null
}

/** The agenda as far as the reader may see it. Private items of others are not among them, nor is there a gap where they are. */
export async function listItems(query: Query, meetingId: string): Promise<AgendaItem[]> {
  const { rows } = await sql<AgendaItem>`select ${ITEM} and i.meeting_id = ${meetingId} order by i.position`.execute(
    query,
  )
  return rows
}

/** Items of meetings still to come that the reader may know of. */
export async function listComingItems(
  query: Query,
  today: IsoDate,
): Promise<{ id: string; title: string; day: IsoDate }[]> {
  const { rows } = await sql<{ id: string; title: string; day: IsoDate }>`select i.id, i.title, m.held_on as day
    from agenda_item i join meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id
    where i.authority_id = (select authority()) and i.taken_off_on is null and i.title is not null and m.status <> 'held' and m.held_on >= ${today}
    order by m.held_on, i.position`.execute(query)
  return rows
}

export async function findItem(query: Query, id: string): Promise<AgendaItem | null> {
  if (!isId(id)) return null
  const { rows } = await sql<AgendaItem>`select ${ITEM} and i.id = ${id}`.execute(query)
  return rows[0] ?? null
}

export interface NewMeeting {
  bodyId: string
  day: IsoDate
  time: string
  place: string
  theme: string
}

/** Null where the body meets on that day already. Its agenda begins with young people's item: the database puts it there. */
export async function addMeeting(query: Query, authorityId: number, meeting: NewMeeting): Promise<string | null> {
  const id = randomUUID()
  const { rows } =
    await sql`select 1 from meeting m where m.authority_id = ${authorityId} and m.body_id = ${meeting.bodyId}
    and m.held_on = ${meeting.day}`.execute(query)
  if (rows.length > 0) return null
  await sql`insert into meeting (authority_id, id, body_id, held_on, at_time, place, theme)
    values (${authorityId}, ${id}, ${meeting.bodyId}, ${meeting.day}, ${meeting.time}, ${meeting.place}, ${meeting.theme})`.execute(
    query,
  )
  return id
}

/** At the end of the agenda. */
export async function addItem(
  query: Query,
  authorityId: number,
  item: {
    meetingId: string
    bodyId: string
    title: string
    broughtBy: string | null
    minutes: number
    isPrivate: boolean
    challengeId?: string | null
  },
): Promise<string> {
  const id = randomUUID()
  await sql`insert into agenda_item (authority_id, id, meeting_id, body_id, position, title, brought_by, minutes, is_private, challenge_id)
    select ${authorityId}, ${id}, ${item.meetingId}, ${item.bodyId}, coalesce(max(position), 0) + 1, ${item.title}, ${item.broughtBy}, ${item.minutes}, ${item.isPrivate}, ${item.challengeId ?? null}
    from agenda_item where authority_id = ${authorityId} and meeting_id = ${item.meetingId}`.execute(query)
  return id
}

/** False where somebody saved since the version that was begun from. */
export async function changeItem(
  query: Query,
  id: string,
  item: { title: string | null; broughtBy: string | null; minutes: number; otherwiseBecause: string | null },
  from: number,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update agenda_item set title = ${item.title}, brought_by = ${item.broughtBy}, minutes = ${item.minutes}, otherwise_because = ${item.otherwiseBecause}
    where authority_id = (select authority()) and id = ${id} and version = ${from}`.execute(query)
  return Number(numAffectedRows) === 1
}

export async function setChairedByYoung(query: Query, id: string, group: string | null): Promise<void> {
  await sql`update meeting set chaired_by_young = ${group} where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
}

export async function setStatus(query: Query, id: string, status: MeetingStatus): Promise<void> {
  await sql`update meeting set status = ${status} where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
}
