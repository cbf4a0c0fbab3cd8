import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Audit } from '../../domain/disclosure/audit.ts'
import type { SdcPack } from '../../domain/disclosure/pack.ts'
import type { Protection } from '../../domain/disclosure/protect.ts'
import type { EarlierNumber } from '../../domain/figure-pack/collect-release.ts'
import type { Audience, PackStep, SmallNumbers } from '../../domain/figure-pack/pack-state.ts'
import type { PrintedPack } from '../../domain/governance/pack.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'
import type { FileKind } from './files/write-files.ts'

/** What a person chose to publish together. */
export interface Choice {
  title: string
  audience: Audience
  asAt: IsoDate
  /** How many earlier years are shown beside the day. */
  years: number
  measures: string[]
  words: string
  /** How small numbers are kept safe: some hidden, or every number a multiple of five. */
  smallNumbers: SmallNumbers
}

export interface FigurePack extends Choice {
  id: string
  madeBy: string
  madeByName: string
  madeOn: IsoDate
  /** Whether the newest check found it safe; null before any. */
  isSafe: boolean | null
  steps: { step: PackStep; by: string; on: IsoDate; reason: string | null }[]
}

/** True numbers: for those with the right alone. */
export interface PackCheck {
  number: number
  outcome: Protection['outcome']
  sealNumber: number
  model: SdcPack
  protection: Protection
  audit: Audit
  /** Safe, and where numbers are hidden none of them for nothing. */
  isSound: boolean
  printed: EarlierNumber[]
  against: string[]
}

export interface Edition {
  content: PrintedPack
  files: Record<FileKind, string>
}

const STEPS = sql`coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'by', coalesce(nullif(concat_ws(' ', q.given_name, q.family_name), ''), 'a colleague'),
    'on', s.done_on, 'reason', s.reason) order by s.done_at)
  from figure_pack_step s left join person q on q.authority_id = s.authority_id and q.id = s.done_by
  where s.authority_id = p.authority_id and s.pack_id = p.id), '[]')`

/** Those the reader may know of, the newest first. Whether one is safe is told to those who may read its check. */
export async function listPacks(query: Query, only: string | null = null): Promise<FigurePack[]> {
  const { rows } =
    await sql<FigurePack>`select p.id, p.title, p.audience, p.as_at as "asAt", p.years, p.measures, p.words, p.small_numbers as "smallNumbers", p.made_by as "madeBy", p.made_on as "madeOn",
      coalesce(nullif(concat_ws(' ', m.given_name, m.family_name), ''), 'a colleague') as "madeByName",
      coalesce((select true from figure_pack_edition e where e.authority_id = p.authority_id and e.pack_id = p.id),
        (select false from figure_pack_check c where c.authority_id = p.authority_id and c.pack_id = p.id limit 1)) as "isSafe",
      ${STEPS} as steps
    from figure_pack p left join person m on m.authority_id = p.authority_id and m.id = p.made_by
    where p.authority_id = (select authority()) and (${only}::uuid is null or p.id = ${only})
    order by p.made_on desc, p.id`.execute(query)
  return rows
}

export async function findPack(query: Query, id: string): Promise<FigurePack | null> {
  return isId(id) ? ((await listPacks(query, id))[0] ?? null) : null
}

export async function addPack(query: Query, actor: Actor, choice: Choice): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into figure_pack (authority_id, title, audience, as_at, years, measures, words, small_numbers)
    values (${actor.authorityId}, ${choice.title}, ${choice.audience}, ${choice.asAt}, ${choice.years}, ${choice.measures}, ${choice.words}, ${choice.smallNumbers}) returning id`.execute(
    query,
  )
  return rows[0]!.id
}

/** While nothing is frozen. The database refuses it afterwards. */
export async function changePack(query: Query, id: string, choice: Choice): Promise<void> {
  await sql`update figure_pack set title = ${choice.title}, audience = ${choice.audience}, as_at = ${choice.asAt}, years = ${choice.years},
    measures = ${choice.measures}, words = ${choice.words}, small_numbers = ${choice.smallNumbers} where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
}

/** The newest check, for those who may read true figures. */
export async function findCheck(query: Query, id: string): Promise<PackCheck | null> {
  const { rows } =
    await sql<PackCheck>`select number, outcome, seal_number::float8 as "sealNumber", model, protection, audit, is_audit_safe as "isSound", printed, against
    from figure_pack_check where authority_id = (select authority()) and pack_id = ${id} order by number desc limit 1`.execute(
      query,
    )
  return rows[0] ?? null
}

export async function keepCheck(
  query: Query,
  actor: Actor,
  packId: string,
  check: Omit<PackCheck, 'number'>,
): Promise<number> {
  const { rows } = await sql<{
    number: number
  }>`insert into figure_pack_check (authority_id, pack_id, number, outcome, is_audit_safe, seal_number, model, protection, audit, printed, against)
    select ${actor.authorityId}, ${packId}, coalesce(max(number), 0) + 1, ${check.outcome}, ${check.isSound}, ${check.sealNumber},
      ${JSON.stringify(check.model)}::jsonb, ${JSON.stringify(check.protection)}::jsonb, ${JSON.stringify(check.audit)}::jsonb, ${JSON.stringify(check.printed)}::jsonb, ${check.against}::uuid[]
    from figure_pack_check where authority_id = ${actor.authorityId} and pack_id = ${packId} returning number`.execute(
    query,
  )
  return rows[0]!.number
}

export async function keepEdition(
  query: Query,
  actor: Actor,
  packId: string,
  number: number,
  edition: Edition,
): Promise<void> {
  await sql`insert into figure_pack_edition (authority_id, pack_id, number, content, files) values (${actor.authorityId}, ${packId}, ${number},
    ${JSON.stringify(edition.content)}::jsonb, ${JSON.stringify(edition.files)}::jsonb)`.execute(query)
}

export async function findEdition(query: Query, id: string): Promise<Edition | null> {
  if (!isId(id)) return null
  const { rows } =
    await sql<Edition>`select content, files from figure_pack_edition where authority_id = (select authority()) and pack_id = ${id}`.execute(
      query,
    )
  return rows[0] ?? null
}

export async function keepStep(
  query: Query,
  actor: Actor,
  packId: string,
  step: PackStep,
  reason: string | null,
): Promise<void> {
  await sql`insert into figure_pack_step (authority_id, pack_id, step, reason) values (${actor.authorityId}, ${packId}, ${step}, ${reason})`.execute(
    query,
  )
}
