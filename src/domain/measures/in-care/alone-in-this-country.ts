import { defineInCare } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

export const aloneInThisCountry = defineInCare(
  {
    id: 'M05',
    title: 'Unaccompanied asylum-seeking children',
    plainTitle: 'Children who came to this country alone',
    whyItMatters: 'They have nobody of their own here, so the council is all the family they have.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'count',
    direction: 'none',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in our care on the date, short breaks left out',
    whoIsMet: 'Those recorded as having come alone to seek asylum, where that had not ended by the date',
    source: 'DfE, children looked after statistics: unaccompanied asylum-seeking children. SSDA903 UASC: DUC',
    nationalDataset: 'la_cla_on_31_march_by_characteristics',
    comparable: 'yes',
    needs: 'The return’s UASC table and Episodes',
    traps: [
      'The status ends on its last day or on the 18th birthday, so young people leave this count without leaving care.',
    ],
    smallUpTo: 9,
  },
  ({ inCare, asAt }) => ({
    met: idsOf(
      inCare.filter(({ record }) => record.unaccompanied.some(({ endsOn }) => endsOn === null || endsOn > asAt)),
    ),
  }),
)
