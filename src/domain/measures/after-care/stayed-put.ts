import { addDays, birthday } from '../../shared/calendar-date.ts'
import { findAfterCareYear, NO_AFTER_CARE_YEAR } from '../after-care.ts'
import { define } from '../define-measure.ts'
import { findEpisodeOn } from '../in-care.ts'

export const stayedPut = define(
  {
    id: 'M117',
    title: 'Care leavers aged 18 who stayed with their former foster carers (staying put)',
    plainTitle: 'Stayed with their foster family after 18',
    whyItMatters: 'Most people leave home when they are ready, not on their birthday.',
    theme: 'after care',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Young people whose 18th birthday was in the year and who were in foster care on the day before it',
    whoIsMet: 'Those recorded as living with their former foster carers',
    source:
      'DfE, children looked after statistics: care leavers, staying put at 18. SSDA903 OC3: ACCOM Z1; Episodes: PLACE U1 to U6; Header: DOB',
    nationalDataset: 'la_care_leavers_stayput',
    comparable: 'near',
    needs: 'The return’s OC3, Episodes and birth dates',
    traps: ['Some tables mix ages 18 to 20: compare only with a figure for 18.'],
  },
  ({ records, asAt }) => {
    const year = findAfterCareYear(records, asAt)
    if (!year) return NO_AFTER_CARE_YEAR
    const { from, to } = year.period
    const isOf18 = new Map(year.people.map((person) => [person.childId, person]))
    const counted = records.filter((record) => {
      if (record.bornOn === null || !isOf18.has(record.childId)) return false
      const turned18 = birthday(record.bornOn, 18)
      const home = findEpisodeOn(record, addDays(turned18, -1))
      return turned18 >= from && turned18 <= to && home !== null && /^U[1-6]$/.test(home.placement)
    })
    if (counted.length === 0) return 'No young person of the year is known to have turned 18 in foster care.'
    return {
      met: counted
        .filter(({ childId }) => isOf18.get(childId)!.row.accommodation === 'Z1')
        .map(({ childId }) => childId),
      counted: counted.map(({ childId }) => childId),
      period: year.period,
      notes: [year.note],
    }
  },
)
