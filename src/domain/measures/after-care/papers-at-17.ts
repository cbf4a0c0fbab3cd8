import { birthday } from '../../shared/calendar-date.ts'
import { defineInCare } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

const PAPERS = ['bank account', 'passport', 'National Insurance number'] as const

export const papersAt17 = defineInCare(
  {
    id: 'M125',
    title: 'Young people of 17 with a bank account, passport and National Insurance number',
    plainTitle: 'A bank account, passport and National Insurance number at 17',
    whyItMatters: 'These three papers open work, money and the world.',
    theme: 'after care',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'as at',
    decimals: 0,
    whoIsCounted:
      'Children in our care on the date who are 17: from the seventeenth birthday to the day before the eighteenth',
    whoIsMet: 'Those who hold all three on the date. The last day a paper is good is included',
    source:
      'A definition of our own. Kept’s record of papers (document held), and the return’s Episodes and birth dates',
    nationalDataset: null,
    comparable: 'no',
    needs: 'Papers entered in Kept, and the return’s Episodes',
    traps: ['Counts what is entered in Kept: a paper that nobody entered is not counted.'],
  },
  ({ records, inCare, asAt }) => {
    if (!records.some(({ documents }) => documents.some(({ startsOn }) => startsOn <= asAt)))
      return 'No papers have been entered for anybody yet.'
    const counted = inCare.filter(
      ({ record: { bornOn } }) => bornOn !== null && asAt >= birthday(bornOn, 17) && asAt < birthday(bornOn, 18),
    )
    const met = counted.filter(({ record: { documents } }) =>
      PAPERS.every((paper) =>
        documents.some(
          (held) => held.paper === paper && held.startsOn <= asAt && (held.endsOn === null || asAt <= held.endsOn),
        ),
      ),
    )
    return { met: idsOf(met), counted: idsOf(counted) }
  },
)
