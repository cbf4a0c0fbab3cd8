import { listMissing } from '../../../domain/report/report-parts.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { compileReport } from '../compile-report.command.ts'
import { findReport, keepEdition, keepStep, listWords, newestWords, type Report, stateOf } from '../report.store.ts'
import { paths } from '../reports.paths.ts'
import { showReport } from './report.page.ts'

/** What this person may do with the report now, as buttons. */
export function listSteps(visit: Visit, report: Report, missing: number) {
  const state = stateOf(report)
  if (state === 'draft')
    return visit.can('plan:write') && missing === 0
      ? [
          {
            action: paths.freeze(report.id),
            button: 'Freeze it',
            hint: 'Its words and numbers then stand as they are. Somebody else publishes it.',
            asksReason: false,
          },
        ]
      : []
  if (state === 'frozen')
    return report.frozenBy === visit.actor.personId
      ? []
      : [
          {
            action: paths.step(report.id, 'published'),
            button: 'Publish it',
            hint: 'It was approved where it had to be. Everybody can read it from then on, without sign-in.',
            asksReason: false,
          },
        ]
  if (state !== 'published') return []
  return [
    {
      action: paths.step(report.id, 'withdrawn'),
      button: 'Withdraw it',
      hint: 'It is no longer shown. What was out once stays known.',
      asksReason: true,
    },
  ]
}

export async function submitFreeze(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const report = await findReport(query, visit.params.id ?? '')
    return report && { report, words: newestWords(await listWords(query, report.id)) }
  })
  if (found === null || stateOf(found.report) !== 'draft') return notFound
  const { report, words } = found
  const missing = listMissing(report.kind, words)
  if (missing.length > 0) return showReport(visit, missing)
  const { printed, ...edition } = await compileReport(visit, report, words)
  await visit.database.as(visit.actor, async (query) => {
    await keepEdition(query, visit.actor, report.id, edition, printed)
    await recordTrace(query, visit.actor, { event: 'report frozen', detail: { report: report.id } })
  })
  return { redirect: paths.report(report.id) }
}

export async function submitPublication(visit: Visit): Promise<Answer> {
  return take(visit, 'published', null)
}

export async function submitWithdrawal(visit: Visit): Promise<Answer> {
  const reason = (visit.form.reason ?? '').trim()
  if (reason.length < 3) return showReport(visit, ['Say why it is withdrawn.'])
  return take(visit, 'withdrawn', reason)
}

async function take(visit: Visit, step: 'published' | 'withdrawn', reason: string | null): Promise<Answer> {
  const report = await visit.database.as(visit.actor, (query) => findReport(query, visit.params.id ?? ''))
  const isWriter = visit.can('plan:write') || visit.can('meetings:write')
  if (
    report === null ||
    !isWriter ||
    !listSteps(visit, report, 0).some(({ action }) => action === paths.step(report.id, step))
  )
    return notFound
  await visit.database.as(visit.actor, async (query) => {
    await keepStep(query, visit.actor, report.id, step, reason)
    await recordTrace(query, visit.actor, { event: `report ${step}`, detail: { report: report.id } })
  })
  return { redirect: paths.report(report.id) }
}
