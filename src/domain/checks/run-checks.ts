import type { ChildRecord, CouncilFacts } from '../measures/child-record.ts'
import type { MeasureResult } from '../measures/measure.ts'
import { collectionYearOf } from '../shared/calendar-date.ts'
import { episodeRules } from './episode-rules.ts'
import { notDueRules } from './not-due-rules.ts'
import { otherRules } from './other-rules.ts'
import type { Finding, Rule } from './rule.ts'
import { yearRules } from './year-rules.ts'

export const allRules: readonly Rule[] = [...episodeRules, ...yearRules, ...notDueRules, ...otherRules]

export interface Checked {
  findings: Finding[]
  /** A rule that had nothing to read: no finding of it is no promise. */
  notRun: { rule: Rule; why: string }[]
}

export function runChecks(records: readonly ChildRecord[], facts: CouncilFacts): Checked {
  const notRun = allRules.flatMap((rule) => {
    const why = records.length === 0 ? 'No record has been taken in.' : (rule.cannotRun?.(records, facts) ?? null)
    return why === null ? [] : [{ rule, why }]
  })
  const able = allRules.filter((rule) => !notRun.some((one) => one.rule === rule))
  const held = { healthYears: listHealthYears(records) }
  const findings = able.flatMap((rule) =>
    records.flatMap((record) => rule.find(record, held).map((found) => ({ ...found, rule, childId: record.childId }))),
  )
  return { findings, notRun }
}

function listHealthYears(records: readonly ChildRecord[]): number[] {
  return [...new Set(records.flatMap(({ health }) => health.map(({ startsOn }) => collectionYearOf(startsOn))))].sort()
}

/** The children of a measure with an open finding of a rule that protects it. */
export function listChildrenWithFinding(
  result: Pick<MeasureResult, 'id' | 'met' | 'counted'>,
  open: readonly Finding[],
): string[] {
  const behind = new Set([...result.met, ...result.counted])
  const found = open.filter(({ rule, childId }) => rule.protects.includes(result.id) && behind.has(childId))
  return [...new Set(found.map(({ childId }) => childId))]
}
