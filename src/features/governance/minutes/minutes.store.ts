import { sql } from 'kysely'
import type { Actor, Query } from '../../../database/database.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import type { AgendaItem } from '../meeting.store.ts'

export type MinutesState = 'draft' | 'checked' | 'agreed'

export interface Minute {
  id: string
  itemId: string
  words: string
  version: number
  savedBy: string | null
  savedTime: string
  savedOn: IsoDate
}

export interface MinutesStep {
  step: 'checked' | 'sent back' | 'agreed'
  words: string | null
  doneBy: string | null
  doneOn: IsoDate
  agreedAt: IsoDate | null
}

/** As far as the reader may see them: a draft is the clerk's and the chair's alone. */
export async function listMinutes(query: Query, meetingId: string): Promise<Minute[]> {
  const { rows } = await sql<Minute>`select m.id, m.agenda_item_id as "itemId", m.words, m.version, p.name as "savedBy",
      to_char(m.saved_at at time zone 'Europe/London', 'HH24:MI') as "savedTime", (m.saved_at at time zone 'Europe/London')::date as "savedOn"
    from minute m left join meeting_people() p on p.person_id = m.saved_by where m.authority_id = (select authority()) and m.meeting_id = ${meetingId}`.execute(
    query,
  )
  return rows
}

export async function findMinute(
  query: Query,
  id: string,
): Promise<{ id: string; meetingId: string; title: string | null } | null> {
  if (!isId(id)) return null
  const { rows } = await sql<{
    id: string
    meetingId: string
    title: string | null
  }>`select m.id, m.meeting_id as "meetingId", i.title
    from minute m join agenda_item i on i.authority_id = m.authority_id and i.id = m.agenda_item_id
    where m.authority_id = (select authority()) and m.id = ${id}`.execute(query)
  return rows[0] ?? null
}

/** The new version; null where somebody saved since the version that was begun from (0: nothing was there). */
export async function saveMinute(
  query: Query,
  actor: Actor,
  item: Pick<AgendaItem, 'id' | 'meetingId' | 'bodyId'>,
  words: string,
  from: number,
): Promise<number | null> {
  const { rows } =
    from === 0
      ? await sql<{ version: number }>`insert into minute (authority_id, agenda_item_id, meeting_id, body_id, words)
          values (${actor.authorityId}, ${item.id}, ${item.meetingId}, ${item.bodyId}, ${words}) on conflict do nothing returning version`.execute(
          query,
        )
      : await sql<{
          version: number
        }>`update minute set words = ${words}, saved_by = ${actor.personId}, saved_at = clock_timestamp()
          where authority_id = ${actor.authorityId} and agenda_item_id = ${item.id} and version = ${from} returning version`.execute(
          query,
        )
  return rows[0]?.version ?? null
}

export async function findMinutesState(query: Query, meetingId: string): Promise<MinutesState> {
  const { rows } = await sql<{ state: MinutesState }>`select minutes_state as state from meeting
    where authority_id = (select authority()) and id = ${meetingId}`.execute(query)
  return rows[0]?.state ?? 'draft'
}

/** What became of the minutes, the latest first. */
export async function listMinutesSteps(query: Query, meetingId: string): Promise<MinutesStep[]> {
  const { rows } =
    await sql<MinutesStep>`select s.step, s.words, p.name as "doneBy", s.done_on as "doneOn", t.held_on as "agreedAt"
    from minutes_step s left join meeting_people() p on p.person_id = s.done_by
      left join meeting t on t.authority_id = s.authority_id and t.id = s.agreed_at_meeting
    where s.authority_id = (select authority()) and s.meeting_id = ${meetingId} order by s.done_at desc`.execute(query)
  return rows
}

export async function takeMinutesStep(
  query: Query,
  authorityId: number,
  step: {
    meetingId: string
    bodyId: string
    step: MinutesStep['step']
    words: string | null
    agreedAtMeeting: string | null
  },
): Promise<void> {
  await sql`insert into minutes_step (authority_id, meeting_id, body_id, step, words, agreed_at_meeting)
    values (${authorityId}, ${step.meetingId}, ${step.bodyId}, ${step.step}, ${step.words}, ${step.agreedAtMeeting})`.execute(
    query,
  )
}

/** Whether the reader is the chair of the body today. */
export async function isChairOf(query: Query, bodyId: string): Promise<boolean> {
  const { rows } =
    await sql`select from body_member where authority_id = (select authority()) and body_id = ${bodyId} and person_id = (select me())
    and part = 'chair' and starts_on <= (select today()) and (ends_on is null or ends_on >= (select today()))`.execute(
      query,
    )
  return rows.length > 0
}

/** Later meetings of the same body that were held: where minutes can have been agreed. */
export async function listLaterMeetings(
  query: Query,
  meeting: { bodyId: string; day: IsoDate },
): Promise<{ id: string; day: IsoDate }[]> {
  const { rows } = await sql<{ id: string; day: IsoDate }>`select id, held_on as day from meeting
    where authority_id = (select authority()) and body_id = ${meeting.bodyId} and held_on > ${meeting.day} and status = 'held' order by held_on`.execute(
    query,
  )
  return rows
}
