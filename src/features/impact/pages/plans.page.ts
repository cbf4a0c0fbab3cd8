import { INCLUDES, reviewState } from '../../../domain/impact/plan-check.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { writeCsv } from '../../../web/write-csv.ts'
import { paths } from '../impact.paths.ts'
import { type CheckedPlan, listCheckedPlans } from '../plan-check.store.ts'

const PILLS = {
  yes: { state: 'kept', text: 'yes' },
  partly: { state: 'partly', text: 'partly' },
  no: { state: 'not-kept', text: 'no' },
  'not known': { state: 'unknown', text: 'nobody has said' },
} as const

/** Does every plan of the council and its area include children in care? Late reviews come first. */
export async function showPlans(visit: Visit): Promise<Answer> {
  const plans = await visit.database.as(visit.actor, listCheckedPlans)
  const canWrite = visit.can('plan:write')
  const late = plans.filter(({ reviewOn }) => reviewState(reviewOn, visit.today) === 'overdue').length
  return {
    template: 'features/impact/pages/plans.njk',
    title: 'Plan check',
    model: {
      sentence: sayPlans(plans, late),
      newHref: canWrite ? paths.newPlan() : '',
      csvHref: paths.plansCsv(),
      table: {
        caption: 'Plans, the earliest review first',
        columns: [
          { text: 'Plan' },
          { text: 'Looked at again' },
          { text: 'Includes them?' },
          { text: 'Where, and who said so' },
        ],
        rows: plans.map((plan) => [
          {
            text: plan.title,
            ...(canWrite ? { href: paths.plan(plan.id) } : {}),
            note: [plan.organisation, plan.reference].filter(Boolean).join(' · '),
          },
          {
            text: sayDate(plan.reviewOn),
            note: { overdue: 'overdue', 'due soon': 'due soon', later: '' }[reviewState(plan.reviewOn, visit.today)],
          },
          { pill: PILLS[plan.includes] },
          { text: plan.words, note: plan.saidOn ? `${plan.saidBy}, ${sayDate(plan.saidOn)}` : '' },
        ]),
        isStacked: true,
      },
      links: plans.filter(({ link }) => link !== '').map(({ link, title }) => ({ href: link, text: title })),
      sections: plans
        .filter(({ section }) => section !== '')
        .map(({ title, section, approvedBy, approvedOn }) => ({
          title,
          words: section.split(/\n\s*\n/),
          approval: approvedOn
            ? `Approved by the ${approvedBy}, ${sayDate(approvedOn)}.`
            : 'Not approved yet by a care-experienced officer.',
        })),
    },
    page: { back: { href: paths.register(), text: 'Impact check' } },
  }
}

export async function downloadPlans(visit: Visit): Promise<Answer> {
  const plans = await visit.database.as(visit.actor, listCheckedPlans)
  const header = [
    'Plan',
    'Reference',
    'Whose',
    'Review',
    'State',
    'Includes children in care',
    'Where or why not',
    'Said by',
    'Said on',
    'Link',
  ]
  const rows = plans.map((plan) => [
    plan.title,
    plan.reference,
    plan.organisation,
    plan.reviewOn,
    reviewState(plan.reviewOn, visit.today),
    INCLUDES[plan.includes],
    plan.words,
    plan.saidBy,
    plan.saidOn ?? '',
    plan.link,
  ])
  return { download: { name: 'plan-check.csv', type: 'text/csv; charset=utf-8', body: writeCsv([header, ...rows]) } }
}

function sayPlans(plans: CheckedPlan[], late: number): string {
  if (plans.length === 0) return 'Does every plan include children in care? None is on the list yet.'
  const yes = plans.filter(({ includes }) => includes === 'yes').length
  const said = `${yes} of ${plans.length === 1 ? 'one plan' : `${plans.length} plans`} ${yes === 1 ? 'includes' : 'include'} children in care.`
  return late === 0
    ? `${said} No review is late.`
    : `${said} ${late === 1 ? 'One review is' : `${late} reviews are`} late.`
}
