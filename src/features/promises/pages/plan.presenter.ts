import { findGaps } from '../../../domain/plans/find-gaps.ts'
import { isLate } from '../../../domain/plans/item-standing.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Plan, PlanItem } from '../../../shapes/plan/plan.store.ts'
import type { YoungView } from '../../../shapes/plan/young-view.store.ts'
import { promisePaths } from '../promises.paths.ts'
import { presentStanding, sayWhen, sayWho } from '../standing.presenter.ts'
import { sayCount } from './wall.presenter.ts'
import { sayYoungViews } from './young-view.page.ts'

/** Finishes every word of the action plan. Late is worked out; nothing is filled in that the plan does not say. */
export function presentPlan(plan: Plan, today: IsoDate, young: (YoungView & { itemId: string })[] = []) {
  const late = plan.items.filter((item) => isLate(item, today))
  const gaps = findGaps(plan.items).flatMap(({ item, gaps: own }) => own.map((gap) => ({ item, gap })))
  const priorities = [...new Set(plan.items.map((item) => item.priority ?? 'Other'))]
  return {
    sentence: `${sayCount(late.length)} of ${plan.items.length} actions ${late.length === 1 ? 'is' : 'are'} late, and ${gaps.length === 0 ? 'none has' : `${sayCount(new Set(gaps.map(({ item }) => item.id)).size).toLowerCase()} have`} a gap.`,
    lead: [plan.title, plan.version].filter(Boolean).join(', '),
    gapsHref: promisePaths.gaps(),
    digestHref: promisePaths.digest(),
    gaps: gaps.map(({ item, gap }) => ({
      lead: { text: item.reference ?? '–' },
      text: item.title,
      href: promisePaths.action(item.id),
      pill: { state: 'unknown', text: gap },
    })),
    tables: priorities.map((priority) => ({
      isStacked: true,
      caption: priority,
      columns: ['What', 'How', 'Who', 'By when', 'How we can tell', 'Where it stands'].map((text) => ({ text })),
      rows: plan.items
        .filter((item) => (item.priority ?? 'Other') === priority)
        .map((item) =>
          presentRow(
            item,
            today,
            young.filter(({ itemId }) => itemId === item.id),
          ),
        ),
    })),
  }
}

function presentRow(item: PlanItem, today: IsoDate, young: YoungView[]) {
  const update = item.lastUpdate ? `${sayDate(item.lastUpdate.saidOn)}: ${item.lastUpdate.words}` : item.evidence
  const said = [update, sayYoungViews(young)].filter(Boolean).join(' · ')
  return [
    {
      text: `${item.reference ? `${item.reference} ` : ''}${item.title.replaceAll('\n', ' · ')}`,
      href: promisePaths.action(item.id),
    },
    sayHows(item),
    sayWho(item),
    sayWhen(item),
    item.wayToTell?.replaceAll('\n', ' · ') ?? 'not said',
    { text: '', pill: presentStanding(item, today), ...(said ? { note: said } : {}) },
  ]
}

/** Each step, with whose it is where it is not everybody's. */
function sayHows({ hows, parts }: PlanItem): string {
  const told = parts.filter(({ how }) => how !== null)
  const own = told.map(({ how, owners, dueAsWritten }) => {
    const whose = [owners.join('; '), dueAsWritten].filter(Boolean).join(', ')
    return whose ? `${how} (${whose})` : how!
  })
  const rest = hows.filter((how) => !told.some((part) => part.how === how))
  return [...own, ...rest].join('; ') || '–'
}
