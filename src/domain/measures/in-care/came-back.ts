import { addDays, addMonths, collectionYear } from '../../shared/calendar-date.ts'
import { findFirstStart, leftIn } from '../came-and-left.ts'
import { defineInYear } from '../define-measure.ts'
import { explain } from '../make-result.ts'

const MONTHS = 12

export const cameBack = defineInYear(
  {
    id: 'M10',
    title: 'Children who started to be looked after again within 12 months of leaving',
    plainTitle: 'Came back into our care within a year of leaving',
    whyItMatters: 'Going home and coming back hurts twice: the help after leaving was not enough.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children whose time in care began from 1 April to the date, each once, short breaks left out',
    whoIsMet: 'Those who had left our care in the 12 months before that start',
    source: 'Common practice of councils. SSDA903 Episodes: DECOM, RNE = S, DEC, REC',
    nationalDataset: null,
    comparable: 'near',
    needs: 'The return’s Episodes of this year and the year before',
    traps: ['Only leavings from this council are known. Where the year before was not taken in, some are missed.'],
  },
  ({ records, period, council }) => {
    const came = records.flatMap((record) => {
      const start = findFirstStart(record, period)
      return start ? [{ record, on: start.startsOn }] : []
    })
    const back = came.filter(({ record, on }) => leftIn(record, { from: addMonths(on, -MONTHS), to: addDays(on, -1) }))
    const firstHeld = Math.min(...council.returnYears)
    const isCut = council.returnYears.length > 0 && addMonths(period.from, -MONTHS) < collectionYear(firstHeld).from
    return {
      met: back.map(({ record }) => record.childId),
      counted: came.map(({ record }) => record.childId),
      notes: isCut ? [explain('The return of the year before is not held, so some who had left are not known.')] : [],
    }
  },
)
