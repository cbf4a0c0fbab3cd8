import { defineInCare, findGroup, groupChildren } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

export const LEGAL_GROUPS = [
  { code: 'full', label: 'Full care order', codes: /^C2$/ },
  { code: 'interim', label: 'Interim care order', codes: /^C1$/ },
  { code: 'placement', label: 'Placement order', codes: /^(E1|D1)$/ },
  { code: 'agreed', label: 'Agreed (section 20)', codes: /^V2$/ },
  { code: 'protection', label: 'Emergency or police protection', codes: /^L[123]$/ },
  { code: 'justice', label: 'Remanded, detained or sentenced', codes: /^J[123]$/, smallUpTo: 9 },
]

export const legalStatus = defineInCare(
  {
    id: 'M08',
    title: 'Children looked after by legal status',
    plainTitle: 'What the law says about why children are in our care',
    whyItMatters: 'The order decides who may say what happens to a child.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in our care on the date, short breaks left out',
    whoIsMet: 'All of them, by legal status that day',
    source: 'DfE, children looked after statistics: legal status on 31 March. SSDA903 Episodes: LS',
    nationalDataset: 'la_cla_on_31_march_by_characteristics',
    comparable: 'yes',
    needs: 'The return’s Episodes',
    traps: ['One child has one status a day: a placement order takes the place of the care order under it.'],
  },
  ({ inCare }) => ({
    met: idsOf(inCare),
    groups: groupChildren(inCare, LEGAL_GROUPS, ({ episode }) => findGroup(LEGAL_GROUPS, episode.legalStatus)),
  }),
)
