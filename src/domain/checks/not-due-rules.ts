import type { ChildRecord } from '../measures/child-record.ts'
import { ageOn, collectionYearOf, type IsoDate } from '../shared/calendar-date.ts'
import type { Found, Rule } from './rule.ts'
import { AFTER_CARE, firstDayOf, lastDayOf, noConvictions, noHealth, sayYear, wasInAllYear } from './year-rules.ts'

const severity = 'wrong' as const
const SDQ = ['M55', 'M56', 'M57'] as const
const HEALTH = ['M51', 'M52', 'M53', 'M54', 'M58', 'M59', 'M60'] as const

type Health = ChildRecord['health'][number]

const hasHealth = (row: Health) =>
  [
    row.developmentCheck,
    row.immunisations,
    row.teethCheck,
    row.healthAssessment,
    row.substanceMisuse,
    row.interventionReceived,
    row.interventionOffered,
  ].some((answer) => answer !== null)
const hasWellbeing = (row: Health) => row.sdqScore !== null || row.sdqReason !== null
const ageAt = (record: ChildRecord, day: IsoDate) => (record.bornOn === null ? null : ageOn(record.bornOn, day))

/** A rule of one row of the yearly health answers. */
function healthRule(
  { id, checks, protects }: Pick<Rule, 'id' | 'checks' | 'protects'>,
  isFound: (record: ChildRecord, row: Health) => boolean,
  says: (year: string) => string,
  fix: string,
): Rule {
  const find = (record: ChildRecord): Found[] =>
    record.health
      .filter((row) => isFound(record, row))
      .map((row) => ({ on: row.startsOn, says: says(sayYear(row)), fix }))
  return { id, checks, table: 'OC2', severity, protects, cannotRun: noHealth, find }
}

/** Rules about answers that are given where none is due, or not given though their reason does not hold. */
export const notDueRules: readonly Rule[] = [
  healthRule(
    {
      id: '157',
      checks: 'Being too young or too old is no reason for having no score: a child of 4 to 16 in care all year.',
      protects: SDQ,
    },
    (record, row) =>
      row.sdqReason === 'SDQ1' &&
      row.sdqScore === null &&
      wasInAllYear(record, row) &&
      (ageAt(record, firstDayOf(row)) ?? 0) >= 4 &&
      (ageAt(record, lastDayOf(row)) ?? 99) <= 16,
    (year) => `For ${year} there is no wellbeing score, and the reason given is age, though the child was 4 to 16.`,
    'Give the score, or the reason that holds.',
  ),
  healthRule(
    { id: '185', checks: 'A wellbeing score is given only for a child in care all year.', protects: SDQ },
    (record, row) => row.sdqScore !== null && !wasInAllYear(record, row),
    (year) => `A wellbeing score is held for ${year}, when the child was not in care all year.`,
    'Take out the score, or put right the days in care.',
  ),
  healthRule(
    {
      id: '188',
      checks: 'A child still under 4 at the end of the year has no wellbeing score and no reason.',
      protects: SDQ,
    },
    (record, row) => hasWellbeing(row) && (ageAt(record, lastDayOf(row)) ?? 99) < 4,
    (year) => `A wellbeing score or a reason is held for ${year}, when the child was not yet 4.`,
    'Take out both, or put right the birth date.',
  ),
  healthRule(
    {
      id: '189',
      checks: 'A young person over 17 at the start of the year has no wellbeing score and no reason.',
      protects: SDQ,
    },
    (record, row) => hasWellbeing(row) && (ageAt(record, firstDayOf(row)) ?? 0) >= 17,
    (year) => `A wellbeing score or a reason is held for ${year}, when the young person was 17 already.`,
    'Take out both, or put right the birth date.',
  ),
  healthRule(
    { id: '190', checks: 'The yearly health answers are given only for a child in care all year.', protects: HEALTH },
    (record, row) => hasHealth(row) && !wasInAllYear(record, row),
    (year) => `Health answers are held for ${year}, when the child was not in care all year.`,
    'Take out the answers, or put right the days in care.',
  ),
  healthRule(
    {
      id: '197B',
      checks: 'A child in care all year who turns 4 or 17 in it has a wellbeing score, or a reason why not.',
      protects: SDQ,
    },
    (record, row) => {
      const [first, last] = [ageAt(record, firstDayOf(row)), ageAt(record, lastDayOf(row))]
      const turns = (age: number) => first === age - 1 && last === age
      return (turns(4) || turns(17)) && !hasWellbeing(row) && wasInAllYear(record, row)
    },
    (year) => `For ${year}, in which the child turned 4 or 17, there is no wellbeing score and no reason.`,
    'Give the score, or the reason why there is none.',
  ),
  healthRule(
    {
      id: '198',
      checks: 'A reason for having no wellbeing score is given only for a child in care all year.',
      protects: SDQ,
    },
    (record, row) => row.sdqReason !== null && !wasInAllYear(record, row),
    (year) => `A reason for having no wellbeing score is held for ${year}, when the child was not in care all year.`,
    'Take out the reason, or put right the days in care.',
  ),
  healthRule(
    {
      id: '215',
      checks: 'Nobody has a care leaver’s answers and a child’s yearly health answers of the same year.',
      protects: [...AFTER_CARE, ...HEALTH],
    },
    (record, row) =>
      (hasHealth(row) || record.convictions.some((one) => one.convicted !== null && isSameYear(one, row))) &&
      record.leavingCare.some((one) => isSameYear(one, row)),
    (year) => `For ${year} both a care leaver’s answers and a child’s health answers are held.`,
    'Take out the answers that do not belong to that year.',
  ),
  {
    id: '542',
    checks: 'A child under 10 at the end of the year has no answer about convictions.',
    table: 'OC2',
    reads: 'offending',
    severity,
    protects: ['M93'],
    cannotRun: noConvictions,
    find: (record) =>
      record.convictions
        .filter((row) => row.convicted !== null && (ageAt(record, lastDayOf(row)) ?? 99) < 10)
        .map((row) => ({
          on: row.startsOn,
          says: `An answer about convictions is held for ${sayYear(row)}, when the child was not yet 10.`,
          fix: 'Take out the answer, or put right the birth date.',
        })),
  },
  healthRule(
    {
      id: '546',
      checks: 'A child of 5 or more in care all year has no answer about development checks.',
      protects: ['M54'],
    },
    (record, row) =>
      row.developmentCheck !== null && (ageAt(record, lastDayOf(row)) ?? 0) >= 5 && wasInAllYear(record, row),
    (year) => `An answer about development checks is held for ${year}, when the child was 5 or older.`,
    'Take out the answer, or put right the birth date.',
  ),
]

function isSameYear(one: { startsOn: IsoDate }, other: { startsOn: IsoDate }): boolean {
  return collectionYearOf(one.startsOn) === collectionYearOf(other.startsOn)
}
