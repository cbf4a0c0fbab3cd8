import { define } from '../define-measure.ts'
import { findHealthYear, NO_HEALTH_YEAR } from '../health-year.ts'

export const hadHelpForIt = define(
  {
    id: 'M59',
    title: 'Children with a substance misuse problem who received an intervention',
    plainTitle: 'Had help with drugs or alcohol',
    whyItMatters: 'Finding a problem is of use only when help follows.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Children identified in the year, in our care on 31 March and for twelve months without a day between',
    whoIsMet: 'Those who received help for it in the year',
    source: 'DfE, outcomes for children looked after: health. SSDA903 OC2: INTERVENTION_RECEIVED, INTERVENTION_OFFERED',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2 and Episodes',
    traps: ['Of so few that locally it is nearly always hidden.'],
    smallUpTo: 9,
  },
  ({ records, asAt }) => {
    const year = findHealthYear(records, asAt)
    if (!year) return NO_HEALTH_YEAR
    const identified = year.children.filter(({ health }) => health?.substanceMisuse === true)
    const received = identified.filter(({ health }) => health!.interventionReceived === true)
    const refused = identified.filter(
      ({ health }) => health!.interventionReceived !== true && health!.interventionOffered === true,
    )
    return {
      met: received.map(({ record }) => record.childId),
      counted: identified.map(({ record }) => record.childId),
      period: year.period,
      notes: year.notes,
      groups: [
        { code: 'received', label: 'Had help', count: received.length, part: 'met' },
        { code: 'refused', label: 'Was offered help, took none', count: refused.length, part: 'unmet' },
        {
          code: 'none',
          label: 'No help offered is recorded',
          count: identified.length - received.length - refused.length,
          part: 'unmet',
        },
      ],
    }
  },
)
