import type { IsoDate, Period } from '../shared/calendar-date.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import { type ChildInCare, listInCareOn } from './in-care.ts'
import { type Ingredients, makeCount, makeMean, makeNone, makePercent } from './make-result.ts'
import type { BreakdownCell, Measure, MeasureResult, MeasureWords } from './measure.ts'
import { findYearTo, noteOnReach, sayWhyYearIsMissing } from './measure-year.ts'

export interface Given {
  records: readonly ChildRecord[]
  council: CouncilFacts
  asAt: IsoDate
  /** 1 April to the date. */
  period: Period
}

/** What a definition finds. The kind of number it becomes is written with the measure's words. */
export interface Found {
  /** Children behind the numerator; of a count or a list, all who are counted. */
  met: string[]
  /** Children behind the base. */
  counted?: string[]
  /** Where what is counted is not children (moves, reviews): the two numbers. */
  numbers?: { numerator: number; denominator: number }
  /** Of a mean: the sum of what was measured, over those counted. */
  sum?: number
  groups?: Omit<BreakdownCell, 'percent'>[]
  notes?: Ingredients['notes']
  /** Of a whole year that is not the date's own. */
  period?: Period
  isPartYear?: boolean
}

/** A sentence in its place says why there is no figure. */
export type Work<G = Given> = (given: G) => Found | string

/** Of the children in our care at the end of the date. */
export function defineInCare(words: MeasureWords, work: Work<Given & { inCare: readonly ChildInCare[] }>): Measure {
  return define(words, (given) => work({ ...given, inCare: listInCareOn(given.records, given.asAt) }))
}

/** Of what happened from 1 April to the date. A year of which no return is held has no figure. */
export function defineInYear(words: MeasureWords, work: Work<Given & { inCare: readonly ChildInCare[] }>): Measure {
  return define(words, (given) => {
    const { records, council, asAt } = given
    const { period, isPartYear } = findYearTo(asAt)
    const missing = sayWhyYearIsMissing(records, council, asAt)
    if (missing) return { met: [], period, isPartYear, because: missing }
    const found = work({ ...given, inCare: listInCareOn(records, asAt) })
    return typeof found === 'string'
      ? { met: [], period, isPartYear, because: found }
      : { period, isPartYear, ...found }
  })
}

/** Of a time that the definition finds itself: the newest whole year, three years. */
export function define(words: MeasureWords, work: (given: Given) => (Found & { because?: string }) | string): Measure {
  return {
    ...words,
    compute(records, council, asAt) {
      const found = work({ records, council, asAt, period: findYearTo(asAt).period })
      const reach = noteOnReach(council, asAt)
      if (typeof found === 'string') return makeNone(words, found, { asAt, notes: reach })
      const { period, isPartYear, groups: breakdown } = found
      const ingredients = {
        asAt,
        notes: [...(found.notes ?? []), ...reach],
        ...(period && { period, isPartYear: isPartYear ?? false }),
        ...(breakdown && { breakdown }),
      }
      if (found.because) return makeNone(words, found.because, ingredients)
      return make(words, found, ingredients)
    },
  }
}

function make(words: MeasureWords, found: Found, ingredients: Ingredients): MeasureResult {
  const { met, counted = [], numbers, sum } = found
  switch (words.kind) {
    case 'count':
      return makeCount(words, met, ingredients)
    case 'list': {
      const all = numbers?.denominator ?? met.length
      const { breakdown, ...count } = makeCount(words, met, ingredients)
      return {
        ...count,
        numerator: all,
        denominator: all,
        value: all,
        breakdown: breakdown!.map((cell) => ({ ...cell, percent: all === 0 ? null : (cell.count / all) * 100 })),
      }
    }
    case 'mean':
      return makeMean(words, { counted, sum: sum ?? 0 }, ingredients)
    default:
      return makePercent(words, { met, counted, ...(numbers && { numbers }) }, ingredients)
  }
}

/** Children by group, in the order of the groups. Those of no group are "Not known", shown where there are any. */
export function groupChildren<T>(
  children: readonly T[],
  groups: readonly { code: string; label: string; smallUpTo?: number }[],
  groupOf: (child: T) => string | null,
): Omit<BreakdownCell, 'percent'>[] {
  const counts = new Map<string, number>()
  for (const child of children) {
    const code = groupOf(child) ?? 'unknown'
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const cells = groups.map((group) => ({ ...group, count: counts.get(group.code) ?? 0, part: 'met' as const }))
  const unknown = counts.get('unknown') ?? 0
  return unknown === 0
    ? cells
    : [...cells, { code: 'unknown', label: 'Not known', count: unknown, part: 'met' as const }]
}

/** The group whose codes hold this one. */
export function findGroup(groups: readonly { code: string; codes: RegExp }[], code: string | null): string | null {
  return groups.find(({ codes }) => code !== null && codes.test(code))?.code ?? null
}
