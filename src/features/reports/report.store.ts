import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { EarlierNumber } from '../../domain/figure-pack/collect-release.ts'
import type { PrintedPack } from '../../domain/governance/pack.ts'
import { type ReportKind, type ReportState, reportState } from '../../domain/report/report-parts.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export interface Report {
  id: string
  kind: ReportKind
  title: string
  from: IsoDate
  to: IsoDate
  madeByName: string
  madeOn: IsoDate
  frozenBy: string | null
  frozenOn: IsoDate | null
  steps: { step: 'published' | 'withdrawn'; by: string; on: IsoDate; reason: string | null }[]
}

const NAME = (alias: string) =>
  sql`coalesce(nullif(concat_ws(' ', ${sql.ref(`${alias}.given_name`)}, ${sql.ref(`${alias}.family_name`)}), ''), 'a colleague')`

/** Those the reader may know of, the newest time first. */
export async function listReports(query: Query, only: string | null = null): Promise<Report[]> {
  const { rows } =
    await sql<Report>`select r.id, r.kind, r.title, r.from_on as "from", r.to_on as "to", ${NAME('m')} as "madeByName", r.made_on as "madeOn",
      e.frozen_by as "frozenBy", e.frozen_on as "frozenOn",
      coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'by', ${NAME('q')}, 'on', s.done_on, 'reason', s.reason) order by s.step)
        from report_step s left join person q on q.authority_id = s.authority_id and q.id = s.done_by
        where s.authority_id = r.authority_id and s.report_id = r.id), '[]') as steps
    from report r left join person m on m.authority_id = r.authority_id and m.id = r.made_by
      left join report_edition e on e.authority_id = r.authority_id and e.report_id = r.id
    where r.authority_id = (select authority()) and (${only}::uuid is null or r.id = ${only})
    order by r.to_on desc, r.made_on desc, r.id`.execute(query)
  return rows
}

export async function findReport(query: Query, id: string): Promise<Report | null> {
  return isId(id) ? ((await listReports(query, id))[0] ?? null) : null
}

export function stateOf({ frozenOn, steps }: Report): ReportState {
  return reportState({ isFrozen: frozenOn !== null, steps: steps.map(({ step }) => step) })
}

export async function addReport(
  query: Query,
  actor: Actor,
  report: Pick<Report, 'kind' | 'title' | 'from' | 'to'>,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into report (authority_id, kind, title, from_on, to_on)
    values (${actor.authorityId}, ${report.kind}, ${report.title}, ${report.from}, ${report.to}) returning id`.execute(
    query,
  )
  return rows[0]!.id
}

export interface PartWords {
  part: string
  version: number
  words: string
  forChildren: string
  saidBy: string
  saidOn: IsoDate
}

/** Every version of what was written of a report, the newest first. */
export async function listWords(query: Query, reportId: string): Promise<PartWords[]> {
  const { rows } =
    await sql<PartWords>`select w.part, w.version, w.words, w.for_children as "forChildren", ${NAME('p')} as "saidBy", w.said_on as "saidOn"
    from report_words w left join person p on p.authority_id = w.authority_id and p.id = w.said_by
    where w.authority_id = (select authority()) and w.report_id = ${reportId} order by w.version desc`.execute(query)
  return rows
}

/** What stands of each part. */
export function newestWords(all: readonly PartWords[]): Map<string, PartWords> {
  const newest = new Map<string, PartWords>()
  for (const words of all) if (!newest.has(words.part)) newest.set(words.part, words)
  return newest
}

/** Saves a part on top of the version it began from. False where somebody has saved another since: nothing is overwritten. */
export async function saveWords(
  query: Query,
  actor: Actor,
  reportId: string,
  { part, words, forChildren, from }: { part: string; words: string; forChildren: string; from: number },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into report_words (authority_id, report_id, part, version, words, for_children)
    select ${actor.authorityId}, ${reportId}, ${part}, ${from + 1}, ${words}, ${forChildren}
    where not exists (select from report_words w where w.authority_id = ${actor.authorityId} and w.report_id = ${reportId} and w.part = ${part} and w.version > ${from})
    on conflict do nothing`.execute(query)
  return Number(numAffectedRows) === 1
}

export interface ReportEdition {
  content: PrintedPack
  /** Of an annual report. */
  forChildren: PrintedPack | null
}

export async function findEdition(query: Query, reportId: string): Promise<ReportEdition | null> {
  const { rows } = await sql<ReportEdition>`select content, for_children as "forChildren" from report_edition
    where authority_id = (select authority()) and report_id = ${reportId}`.execute(query)
  return rows[0] ?? null
}

export async function keepEdition(
  query: Query,
  actor: Actor,
  reportId: string,
  { content, forChildren }: ReportEdition,
  printed: readonly EarlierNumber[],
): Promise<void> {
  await sql`insert into report_edition (authority_id, report_id, content, for_children, seal_number)
    values (${actor.authorityId}, ${reportId}, ${JSON.stringify(content)}::jsonb, ${forChildren === null ? null : JSON.stringify(forChildren)}::jsonb, ${content.knownBy.sealNumber})`.execute(
    query,
  )
  await sql`insert into printed_in_report (authority_id, report_id, printed)
    values (${actor.authorityId}, ${reportId}, ${JSON.stringify(printed)}::jsonb)`.execute(query)
}

export async function keepStep(
  query: Query,
  actor: Actor,
  reportId: string,
  step: 'published' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  await sql`insert into report_step (authority_id, report_id, step, reason) values (${actor.authorityId}, ${reportId}, ${step}, ${reason})`.execute(
    query,
  )
}
