import { findGaps, GAPS, type Gap } from '../../../domain/plans/find-gaps.ts'
import type { Plan, PlanItem } from '../../../shapes/plan/plan.store.ts'
import { promisePaths } from '../promises.paths.ts'
import { sayWho } from '../standing.presenter.ts'
import { sayCount } from './wall.presenter.ts'

const HOW_TO_FIX: Record<Gap, string> = {
  'no owner': 'Open it and say who answers for it.',
  'owner left': 'Who answered for it has no role here any more. Open it and name another.',
  'no date': 'Open it and give it a day. Until then nobody is late for it.',
  'a date that is no date': 'It has words where a day would stand. They stay; open it and add a day.',
  'two dates': 'Each date is asked about. Open it and say which step has which, or leave it so.',
  'no way to tell': 'Open it and say how anybody will know that it worked.',
  'number used twice': 'Open it and give one of the two another number.',
}

interface Row {
  plan: Plan
  item: PlanItem
  gaps: Gap[]
}

/** Finishes every word of the gap list: how many, which, and how each is put right. */
export function presentGaps(plans: readonly Plan[], by: 'gap' | 'plan' | 'owner', unmatched: number, canFix: boolean) {
  const all = plans.flatMap((plan) => findGaps(plan.items).map((found) => ({ plan, ...found })))
  const rows = all.filter(({ gaps, item }) => gaps.length > 0 && item.progress !== 'done')
  return {
    sentence:
      all.length === 0
        ? 'No plan has been entered yet, so there is no gap to list.'
        : `${sayCount(rows.length)} of ${all.length} actions and commitments ${rows.length === 1 ? 'leaves' : 'leave'} something open.`,
    counts: GAPS.map((gap) => ({ gap, count: rows.filter(({ gaps }) => gaps.includes(gap)).length })).filter(
      ({ count }) => count > 0,
    ),
    tabs: (['gap', 'plan', 'owner'] as const).map((one) => ({
      text: `By ${one}`,
      href: promisePaths.gaps(one),
      isCurrent: one === by,
    })),
    groups: groupRows(rows, by),
    owners:
      canFix && unmatched > 0
        ? {
            href: promisePaths.owners(),
            text: `${sayCount(unmatched)} ${unmatched === 1 ? 'name of the plans is' : 'names of the plans are'} matched to nobody here`,
          }
        : null,
  }
}

function groupRows(rows: readonly Row[], by: 'gap' | 'plan' | 'owner') {
  if (by === 'gap')
    return GAPS.map((gap) => {
      const own = rows.filter(({ gaps }) => gaps.includes(gap))
      return { title: titleOf(gap), note: HOW_TO_FIX[gap], rows: own.map((row) => presentRow(row, [], row.plan.title)) }
    }).filter((group) => group.rows.length > 0)
  const groups = Map.groupBy(rows, ({ plan, item }) => (by === 'plan' ? plan.title : sayWho(item)))
  return [...groups]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([title, own]) => ({ title, note: '', rows: own.map((row) => presentRow(row, row.gaps, '')) }))
}

function presentRow({ item }: Row, gaps: readonly Gap[], note: string) {
  return {
    lead: { text: item.reference ?? '–' },
    text: item.title,
    href: promisePaths.action(item.id),
    note: note || [sayWho(item), ...gaps.map((gap) => HOW_TO_FIX[gap])].join(' · '),
    ...(gaps.length > 0 ? { pill: { state: 'unknown', text: gaps.join(', ') } } : {}),
  }
}

const titleOf = (gap: Gap) => gap.charAt(0).toUpperCase() + gap.slice(1)
