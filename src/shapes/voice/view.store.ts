import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Feeling } from '../../domain/voice/say-set.ts'

export { FEELINGS, type Feeling } from '../../domain/voice/say-set.ts'

export interface Said {
  words: string
  feeling: Feeling | null
  pictures: string[]
  beside: string
  mayBeCounted: boolean
}

/** Somebody a child can choose: named for them now, with a cover. */
export interface PossibleReader {
  personId: string
  firstName: string
  part: string
  coverId: string
  coverName: string
}

export async function readMyReaders(query: Query): Promise<PossibleReader[]> {
  const { rows } =
    await sql<PossibleReader>`select person_id as "personId", first_name as "firstName", part, cover_id as "coverId", cover_name as "coverName"
    from my_readers() order by array_position(array['social_worker', 'personal_adviser', 'iro'], part), first_name`.execute(
      query,
    )
  return rows
}

/** The adults whom a child can say something about. */
export async function readMyAdults(query: Query): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{
    personId: string
    name: string
  }>`select distinct person_id as "personId", name from my_people() order by name`.execute(query)
  return rows
}

/** Whether anybody could read what is said about this adult: asked before a word of it is written. */
export async function canTellAbout(query: Query, personId: string): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`select can_tell_about(${personId}) as can`.execute(query)
  return rows[0]!.can
}

/** Null: it could not be sent to that person. `coverFrom` is London time, "yyyy-mm-ddThh:mm". */
export async function sendView(
  query: Query,
  said: Said,
  { to, about, coverFrom }: { to: string | null; about: string | null; coverFrom: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select send_view(${to}, ${JSON.stringify(said)}::jsonb, ${about},
    ${coverFrom}::timestamp at time zone 'Europe/London') as id`.execute(query)
  return rows[0]!.id
}

export interface ViewAnswer {
  id: string
  words: string
  whatChanges: string
  byOn: IsoDate | null
  isHard: boolean
  answeredOn: IsoDate
  answeredBy: string | null
  toldOn: IsoDate | null
  /** The child's newest word on it. */
  reply: string | null
}

export interface View {
  id: string
  words: string
  feeling: Feeling | null
  pictures: string[]
  beside: string
  isAboutAdult: boolean
  mayBeCounted: boolean
  /** A drawing, sound or video belongs to it: `listFilesOf(query, { kind: 'view', ref: id })`. */
  hasFile: boolean
  saidOn: IsoDate
  withdrawnOn: IsoDate | null
  /** Of the child; null on the child's own pages. */
  firstName: string | null
  /** Whether any of its readers has opened it. */
  isOpened: boolean
  /** The reader as chosen, the cover or the allegations lead. */
  part: string | null
  answers: ViewAnswer[]
}

/** What whoever asks has said, newest first. */
export async function readMyViews(query: Query): Promise<View[]> {
  const { rows } = await sql<{ view: Omit<View, 'firstName' | 'part'> }>`select view from views()
    where child_id = (select me()) order by said_at desc`.execute(query)
  return rows.map(({ view }) => ({ ...view, firstName: null, part: null }))
}

/** A view as whoever was named for it has it. */
export interface HeardView extends View {
  childId: string
  /** London time, "yyyy-mm-ddThh:mm". */
  saidAt: string
  /** In whose place it is read; null for what is about an adult. */
  chosenName: string | null
  coverName: string | null
  /** From when the cover may open it; null where there is none. London time. */
  coverFromAt: string | null
  /** Null where the reader may not know. */
  bornOn: IsoDate | null
  hasMeOpened: boolean
}

/** What was said to whoever asks: chosen, as cover, or as allegations lead. Those without an answer first, oldest first. */
export async function readInbox(query: Query): Promise<HeardView[]> {
  const { rows } = await sql<{ heard: HeardView }>`select heard from inbox() heard`.execute(query)
  return rows.map(({ heard }) => heard)
}

export async function openView(query: Query, viewId: string): Promise<void> {
  await sql`insert into view_opened (authority_id, view_id) values ((select authority()), ${viewId}) on conflict do nothing`.execute(
    query,
  )
}

export async function answerView(
  query: Query,
  viewId: string,
  answer: { words: string; whatChanges: string; byOn: IsoDate | null; isHard: boolean },
): Promise<string> {
  const id = crypto.randomUUID()
  await sql`insert into view_answer (authority_id, id, view_id, words, what_changes, by_on, is_hard)
    values ((select authority()), ${id}, ${viewId}, ${answer.words}, ${answer.whatChanges}, ${answer.byOn}, ${answer.isHard})`.execute(
    query,
  )
  return id
}

/** That a person has told the child: only now does hard news stand on their page. False where there is no such answer to tell. */
export async function tellAnswer(query: Query, answerId: string, on: IsoDate | null = null): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update view_answer set told_on = coalesce(${on}::date, (select today())), told_by = (select me())
    where authority_id = (select authority()) and id = ${answerId} and told_on is null
      and coalesce(${on}::date, (select today())) between (select v.said_on from view v where v.authority_id = (select authority()) and v.id = view_id) and (select today())`.execute(
      query,
    )
  return Number(numAffectedRows) === 1
}

/** Of those I answer for: how many told nobody yet what they wrote until that day. Never what it is, or whose (rule 12). */
export async function listLateTellings(
  query: Query,
  writtenUntil: IsoDate,
): Promise<{ name: string; tellings: number }[]> {
  const { rows } = await sql<{
    name: string
    tellings: number
  }>`select name, tellings from late_tellings(${writtenUntil}) order by name`.execute(query)
  return rows
}

/** False where the answer is not one that stands on the child's page. */
export async function replyToAnswer(query: Query, answerId: string, said: 'yes' | 'a bit' | 'no'): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into view_reply (authority_id, answer_id, said)
    select a.authority_id, a.id, ${said} from view_answer a join view v on v.authority_id = a.authority_id and v.id = a.view_id
    where a.authority_id = (select authority()) and a.id = ${answerId} and v.child_id = (select me())`.execute(query)
  return Number(numAffectedRows) === 1
}

export async function withdrawView(query: Query, viewId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update view set withdrawn_on = (select today()) where authority_id = (select authority())
    and id = ${viewId} and child_id = (select me()) and withdrawn_on is null`.execute(query)
  return Number(numAffectedRows) === 1
}

/** Who has what I said: the one I chose, their cover from a moment on, and whether each has opened it. */
export interface ViewReader {
  viewId: string
  part: 'chosen' | 'cover' | 'allegations'
  /** Null for those who hear of an adult. */
  firstName: string | null
  /** London time, "yyyy-mm-ddThh:mm". */
  fromAt: string
  isOpened: boolean
}

export async function readMyViewReaders(query: Query): Promise<ViewReader[]> {
  const { rows } =
    await sql<ViewReader>`select view_id as "viewId", part, first_name as "firstName", opened_at is not null as "isOpened",
      to_char(from_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI') as "fromAt"
    from my_view_readers() order by from_at, first_name`.execute(query)
  return rows
}
