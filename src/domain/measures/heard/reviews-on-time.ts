import { defineInYear } from '../define-measure.ts'
import { explain } from '../make-result.ts'
import { listReviewsDue } from '../reviews-due.ts'

export const reviewsOnTime = defineInYear(
  {
    id: 'M40',
    title: 'Children whose reviews were all on time in the year',
    plainTitle: 'Every review held on time',
    whyItMatters: 'At a review the plan for a child’s life is checked; late, it drifts.',
    theme: 'heard',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Children with at least one review due, or held, from 1 April to the date while in our care. Children are counted, not reviews',
    whoIsMet:
      'Those each of whose reviews was held by its day: the first in 20 working days of coming into care, the second in three months of the first, then every six months',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; common practice for the count. SSDA903 Reviews: REVIEW; Episodes: DECOM, RNE',
    nationalDataset: null,
    comparable: 'near',
    needs: 'The return’s Reviews and Episodes',
    traps: ['By child, not by review: one late review makes the child not met. Say which when comparing.'],
  },
  ({ records, period, council }) => {
    if (!records.some(({ reviews }) => reviews.length > 0)) return 'No review is recorded, so this is not known.'
    const met: string[] = []
    const counted: string[] = []
    for (const record of records) {
      const due = listReviewsDue(record, council, period)
      if (due.length === 0) continue
      counted.push(record.childId)
      if (due.every(({ isOnTime }) => isOnTime)) met.push(record.childId)
    }
    return {
      met,
      counted,
      notes: [
        explain(
          'For a child in our care since before the oldest return held, six months are counted from the first review known.',
        ),
      ],
    }
  },
)
