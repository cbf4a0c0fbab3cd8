import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { type DatedEpisode, joinStays } from '../../domain/eligibility/care-dates.ts'
import type { OfferFacts } from '../../domain/offers/decide-offer.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

interface Row {
  kind: 'characteristics' | 'episode' | 'leaving_care_year'
  startsOn: IsoDate
  endsOn: IsoDate | null
  legalStatus: string
  reasonEnded: string | null
  activity: string | null
}

/** F1 and P1 of the return: higher education, full or part time. 0: they were not in touch, so nobody knows. */
const HIGHER_EDUCATION = ['F1', 'P1']

/**
 * What an offer's rule asks about somebody: the days that decide, read for themselves or for those who advise them. Null where the record has
 * no date of birth, or the reader may not ask.
 */
export async function readOfferFacts(query: Query, childId: string): Promise<OfferFacts | null> {
  const { rows } =
    await sql<Row>`select kind, starts_on as "startsOn", ends_on as "endsOn", legal_status as "legalStatus",
    reason_ended as "reasonEnded", activity from care_dates(${childId})`.execute(query)
  const bornOn = rows.find(({ kind }) => kind === 'characteristics')?.startsOn
  if (bornOn === undefined) return null
  const activity = rows.findLast(({ kind }) => kind === 'leaving_care_year')?.activity ?? null
  return {
    care: {
      bornOn,
      stays: joinStays(rows.filter((row): row is Row & DatedEpisode => row.kind === 'episode')),
      homeWithParentSince: null,
      isOnPlannedCourse: false,
    },
    isInHigherEducation: activity === null || activity === '0' ? null : HIGHER_EDUCATION.includes(activity),
  }
}

export interface Adviser {
  name: string
  title: string | null
  email: string | null
}

/** Who advises the one who asks, the newest first. */
export async function readMyAdvisers(query: Query): Promise<Adviser[]> {
  return (await sql<Adviser>`select name, title, email from my_advisers()`.execute(query)).rows
}

/** A young person whom the reader advises, or whose adviser they manage; null for anybody else. */
export async function findMyYoungPerson(query: Query, id: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select p.id, concat_ws(' ', p.given_name, p.family_name) as name from person p
    where p.authority_id = (select authority()) and p.id::text = ${id} and p.id in (select a.child_id from advised() a)`.execute(
    query,
  )
  return rows[0] ?? null
}
