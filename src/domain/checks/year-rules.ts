import type { ChildRecord } from '../measures/child-record.ts'
import { hasBeenInCareFor } from '../measures/in-care.ts'
import { ageOn, collectionYear, collectionYearOf, type IsoDate, overlaps } from '../shared/calendar-date.ts'
import type { Found, Rule } from './rule.ts'

export const AFTER_CARE = ['M110', 'M111', 'M112', 'M113', 'M114'] as const
const severity = 'wrong' as const

type Health = ChildRecord['health'][number]
type AfterCare = ChildRecord['leavingCare'][number]

export const lastDayOf = (row: { startsOn: IsoDate }) => collectionYear(collectionYearOf(row.startsOn)).to
export const firstDayOf = (row: { startsOn: IsoDate }) => collectionYear(collectionYearOf(row.startsOn)).from
export const sayYear = (row: { startsOn: IsoDate }) => {
  const year = collectionYearOf(row.startsOn)
  return `${year - 1} to ${year}`
}
export const wasInAllYear = (record: ChildRecord, row: { startsOn: IsoDate }) =>
  hasBeenInCareFor(record, lastDayOf(row), 12)

function eachHealth(record: ChildRecord, judge: (row: Health) => string | null, fix: string): Found[] {
  return record.health
    .filter((row) => wasInAllYear(record, row))
    .flatMap((row) => {
      const says = judge(row)
      return says === null ? [] : [{ on: row.startsOn, says, fix }]
    })
}

function eachAfter(record: ChildRecord, judge: (row: AfterCare) => string | null, fix: string): Found[] {
  return record.leavingCare.flatMap((row) => {
    const says = judge(row)
    return says === null ? [] : [{ on: row.startsOn, says, fix }]
  })
}

/** Whole years in care of which others have health answers and this child none. */
function findYearsWithout(record: ChildRecord, healthYears: readonly number[]): Found[] {
  const has = new Set(record.health.map(({ startsOn }) => collectionYearOf(startsOn)))
  return healthYears
    .map((year) => ({ year, startsOn: collectionYear(year).from }))
    .filter((row) => !has.has(row.year) && wasInAllYear(record, row))
    .map((row) => ({
      on: row.startsOn,
      says: `For ${sayYear(row)} there are no health answers at all, though the child was in care all year.`,
      fix: 'Give the answers for that year, or put right the days in care.',
    }))
}

export const noHealth = (records: readonly ChildRecord[]) =>
  records.some(({ health }) => health.length > 0)
    ? null
    : 'No health answers (the return’s OC2) have been taken in, so none can be looked at.'
export const noConvictions = (records: readonly ChildRecord[]) =>
  records.some(({ convictions }) => convictions.length > 0)
    ? null
    : 'No answers about convictions have been taken in, so none can be looked at.'
const noAfterCare = (records: readonly ChildRecord[]) =>
  records.some(({ leavingCare }) => leavingCare.length > 0)
    ? null
    : 'No answers about care leavers (the return’s OC3) have been taken in, so none can be looked at.'

