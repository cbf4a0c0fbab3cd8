import { addDays, addMonths, birthday, type IsoDate } from '../../shared/calendar-date.ts'
import type { ChildRecord } from '../child-record.ts'
import { findHomeSince } from '../count-homes.ts'
import { defineInCare } from '../define-measure.ts'
import { type Episode, idsOf, listInCareFor } from '../in-care.ts'
import { explain } from '../make-result.ts'

const ADOPTIVE = /^A[3-6]$/

export const settledForTwoYears = defineInCare(
  {
    id: 'M21',
    title: 'Long-term stability: same placement for two years',
    plainTitle: 'Settled: in the same home for two years',
    whyItMatters: 'Two years in one home is time to trust, to make friends and to stay at one school.',
    theme: 'homes',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'as at',
    decimals: 0,
    whoIsCounted:
      'Children under 16 on the date who have been in our care for two and a half years or more without a day between',
    whoIsMet:
      'Those in the same home for two years or more; also those placed for adoption where that and the home before make two years',
    source:
      'DfE, children looked after statistics: placement stability, two years. SSDA903 Episodes: DECOM, RNE, PLACE; Header: DOB',
    nationalDataset: 'la_cla_placement_stability',
    comparable: 'yes',
    needs: 'The return’s Episodes of three years, and birth dates',
    traps: ['Counts the same carer, not the same address. Temporary stays elsewhere do not break it.'],
  },
  ({ records, asAt }) => {
    const counted = listInCareFor(records, asAt, 30).filter(
      ({ record }) => record.bornOn !== null && asAt < birthday(record.bornOn, 16),
    )
    const since = addDays(addMonths(asAt, -24), 1)
    return {
      met: idsOf(counted.filter(({ record, episode }) => hasBeenSettledSince(record, episode, since, asAt))),
      counted: idsOf(counted),
      notes: [explain('Those whose birth date is not known are left out.')],
    }
  },
)

function hasBeenSettledSince(record: ChildRecord, episode: Episode, since: IsoDate, asAt: IsoDate): boolean {
  const home = findHomeSince(record, asAt)
  if (home === null) return false
  if (home <= since) return true
  if (!ADOPTIVE.test(episode.placement)) return false
  const before = findHomeSince(record, addDays(home, -1))
  return before !== null && before <= since
}
