import { findLastLeaving } from '../came-and-left.ts'
import { defineInYear } from '../define-measure.ts'

export const specialGuardians = defineInYear(
  {
    id: 'M104',
    title: 'Children who ceased to be looked after through special guardianship',
    plainTitle: 'Left care to live with a special guardian',
    whyItMatters: 'A guardian, often from the family, cares for a child until they are grown.',
    theme: 'permanence',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'none',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children whose time in care ended from 1 April to the date, each once, short breaks left out',
    whoIsMet: 'Those whose last leaving in that time was to a special guardian',
    source: 'DfE, children looked after statistics: ceased, special guardianship. SSDA903 Episodes: REC E45 to E48',
    nationalDataset: 'la_cla_ceased_during_year',
    comparable: 'yes',
    needs: 'The return’s Episodes',
    traps: ['By former carer or not, local numbers are small and hidden.'],
  },
  ({ records, period }) => {
    const left = records.flatMap((record) => {
      const last = findLastLeaving(record, period)
      return last ? [{ id: record.childId, reason: last.reasonEnded! }] : []
    })
    return {
      met: left.filter(({ reason }) => /^E4[3-8]$/.test(reason)).map(({ id }) => id),
      counted: left.map(({ id }) => id),
    }
  },
)
