import { idsOf, listInCareOn } from '../in-care.ts'
import { makeNone, makePercent, state } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { noteOnReach } from '../measure-year.ts'
import { sayChildren } from '../say-children.ts'

export const outsideOurArea: Measure = {
  id: 'M25',
  title: 'Children living outside the council’s area',
  plainTitle: 'Living outside our area',
  whyItMatters: 'Living in another area can mean a new school and workers who are far away.',
  theme: 'homes',
  askedForByChildren: true,
  kind: 'percent',
  direction: 'lower',
  period: 'as at',
  decimals: 0,
  whoIsCounted:
    'Children in our care on the date, short breaks left out; those whose home’s postcode is not known are counted',
  whoIsMet: 'Those whose home has a postcode outside the council’s own boundary',
  source:
    'DfE, children looked after statistics: locality of placement. SSDA903 Episodes: PL_POST, with the ONS postcode directory',
  nationalDataset: 'la_cla_on_31_march_by_characteristics',
  comparable: 'near',
  needs: 'The return’s Episodes with postcodes, and the ONS postcode directory',
  traps: ['The DfE counts by its own list of boundaries.'],
  compute(records, council, asAt) {
    const notes = noteOnReach(council, asAt)
    if (!council.hasPostcodes) {
      return makeNone(
        this,
        'No postcode directory has been taken in, so we cannot tell which homes are outside our area.',
        { asAt, notes },
      )
    }
    const inCare = listInCareOn(records, asAt)
    const outside = inCare.filter(({ episode }) => episode.insideArea === false)
    const inside = inCare.filter(({ episode }) => episode.insideArea === true)
    const unknown = inCare.length - outside.length - inside.length
    if (inCare.length > 0 && unknown === inCare.length) {
      return makeNone(this, 'No home has a postcode that the directory knows, so this cannot be worked out.', {
        asAt,
        notes,
      })
    }
    if (unknown > 0) {
      notes.push(
        state(`For ${sayChildren(unknown)} we do not know the home’s postcode. They stay in the number counted.`),
      )
    }
    return makePercent(
      this,
      { met: idsOf(outside), counted: idsOf(inCare) },
      {
        asAt,
        notes,
        breakdown: [
          { code: 'inside', label: 'In our area', count: inside.length, part: 'unmet' },
          { code: 'outside', label: 'Outside our area', count: outside.length, part: 'met' },
          { code: 'unknown', label: 'Not known', count: unknown, part: 'unmet' },
        ],
      },
    )
  },
}
