import { type RawBuilder, sql } from 'kysely'

/**
 * Eight measures as an analyst would write them over the views of the record, one of each shape: a count on a day, a list
 * by group, a share, a share of those in care for two years, comings and leavings, health of a year, a mean, and those
 * who went missing. Without names of children, without notes, and with simpler rules for what is a home.
 */
export function writeMeasuresInSql(day: string): [id: string, statement: RawBuilder<unknown>][] {
  const inCare = sql`select distinct on (child_id) * from current_episode where starts_on <= ${day}::date
    and (ends_on is null or ends_on > ${day}::date) and legal_status not in ('V3', 'V4') order by child_id, starts_on desc`
  const year = sql`(${day}::date - interval '1 year')`
  return [
    ['M01', sql`with c as (${inCare}) select count(*) from c`],
    ['M12', sql`with c as (${inCare}) select placement, count(*) from c group by placement`],
    [
      'M20',
      sql`with c as (${inCare}) select count(*) filter (where (select count(*) from current_episode e where e.child_id = c.child_id
        and e.reason_for_new_episode in ('S', 'P', 'B') and coalesce(e.ends_on, ${day}::date) >= ${year}) >= 3) * 100.0 / count(*) from c`,
    ],
    [
      'M22',
      sql`with c as (${inCare}) select count(*) filter (where (select count(*) from current_episode e where e.child_id = c.child_id
        and e.reason_for_new_episode in ('S', 'P', 'B') and coalesce(e.ends_on, ${day}::date) >= ${day}::date - interval '2 years') >= 3) * 100.0 / nullif(count(*), 0)
        from c where exists (select from current_episode s where s.child_id = c.child_id and s.starts_on <= ${day}::date - interval '2 years')`,
    ],
    [
      'M03, M04',
      sql`select count(distinct child_id) filter (where reason_for_new_episode = 'S' and starts_on > ${year}),
        count(distinct child_id) filter (where reason_ended <> 'X1' and ends_on > ${year}) from current_episode where legal_status not in ('V3', 'V4')`,
    ],
    [
      'M51',
      sql`with c as (${inCare}) select count(*) filter (where h.health_assessment::text = 'true') * 100.0 / nullif(count(*), 0) from c join current_health_year h using (child_id)
        where h.starts_on = (select max(starts_on) from current_health_year)`,
    ],
    [
      'M56',
      sql`select avg(sdq_score::text::int) from current_health_year where starts_on = (select max(starts_on) from current_health_year) and sdq_score is not null`,
    ],
    [
      'M90',
      sql`select count(distinct m.child_id) * 100.0 / nullif((select count(distinct child_id) from current_episode where coalesce(ends_on, ${day}::date) > ${year}), 0)
        from current_missing m where m.type = 'M' and m.starts_on > ${year}`,
    ],
  ]
}