/** Rules that read what the return says once a year: health, convictions, care leavers. */
export const yearRules: readonly Rule[] = [
  {
    id: '186',
    checks: 'A child of 4 to 16 in care all year has a wellbeing score, or a reason why not.',
    table: 'OC2',
    severity,
    protects: ['M55', 'M56', 'M57'],
    cannotRun: noHealth,
    find: (record) =>
      eachHealth(
        record,
        (row) =>
          record.bornOn !== null &&
          ageOn(record.bornOn, firstDayOf(row)) >= 4 &&
          ageOn(record.bornOn, lastDayOf(row)) < 17 &&
          row.sdqScore === null &&
          row.sdqReason === null
            ? `No wellbeing score is held for ${sayYear(row)}, and no reason why not.`
            : null,
        'Give the score, or the reason why there is none.',
      ),
  },
  {
    id: '191',
    checks: 'A child in care all year has every yearly health answer.',
    table: 'OC2',
    severity,
    protects: ['M51', 'M52', 'M53', 'M58', 'M60'],
    cannotRun: noHealth,
    find: (record, { healthYears }) => [
      ...findYearsWithout(record, healthYears),
      ...eachHealth(
        record,
        (row) => {
          const missing = [
            row.immunisations === null ? 'vaccinations' : '',
            row.teethCheck === null ? 'the dentist' : '',
            row.healthAssessment === null ? 'the health check' : '',
            row.substanceMisuse === null ? 'drugs or alcohol' : '',
          ].filter(Boolean)
          return missing.length > 0 ? `For ${sayYear(row)} there is no answer about ${missing.join(', ')}.` : null
        },
        'Give the answers that are missing: yes or no.',
      ),
    ],
  },
  {
    id: '192',
    checks: 'Where drugs or alcohol were found, it is said whether help was given.',
    table: 'OC2',
    severity,
    protects: ['M59'],
    cannotRun: noHealth,
    find: (record) =>
      eachHealth(
        record,
        (row) =>
          row.substanceMisuse === true && row.interventionReceived === null
            ? `For ${sayYear(row)} it is not said whether help for drugs or alcohol was given.`
            : null,
        'Say whether help was given.',
      ),
  },
  {
    id: '545',
    checks: 'A child under 5 in care all year has an answer about development checks.',
    table: 'OC2',
    severity,
    protects: ['M54'],
    cannotRun: noHealth,
    find: (record) =>
      eachHealth(
        record,
        (row) =>
          record.bornOn !== null && ageOn(record.bornOn, lastDayOf(row)) < 5 && row.developmentCheck === null
            ? `For ${sayYear(row)} there is no answer about development checks.`
            : null,
        'Say whether the checks were up to date.',
      ),
  },
  {
    id: '543',
    checks: 'A child of 10 or more in care all year has an answer about convictions.',
    table: 'OC2',
    reads: 'offending',
    severity,
    protects: ['M93'],
    cannotRun: noConvictions,
    find: (record) =>
      record.convictions
        .filter(
          (row) =>
            row.convicted === null &&
            record.bornOn !== null &&
            ageOn(record.bornOn, lastDayOf(row)) >= 10 &&
            wasInAllYear(record, row),
        )
        .map((row) => ({
          on: row.startsOn,
          says: `For ${sayYear(row)} there is no answer about convictions.`,
          fix: 'Say yes or no.',
        })),
  },
  {
    id: '345',
    checks: 'A care leaver we are in touch with has an answer about home and about work or learning.',
    table: 'OC3',
    severity,
    protects: AFTER_CARE,
    cannotRun: noAfterCare,
    find: (record) =>
      eachAfter(
        record,
        (row) =>
          row.inTouch === 'YES' && (row.activity === '0' || row.accommodation === '0')
            ? `We were in touch in ${sayYear(row)}, but ${row.activity === '0' ? 'what they do' : 'where they live'} is not given.`
            : null,
        'Ask them, and give the answer.',
      ),
  },
  {
    id: '344',
    checks: 'A care leaver who died or went back to their family has no answer about home or work.',
    table: 'OC3',
    severity,
    protects: AFTER_CARE,
    cannotRun: noAfterCare,
    find: (record) =>
      eachAfter(
        record,
        (row) =>
          /^(DIED|RHOM)$/.test(row.inTouch) && (row.activity !== '0' || row.accommodation !== '0')
            ? `For ${sayYear(row)} a home or work is given for somebody who died or went back to their family.`
            : null,
        'Put right whether we were in touch, or take out the other two answers.',
      ),
  },
  {
    id: '391',
    checks: 'Nobody under 17 at the end of the year has a care leaver’s answers.',
    table: 'OC3',
    severity,
    protects: AFTER_CARE,
    cannotRun: noAfterCare,
    find: (record) =>
      eachAfter(
        record,
        (row) =>
          record.bornOn !== null && ageOn(record.bornOn, lastDayOf(row)) < 17
            ? `Answers of a care leaver are held for ${sayYear(row)}, when the young person was not yet 17.`
            : null,
        'Take out the row, or put right the birth date.',
      ),
  },
  {
    id: '187',
    checks: 'Nobody in care all year has a care leaver’s answers.',
    table: 'OC3',
    severity,
    protects: AFTER_CARE,
    cannotRun: noAfterCare,
    find: (record) =>
      eachAfter(
        record,
        (row) =>
          wasInAllYear(record, row)
            ? `Answers of a care leaver are held for ${sayYear(row)}, a whole year in care.`
            : null,
        'Take out the row, or give the day care ended.',
      ),
  },
  {
    id: '1012',
    checks: 'A review is held only for a child who was in care in that year.',
    table: 'Reviews',
    severity,
    protects: ['M40', 'M42'],
    find: (record) =>
      record.reviews
        .filter(({ on }) => {
          const year = collectionYear(collectionYearOf(on))
          return !record.episodes.some(({ startsOn, endsOn }) => overlaps(startsOn, endsOn, year))
        })
        .map(({ on }) => ({
          on,
          says: 'A review is held for a year in which the child was not in care.',
          fix: 'Put right the day of the review, or add the episode that is missing.',
        })),
  },
  {
    id: '440',
    checks: 'Only a child of 4 or under is marked as too young to take part in a review.',
    table: 'Reviews',
    severity,
    protects: ['M42'],
    find: (record) =>
      record.reviews
        .filter(
          ({ on, participation }) => record.bornOn !== null && participation === 'PN0' && ageOn(record.bornOn, on) > 4,
        )
        .map(({ on }) => ({
          on,
          says: `Marked as under 4 at a review, when the child was ${ageOn(record.bornOn!, on)}.`,
          fix: 'Say how the child took part, or put right the birth date.',
        })),
  },
  {
    id: '441',
    checks: 'How a child took part in a review is given only from 4 years on.',
    table: 'Reviews',
    severity,
    protects: ['M42'],
    find: (record) =>
      record.reviews
        .filter(
          ({ on, participation }) => record.bornOn !== null && participation !== 'PN0' && ageOn(record.bornOn, on) < 4,
        )
        .map(({ on }) => ({
          on,
          says: `Said to have taken part in a review at ${ageOn(record.bornOn!, on)}, when children under 4 are not asked.`,
          fix: 'Mark the child as under 4, or put right the birth date.',
        })),
  },
]
