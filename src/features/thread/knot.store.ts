import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Join, Knot, KnotKind } from '../../domain/thread/chain.ts'

interface JoinRow {
  fromKind: KnotKind
  fromRef: string
  toKind: KnotKind
  toRef: string
}

/**
 * Every join the reader may see: those that somebody made, and those that follow from the record itself (a promise's
 * measure, a decision's agenda item, what a theme was answered). A few hundred in a council.
 */
export async function readJoins(query: Query): Promise<Join[]> {
  const { rows } = await sql<JoinRow>`
    select from_kind as "fromKind", from_ref as "fromRef", to_kind as "toKind", to_ref as "toRef" from knot_join
      where authority_id = (select authority()) and ended_on is null
    union select case p.kind when 'pledge' then 'promise' else 'action' end, i.id::text, 'measure', i.measure_id from plan_item i
      join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority()) and i.measure_id is not null
    union select 'decision', id::text, 'agenda item', agenda_item_id::text from decision where authority_id = (select authority())
    union select 'agenda item', id::text, 'challenge', challenge_id::text from agenda_item
      where authority_id = (select authority()) and challenge_id is not null and taken_off_on is null
    union select 'theme', theme_id::text, 'answer', id::text from theme_answer where authority_id = (select authority())
    union select 'answer', id::text, 'decision', decision_id::text from theme_answer where authority_id = (select authority()) and decision_id is not null
    union select 'agenda item', agenda_item_id::text, 'measure', subject_ref from paper
      where authority_id = (select authority()) and subject = 'measure'`.execute(query)
  return rows.map((row) => ({
    from: { kind: row.fromKind, ref: row.fromRef },
    to: { kind: row.toKind, ref: row.toRef },
  }))
}

export interface NamedKnot extends Knot {
  title: string
  /** Who answers for it, or null where nobody is named. */
  owner: string | null
  /** The day it is due, was decided on, or is met about. */
  on: IsoDate | null
  /** Where its page hangs: an agenda item's meeting; else itself. */
  home: string
  /** The meeting of an agenda item or a decision, and its body; a challenge has its body alone. */
  meetingId: string | null
  bodyId: string | null
  /** For members alone, on an agenda that is not out, or an answer the board has not been told yet (rule 34). */
  isHeldBack: boolean
}

interface NamedRow {
  kind: KnotKind
  ref: string
  title: string
  owner: string | null
  on: IsoDate | null
  home: string
  meetingId: string | null
  bodyId: string | null
  isHeldBack: boolean
}

/** What the knots are called. One that the reader may not see has no name, and so is not there. */
export async function nameKnots(query: Query, knots: readonly Knot[]): Promise<Map<string, NamedKnot>> {
  const refs = JSON.stringify(knots.filter(({ kind }) => kind !== 'measure').map(({ ref }) => ref))
  const { rows } =
    await sql<NamedRow>`with asked as materialized (select v::uuid as id from jsonb_array_elements_text(${refs}::jsonb) v)
    select case p.kind when 'pledge' then 'promise' else 'action' end as kind, i.id::text as ref, i.title, i.owners[1] as owner, i.due_on as "on", i.id::text as home,
      null::text as "meetingId", null::text as "bodyId", false as "isHeldBack"
      from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority()) and i.id in (select id from asked)
    union all select 'agenda item', a.id::text, a.title, a.brought_by, m.held_on, m.id::text, m.id::text, m.body_id::text, a.is_private or m.status = 'planned'
      from agenda_item a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
      where a.authority_id = (select authority()) and a.title is not null and a.taken_off_on is null and a.id in (select id from asked)
    union all select 'decision', d.id::text, d.title, null, d.decided_on, d.id::text, d.meeting_id::text, d.body_id::text, a.is_private
      from decision d join agenda_item a on a.authority_id = d.authority_id and a.id = d.agenda_item_id
      where d.authority_id = (select authority()) and d.id in (select id from asked)
    union all select 'challenge', c.id::text, c.title, c.group_name, c.answer_due_on, c.id::text, null, c.body_id::text, false from challenge c
      where c.authority_id = (select authority()) and c.id in (select id from asked)
    union all select 'theme', t.id::text, t.title, coalesce(c.children || ' children', 'five children or fewer'), null, t.id::text, null, null, false
      from theme t join theme_counts() c on c.theme_id = t.id where t.authority_id = (select authority()) and t.id in (select id from asked)
    union all select 'answer', a.id::text, case a.kind when 'we did' then 'We did' when 'we will' then 'We will' else 'No, because' end, t.title, a.answered_on, a.theme_id::text, null, null, a.told_board_on is null
      from theme_answer a join theme t on t.authority_id = a.authority_id and t.id = a.theme_id
      where a.authority_id = (select authority()) and a.id in (select id from asked)`.execute(query)
  return new Map(rows.map((row) => [`${row.kind} ${row.ref}`, row]))
}
