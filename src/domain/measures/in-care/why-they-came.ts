import { findFirstStart } from '../came-and-left.ts'
import { defineInYear, groupChildren } from '../define-measure.ts'

const NEEDS = [
  { code: 'N1', label: 'Abuse or neglect' },
  { code: 'N2', label: 'Child’s disability or illness', smallUpTo: 9 },
  { code: 'N3', label: 'Parent’s disability or illness', smallUpTo: 9 },
  { code: 'N4', label: 'A family in great stress' },
  { code: 'N5', label: 'Family not working well' },
  { code: 'N6', label: 'Behaviour others did not accept' },
  { code: 'N7', label: 'Low income' },
  { code: 'N8', label: 'Parents away, or none' },
]

export const whyTheyCame = defineInYear(
  {
    id: 'M09',
    title: 'Main need of children who started to be looked after',
    plainTitle: 'The main reason why children came into our care',
    whyItMatters: 'It shows which help for families would have come in time.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children whose time in care began from 1 April to the date, each once, short breaks left out',
    whoIsMet: 'All of them, by the main need recorded at their first start in that time',
    source:
      'DfE, children looked after statistics: category of need of children starting. SSDA903 Episodes: CIN, RNE = S',
    nationalDataset: 'la_cla_started_during_year',
    comparable: 'yes',
    needs: 'The return’s Episodes',
    traps: [
      'Published figures are of those who came in the year, or of all in care: always say of which. Only the main need is recorded.',
    ],
  },
  ({ records, period }) => {
    const came = records.flatMap((record) => {
      const start = findFirstStart(record, period)
      return start ? [{ id: record.childId, need: start.need }] : []
    })
    return {
      met: came.map(({ id }) => id),
      groups: groupChildren(came, NEEDS, ({ need }) => (NEEDS.some(({ code }) => code === need) ? need : null)),
    }
  },
)
