import { findAfterCareYear, NO_AFTER_CARE_YEAR, type YoungAdult } from './after-care.ts'
import { define } from './define-measure.ts'
import type { Measure, MeasureWords } from './measure.ts'

/** A share of the care-experienced young people of the newest whole year held. */
export function shareAfterCare(
  words: MeasureWords,
  isMet: (person: YoungAdult) => boolean,
  groups?: readonly { code: string; label: string; holds: (person: YoungAdult) => boolean; part: 'met' | 'unmet' }[],
): Measure {
  return define(words, ({ records, asAt }) => {
    const year = findAfterCareYear(records, asAt)
    if (!year) return NO_AFTER_CARE_YEAR
    const ids = (people: YoungAdult[]) => people.map(({ childId }) => childId)
    const found = {
      met: ids(year.people.filter(isMet)),
      counted: ids(year.people),
      period: year.period,
      notes: [year.note],
    }
    if (!groups) return found
    const groupOf = (person: YoungAdult) => groups.find(({ holds }) => holds(person))
    return {
      ...found,
      groups: groups.map((group) => ({
        code: group.code,
        label: group.label,
        part: group.part,
        count: year.people.filter((person) => groupOf(person) === group).length,
      })),
    }
  })
}
