import type { LocalMeasure } from '../domain/local-measures/local-measure.ts'
import type { StatedValue } from '../domain/local-measures/stated-value.ts'
import { addDays, addMonths, collectionYear, collectionYearOf, type IsoDate } from '../domain/shared/calendar-date.ts'

/** A number as somebody of Exampleshire typed it in. `earlier`: what was on file for the day before, and why it changed. */
export type DemoStated = Omit<StatedValue, 'id' | 'statedBy' | 'replaces' | 'reason'> & {
  earlier?: { numerator: number; reason: string }
}

/** Of three years, the oldest first; the shares in hundredths. */
interface Series {
  measureId: string
  time: 'day' | 'month' | 'quarter' | 'term' | 'year' | 'school year' | 'survey'
  source: string
  shares: [number, number, number]
  /** The number counted, for each hundred children in our care. */
  per100: number
  /** Of numbers of events: the children behind, of each hundred events. */
  childrenPer100?: number
}

const SHARES: Series[] = [
  { measureId: 'M43', time: 'month', per100: 100, shares: [84, 88, 91], source: 'The case system’s list of visits' },
  { measureId: 'M44', time: 'month', per100: 32, shares: [75, 79, 86], source: 'The case system’s list of visits' },
  {
    measureId: 'M45',
    time: 'quarter',
    per100: 34,
    childrenPer100: 88,
    shares: [66, 72, 81],
    source: 'The reviewing officers’ register',
  },
  { measureId: 'M46', time: 'day', per100: 44, shares: [38, 47, 58], source: 'The life story workers’ list' },
  { measureId: 'M47', time: 'year', per100: 72, shares: [61, 74, 83], source: 'The advocacy service’s yearly report' },
  {
    measureId: 'M49',
    time: 'year',
    per100: 68,
    shares: [9, 14, 22],
    source: 'The participation team’s book of who came',
  },
  {
    measureId: 'M50',
    time: 'year',
    per100: 36,
    shares: [58, 66, 79],
    source: 'The health team’s list of first assessments',
  },
  {
    measureId: 'M60',
    time: 'year',
    per100: 22,
    shares: [50, 68, 82],
    source: 'The health team’s list of summaries given',
  },
  { measureId: 'M70', time: 'term', per100: 78, shares: [86, 90, 94], source: 'The virtual school’s list of plans' },
  {
    measureId: 'M73',
    time: 'school year',
    per100: 16,
    shares: [24, 22, 29],
    source: 'The virtual school’s results, as told by schools',
  },
  {
    measureId: 'M76',
    time: 'school year',
    per100: 64,
    shares: [24, 22, 19],
    source: 'The virtual school’s attendance, collected each day',
  },
  {
    measureId: 'M77',
    time: 'school year',
    per100: 64,
    shares: [16, 15, 12],
    source: 'The virtual school’s list of suspensions',
  },
  {
    measureId: 'M92',
    time: 'month',
    per100: 40,
    childrenPer100: 48,
    shares: [55, 62, 74],
    source: 'The interviewers’ monthly return',
  },
  { measureId: 'M119', time: 'day', per100: 60, shares: [72, 80, 88], source: 'The leaving care team’s tracker' },
  { measureId: 'M121', time: 'day', per100: 26, shares: [70, 84, 92], source: 'The leaving care team’s tracker' },
  { measureId: 'L02', time: 'month', per100: 94, shares: [62, 70, 77], source: 'The case system’s list of visits' },
  {
    measureId: 'M126',
    time: 'survey',
    per100: 34,
    shares: [76, 78, 83],
    source: 'Our yearly survey, answered by phone or on paper',
  },
]

/** Numbers that do not grow with the council, and averages. */
const FIXED: { measureId: string; time: Series['time']; source: string; numbers: [number, number][]; isMean?: true }[] =
  [
    {
      measureId: 'M136',
      time: 'year',
      source: 'The members’ training record',
      numbers: [
        [31, 54],
        [40, 54],
        [49, 54],
      ],
    },
    {
      measureId: 'M138',
      time: 'quarter',
      source: 'The strategy lead’s quarterly count',
      numbers: [
        [9, 16],
        [14, 20],
        [22, 26],
      ],
    },
    {
      measureId: 'M134',
      time: 'year',
      source: 'The finance team, from the yearly return of spending',
      isMean: true,
      numbers: [
        [1290, 30_100],
        [1385, 31_000],
        [1462, 31_400],
      ],
    },
  ]

/** What Exampleshire's people typed in over three years: visits, learning, health, training, and what young people said. */
export function makeGivenFigures({ children, today }: { children: number; today: IsoDate }): DemoStated[] {
  const ofShares = SHARES.flatMap(({ measureId, time, source, shares, per100, childrenPer100 }) => {
    const base = Math.max(6, Math.round((children * per100) / 100))
    return listTimes(time, today).map((when, index): DemoStated => {
      const numerator = Math.round((base * shares[index]!) / 100)
      const children = childrenPer100 === undefined ? null : Math.round((base * childrenPer100) / 100)
      return { ...make(measureId, when, source, today), numerator, denominator: base, children }
    })
  })
  const ofFixed = FIXED.flatMap(({ measureId, time, source, numbers, isMean }) =>
    listTimes(time, today).map((when, index): DemoStated => {
      const [first, base] = numbers[index]!
      const given = isMean ? { value: first, denominator: base } : { numerator: first, denominator: base }
      return { ...make(measureId, when, source, today), ...given }
    }),
  )
  return [...ofShares, ...ofFixed].map((one) => correctVisits(one, today))
}

