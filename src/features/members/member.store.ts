import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** What somebody does as a corporate parent, in the order in which a form offers it. */
export const ACT_KINDS = {
  visit: 'Visited a home',
  award: 'Gave an award',
  'young people': 'Met young people in their own meeting',
  group: 'Sat on a group that works for children',
  question: 'Asked: how does this support our children?',
  training: 'Learned something for it',
  induction: 'Had my induction',
  other: 'Something else',
} as const
export type ActKind = keyof typeof ACT_KINDS

export const OFFER_KINDS = {
  skill: 'Something I can teach',
  interest: 'Something I like doing with others',
  place: 'A place to learn or work in',
  network: 'People I can ask',
} as const
export type OfferKind = keyof typeof OFFER_KINDS

export interface Act {
  id: string
  personId: string
  kind: ActKind
  doneOn: IsoDate
  words: string
  answered: string | null
  isTold: boolean
  /** Somebody else wrote it down: who came to a training. */
  isByOther: boolean
}

const ACT = sql`select a.id, a.person_id as "personId", a.kind, a.done_on as "doneOn", a.words, a.answered, a.is_told as "isTold", a.recorded_by <> a.person_id as "isByOther"
  from member_act a where a.authority_id = (select authority()) and a.withdrawn_on is null`

/** One's own, the latest first. */
export async function listMyActs(query: Query): Promise<Act[]> {
  const { rows } =
    await sql<Act>`${ACT} and a.person_id = (select me()) order by a.done_on desc, a.recorded_on desc, a.id`.execute(
      query,
    )
  return rows
}

/** What others let be told since a day, the latest first. */
export async function listToldActs(query: Query, since: IsoDate): Promise<Act[]> {
  const { rows } = await sql<Act>`${ACT} and a.is_told and a.done_on >= ${since} order by a.done_on desc, a.id`.execute(
    query,
  )
  return rows
}

export type NewAct = Pick<Act, 'kind' | 'doneOn' | 'words' | 'answered' | 'isTold'>

/** For oneself, or by whoever keeps the meetings for those who came to a training. Sent twice, it stands there once. */
export async function addActs(query: Query, authorityId: number, people: string[], act: NewAct): Promise<void> {
  await sql`insert into member_act (authority_id, person_id, kind, done_on, words, answered, is_told)
    select ${authorityId}, p.id, ${act.kind}, ${act.doneOn}, ${act.words}, ${act.answered}, ${act.isTold}
    from unnest(${people}::uuid[]) as p(id) on conflict do nothing`.execute(query)
}

/** False where there is no such act of one's own. */
export async function withdrawAct(query: Query, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update member_act set withdrawn_on = (select today())
    where authority_id = (select authority()) and id::text = ${id} and person_id = (select me()) and withdrawn_on is null`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

export interface Offer {
  id: string
  personId: string
  kind: OfferKind
  words: string
}

export async function listOffers(query: Query): Promise<Offer[]> {
  const { rows } = await sql<Offer>`select id, person_id as "personId", kind, words from member_offer
    where authority_id = (select authority()) and ended_on is null order by offered_on desc, id`.execute(query)
  return rows
}

export async function addOffer(
  query: Query,
  authorityId: number,
  { kind, words }: Pick<Offer, 'kind' | 'words'>,
): Promise<void> {
  await sql`insert into member_offer (authority_id, kind, words) values (${authorityId}, ${kind}, ${words}) on conflict do nothing`.execute(
    query,
  )
}

export async function endOffer(query: Query, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update member_offer set ended_on = (select today())
    where authority_id = (select authority()) and id::text = ${id} and person_id = (select me()) and ended_on is null`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

export async function listRead(query: Query): Promise<Set<string>> {
  const { rows } = await sql<{
    id: string
  }>`select paper_id as id from paper_read where authority_id = (select authority()) and is_read`.execute(query)
  return new Set(rows.map(({ id }) => id))
}

/** Of the papers shown, those ticked are read and the others are not. */
export async function keepRead(query: Query, authorityId: number, shown: string[], ticked: string[]): Promise<void> {
  await sql`insert into paper_read (authority_id, paper_id, is_read)
    select ${authorityId}, p.id, p.id = any(${ticked}::uuid[]) from unnest(${shown}::uuid[]) as p(id)
    on conflict (authority_id, person_id, paper_id) do update set is_read = excluded.is_read`.execute(query)
}

export interface ActCount {
  kind: ActKind
  acts: number
  people: number
}

/** What was done between two days, by kind; nobody by name. */
export async function countActs(query: Query, from: IsoDate, to: IsoDate): Promise<ActCount[]> {
  const { rows } = await sql<ActCount>`select kind, acts, people from member_act_counts(${from}, ${to})`.execute(query)
  const order = Object.keys(ACT_KINDS)
  return rows.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

export interface Training {
  members: number
  inducted: number
  trained: number
}

/** Of the members with a seat on a day: how many have had their induction, and learned something in the twelve months before. */
export async function readTraining(query: Query, day: IsoDate): Promise<Training> {
  const { rows } = await sql<Training>`select members, inducted, trained from member_training(${day})`.execute(query)
  return rows[0]!
}

/** Who has learned what and when, for whoever keeps the meetings. */
export async function listLearned(query: Query): Promise<Pick<Act, 'personId' | 'kind' | 'doneOn'>[]> {
  const { rows } = await sql<Act>`${ACT} and a.kind in ('training', 'induction') order by a.done_on desc`.execute(query)
  return rows
}
