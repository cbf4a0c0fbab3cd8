import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export const ANSWER_KINDS = ['we did', 'we will', 'no, because'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** The order of telling (rule 34): nobody before those who come before them. */
export const TOLD = ['children', 'group', 'board', 'public'] as const
export type Told = (typeof TOLD)[number]

export interface ThemeAnswer {
  id: string
  kind: AnswerKind
  words: string
  decisionId: string | null
  answeredOn: IsoDate
  /** When each was told; null while they are not. */
  told: Record<Told, IsoDate | null>
}

export interface Theme {
  id: string
  title: string
  about: string
  begunOn: IsoDate
  /** More than how many different children said it, in steps of five; null up to five. */
  moreThan: number | null
  answers: ThemeAnswer[]
}

const ANSWERS = sql`coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'words', a.words, 'decisionId', a.decision_id, 'answeredOn', a.answered_on,
    'told', jsonb_build_object('children', a.told_children_on, 'group', a.told_group_on, 'board', a.told_board_on, 'public', a.told_public_on))
    order by a.answered_on, a.id) from theme_answer a where a.authority_id = t.authority_id and a.theme_id = t.id), '[]')`

/** Those the reader may see, most said first, with the answers that they may read by now. */
export async function listThemes(query: Query): Promise<Theme[]> {
  const { rows } =
    await sql<Theme>`select t.id, t.title, t.about, t.begun_on as "begunOn", c.children as "moreThan", ${ANSWERS} as answers
    from theme t left join theme_counts() c on c.theme_id = t.id where t.authority_id = (select authority())
    order by c.children desc nulls last, t.title`.execute(query)
  return rows
}

export async function findTheme(query: Query, id: string): Promise<Theme | null> {
  return (await listThemes(query)).find((theme) => theme.id === id) ?? null
}

export interface JoinedTheme {
  /** The promise or agenda item it is joined to. */
  ref: string
  id: string
  title: string
  moreThan: number | null
}

/** The themes joined to promises or agenda items, either way round, with their safe counts. */
export async function listThemesJoined(
  query: Query,
  kind: 'promise' | 'agenda item',
  refs: readonly string[],
): Promise<JoinedTheme[]> {
  const { rows } = await sql<JoinedTheme>`select j.ref, t.id, t.title, c.children as "moreThan" from (
      select to_ref as ref, from_ref as theme from knot_join where authority_id = (select authority()) and from_kind = 'theme' and to_kind = ${kind} and ended_on is null
      union select from_ref, to_ref from knot_join where authority_id = (select authority()) and to_kind = 'theme' and from_kind = ${kind} and ended_on is null) j
    join theme t on t.authority_id = (select authority()) and t.id::text = j.theme left join theme_counts() c on c.theme_id = t.id
    where j.ref in (select jsonb_array_elements_text(${JSON.stringify(refs)}::jsonb)) order by c.children desc nulls last, t.title`.execute(
    query,
  )
  return rows
}

/** Themes that what I said was put to, with what came of them as far as I was told. */
export async function listMyThemes(query: Query): Promise<Theme[]> {
  const { rows } = await sql<{ id: string }>`select p.theme_id as id from theme_view p
    join view v on v.authority_id = p.authority_id and v.id = p.view_id and v.child_id = (select me()) and v.withdrawn_on is null
    where p.authority_id = (select authority()) and p.taken_out_on is null`.execute(query)
  const mine = new Set(rows.map(({ id }) => id))
  return (await listThemes(query)).filter(({ id }) => mine.has(id))
}

export async function beginTheme(
  query: Query,
  authorityId: number,
  theme: { title: string; about: string },
): Promise<string> {
  const id = randomUUID()
  await sql`insert into theme (authority_id, id, title, about) values (${authorityId}, ${id}, ${theme.title}, ${theme.about})`.execute(
    query,
  )
  return id
}

/** The themes that a view the reader may open was put to. */
export async function listThemesOfView(query: Query, viewId: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`select t.id, t.title from theme_view p
    join theme t on t.authority_id = p.authority_id and t.id = p.theme_id
    where p.authority_id = (select authority()) and p.view_id = ${viewId} and p.taken_out_on is null order by t.title`.execute(
    query,
  )
  return rows
}

/** False where that view may not be counted: its child did not say that it may, it is about an adult, or it was taken back. */
export async function putToTheme(query: Query, viewId: string, themeId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into theme_view (authority_id, theme_id, view_id)
    select t.authority_id, t.id, v.id from theme t join view v on v.authority_id = t.authority_id and v.id = ${viewId}
    where t.authority_id = (select authority()) and t.id = ${themeId} and v.may_be_counted and v.about_adult is null and v.withdrawn_on is null
      and v.child_id <> (select me())
    on conflict (authority_id, theme_id, view_id) do update set taken_out_on = null`.execute(query)
  return Number(numAffectedRows) === 1
}

export async function takeOutOfTheme(query: Query, viewId: string, themeId: string): Promise<void> {
  await sql`update theme_view set taken_out_on = (select today()) where authority_id = (select authority())
    and theme_id = ${themeId} and view_id = ${viewId} and taken_out_on is null`.execute(query)
}

export async function answerTheme(
  query: Query,
  themeId: string,
  answer: Pick<ThemeAnswer, 'kind' | 'words' | 'decisionId'>,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into theme_answer (authority_id, id, theme_id, kind, words, decision_id)
    values ((select authority()), ${id}, ${themeId}, ${answer.kind}, ${answer.words}, ${answer.decisionId})`.execute(
    query,
  )
  return id
}

/**
 * Notes that they have been told today. False where those before them have not, they have been told already, or it was said by
 * five children or fewer: then it is told to these children alone.
 */
export async function tellTheme(query: Query, answerId: string, who: Told): Promise<boolean> {
  const column = sql.ref(`told_${who}_on`)
  const before = TOLD[TOLD.indexOf(who) - 1]
  const { numAffectedRows } = await sql`update theme_answer set ${column} = (select today())
    where authority_id = (select authority()) and id = ${answerId} and ${column} is null
      and ${
        before === undefined
          ? sql`true`
          : sql`${sql.ref(`told_${before}_on`)} is not null and theme_id in (select c.theme_id from theme_counts() c where c.children is not null)`
      }`.execute(query)
  return Number(numAffectedRows) === 1
}