/** One number that was wrong at first, so that it can be seen what becomes of the earlier one. */
function correctVisits(one: DemoStated, today: IsoDate): DemoStated {
  if (one.measureId !== 'M43' || one.asAt < addMonths(today, -6)) return one
  const earlier = {
    numerator: one.numerator! - 2,
    reason: 'two visits of the last days of the month were written up later',
  }
  return { ...one, earlier }
}

function make(
  measureId: string,
  when: { fromOn: IsoDate | null; asAt: IsoDate },
  source: string,
  today: IsoDate,
): DemoStated {
  const statedOn = addDays(when.asAt, 12) < today ? addDays(when.asAt, 12) : today
  // The newest number of a month is provisional until the next one is counted.
  const isNew = when.asAt > addMonths(today, -2)
  return {
    measureId,
    ...when,
    numerator: null,
    denominator: null,
    value: null,
    children: null,
    status: isNew ? 'provisional' : 'validated',
    source,
    statedOn,
  }
}

/** Three times of one length, a year apart, the last of them over by today. */
function listTimes(time: Series['time'], today: IsoDate): { fromOn: IsoDate | null; asAt: IsoDate }[] {
  const newest = findNewest(time, today)
  return [-24, -12, 0].map((months) => ({
    fromOn: newest.fromOn === null ? null : addMonths(newest.fromOn, months),
    // The last day of a month stays the last day.
    asAt: addDays(addMonths(addDays(newest.asAt, 1), months), -1),
  }))
}

function findNewest(time: Series['time'], today: IsoDate): { fromOn: IsoDate | null; asAt: IsoDate } {
  const monthStart = `${today.slice(0, 8)}01`
  const year = Number(today.slice(0, 4))
  const lastDay = addDays(monthStart, -1)
  switch (time) {
    case 'day':
      return { fromOn: null, asAt: lastDay }
    case 'month':
      return { fromOn: addMonths(monthStart, -1), asAt: lastDay }
    case 'quarter': {
      const start = addMonths(`${today.slice(0, 4)}-01-01`, Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 - 3)
      return { fromOn: start, asAt: addDays(addMonths(start, 3), -1) }
    }
    case 'year': {
      const { from, to } = collectionYear(collectionYearOf(today) - 1)
      return { fromOn: from, asAt: to }
    }
    case 'term':
      return today > `${year}-07-31`
        ? term(`${year}-04-20`, `${year}-07-20`)
        : term(`${year - 1}-09-01`, `${year - 1}-12-19`)
    case 'school year':
      return today > `${year}-07-31`
        ? term(`${year - 1}-09-01`, `${year}-07-31`)
        : term(`${year - 2}-09-01`, `${year - 1}-07-31`)
    case 'survey':
      return today > `${year}-06-30`
        ? term(`${year}-05-01`, `${year}-06-30`)
        : term(`${year - 1}-05-01`, `${year - 1}-06-30`)
  }
}

function term(fromOn: IsoDate, asAt: IsoDate) {
  return { fromOn, asAt }
}

/** Two measures that Exampleshire made itself: one worked out from the record, one typed in. */
export const DEMO_LOCAL_MEASURES: Pick<LocalMeasure, 'id' | 'words' | 'filter'>[] = [
  {
    id: 'L01',
    words: {
      title: 'Children who attended a review and spoke for themselves',
      plainTitle: 'Spoke for themselves at a review this year',
      whyItMatters: 'Being in the room is not the same as being heard in it.',
      theme: 'heard',
      askedForByChildren: false,
      kind: 'percent',
      direction: 'higher',
      period: 'year',
      decimals: 0,
      whoIsCounted: 'Children with a review from 1 April to the date',
      whoIsMet: 'Those who were there and spoke for themselves at one or more (PN1)',
      source: 'Asked for by our children in care council, agreed by the board',
      isSensitive: false,
    },
    filter: {
      kind: 'review',
      when: 'in the year',
      base: 'with the fact',
      counted: [],
      met: [{ field: 'participation', operator: 'is', value: 'PN1' }],
    },
  },
  {
    id: 'L02',
    words: {
      title: 'Children seen alone at their last visit',
      plainTitle: 'Saw their social worker alone at the last visit',
      whyItMatters: 'Some things cannot be said with a carer in the room.',
      theme: 'heard',
      askedForByChildren: false,
      kind: 'percent',
      direction: 'higher',
      period: 'month',
      decimals: 0,
      whoIsCounted: 'Children in our care visited in the month',
      whoIsMet: 'Those whom the worker saw alone',
      source: 'Asked for by our children in care council, agreed by the board',
      isSensitive: false,
    },
    filter: null,
  },
]
