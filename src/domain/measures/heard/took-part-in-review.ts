import { birthday } from '../../shared/calendar-date.ts'
import { explain, makeNone, makePercent, state } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { findYearTo, noteOnReach, sayWhyYearIsMissing } from '../measure-year.ts'
import { sayNumber } from '../say-value.ts'

export const tookPartInReview: Measure = {
  id: 'M42',
  title: 'Reviews in which the child took part',
  plainTitle: 'Took part in their review',
  whyItMatters: 'A review decides about a child’s life, so the child should be heard in it.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  baseWord: 'reviews',
  countsEvents: true,
  whoIsCounted:
    'Reviews from 1 April to the date of children who were 4 or older on the day. Reviews are counted, not children',
  whoIsMet: 'Reviews with PN1 to PN6: the child was there, or sent their views. Not PN7: neither there nor heard',
  source: 'SSDA903 Reviews: REVIEW, REVIEW_CODE; Header: DOB. The DfE publishes no figure now',
  nationalDataset: null,
  comparable: 'no',
  needs: 'The return’s Reviews',
  traps: ['Counts reviews, not children.'],
  compute(records, council, asAt) {
    const { period, isPartYear } = findYearTo(asAt)
    const notes = [
      explain(
        'Reviews of children under 4 are left out: by the code given (PN0), and by the birth date where it is known.',
      ),
      ...noteOnReach(council, asAt),
    ]
    const missing = sayWhyYearIsMissing(records, council, asAt)
    if (missing) return makeNone(this, missing, { asAt, period, isPartYear, notes })
    const met = new Set<string>()
    const counted = new Set<string>()
    const numbers = { numerator: 0, denominator: 0 }
    let underFour = 0
    for (const { childId, bornOn, reviews } of records) {
      for (const { on, participation } of reviews) {
        if (on < period.from || on > period.to || participation === 'PN0') continue
        if (bornOn !== null && on < birthday(bornOn, 4)) {
          underFour += 1
          continue
        }
        numbers.denominator += 1
        counted.add(childId)
        if (!/^PN[1-6]$/.test(participation)) continue
        numbers.numerator += 1
        met.add(childId)
      }
    }
    if (underFour > 0) {
      notes.push(
        state(
          `Left out although coded as for a child of 4 or more: reviews held before the fourth birthday, ${sayNumber(underFour)}.`,
        ),
      )
    }
    if (numbers.denominator === 0) {
      return makeNone(this, 'No review of a child aged 4 or more is recorded in this time.', {
        asAt,
        period,
        isPartYear,
        notes,
      })
    }
    return makePercent(this, { met: [...met], counted: [...counted], numbers }, { asAt, period, isPartYear, notes })
  },
}
