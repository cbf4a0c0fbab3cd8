import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { isId } from '../../domain/shared/is-id.ts'

const WHEN = sql`'FMDD FMMonth, HH24:MI'`
const say = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'Europe/London', ${WHEN})`

/** A message as duty reads it. The words are asked for one message alone, when a person has opened it. */
export interface DutyMessage {
  id: string
  sentAt: string
  isFromChild: boolean
  isAboutAdult: boolean
  isTest: boolean
  openedBy: string | null
  openedAt: string | null
  isDone: boolean
}

const ROW = sql`m.id, ${say('m.sent_at')} as "sentAt", m.child_id is not null as "isFromChild", m.about_adult as "isAboutAdult", m.is_test as "isTest",
  o.name as "openedBy", o.at as "openedAt",
  exists (select from not_safe_step s where s.authority_id = m.authority_id and s.message_id = m.id and s.kind = 'done') as "isDone"`
const OPENING = sql`left join lateral (select coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'A colleague') as name, ${say('s.at')} as at
    from not_safe_step s left join person p on p.authority_id = s.authority_id and p.id = s.by_person
    where s.authority_id = m.authority_id and s.message_id = m.id and s.kind = 'opened' order by s.at limit 1) o on true`

/** What waits comes first, oldest first; then the newest of the others. */
export async function listMessages(query: Query): Promise<DutyMessage[]> {
  const { rows } = await sql<DutyMessage>`select ${ROW} from not_safe_message m ${OPENING}
    where m.authority_id = (select authority())
    order by o.at is not null, case when o.at is null then m.sent_at end, m.sent_at desc limit 60`.execute(query)
  return rows
}

export interface WholeMessage extends DutyMessage {
  name: string | null
  words: string | null
  reach: string | null
  adult: string | null
  adultWords: string | null
  isOneOfMany: boolean
}

/** Null where there is none, or it is not the reader's to see. */
export async function findMessage(query: Query, id: string): Promise<WholeMessage | null> {
  if (!isId(id)) return null
  const { rows } = await sql<WholeMessage>`select ${ROW}, m.said_name as name, m.words, m.how_to_reach as reach,
      nullif(concat_ws(' ', a.given_name, a.family_name), '') as adult, m.adult_words as "adultWords", m.is_one_of_many as "isOneOfMany"
    from not_safe_message m ${OPENING} left join person a on a.authority_id = m.authority_id and a.id = m.adult_id
    where m.authority_id = (select authority()) and m.id = ${id}`.execute(query)
  return rows[0] ?? null
}

export interface Step {
  kind: 'opened' | 'called' | 'done'
  words: string | null
  by: string
  at: string
}

export async function listSteps(query: Query, messageId: string): Promise<Step[]> {
  const { rows } =
    await sql<Step>`select s.kind, s.words, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'A colleague') as by, ${say('s.at')} as at
    from not_safe_step s left join person p on p.authority_id = s.authority_id and p.id = s.by_person
    where s.authority_id = (select authority()) and s.message_id = ${messageId} order by s.at`.execute(query)
  return rows
}

/** Refused by the database where the message is not the actor's to read. */
export async function addStep(
  query: Query,
  messageId: string,
  kind: Step['kind'],
  words: string | null,
): Promise<void> {
  await sql`insert into not_safe_step (authority_id, message_id, kind, words)
    values ((select authority()), ${messageId}, ${kind}, ${words})`.execute(query)
}

export interface Notice {
  name: string
  number: string
  at: string
  sentAt: string
  isOpened: boolean
}

/** The outbox of the chain, newest first: a name, a number and times. */
export async function listNotices(query: Query): Promise<Notice[]> {
  const { rows } =
    await sql<Notice>`select n.name, n.number, ${say('n.written_at')} as at, ${say('m.sent_at')} as "sentAt",
      exists (select from not_safe_step s where s.authority_id = m.authority_id and s.message_id = m.id and s.kind = 'opened') as "isOpened"
    from duty_notice n join not_safe_message m on m.authority_id = n.authority_id and m.id = n.message_id
    where n.authority_id = (select authority()) order by n.written_at desc limit 20`.execute(query)
  return rows
}

/** A child's own people, to say which adult it is about. */
export async function listMyAdults(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select distinct person_id as id, name from my_people() order by name`.execute(query)
  return rows
}
