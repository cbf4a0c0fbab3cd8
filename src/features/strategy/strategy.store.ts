import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'
import type { StrategyPart, StrategyVersion } from '../../domain/strategy/strategy.ts'

/** What is written of a draft as a whole. */
export type VersionTexts = Pick<
  StrategyVersion,
  'title' | 'period' | 'vision' | 'foreword' | 'forewordBy' | 'forewordOn' | 'plainWords' | 'plainWordsBy' | 'why'
>

const version = sql`v.id, v.number, v.title, v.period, v.vision, v.foreword, v.foreword_by as "forewordBy", v.foreword_on as "forewordOn",
  v.plain_words as "plainWords", v.plain_words_by as "plainWordsBy", v.why, v.made_on as "madeOn",
  case when a.version_id is null then null else jsonb_build_object('bodyName', a.body_name, 'approvedOn', a.approved_on,
    'inForceFrom', a.in_force_from, 'note', a.note) end as approval
  from strategy_version v left join strategy_approval a on a.authority_id = v.authority_id and a.version_id = v.id`

/** Every version the reader may have, newest first. */
export async function listVersions(query: Query): Promise<StrategyVersion[]> {
  const { rows } =
    await sql<StrategyVersion>`select ${version} where v.authority_id = (select authority()) order by v.number desc`.execute(
      query,
    )
  return rows
}

/** The parts of a version: areas and the rest in their order, statements in the order of their kind's. */
export async function listParts(query: Query, versionId: string): Promise<StrategyPart[]> {
  const { rows } = await sql<StrategyPart>`select id, line_id as "lineId", kind, area_id as "areaId",
      statement_kind as "statementKind", position, title, words, is_children as "isChildren", on_day as "onDay", principles
    from strategy_part where authority_id = (select authority()) and version_id = ${versionId} order by position, id`.execute(
    query,
  )
  return rows
}

/** The first version of a council, empty; or the next, with everything of the one before it to be changed. */
export async function beginVersion(
  query: Query,
  actor: Actor,
  texts: VersionTexts,
  before: StrategyVersion | null,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into strategy_version (authority_id, id, number, title, period, vision, foreword, foreword_by, foreword_on, plain_words, plain_words_by, why)
    values (${actor.authorityId}, ${id}, ${(before?.number ?? 0) + 1}, ${texts.title}, ${texts.period}, ${texts.vision}, ${texts.foreword}, ${texts.forewordBy},
      ${texts.forewordOn}::date, ${texts.plainWords}, ${texts.plainWordsBy}, ${texts.why})`.execute(query)
  if (before !== null) await carryParts(query, actor, before.id, id)
  return id
}

/** The steps and the contributors belong to the version that took them; all else goes on, with what it is joined to. */
async function carryParts(query: Query, { authorityId }: Actor, from: string, to: string): Promise<void> {
  const columns = sql`authority_id, version_id, line_id, kind, area_id, statement_kind, position, title, words, principles`
  await sql`insert into strategy_part (${columns})
    select authority_id, ${to}::uuid, line_id, kind, null, null, position, title, words, principles from strategy_part
    where authority_id = ${authorityId} and version_id = ${from} and kind not in ('statement', 'contributor', 'step')`.execute(
    query,
  )
  await sql`insert into strategy_part (${columns})
    select p.authority_id, ${to}::uuid, p.line_id, p.kind, n.id, p.statement_kind, p.position, p.title, p.words, p.principles
    from strategy_part p join strategy_part o on o.authority_id = p.authority_id and o.id = p.area_id
      join strategy_part n on n.authority_id = p.authority_id and n.version_id = ${to} and n.line_id = o.line_id
    where p.authority_id = ${authorityId} and p.version_id = ${from} and p.kind = 'statement'`.execute(query)
  await sql`insert into strategy_join (authority_id, part_id, to_kind, to_ref)
    select j.authority_id, n.id, j.to_kind, j.to_ref from strategy_part p
      join strategy_join j on j.authority_id = p.authority_id and j.part_id = p.id and j.ended_on is null
      join strategy_part n on n.authority_id = p.authority_id and n.version_id = ${to} and n.line_id = p.line_id
    where p.authority_id = ${authorityId} and p.version_id = ${from}`.execute(query)
}

/** False where it is no draft any more, or not the writer's to change. */
export async function writeVersion(query: Query, id: string, texts: VersionTexts): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update strategy_version set title = ${texts.title}, period = ${texts.period}, vision = ${texts.vision},
      foreword = ${texts.foreword}, foreword_by = ${texts.forewordBy}, foreword_on = ${texts.forewordOn}::date,
      plain_words = ${texts.plainWords}, plain_words_by = ${texts.plainWordsBy}, why = ${texts.why}
    where authority_id = (select authority()) and id = ${id}`.execute(query)
  return numAffectedRows === 1n
}

