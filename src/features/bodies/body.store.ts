import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Rhythm } from '../../domain/governance/rhythm.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export const REGIMES = ['advisory', 'formal', 'partnership'] as const
export type Regime = (typeof REGIMES)[number]
export const KINDS = ['council', 'board', 'scrutiny', 'working group', 'young people'] as const
export type BodyKind = (typeof KINDS)[number]

export interface Body {
  id: string
  name: string
  kind: BodyKind
  /** Who may read its agendas and papers (rule 35). */
  regime: Regime
  whatItDoes: string
  parentId: string | null
  rhythm: Rhythm | null
  rhythmSince: IsoDate | null
  /** Its themes in turn. */
  themes: string[]
  calendarName: string
}

export async function listBodies(query: Query): Promise<Body[]> {
  const { rows } =
    await sql<Body>`select id, name, coalesce(kind, 'board') as kind, regime, coalesce(what_it_does, '') as "whatItDoes", parent_id as "parentId",
      rhythm, rhythm_since as "rhythmSince", coalesce(themes, '{}') as themes, coalesce(calendar_name, 'Meeting') as "calendarName"
    from body where authority_id = (select authority()) order by name`.execute(query)
  return rows
}

export async function findBody(query: Query, id: string | undefined): Promise<Body | null> {
  return (await listBodies(query)).find((body) => body.id === id) ?? null
}

/** Whoever begins a body is its clerk: of an advisory one, only those who sit there read the papers. */
export async function beginBody(
  query: Query,
  actor: Actor,
  body: Pick<Body, 'name' | 'kind' | 'regime' | 'whatItDoes' | 'parentId'>,
  today: IsoDate,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into body (authority_id, id, name, kind, regime, what_it_does, parent_id)
    values (${actor.authorityId}, ${id}, ${body.name}, ${body.kind}, ${body.regime}, ${body.whatItDoes || null}, ${body.parentId})`.execute(
    query,
  )
  await sql`insert into body_member (authority_id, body_id, person_id, part, sees_private, starts_on)
    values (${actor.authorityId}, ${id}, ${actor.personId}, 'clerk', true, ${today})`.execute(query)
  return id
}

export async function changeBody(
  query: Query,
  id: string,
  body: Pick<Body, 'name' | 'kind' | 'whatItDoes' | 'parentId' | 'calendarName'>,
): Promise<void> {
  await sql`update body set name = ${body.name}, kind = ${body.kind}, what_it_does = ${body.whatItDoes || null}, parent_id = ${body.parentId},
    calendar_name = ${body.calendarName} where authority_id = (select authority()) and id = ${id}`.execute(query)
}

/** A rhythm that is the same as before goes on being counted from when it began. */
export async function setRhythm(query: Query, id: string, rhythm: Rhythm | null, themes: string[]): Promise<void> {
  const rule = rhythm === null ? null : JSON.stringify(rhythm)
  await sql`update body set rhythm = ${rule}::jsonb, themes = ${themes},
    rhythm_since = case when ${rule}::jsonb is null then null when rhythm = ${rule}::jsonb then rhythm_since else (select today()) end
    where authority_id = (select authority()) and id = ${id}`.execute(query)
}
