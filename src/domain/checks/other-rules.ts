import type { ChildRecord } from '../measures/child-record.ts'
import { birthday, type IsoDate, sayDate } from '../shared/calendar-date.ts'
import type { Rule } from './rule.ts'

const MISSING = ['M90', 'M91'] as const
const severity = 'wrong' as const

function isInCare(record: ChildRecord, day: IsoDate): boolean {
  return record.episodes.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn))
}

/** Rules about going missing, coming alone, and adoption. */
export const otherRules: readonly Rule[] = [
  {
    id: '304',
    checks: 'Having come alone ends on the 18th birthday or before.',
    table: 'UASC',
    severity,
    protects: ['M05'],
    find: (record) =>
      record.unaccompanied
        .filter(({ endsOn }) => record.bornOn !== null && endsOn !== null && endsOn > birthday(record.bornOn, 18))
        .map(({ startsOn, endsOn }) => ({
          on: startsOn,
          says: `Said to have been here alone until ${sayDate(endsOn!)}, after the 18th birthday.`,
          fix: 'Put right the day it ended, or the birth date.',
        })),
  },
  {
    id: '567',
    checks: 'Nobody comes back before they went missing.',
    table: 'Missing',
    severity,
    protects: MISSING,
    find: ({ missing }) =>
      missing
        .filter(({ startsOn, endsOn }) => endsOn !== null && endsOn < startsOn)
        .map(({ startsOn, endsOn }) => ({
          on: startsOn,
          says: `Came back on ${sayDate(endsOn!)}, before going missing on ${sayDate(startsOn)}.`,
          fix: 'Put right one of the two days.',
        })),
  },
  {
    id: '574',
    checks: 'A child who is missing is not missing a second time before coming back.',
    table: 'Missing',
    severity,
    protects: MISSING,
    find: ({ missing }) =>
      missing.slice(1).flatMap((next, index) => {
        const one = missing[index]!
        return one.endsOn === null || one.endsOn > next.startsOn
          ? [
              {
                on: next.startsOn,
                says: `Missing again from ${sayDate(next.startsOn)}, before coming back from the time before.`,
                fix: 'Give the day of coming back, or join the two.',
              },
            ]
          : []
      }),
  },
  {
    id: '581',
    checks: 'A child went missing while in care.',
    table: 'Missing',
    severity,
    protects: MISSING,
    find: (record) =>
      record.missing
        .filter(({ startsOn }) => !isInCare(record, startsOn))
        .map(({ startsOn }) => ({
          on: startsOn,
          says: `Went missing on ${sayDate(startsOn)}, when no episode of care is held.`,
          fix: 'Put right the day, or add the episode that is missing.',
        })),
  },
  {
    id: '333',
    checks: 'A match follows the decision for adoption.',
    table: 'AD1',
    severity,
    protects: ['M101', 'M102', 'M103'],
    find: ({ adoptions }) =>
      adoptions
        .filter(({ startsOn, matchedOn }) => matchedOn < startsOn)
        .map(({ startsOn, matchedOn }) => ({
          on: startsOn,
          says: `Matched on ${sayDate(matchedOn)}, before the decision on ${sayDate(startsOn)}.`,
          fix: 'Put right one of the two days.',
        })),
  },
  {
    id: '522',
    checks: 'A plan for adoption does not end before it was decided.',
    table: 'PlacedAdoption',
    severity,
    protects: ['M103', 'M105', 'M106'],
    find: ({ adoptionDecisions }) =>
      adoptionDecisions
        .filter(({ startsOn, endsOn }) => endsOn !== null && endsOn < startsOn)
        .map(({ startsOn, endsOn }) => ({
          on: startsOn,
          says: `The plan for adoption ended on ${sayDate(endsOn!)}, before it was decided on ${sayDate(startsOn)}.`,
          fix: 'Put right one of the two days.',
        })),
  },
  {
    id: '119',
    checks: 'A plan for adoption that ended says why, and one with a reason says when.',
    table: 'PlacedAdoption',
    severity,
    protects: ['M106'],
    find: ({ adoptionDecisions }) =>
      adoptionDecisions
        .filter(({ endsOn, reasonCeased }) => (endsOn === null) !== (reasonCeased === null))
        .map(({ startsOn, endsOn }) => ({
          on: startsOn,
          says: `The plan for adoption decided on ${sayDate(startsOn)} has ${endsOn === null ? 'a reason why it ended, but no day' : 'a day it ended, but no reason'}.`,
          fix: endsOn === null ? 'Give the day it ended.' : 'Give the reason why it ended.',
        })),
  },
  {
    id: '602',
    checks: 'A child with the particulars of an adoption left care by adoption.',
    table: 'AD1',
    severity: 'look again',
    protects: ['M100', 'M101', 'M102'],
    find: ({ adoptions, episodes }) =>
      episodes.some(({ reasonEnded }) => reasonEnded === 'E11' || reasonEnded === 'E12')
        ? []
        : adoptions.map(({ startsOn }) => ({
            on: startsOn,
            says: 'The particulars of an adoption are held, but no episode ended with one.',
            fix: 'Put right why the last episode ended, or take out the adoption.',
          })),
  },
  {
    id: '601',
    checks: 'A child who left care by adoption has the particulars of the adoption.',
    table: 'AD1',
    severity,
    protects: ['M101', 'M102'],
    find: ({ adoptions, episodes }) =>
      adoptions.length > 0
        ? []
        : episodes
            .filter(({ reasonEnded }) => reasonEnded === 'E11' || reasonEnded === 'E12')
            .map(({ startsOn }) => ({
              on: startsOn,
              says: 'Care ended by adoption, but the particulars of the adoption are not held.',
              fix: 'Give the decision, the match and who adopted.',
            })),
  },
]
