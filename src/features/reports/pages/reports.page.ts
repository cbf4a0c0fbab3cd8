import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listReports, type Report, stateOf } from '../report.store.ts'
import { paths } from '../reports.paths.ts'

export const PILLS = {
  draft: { state: 'unknown', text: 'being written' },
  frozen: { state: 'on-the-way', text: 'waits for approval' },
  published: { state: 'kept', text: 'published' },
  withdrawn: { state: 'not-kept', text: 'withdrawn' },
} as const

export async function showReports(visit: Visit): Promise<Answer> {
  const reports = await visit.database.as(visit.actor, (query) => listReports(query))
  const out = reports.filter((report) => stateOf(report) === 'published').length
  return {
    template: 'features/reports/pages/reports.njk',
    title: 'Reports',
    model: {
      sentence: out === 0 ? 'No report is out yet.' : `${out} ${out === 1 ? 'report is' : 'reports are'} out.`,
      lead: 'Each is built from the record and the plan; people write the words. What went out does not change.',
      newHref: visit.can('plan:write') ? paths.new() : '',
      rows: reports.map(presentRow),
    },
  }
}

function presentRow(report: Report) {
  return {
    text: report.title,
    href: paths.report(report.id),
    note: `${report.kind === 'annual report' ? 'Annual report' : 'One Year On'}, ${sayDate(report.from)} to ${sayDate(report.to)}`,
    pill: PILLS[stateOf(report)],
  }
}
