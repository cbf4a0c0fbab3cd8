import { defineInCare } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

export const withFamilyAndFriends = defineInCare(
  {
    id: 'M14',
    title: 'Children looked after fostered by relatives or friends',
    plainTitle: 'Living with family or friends',
    whyItMatters: 'With people they know children keep more of what was theirs.',
    theme: 'homes',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in our care on the date, short breaks left out',
    whoIsMet: 'Those fostered by a relative or friend (U1 to U3)',
    source: 'DfE, children looked after statistics: placement on 31 March. SSDA903 Episodes: PLACE U1 to U3',
    nationalDataset: 'la_cla_on_31_march_by_characteristics',
    comparable: 'yes',
    needs: 'The return’s Episodes',
    traps: ['Children who live with family under another order are not in our care, and so not in this figure.'],
  },
  ({ inCare }) => ({
    met: idsOf(inCare.filter(({ episode }) => /^U[123]$/.test(episode.placement))),
    counted: idsOf(inCare),
  }),
)
