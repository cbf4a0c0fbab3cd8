import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { findHomeOn, listHomes, type Stay } from '../../domain/record/list-homes.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

/** A child as a list shows them: only what the reader may see of each is there. */
export interface ListedChild {
  id: string
  givenName: string | null
  familyName: string | null
  code: string | null
  bornOn: IsoDate | null
  home: { startsOn: IsoDate; placement: string } | null
  /** Whether the reader may read where they live, and their reviews: nothing there is not the same as nothing shown. */
  isCareShown: boolean
  isReviewShown: boolean
  lastReviewOn: IsoDate | null
  inCareSince: IsoDate | null
  reviewsSinceThen: number
}

export interface ChildFilter {
  search: string
  onlyInCare: boolean
  /** Only children named for the reader or their teams today; an adviser's stay theirs when they have left our care. */
  onlyMine?: boolean
  limit: number
  offset: number
}

/** Short breaks under an agreement (V3, V4) are not being in our care: as in the figures, so that the two counts agree. */
const SHORT_BREAKS = sql`array['V3', 'V4']`

const CURRENT = sql`not e.voids and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)`

/**
 * The children the reader may see, by name, with how many there are in all. Row security decides; the filter only narrows.
 * Ids as an array reach the index, so that the reader's own children are read and not the council's.
 */
export async function listChildren(
  query: Query,
  filter: ChildFilter,
  today: IsoDate,
): Promise<{ total: number; children: ListedChild[] }> {
  const start = filter.search.trim().toLowerCase()
  const { rows } = await sql<{
    id: string
    given_name: string | null
    family_name: string | null
    code: string | null
    care: boolean
    reviews: boolean
    total: string
  }>`
    with mine as materialized (select v.child_id, v.field_group from visible() v where v.field_group in ('identity', 'care', 'reviews'))
    , reach as (select ${filter.onlyMine !== true} and 'identity' = any ((select groups_all())::text[]) as every)
    , people as materialized (
      select p.id, p.given_name, p.family_name from person p where p.authority_id = (select authority()) and p.kind = 'child' and (select every from reach)
      union all select p.id, p.given_name, p.family_name from person p where p.authority_id = (select authority()) and p.kind = 'child'
        and not (select every from reach) and p.id = any (array(select child_id from mine)))
    , seen as (
      select p.id, p.given_name, p.family_name, (select min(i.value) from identifier i where i.authority_id = (select authority()) and i.person_id = p.id and i.scheme = 'return') as code
      from people p where ${!filter.onlyInCare} or p.id in (select e.child_id from event e where e.authority_id = (select authority())
          and e.child_id = any (array(select id from people)) and e.kind = 'episode'
          and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today}) and e.data->>'legalStatus' <> all (${SHORT_BREAKS}) and ${CURRENT})
        or (${filter.onlyMine === true} and p.id in (select r.child_id from relationship r where r.authority_id = (select authority())
          and r.person_id = (select me()) and r.role = 'personal_adviser' and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today}))))
    select id, given_name, family_name, code, count(*) over ()::text as total,
      'care' = any ((select groups_all())::text[]) or id in (select child_id from mine where field_group = 'care') as care,
      'reviews' = any ((select groups_all())::text[]) or id in (select child_id from mine where field_group = 'reviews') as reviews
    from seen
    where ${start} = '' or starts_with(lower(family_name), ${start}) or starts_with(lower(given_name), ${start}) or starts_with(lower(code), ${start})
      or starts_with(lower(concat_ws(' ', given_name, family_name)), ${start})
    order by family_name nulls last, given_name, code limit ${filter.limit} offset ${filter.offset}`.execute(query)
  const children = await describe(query, rows, today)
  return { total: Number(rows[0]?.total ?? 0), children }
}

async function describe(
  query: Query,
  rows: {
    id: string
    given_name: string | null
    family_name: string | null
    code: string | null
    care: boolean
    reviews: boolean
  }[],
  today: IsoDate,
): Promise<ListedChild[]> {
  const ids = JSON.stringify(rows.map((row) => row.id))
  const facts = await sql<{
    child_id: string
    born_on: IsoDate | null
    episodes: string | null
    reviews: string | null
  }>`
    select e.child_id, max(e.starts_on) filter (where e.kind = 'characteristics') as born_on,
      (jsonb_agg(jsonb_build_array(e.starts_on, e.ends_on, e.data->>'placement', e.data->>'reasonForNewEpisode') order by e.starts_on)
        filter (where e.kind = 'episode' and e.data->>'legalStatus' <> all (${SHORT_BREAKS})))::text as episodes,
      (jsonb_agg(e.starts_on order by e.starts_on) filter (where e.kind = 'review'))::text as reviews
    from event e where e.authority_id = (select authority()) and e.child_id = any (array(select v::uuid from jsonb_array_elements_text(${ids}::jsonb) v))
      and e.kind in ('characteristics', 'episode', 'review') and e.starts_on <= ${today} and ${CURRENT}
    group by e.child_id`.execute(query)
  const byChild = new Map(facts.rows.map((row) => [row.child_id, row]))
  return rows.map((row) => {
    const known = byChild.get(row.id)
    const episodes = (JSON.parse(known?.episodes ?? '[]') as [IsoDate, IsoDate | null, string, string][]).map(toStay)
    const reviews = JSON.parse(known?.reviews ?? '[]') as IsoDate[]
    const home = findHomeOn(listHomes(episodes), today)
    const inCareSince = home && (episodes.findLast((stay) => stay.reasonForNewEpisode === 'S')?.startsOn ?? null)
    const since = inCareSince === null ? [] : reviews.filter((day) => day >= inCareSince)
    return {
      id: row.id,
      givenName: row.given_name,
      familyName: row.family_name,
      code: row.code,
      bornOn: known?.born_on ?? null,
      home,
      isCareShown: row.care,
      isReviewShown: row.reviews,
      lastReviewOn: since.at(-1) ?? null,
      inCareSince,
      reviewsSinceThen: since.length,
    }
  })
}