export type NewPart = Pick<
  StrategyPart,
  'kind' | 'areaId' | 'statementKind' | 'title' | 'words' | 'isChildren' | 'onDay' | 'principles'
>

/** After the last of its kind, or of its area. */
export async function addPart(query: Query, actor: Actor, versionId: string, part: NewPart): Promise<string> {
  const id = randomUUID()
  await sql`insert into strategy_part (authority_id, id, version_id, kind, area_id, statement_kind, position, title, words, is_children, on_day, principles)
    select ${actor.authorityId}, ${id}, ${versionId}, ${part.kind}, ${part.areaId}::uuid, ${part.statementKind},
      1 + coalesce((select max(position) from strategy_part where authority_id = ${actor.authorityId} and version_id = ${versionId}
        and kind = ${part.kind} and area_id is not distinct from ${part.areaId}::uuid), 0),
      ${part.title}, ${part.words}, ${part.isChildren}, ${part.onDay}::date, ${sql.val(part.principles)}::int[]`.execute(
    query,
  )
  return id
}

export async function rewritePart(query: Query, partId: string, part: NewPart): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update strategy_part set title = ${part.title}, words = ${part.words}, is_children = ${part.isChildren},
      on_day = ${part.onDay}::date, principles = ${sql.val(part.principles)}::int[], statement_kind = ${part.statementKind}, area_id = ${part.areaId}::uuid
    where authority_id = (select authority()) and id = ${partId} and kind = ${part.kind}`.execute(query)
  return numAffectedRows === 1n
}

/** Takes a part out of a draft, with its joins; an area only when nothing stands under it. */
export async function takeOutPart(query: Query, partId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from strategy_part p where authority_id = (select authority()) and id = ${partId}
    and not exists (select from strategy_part s where s.authority_id = p.authority_id and s.area_id = p.id)`.execute(
      query,
    )
  return numAffectedRows === 1n
}

export interface NewApproval {
  versionId: string
  bodyId: string
  approvedOn: IsoDate
  inForceFrom: IsoDate
  note: string
}

/** From now on nothing of it changes. Refused by the database for a draft that is not whole, and for a body that is not here. */
export async function approveVersion(query: Query, actor: Actor, approval: NewApproval): Promise<void> {
  await sql`insert into strategy_approval (authority_id, version_id, body_id, body_name, approved_on, in_force_from, note)
    select ${actor.authorityId}, ${approval.versionId}, b.id, b.name, ${approval.approvedOn}::date, ${approval.inForceFrom}::date, ${approval.note}
    from body b where b.authority_id = ${actor.authorityId} and b.id = ${approval.bodyId}`.execute(query)
}

/** The bodies of the council, any of which may have approved it. */
export async function listApprovingBodies(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from body where authority_id = (select authority()) order by name`.execute(query)
  return rows
}

export interface StrategyJoin {
  id: string
  partId: string
  toKind: 'promise' | 'action' | 'measure'
  toRef: string
}

/** What the parts of a version are joined to today. */
export async function listStrategyJoins(query: Query, versionId: string): Promise<StrategyJoin[]> {
  const { rows } =
    await sql<StrategyJoin>`select j.id, j.part_id as "partId", j.to_kind as "toKind", j.to_ref as "toRef"
    from strategy_join j join strategy_part p on p.authority_id = j.authority_id and p.id = j.part_id
    where j.authority_id = (select authority()) and p.version_id = ${versionId} and j.ended_on is null order by j.joined_on, j.id`.execute(
      query,
    )
  return rows
}

/** Joined once, however often it is asked for. */
export async function joinPart(query: Query, actor: Actor, join: Omit<StrategyJoin, 'id'>): Promise<void> {
  await sql`insert into strategy_join (authority_id, part_id, to_kind, to_ref)
    values (${actor.authorityId}, ${join.partId}, ${join.toKind}, ${join.toRef})
    on conflict (authority_id, part_id, to_kind, to_ref) where ended_on is null do nothing`.execute(query)
}

export async function endStrategyJoin(query: Query, joinId: string): Promise<boolean> {
  if (!isId(joinId)) return false
  const { numAffectedRows } =
    await sql`update strategy_join set ended_on = (select today()) where authority_id = (select authority()) and id = ${joinId} and ended_on is null`.execute(
      query,
    )
  return numAffectedRows === 1n
}
