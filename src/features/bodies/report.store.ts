import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { ReportRule, ReportTurn } from '../../domain/governance/report-calendar.ts'
import { isId } from '../../domain/shared/is-id.ts'

export interface ExpectedReport extends ReportRule {
  id: string
  bodyId: string
  title: string
  personId: string | null
  /** As people say it: "Head of quality". */
  writtenBy: string
}

export async function listExpectedReports(query: Query): Promise<ExpectedReport[]> {
  const { rows } =
    await sql<ExpectedReport>`select id, body_id as "bodyId", title, turn, written_by_person as "personId", written_by as "writtenBy", days_before as "daysBefore"
    from expected_report where authority_id = (select authority()) and ended_on is null order by title`.execute(query)
  return rows
}

export async function addExpectedReport(
  query: Query,
  authorityId: number,
  report: Omit<ExpectedReport, 'id' | 'turn'> & { turn: ReportTurn },
): Promise<void> {
  await sql`insert into expected_report (authority_id, body_id, title, turn, written_by_person, written_by, days_before)
    values (${authorityId}, ${report.bodyId}, ${report.title}, ${JSON.stringify(report.turn)}::jsonb, ${report.personId}, ${report.writtenBy}, ${report.daysBefore})`.execute(
    query,
  )
}

export async function endExpectedReport(query: Query, id: string): Promise<boolean> {
  if (!isId(id)) return false
  const { numAffectedRows } = await sql`update expected_report set ended_on = (select today())
    where authority_id = (select authority()) and id = ${id} and ended_on is null`.execute(query)
  return Number(numAffectedRows) === 1
}

/** Which reports are in, and for which meeting: "meeting report". Only that, whoever asks. */
export async function readReportsIn(query: Query): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select meeting_id || ' ' || report_id as key from reports_in()`.execute(
    query,
  )
  return new Set(rows.map(({ key }) => key))
}

/** Whether anything is to be written by this person at all: most write nothing, and wait for no plan. */
export async function writesReports(query: Query, personId: string): Promise<boolean> {
  const { rows } = await sql`select from expected_report where authority_id = (select authority())
    and written_by_person = ${personId} and ended_on is null limit 1`.execute(query)
  return rows.length > 0
}
