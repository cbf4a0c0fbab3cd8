import { addDays } from '../../shared/calendar-date.ts'
import { addWorkingDays } from '../../timescales/review-due.ts'
import { defineInYear } from '../define-measure.ts'
import { findInCareSince, isShortBreak } from '../in-care.ts'

export const firstReviewOnTime = defineInYear(
  {
    id: 'M41',
    title: 'First review within 20 working days',
    plainTitle: 'First review within four weeks of coming into care',
    whyItMatters: 'The first weeks decide much, and the child should be asked early.',
    theme: 'heard',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Times in care whose 20th working day fell from 1 April to the date, with the child still in our care at its end',
    whoIsMet: 'Those with a review by the end of that day',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33. SSDA903 Reviews: REVIEW; Episodes: DECOM, RNE = S',
    nationalDataset: null,
    comparable: 'no',
    needs: 'The return’s Reviews and Episodes',
    traps: ['Bank holidays do not count. Who left before the 20th working day is left out.'],
    baseWord: 'times in care',
    countsEvents: true,
  },
  ({ records, period, council }) => {
    if (!records.some(({ reviews }) => reviews.length > 0)) return 'No review is recorded, so this is not known.'
    // Twenty working days are never as many days as this, holidays included.
    const earliest = addDays(period.from, -60)
    const met: string[] = []
    const counted: string[] = []
    for (const record of records) {
      for (const { startsOn, reasonForNewEpisode, legalStatus } of record.episodes) {
        if (reasonForNewEpisode !== 'S' || isShortBreak({ legalStatus })) continue
        if (startsOn < earliest || startsOn > period.to) continue
        const due = addWorkingDays(startsOn, 20, council.holidays)
        if (due < period.from || due > period.to || findInCareSince(record, due) !== startsOn) continue
        counted.push(record.childId)
        if (record.reviews.some(({ on }) => on >= startsOn && on <= due)) met.push(record.childId)
      }
    }
    return {
      met: [...new Set(met)],
      counted: [...new Set(counted)],
      numbers: { numerator: met.length, denominator: counted.length },
    }
  },
)
