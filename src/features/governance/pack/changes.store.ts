import { type RawBuilder, sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import type { ChangeSince, Wordings } from '../../../domain/governance/changes-since.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'

export interface LastPack {
  publishedAt: string
  publishedOn: IsoDate
  /** Null: it did not write down by which wordings it counted. */
  wordings: Wordings | null
}

/** The newest pack of the body's meetings before this one; null before the first. */
export async function findLastPack(
  query: Query,
  meeting: { id: string; bodyId: string; day: IsoDate },
): Promise<LastPack | null> {
  const { rows } =
    await sql<LastPack>`select p.published_at::text as "publishedAt", london_day(p.published_at) as "publishedOn", p.content->'wordings' as wordings
    from pack p join meeting m on m.authority_id = p.authority_id and m.id = p.meeting_id
    where p.authority_id = (select authority()) and p.body_id = ${meeting.bodyId} and m.held_on < ${meeting.day}::date
    order by p.published_at desc limit 1`.execute(query)
  return rows[0] ?? null
}

/** Everything of the kind that was written since the last pack. What has only a day counts from that day on, the day included. */
export async function listChangesSince(query: Query, { publishedAt, publishedOn }: LastPack): Promise<ChangeSince[]> {
  const read = async (statement: RawBuilder<unknown>) => (await statement.$castTo<ChangeSince>().execute(query)).rows
  const lines =
    await read(sql`select 'line' as what, london_day(set_at) as "on", kept_from as "keptFrom", partly_from as "partlyFrom", why
    from promise_rule where authority_id = (select authority()) and set_at > ${publishedAt}::timestamptz order by set_at`)
  const pledges =
    await read(sql`select 'pledge' as what, coalesce(version, title) as version, agreed_on as "on", coalesce(why, '') as why from plan
    where authority_id = (select authority()) and kind = 'pledge' and replaces_id is not null and agreed_on >= ${publishedOn}::date order by agreed_on`)
  const strategies = await read(sql`select 'strategy' as what, v.number as version, a.in_force_from as "on", v.why
    from strategy_approval a join strategy_version v on v.authority_id = a.authority_id and v.id = a.version_id
    where a.authority_id = (select authority()) and a.recorded_on >= ${publishedOn}::date order by a.in_force_from`)
  const local =
    await read(sql`select 'local definition' as what, id as measure, london_day(written_at) as "on", version = 1 as "isNew", coalesce(reason, '') as why
    from local_measure where authority_id = (select authority()) and written_at > ${publishedAt}::timestamptz order by written_at`)
  const directions = await read(sql`select 'direction' as what, measure_id as measure, set_on as "on", direction, why
    from measure_direction where authority_id = (select authority()) and set_at > ${publishedAt}::timestamptz order by set_at`)
  const targets = await read(sql`select 'target' as what, measure_id as measure, set_on as "on", why
    from measure_target where authority_id = (select authority()) and set_at > ${publishedAt}::timestamptz order by set_at`)
  return [
    ...pledges,
    ...strategies,
    ...lines,
    ...local,
    ...directions,
    ...targets,
    ...(await listJoins(query, publishedOn)),
  ]
}

/** Joins between promises, actions, measures, the strategy and progress that was told without its commitment, begun or ended. What the reader may not name is not there. */
async function listJoins(query: Query, since: IsoDate): Promise<ChangeSince[]> {
  const { rows } = await sql<ChangeSince>`
    with named as (select i.id::text as ref, case p.kind when 'pledge' then 'Promise ' || i.position || ', ' || i.title
          else coalesce('Action ' || i.reference || ', ', '') || i.title end as name
        from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority())),
      parts as (select s.id::text as ref, 'The strategy’s “' || s.title || '”' as name from strategy_part s
        where s.authority_id = (select authority()) and s.version_id in (select a.version_id from strategy_approval a where a.authority_id = (select authority()))),
      joins as (select from_kind, from_ref, to_kind, to_ref, joined_on, ended_on from knot_join where authority_id = (select authority())
          and from_kind in ('promise', 'action', 'measure') and to_kind in ('promise', 'action', 'measure')
        union all select 'strategy', part_id::text, to_kind, to_ref, joined_on, ended_on from strategy_join where authority_id = (select authority())
        union all select 'progress', progress_id::text, 'action', item_id::text, joined_on, ended_on from progress_join where authority_id = (select authority())),
      told as (select g.id::text as ref, 'What “' || g.report || '” told' as name from loose_progress g where g.authority_id = (select authority())),
      said as (select coalesce(f.name, s.name, g.name, case from_kind when 'measure' then from_ref end) as "from",
          coalesce(t.name, case to_kind when 'measure' then to_ref end) as "to", joined_on, ended_on
        from joins j left join named f on f.ref = j.from_ref left join parts s on s.ref = j.from_ref left join told g on g.ref = j.from_ref left join named t on t.ref = j.to_ref)
    select 'join' as what, joined_on as "on", "from", "to", false as "isEnded" from said
      where "from" is not null and "to" is not null and joined_on >= ${since}::date and (ended_on is null or ended_on > joined_on)
    union all select 'join', ended_on, "from", "to", true from said
      where "from" is not null and "to" is not null and ended_on >= ${since}::date and joined_on < ended_on
    order by 2, 3, 4`.execute(query)
  return rows
}
