import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface CalendarFeed {
  id: string
  /** Null: of every body its maker sits on. */
  body: string | null
  madeOn: IsoDate
}

/** My own calendars that are still open, the newest first. */
export async function listCalendars(query: Query): Promise<CalendarFeed[]> {
  const { rows } =
    await sql<CalendarFeed>`select f.id, b.name as body, f.made_on as "madeOn" from calendar_feed f left join body b on b.authority_id = f.authority_id and b.id = f.body_id
    where f.authority_id = (select authority()) and f.person_id = (select me()) and f.withdrawn_on is null order by f.made_on desc, f.id`.execute(
      query,
    )
  return rows
}

/** The secret part of a new address. It is given once; only its hash is kept. */
export async function addCalendar(query: Query, authorityId: number, bodyId: string | null): Promise<string> {
  const secret = randomBytes(24).toString('base64url')
  await sql`insert into calendar_feed (authority_id, body_id, secret_hash) values (${authorityId}, ${bodyId}, ${hash(secret)})`.execute(
    query,
  )
  return secret
}

/** From now on the address is nothing. False where there is none of mine. */
export async function withdrawCalendar(query: Query, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update calendar_feed set withdrawn_on = (select today())
    where authority_id = (select authority()) and id::text = ${id} and person_id = (select me()) and withdrawn_on is null`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

/** Whose calendar a secret opens; null where it opens none, or its maker may read no meeting any more. */
export async function openCalendar(
  database: Database,
  secret: string,
  today: IsoDate,
): Promise<{ actor: Actor; bodyId: string | null } | null> {
  const found = await database.atDoor(async (query) => {
    const { rows } = await sql<{
      authority_id: number
      person_id: string
      body_id: string | null
      rights: string[]
    }>`select c.authority_id, c.person_id, c.body_id, p.rights from calendar_at_door(${hash(secret)}) c
      cross join lateral person_at_door(c.authority_id, c.person_id) p`.execute(query)
    return rows[0]
  }, today)
  if (!found?.rights.includes('meetings:read')) return null
  return { actor: { authorityId: found.authority_id, personId: found.person_id, today }, bodyId: found.body_id }
}

export interface CalendarMeeting {
  id: string
  day: IsoDate
  time: string
  place: string
  name: string
  /** Of the items its reader may see. */
  minutes: number
}

/** Meetings of a body, or of those the reader has a seat on, from a day on. */
export async function listCalendarMeetings(
  query: Query,
  bodyId: string | null,
  from: IsoDate,
): Promise<CalendarMeeting[]> {
  const { rows } =
    await sql<CalendarMeeting>`select m.id, m.held_on as day, m.at_time as time, m.place, coalesce(b.calendar_name, 'Meeting') as name,
      (select coalesce(sum(i.minutes), 0)::int from agenda_item i where i.authority_id = m.authority_id and i.meeting_id = m.id and i.taken_off_on is null) as minutes
    from meeting m join body b on b.authority_id = m.authority_id and b.id = m.body_id
    where m.authority_id = (select authority()) and m.held_on >= ${from}
      and case when ${bodyId}::uuid is null then m.body_id in (select x.body_id from body_member x where x.authority_id = (select authority()) and x.person_id = (select me())
          and x.starts_on <= (select today()) and (x.ends_on is null or x.ends_on >= (select today())))
        else m.body_id = ${bodyId}::uuid end
    order by m.held_on, m.id`.execute(query)
  return rows
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
