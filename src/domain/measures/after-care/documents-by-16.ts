import { birthday, type IsoDate } from '../../shared/calendar-date.ts'
import type { ChildRecord } from '../child-record.ts'
import { listInCareOn } from '../in-care.ts'
import { explain, makeNone, makePercent } from '../make-result.ts'
import type { Measure } from '../measure.ts'

const PROMISED = ['bank account', 'passport'] as const

/** Our own (K): no national definition counts it. */
export const documentsBy16: Measure = {
  id: 'K01',
  title: 'Documents by 16',
  plainTitle: 'A bank account and a passport by 16',
  whyItMatters: 'Without papers a young person cannot be paid, rent a room or travel with their class.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted:
    'Children in our care on the day who are 16 or 17 on it: from the sixteenth birthday, that day included',
  whoIsMet:
    'Those who had both a bank account and a passport on their sixteenth birthday, or have both on the day. The last day a paper is good is included',
  source:
    'A definition of our own. Kept’s record of papers (document held), and the episodes and birth dates of the return',
  nationalDataset: null,
  comparable: 'no',
  needs: 'Papers entered in Kept, and the return’s Episodes',
  traps: ['A paper that nobody entered is not counted.'],
  compute(records, _council, asAt) {
    const notes = [
      explain('Counts what is entered in Kept: a paper that nobody entered is not counted.'),
      explain('Who got both after their birthday is counted as met, and so is who had both on it and lost one since.'),
    ]
    if (!records.some(({ documents }) => documents.some(({ startsOn }) => startsOn <= asAt)))
      return makeNone(this, 'No papers have been entered for anybody yet.', { asAt, notes })
    const counted: string[] = []
    const met: string[] = []
    for (const { record } of listInCareOn(records, asAt)) {
      const { bornOn, childId } = record
      if (bornOn === null || asAt < birthday(bornOn, 16) || asAt >= birthday(bornOn, 18)) continue
      counted.push(childId)
      if (hasBothOn(record, birthday(bornOn, 16)) || hasBothOn(record, asAt)) met.push(childId)
    }
    return makePercent(this, { met, counted }, { asAt, notes })
  },
}

function hasBothOn({ documents }: ChildRecord, day: IsoDate): boolean {
  return PROMISED.every((paper) =>
    documents.some(
      (held) => held.paper === paper && held.startsOn <= day && (held.endsOn === null || day <= held.endsOn),
    ),
  )
}
