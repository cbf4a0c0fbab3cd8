import { idsOf, listInCareOn } from '../in-care.ts'
import { explain, makeNone, makePercent, state } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { noteOnReach } from '../measure-year.ts'
import { sayChildren } from '../say-children.ts'

const MILES = 20

export const within20Miles: Measure = {
  id: 'M27',
  title: 'Children living within 20 miles of their own home',
  plainTitle: 'Living within 20 miles of home',
  whyItMatters: 'Living near home helps to keep family, friends and school.',
  theme: 'homes',
  askedForByChildren: true,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date whose distance is known, short breaks left out',
  whoIsMet: 'Those who live 20 miles or less, in a straight line, from the home they came from',
  source:
    'DfE, children looked after statistics: distance between home and placement. SSDA903 Episodes: HOME_POST, PL_POST, with the ONS postcode directory',
  nationalDataset: 'la_cla_on_31_march_by_characteristics',
  comparable: 'near',
  needs: 'The return’s Episodes with postcodes, and the ONS postcode directory',
  traps: ['From the child’s own home: never mix it with distance from the council’s centre (M27c).'],
  compute(records, council, asAt) {
    const notes = [
      explain('From the child’s own home, in a straight line. Children whose distance is not known are left out.'),
      ...noteOnReach(council, asAt),
    ]
    if (!council.hasPostcodes) {
      return makeNone(
        this,
        'No postcode directory has been taken in, so we cannot tell how far from home children live.',
        {
          asAt,
          notes,
        },
      )
    }
    const inCare = listInCareOn(records, asAt)
    const known = inCare.filter(({ episode }) => episode.miles !== null)
    const near = known.filter(({ episode }) => episode.miles! <= MILES)
    const unknown = inCare.length - known.length
    if (inCare.length > 0 && known.length === 0) {
      return makeNone(this, 'No child has both postcodes in the directory, so no distance can be worked out.', {
        asAt,
        notes,
      })
    }
    if (unknown > 0) notes.push(state(`For ${sayChildren(unknown)} the distance is not known.`))
    return makePercent(
      this,
      { met: idsOf(near), counted: idsOf(known) },
      {
        asAt,
        notes,
        breakdown: [
          { code: 'within', label: '20 miles or less', count: near.length, part: 'met' },
          { code: 'over', label: 'More than 20 miles', count: known.length - near.length, part: 'unmet' },
          { code: 'unknown', label: 'Not known', count: unknown, part: 'left out' },
        ],
      },
    )
  },
}
