import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export type GatheredKind =
  | 'challenge'
  | 'answer'
  | 'paper'
  | 'minutes'
  | 'decision'
  | 'action'
  | 'comment'
  | 'progress'
  | 'reason'
  | 'rule'
  | 'issue'
  | 'impact'
  | 'act'
  | 'view'

export interface Gathered {
  kind: GatheredKind
  ref: string
  saidOn: IsoDate
  title: string
  words: string
}

export interface Asked {
  /** Empty: everything of the period. */
  words: string
  from: IsoDate
  to: IsoDate
}

/** What was said of a subject in a period, both days included, as far as the one who asks may read it. */
export async function gather(query: Query, { words, from, to }: Asked): Promise<Gathered[]> {
  const { rows } = await sql<Gathered>`
    with said as (
      select 'challenge' as kind, c.id as ref, c.raised_on as day, c.title, c.words from challenge c where c.authority_id = (select authority())
      union all select 'answer', a.id, a.answered_on, c.title, concat_ws(E'\n', a.words, a.verdict_words)
        from challenge_answer a join challenge c on c.authority_id = a.authority_id and c.id = a.challenge_id where a.authority_id = (select authority())
      union all select 'paper', p.id, coalesce(p.published_on, m.held_on), p.title, concat_ws(E'\n\n', p.plain_version, p.impact, nullif(p.full_text, ''), nullif(p.file_text, ''))
        from paper p join meeting m on m.authority_id = p.authority_id and m.id = p.meeting_id where p.authority_id = (select authority())
      union all select 'minutes', n.id, m.held_on, coalesce(i.title, 'Young people’s item'), n.words
        from minute n join agenda_item i on i.authority_id = n.authority_id and i.id = n.agenda_item_id
          join meeting m on m.authority_id = n.authority_id and m.id = n.meeting_id where n.authority_id = (select authority())
      union all select 'decision', d.id, d.decided_on, d.title, concat_ws(E'\n', d.words, d.what_came) from decision d where d.authority_id = (select authority())
      union all select 'action', a.id, m.held_on, a.words, concat_ws(E'\n', a.words, a.owner, a.shown_by,
          (select string_agg(concat_ws(': ', u.said, u.words), E'\n' order by u.said_at) from minute_action_update u where u.authority_id = a.authority_id and u.action_id = a.id))
        from minute_action a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id where a.authority_id = (select authority())
      union all select 'comment', w.id, w.said_on, w.measure_id, concat_ws(E'\n', w.why, w.next_step) from measure_word w where w.authority_id = (select authority())
      union all select 'progress', u.id, u.said_on, i.title, concat_ws(': ', u.progress, u.words)
        from item_update u join plan_item i on i.authority_id = u.authority_id and i.id = u.item_id where u.authority_id = (select authority())
      union all select 'progress', g.id, g.said_on, g.report, concat_ws(': ', g.directorate, g.words) from loose_progress g where g.authority_id = (select authority())
      union all select 'reason', r.id, r.said_on, i.title, r.because
        from promise_reason r join plan_item i on i.authority_id = r.authority_id and i.id = r.item_id where r.authority_id = (select authority())
      union all select 'rule', r.id, (r.set_at at time zone 'Europe/London')::date, 'From what share a promise is kept', concat('Kept from ', r.kept_from, '%, partly from ', r.partly_from, '%. ', r.why)
        from promise_rule r where r.authority_id = (select authority())
      union all select 'issue', i.id, i.raised_on, i.title, concat_ws(E'\n', i.words, i.tried, i.asked,
          (select string_agg(concat_ws(': ', d.outcome, d.words), E'\n' order by d.number) from issue_decision d where d.authority_id = i.authority_id and d.issue_id = i.id))
        from body_issue i where i.authority_id = (select authority())
      union all select 'impact', p.id, a.day, p.title, a.words from impact_paper p join lateral (
          select max(x.said_on) as day, string_agg(concat_ws(E'\n', x.effect, x.why, nullif(x.about_harm, ''), nullif(x.how_asked, ''), nullif(x.plain_words, ''),
              (select string_agg(concat_ws(': ', r.outcome, nullif(r.words, '')), E'\n') from impact_review r
                where r.authority_id = x.authority_id and r.paper_id = x.paper_id and r.version = x.version)), E'\n\n' order by x.version) as words
          from impact_answer x where x.authority_id = p.authority_id and x.paper_id = p.id) a on a.day is not null
        where p.authority_id = (select authority())
      union all select 'act', t.id, t.done_on, t.kind, concat_ws(E'\n', t.words, t.answered) from member_act t where t.authority_id = (select authority()) and t.withdrawn_on is null
      union all select 'view', y.id, y.said_on, i.title, concat_ws(': ', y.group_name, y.said, y.words)
        from young_view y join plan_item i on i.authority_id = y.authority_id and i.id = y.item_id where y.authority_id = (select authority())
      union all select 'view', v.id, m.held_on, concat('Said by ', v.said_by), concat_ws(E'\n', v.words, v.effect, v.effect_words)
        from meeting_view v join meeting m on m.authority_id = v.authority_id and m.id = v.meeting_id where v.authority_id = (select authority()))
    select kind, ref, day as "saidOn", title, words from said
    where day between ${from} and ${to} and btrim(words) <> ''
      and (${words} = '' or to_tsvector('english', title || ' ' || words) @@ websearch_to_tsquery('english', ${words}))
    order by day, kind, title`.execute(query)
  return rows.map((row) =>
    row.kind === 'comment' ? { ...row, title: findMeasure(row.title)?.plainTitle ?? row.title } : row,
  )
}
