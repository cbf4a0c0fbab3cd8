import { ageOn } from '../../shared/calendar-date.ts'
import { defineInCare, groupChildren } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

export const AGE_BANDS = [
  { code: 'under 1', label: 'Under 1', from: 0 },
  { code: '1 to 4', label: '1 to 4', from: 1 },
  { code: '5 to 9', label: '5 to 9', from: 5 },
  { code: '10 to 15', label: '10 to 15', from: 10 },
  { code: '16 and over', label: '16 and over', from: 16 },
]

export const ageBands = defineInCare(
  {
    id: 'M06',
    title: 'Children looked after by age',
    plainTitle: 'How old children in our care are',
    whyItMatters: 'Babies and teenagers need different homes and different people.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in our care on the date, short breaks left out',
    whoIsMet: 'All of them, by age on the date. An age is reached at the start of the birthday',
    source: 'DfE, children looked after statistics: age on 31 March. SSDA903 Header: DOB',
    nationalDataset: 'la_cla_on_31_march_by_characteristics',
    comparable: 'yes',
    needs: 'The return’s Header and Episodes',
    traps: ['Who is born on 29 February is a year older on 1 March of other years.'],
  },
  ({ inCare, asAt }) => ({
    met: idsOf(inCare),
    groups: groupChildren(inCare, AGE_BANDS, ({ record: { bornOn } }) => {
      if (bornOn === null) return null
      const age = ageOn(bornOn, asAt)
      return AGE_BANDS.findLast(({ from }) => age >= from)?.code ?? null
    }),
  }),
)
