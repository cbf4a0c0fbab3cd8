import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { readFindings, type SeenFinding } from '../read-findings.ts'

/** Most of one rule that are listed: the rest is the same work. */
const MOST_OF_A_RULE = 50

/** The worklist: by rule, the gravest first, each finding with its child, what is wrong and what to do. */
export async function showChecks(visit: Visit): Promise<Answer> {
  const measure = findMeasure(visit.query.about ?? '')
  const { findings, notRun } = await readFindings(visit, measure?.id ?? '')
  const children = new Set(findings.map(({ childId }) => childId)).size
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)].toSorted(([one], [other]) =>
    one.severity === other.severity ? one.id.localeCompare(other.id) : one.severity === 'wrong' ? -1 : 1,
  )
  return {
    template: 'features/checks/pages/checks.njk',
    title: 'Checks on the data behind our figures',
    model: {
      sentence:
        findings.length === 0
          ? 'No rule that could run found anything in the records you may see.'
          : `${findings.length} ${findings.length === 1 ? 'thing looks' : 'things look'} wrong in the records of ${children} ${children === 1 ? 'child' : 'children'}.`,
      lead: `${measure ? `Only what ${measure.plainTitle.toLowerCase()} would count wrongly. ` : ''}These are rules of the yearly return that protect a figure we publish. What no rule looks at is not checked. A finding is gone when the record is right.`,
      allHref: measure ? '/figures/checks' : '',
      groups: byRule.map(([rule, found]) => presentRule(rule, found)),
      notRun: notRun.map(({ rule, why }) => `Rule ${rule.id}, ${rule.checks}: ${why}`),
    },
    page: {
      back: measure
        ? { href: `/figures/${measure.id}`, text: measure.plainTitle }
        : { href: '/figures', text: 'Figures' },
    },
  }
}

function presentRule(rule: SeenFinding['rule'], found: SeenFinding[]) {
  const figures = rule.protects.map((id) => findMeasure(id)?.plainTitle ?? id)
  return {
    title: `${rule.checks} (rule ${rule.id})`,
    aside: `${found.length} found · ${rule.severity === 'wrong' ? 'wrong' : 'look again'}`,
    why: `Else these are wrong: ${figures.join('; ')}.`,
    rows: found.slice(0, MOST_OF_A_RULE).map(({ childId, childName, on, says, fix }) => ({
      lead: { text: childName, href: `/children/${childId}` },
      text: `${says} ${fix}`,
      note: `${rule.table}, ${sayDate(on)}`,
    })),
    more: found.length > MOST_OF_A_RULE ? `And ${found.length - MOST_OF_A_RULE} more of the same.` : '',
  }
}
