import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Plan, PlanItem } from '../../../shapes/plan/plan.store.ts'
import { sayCount } from './wall.presenter.ts'

/** Finishes every word of the action plan. Late is worked out; nothing is filled in that the plan does not say. */
export function presentPlan(plan: Plan, today: IsoDate) {
  const late = plan.items.filter((item) => isLate(item, today))
  const gaps = plan.items.flatMap((item) => listGaps(item).map((gap) => ({ item, gap })))
  const priorities = [...new Set(plan.items.map((item) => item.priority ?? 'Other'))]
  return {
    sentence: `${sayCount(late.length)} of ${plan.items.length} actions ${late.length === 1 ? 'is' : 'are'} late, and ${gaps.length === 0 ? 'none has' : `${sayCount(new Set(gaps.map(({ item }) => item.id)).size).toLowerCase()} have`} a gap.`,
    lead: [plan.title, plan.version].filter(Boolean).join(', '),
    gaps: gaps.map(({ item, gap }) => ({
      lead: { text: item.reference ?? '–' },
      text: item.title,
      href: `#plan`,
      pill: { state: 'unknown', text: gap },
    })),
    tables: priorities.map((priority) => ({
      caption: priority,
      columns: ['What', 'How', 'Who', 'By when', 'How we can tell', 'Where it stands'].map((text) => ({ text })),
      rows: plan.items.filter((item) => (item.priority ?? 'Other') === priority).map((item) => presentRow(item, today)),
    })),
  }
}

function presentRow(item: PlanItem, today: IsoDate) {
  const when = item.dueAsWritten || (item.dueOn ? sayDate(item.dueOn) : 'no date')
  return [
    `${item.reference ? `${item.reference} ` : ''}${item.title}`,
    item.hows.join('; ') || '–',
    item.owners.join(', ') || 'nobody named',
    when,
    item.wayToTell ?? 'not said',
    { text: '', pill: presentStatus(item, today), ...(item.evidence ? { note: item.evidence } : {}) },
  ]
}

function presentStatus(item: PlanItem, today: IsoDate): { state: string; text: string } {
  if (item.progress === 'done')
    return item.evidence ? { state: 'kept', text: 'done' } : { state: 'unknown', text: 'done, nothing shows it' }
  if (isLate(item, today)) return { state: 'not-kept', text: 'late' }
  return item.progress === 'under way'
    ? { state: 'on-the-way', text: 'under way' }
    : { state: 'unknown', text: 'not started' }
}

function isLate(item: PlanItem, today: IsoDate): boolean {
  return item.progress !== 'done' && item.dueOn !== null && item.dueOn < today
}

function listGaps(item: PlanItem): string[] {
  return [
    item.owners.length === 0 && 'no owner',
    !item.dueOn && !item.dueAsWritten && 'no date',
    item.wayToTell === null && 'no way to tell',
  ].filter((gap) => gap !== false)
}
