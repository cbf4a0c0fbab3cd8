import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'

export type HitKind = 'agenda item' | 'paper' | 'minutes' | 'decision' | 'action' | 'challenge' | 'issue'

export interface Hit {
  kind: HitKind
  id: string
  meetingId: string | null
  body: string
  day: IsoDate
  title: string
  /** Words around what was found, between ⟦ and ⟧. */
  excerpt: string
}

export const MOST_HITS = 100

/**
 * Meetings, papers, minutes, decisions, actions, challenges and issues that hold the words, read as the reader: what is private is not in
 * the rows that PostgreSQL searches, so neither is it in any count.
 */
export async function searchMeetings(query: Query, words: string): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with asked as (select websearch_to_tsquery('english', ${words}) as q), text as (
      select 'agenda item' as kind, i.id, i.meeting_id, i.body_id, m.held_on as day, coalesce(i.title, 'Young people’s item') as title,
        concat_ws(E'\n', i.title, i.brought_by, i.otherwise_because) as words
        from agenda_item i join meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id where i.authority_id = (select authority()) and i.taken_off_on is null
      union all select 'paper', p.id, p.meeting_id, p.body_id, m.held_on, p.title, concat_ws(E'\n', p.title, p.written_by, p.plain_version, p.impact, p.full_text, p.file_text)
        from paper p join meeting m on m.authority_id = p.authority_id and m.id = p.meeting_id where p.authority_id = (select authority())
      union all select 'minutes', n.meeting_id, n.meeting_id, n.body_id, m.held_on, coalesce(i.title, 'Young people’s item'), n.words
        from minute n join meeting m on m.authority_id = n.authority_id and m.id = n.meeting_id
          join agenda_item i on i.authority_id = n.authority_id and i.id = n.agenda_item_id where n.authority_id = (select authority())
      union all select 'decision', d.id, d.meeting_id, d.body_id, d.decided_on, d.title, concat_ws(E'\n', d.title, d.words, d.what_came)
        from decision d where d.authority_id = (select authority())
      union all select 'action', a.id, a.meeting_id, a.body_id, m.held_on, a.words, concat_ws(E'\n', a.words, a.owner, a.shown_by)
        from minute_action a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id where a.authority_id = (select authority())
      union all select 'challenge', c.id, null, c.body_id, c.raised_on, c.title,
        concat_ws(E'\n', c.title, c.words, (select string_agg(concat_ws(E'\n', x.words, x.verdict_words), E'\n' order by x.answered_on) from challenge_answer x
          where x.authority_id = c.authority_id and x.challenge_id = c.id))
        from challenge c where c.authority_id = (select authority())
      union all select 'issue', i.id, null, i.body_id, i.raised_on, i.title,
        concat_ws(E'\n', i.title, i.words, i.tried, i.asked, i.owner, (select string_agg(d.words, E'\n' order by d.number) from issue_decision d
          where d.authority_id = i.authority_id and d.issue_id = i.id))
        from body_issue i where i.authority_id = (select authority()))
    select t.kind, t.id, t.meeting_id as "meetingId", b.name as body, t.day, t.title,
      ts_headline('english', t.words, asked.q, 'StartSel=⟦, StopSel=⟧, MaxWords=30, MinWords=12, MaxFragments=2, FragmentDelimiter=" … "') as excerpt
    from text t cross join asked join body b on b.authority_id = (select authority()) and b.id = t.body_id
    where to_tsvector('english', t.words) @@ asked.q order by t.day desc, t.kind, t.title limit ${MOST_HITS + 1}`.execute(
    query,
  )
  return rows
}