function toStay([startsOn, endsOn, placement, reasonForNewEpisode]: [IsoDate, IsoDate | null, string, string]): Stay {
  return { startsOn, endsOn, placement, reasonForNewEpisode }
}

/** The social workers of today of these children, as far as the reader may read who they are. */
export async function readWorkersOf(query: Query, childIds: string[], today: IsoDate): Promise<Map<string, string>> {
  const { rows } = await sql<{ child_id: string; names: string }>`
    select r.child_id, string_agg(concat_ws(' ', p.given_name, p.family_name), ', ' order by r.starts_on desc) as names
    from relationship r join person p on p.authority_id = r.authority_id and p.id = r.person_id
    where r.authority_id = (select authority()) and r.role = 'social_worker' and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
      and r.child_id = any (array(select v::uuid from jsonb_array_elements_text(${JSON.stringify(childIds)}::jsonb) v))
    group by r.child_id`.execute(query)
  return new Map(rows.map((row) => [row.child_id, row.names]))
}

/** One child, by id; null where there is none or the reader may not see them. */
export async function findChild(
  query: Query,
  id: string,
): Promise<{
  id: string
  givenName: string | null
  familyName: string | null
  code: string | null
  isRestricted: boolean
} | null> {
  if (!isId(id)) return null
  const { rows } = await sql<{
    id: string
    givenName: string | null
    familyName: string | null
    code: string | null
    isRestricted: boolean
  }>`
    select p.id, p.given_name as "givenName", p.family_name as "familyName", p.is_restricted as "isRestricted",
      (select min(i.value) from identifier i where i.authority_id = p.authority_id and i.person_id = p.id and i.scheme = 'return') as code
    from person p where p.authority_id = (select authority()) and p.kind = 'child' and p.id = ${id}`.execute(query)
  return rows[0] ?? null
}

export interface ChildRights {
  /** Field groups the reader may state facts in, for this child. */
  canWrite: Set<string>
  /** Nothing there is not the same as nothing shown. */
  canReadCare: boolean
  canReadWhoLooked: boolean
  canReadHistory: boolean
  /** Whether the reader may help this child into their own pages. */
  canLetIn: boolean
  /** When a break-glass opening ends, where that is how the reader sees the child. */
  openUntil: string | null
}

export async function readChildRights(query: Query, childId: string): Promise<ChildRights> {
  const { rows } = await sql<{ writes: string[]; reads: string[]; helps: boolean; open_until: string | null }>`select
    exists (select from helped() h where h.child_id = ${childId}) as helps,
    array(select unnest((select groups_all('write'))) union select v.field_group from visible('write') v where v.child_id = ${childId}) as writes,
    array(select unnest((select groups_all())) union select v.field_group from visible() v where v.child_id = ${childId}) as reads,
    (select max(b.closes_at)::text from break_glass b where b.authority_id = (select authority()) and b.child_id = ${childId} and b.person_id = (select me()) and b.closes_at > clock_timestamp()) as open_until`.execute(
    query,
  )
  const row = rows[0]!
  return {
    canWrite: new Set(row.writes),
    canReadCare: row.reads.includes('care'),
    canReadWhoLooked: row.reads.includes('who_looked'),
    canReadHistory: row.reads.includes('history'),
    canLetIn: row.helps,
    openUntil: row.open_until,
  }
}

export interface NamedPerson {
  name: string
  role: string
  startsOn: IsoDate
  endsOn: IsoDate | null
}

/** Who is what to the child, and was. */
export async function readPeopleOf(query: Query, childId: string): Promise<NamedPerson[]> {
  const { rows } =
    await sql<NamedPerson>`select coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'somebody you may not see') as name, r.role, r.starts_on as "startsOn", r.ends_on as "endsOn"
    from relationship r left join person p on p.authority_id = r.authority_id and p.id = r.person_id
    where r.authority_id = (select authority()) and r.child_id = ${childId} and r.role <> 'barred' order by r.ends_on nulls first, r.starts_on desc`.execute(
      query,
    )
  return rows
}

export function nameOf(child: { givenName: string | null; familyName: string | null; code: string | null }): string {
  return [child.givenName, child.familyName].filter(Boolean).join(' ') || `Child ${child.code ?? ''}`.trim()
}
