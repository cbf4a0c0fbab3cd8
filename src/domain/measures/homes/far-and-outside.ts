import { defineInCare } from '../define-measure.ts'
import { idsOf } from '../in-care.ts'
import { state } from '../make-result.ts'
import { sayChildren } from '../say-children.ts'

const MILES = 20

export const farAndOutside = defineInCare(
  {
    id: 'M26',
    title: 'Children placed more than 20 miles from home and outside the council’s area',
    plainTitle: 'Living more than 20 miles away and outside our area',
    whyItMatters: 'Far away, it is hard to see family, keep a school and be visited.',
    theme: 'homes',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'as at',
    decimals: 0,
    whoIsCounted:
      'Children in our care on the date, short breaks left out; those whose distance is not known are counted',
    whoIsMet: 'Those whose home is outside the council’s boundary and more than 20 miles from the home they came from',
    source:
      'DfE, children looked after statistics: distance and locality of placement. SSDA903 Episodes: HOME_POST, PL_POST, with the ONS postcode directory',
    nationalDataset: 'la_cla_on_31_march_by_characteristics',
    comparable: 'yes',
    needs: 'The return’s Episodes with postcodes, and the ONS postcode directory',
    traps: ['A large council can have children far away inside it, and a small one near by outside it.'],
  },
  ({ inCare, council }) => {
    if (!council.hasPostcodes) return 'No postcode directory has been taken in, so distances cannot be worked out.'
    const known = inCare.filter(({ episode }) => episode.miles !== null && episode.insideArea !== null)
    if (inCare.length > 0 && known.length === 0)
      return 'No child has both postcodes in the directory, so no distance can be worked out.'
    const unknown = inCare.length - known.length
    return {
      met: idsOf(known.filter(({ episode }) => episode.insideArea === false && episode.miles! > MILES)),
      counted: idsOf(inCare),
      notes:
        unknown > 0
          ? [state(`For ${sayChildren(unknown)} the distance is not known. They stay in the number counted.`)]
          : [],
    }
  },
)
