import { defineInCare, findGroup, groupChildren } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

export const ETHNIC_GROUPS = [
  { code: 'white', label: 'White', codes: /^(WBRI|WIRI|WOTH|WIRT|WROM)$/ },
  { code: 'mixed', label: 'Mixed or several ethnic groups', codes: /^(MWBC|MWBA|MWAS|MOTH)$/ },
  { code: 'asian', label: 'Asian or Asian British', codes: /^(AIND|APKN|ABAN|AOTH|CHNE)$/ },
  { code: 'black', label: 'Black or Black British', codes: /^(BCRB|BAFR|BOTH)$/ },
  { code: 'other', label: 'Another ethnic group', codes: /^OOTH$/ },
]

export const ethnicity = defineInCare(
  {
    id: 'M07e',
    title: 'Children looked after by ethnic group',
    plainTitle: 'Ethnic groups of children in our care',
    whyItMatters: 'A child should find their own family’s ways, food, faith and language where they live.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in our care on the date, short breaks left out',
    whoIsMet: 'All of them, by ethnic group as recorded; refused and not yet obtained are “not known”',
    source: 'DfE, children looked after statistics: characteristics on 31 March. SSDA903 Header: ETHNIC',
    nationalDataset: 'la_cla_on_31_march_by_characteristics',
    comparable: 'yes',
    needs: 'The return’s Header and Episodes',
    traps: [
      'Five broad groups hide as much as they show. Small groups are hidden, so a council may wish to say them in words.',
    ],
  },
  ({ inCare }) => ({
    met: idsOf(inCare),
    groups: groupChildren(inCare, ETHNIC_GROUPS, ({ record }) => findGroup(ETHNIC_GROUPS, record.ethnicity)),
  }),
)
