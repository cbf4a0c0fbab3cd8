import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const DRAFT = '00000000-0000-4000-8000-00000000e001'
const FROZEN = '00000000-0000-4000-8000-00000000e002'
const OUT = '00000000-0000-4000-8000-00000000e003'
const WITHOUT = '00000000-0000-4000-8000-00000000e004'
const authority = (place: Place) => place.council.council.authorityId

/** A report being written, one frozen, one out, and one frozen whose numbers are not written down yet. */
export async function fillReports(query: Query, authorityId: number, maker: string): Promise<void> {
  for (const id of [DRAFT, FROZEN, OUT, WITHOUT]) {
    await sql`insert into report (authority_id, id, kind, title, from_on, to_on, made_by)
      values (${authorityId}, ${id}, 'one year on', 'A year', '2025-04-01', '2026-03-31', ${maker})`.execute(query)
    await sql`insert into report_words (authority_id, report_id, part, version, words, said_by) values (${authorityId}, ${id}, 'foreword', 1, 'Hello', ${maker})`.execute(
      query,
    )
    if (id === DRAFT) continue
    await sql`insert into report_edition (authority_id, report_id, content, seal_number, frozen_by) values (${authorityId}, ${id}, '{}', 1, ${maker})`.execute(
      query,
    )
    if (id !== WITHOUT)
      await sql`insert into printed_in_report (authority_id, report_id, printed) values (${authorityId}, ${id}, '[]')`.execute(
        query,
      )
  }
  await sql`insert into report_step (authority_id, report_id, step, done_by) values (${authorityId}, ${OUT}, 'published', ${maker})`.execute(
    query,
  )
}

const begin =
  (of: 'ours' | 'theirs' = 'ours'): ChangeCase['statement'] =>
  (ours, theirs) =>
    sql`insert into report (authority_id, kind, title, from_on, to_on)
    values (${authority(of === 'ours' ? ours : theirs)}, 'annual report', 'Another', '2025-04-01', '2026-03-31')`
const write =
  (report: string, version = 2): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into report_words (authority_id, report_id, part, version, words) values (${authority(ours)}, ${report}, 'foreword', ${version}, 'More')`
const freeze: ChangeCase['statement'] = (ours) =>
  sql`insert into report_edition (authority_id, report_id, content, seal_number) values (${authority(ours)}, ${DRAFT}, '{}', 1)`
const print: ChangeCase['statement'] = (ours) =>
  sql`insert into printed_in_report (authority_id, report_id, printed) values (${authority(ours)}, ${WITHOUT}, '[]')`
const step =
  (report: string, which: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into report_step (authority_id, report_id, step, reason) values (${authority(ours)}, ${report}, ${which}, ${which === 'withdrawn' ? 'A mistake' : null})`

/** Kept itself may keep the plan and make meetings: it stands for whoever may. */
export const reportChanges: ChangeCase[] = [
  ...both(['report', 'INSERT', 'a report'], 'system', ['worker', 'refused'], begin()),
  c('report', 'INSERT', 'system', 'a report of another council', 'refused', begin('theirs')),
  ...both(['report_words', 'INSERT', 'words of a report'], 'system', ['worker', 'refused'], write(DRAFT)),
  c('report_words', 'INSERT', 'system', 'words of what is frozen', 'refused', write(FROZEN)),
  c('report_words', 'INSERT', 'system', 'the same version again', '23505', write(DRAFT, 1)),
  ...both(['report_edition', 'INSERT', 'that it stands'], 'system', ['worker', 'refused'], freeze),
  ...both(['printed_in_report', 'INSERT', 'what it printed'], 'system', ['worker', 'refused'], print),
  ...both(['report_step', 'INSERT', 'that it is out'], 'system', ['worker', 'refused'], step(FROZEN, 'published')),
  c('report_step', 'INSERT', 'system', 'that a draft is out', 'refused', step(DRAFT, 'published')),
  c('report_step', 'INSERT', 'system', 'that it is no longer out, before it is', 'refused', step(FROZEN, 'withdrawn')),
]
