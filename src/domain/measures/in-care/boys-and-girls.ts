import { defineInCare, findGroup, groupChildren } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

export const SEXES = [
  // Figures stood for letters until 2023-24.
  { code: 'girls', label: 'Girls', codes: /^[F2]$/ },
  { code: 'boys', label: 'Boys', codes: /^[M1]$/ },
]

export const boysAndGirls = defineInCare(
  {
    id: 'M07',
    title: 'Children looked after by sex',
    plainTitle: 'Girls and boys in our care',
    whyItMatters: 'It shows whether what we offer fits those who are here.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in our care on the date, short breaks left out',
    whoIsMet: 'All of them, by sex as recorded',
    source: 'DfE, children looked after statistics: characteristics on 31 March. SSDA903 Header: SEX',
    nationalDataset: 'la_cla_on_31_march_by_characteristics',
    comparable: 'yes',
    needs: 'The return’s Header and Episodes',
    traps: ['The return holds two answers and “not known”, which need not be how a young person sees themselves.'],
  },
  ({ inCare }) => ({
    met: idsOf(inCare),
    groups: groupChildren(inCare, SEXES, ({ record }) => findGroup(SEXES, record.sex)),
  }),
)
