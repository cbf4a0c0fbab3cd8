import { defineInCare } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'

export const withOurOwnCarers = defineInCare(
  {
    id: 'M13',
    title: 'Fostered children with the council’s own foster carers',
    plainTitle: 'Fostered children who live with our own carers',
    whyItMatters: 'Our own carers mostly live near, and we know them.',
    theme: 'homes',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in foster care on the date (U1 to U6), short breaks left out',
    whoIsMet: 'Those whose carers are the council’s own, family and friends among them',
    source: 'Our own definition. SSDA903 Episodes: PLACE U1 to U6, PLACE_PROVIDER PR1',
    nationalDataset: null,
    comparable: 'no',
    needs: 'The return’s Episodes',
    traps: ['Family and friends approved by us are in; say so when comparing with a council that leaves them out.'],
  },
  ({ inCare }) => {
    const fostered = inCare.filter(({ episode }) => /^U[1-6]$/.test(episode.placement))
    return { met: idsOf(fostered.filter(({ episode }) => episode.provider === 'PR1')), counted: idsOf(fostered) }
  },
)
