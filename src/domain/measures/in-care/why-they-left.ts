import { findLastLeaving } from '../came-and-left.ts'
import { defineInYear, findGroup, groupChildren } from '../define-measure.ts'

const REASONS = [
  { code: 'home', label: 'Home to parents', codes: /^E4[AB]$/ },
  { code: 'adopted', label: 'Adopted', codes: /^E1[12]$/ },
  { code: 'guardian', label: 'To a special guardian', codes: /^E4[3-8]$/ },
  { code: 'arrangements', label: 'Child arrangements order', codes: /^E41$/ },
  { code: 'without order', label: 'To others, without an order', codes: /^E13$/ },
  { code: 'own place', label: 'To a place of their own', codes: /^E[56]$/ },
  { code: 'stayed', label: 'Turned 18, stayed with carers', codes: /^E17$/ },
  { code: 'handed over', label: 'Another council took over', codes: /^E3$/ },
  { code: 'other', label: 'For another reason', codes: /^E/ },
]

export const whyTheyLeft = defineInYear(
  {
    id: 'M11',
    title: 'Children who ceased to be looked after, by reason',
    plainTitle: 'Where children went when they left our care',
    whyItMatters: 'Leaving for a family that lasts is different from leaving because one turned 18.',
    theme: 'in care',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children whose time in care ended from 1 April to the date, each once, short breaks left out',
    whoIsMet: 'All of them, by the reason of their last leaving in that time',
    source: 'DfE, children looked after statistics: reason episode ceased. SSDA903 Episodes: DEC, REC',
    nationalDataset: 'la_cla_ceased_during_year',
    comparable: 'yes',
    needs: 'The return’s Episodes',
    traps: ['Only the last leaving of the year counts, so who went home, came back and was adopted counts as adopted.'],
  },
  ({ records, period }) => {
    const left = records.flatMap((record) => {
      const last = findLastLeaving(record, period)
      return last ? [{ id: record.childId, reason: last.reasonEnded }] : []
    })
    return {
      met: left.map(({ id }) => id),
      groups: groupChildren(left, REASONS, ({ reason }) => findGroup(REASONS, reason)),
    }
  },
)
