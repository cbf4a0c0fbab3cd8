import { leftIn } from '../came-and-left.ts'
import { defineInYear } from '../define-measure.ts'
import { listAdopted } from '../list-adopted.ts'

export const adopted = defineInYear(
  {
    id: 'M100',
    title: 'Children who ceased to be looked after because they were adopted',
    plainTitle: 'Left our care adopted',
    whyItMatters: 'For some children a new family for life is the way home.',
    theme: 'permanence',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'none',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children whose time in care ended from 1 April to the date, each once, short breaks left out',
    whoIsMet: 'Those whose last leaving in that time was an adoption',
    source:
      'DfE, children looked after statistics: ceased to be looked after, adoption. SSDA903 Episodes: REC E11, E12',
    nationalDataset: 'la_cla_ceased_during_year',
    comparable: 'yes',
    needs: 'The return’s Episodes',
    traps: ['More is not better for every child: the law asks what is right for each.'],
  },
  ({ records, period }) => ({
    met: listAdopted(records, period).map(({ record }) => record.childId),
    counted: records.filter((record) => leftIn(record, period)).map(({ childId }) => childId),
  }),
)
