// Long because it is one table: each rule with what it says stands together.
import type { ChildRecord } from '../measures/child-record.ts'
import { type Episode, isShortBreak } from '../measures/in-care.ts'
import { ageOn, birthday, sayDate } from '../shared/calendar-date.ts'
import type { Found, Rule } from './rule.ts'

const STOCK = ['M01', 'M02', 'M06', 'M07', 'M08', 'M12'] as const
const FLOW = ['M03', 'M04', 'M09', 'M10', 'M11'] as const
const MOVES = ['M20', 'M21', 'M22', 'M29', 'M30'] as const
const table = 'Episodes'
const severity = 'wrong' as const

function each(record: ChildRecord, judge: (episode: Episode) => Omit<Found, 'on'> | null): Found[] {
  return record.episodes.flatMap((episode) => {
    const found = judge(episode)
    return found === null ? [] : [{ on: episode.startsOn, ...found }]
  })
}

/** Each episode with the one that follows it; the finding stands on the later of the two unless told. */
function eachPair(record: ChildRecord, judge: (one: Episode, next: Episode) => Omit<Found, 'on'> | null): Found[] {
  return record.episodes.slice(1).flatMap((next, index) => {
    const found = judge(record.episodes[index]!, next)
    return found === null ? [] : [{ on: next.startsOn, ...found }]
  })
}

const isMove = ({ reasonForNewEpisode }: Episode) => /^[PT]$/.test(reasonForNewEpisode)

/** As far as is known: the address is held as miles from home and the side of the boundary. What is blank may differ. */
const isSameHome = (one: Episode, next: Episode) =>
  one.placement === next.placement &&
  one.provider === next.provider &&
  one.provider !== null &&
  one.miles !== null &&
  one.miles === next.miles &&
  one.insideArea === next.insideArea

const isTemporary = ({ placement }: Episode) => /^T[0-4]$/.test(placement)

/** Rules that read one episode after another, or one alone. */
export const episodeRules: readonly Rule[] = [
  {
    id: '142',
    checks: 'Every episode but the latest has an end and a reason why it ended.',
    table,
    severity,
    protects: [...STOCK, ...FLOW, ...MOVES],
    find: (record) =>
      record.episodes
        .slice(0, -1)
        .filter((episode) => episode.endsOn === null)
        .map((episode) => ({
          on: episode.startsOn,
          says: `The episode from ${sayDate(episode.startsOn)} has no end, though another one follows it.`,
          fix: 'Give the day it ended and the reason.',
        })),
  },
  {
    id: '148',
    checks: 'An episode has both an end and a reason why it ended, or neither.',
    table,
    severity,
    protects: ['M04', 'M11', ...MOVES],
    find: (record) =>
      each(record, ({ startsOn, endsOn, reasonEnded }) =>
        (endsOn === null) === (reasonEnded === null)
          ? null
          : endsOn === null
            ? {
                says: `The episode from ${sayDate(startsOn)} has a reason why it ended, but no day.`,
                fix: 'Give the day it ended, or take out the reason if it goes on.',
              }
            : {
                says: `The episode that ended on ${sayDate(endsOn)} has no reason why it ended.`,
                fix: 'Give the reason why it ended.',
              },
      ),
  },
  {
    id: '302',
    checks: 'Care does not begin before the child was born.',
    table,
    severity,
    protects: ['M01', 'M03', 'M06'],
    find: (record) => {
      const [first] = record.episodes
      return first && record.bornOn !== null && first.startsOn < record.bornOn
        ? [
            {
              on: first.startsOn,
              says: `Care began on ${sayDate(first.startsOn)}, before the birth date of ${sayDate(record.bornOn)}.`,
              fix: 'Put right the birth date or the first day of care.',
            },
          ]
        : []
    },
  },
  {
    id: '352',
    checks: 'No period of care begins on or after the 18th birthday.',
    table,
    severity,
    protects: ['M01', 'M03', 'M06', 'M09'],
    find: (record) =>
      each(record, ({ startsOn, reasonForNewEpisode }) =>
        record.bornOn !== null && reasonForNewEpisode === 'S' && startsOn >= birthday(record.bornOn, 18)
          ? {
              says: `Care began on ${sayDate(startsOn)}, when the young person was already 18.`,
              fix: 'Put right the birth date or the day, or take the episode out of the return.',
            }
          : null,
      ),
  },
  {
    id: '355',
    checks: 'An episode does not begin and end on the same day.',
    table,
    severity,
    protects: MOVES,
    find: (record) =>
      each(record, ({ startsOn, endsOn }) =>
        startsOn === endsOn
          ? {
              says: `An episode begins and ends on ${sayDate(startsOn)}.`,
              fix: 'Put right one of the two days, or join it to the episode it belongs to.',
            }
          : null,
      ),
  },
  {
    id: '356',
    checks: 'No episode ends before it begins.',
    table,
    severity,
    protects: [...STOCK, ...FLOW, ...MOVES],
    find: (record) =>
      each(record, ({ startsOn, endsOn }) =>
        endsOn !== null && endsOn < startsOn
          ? {
              says: `An episode ends on ${sayDate(endsOn)}, before it begins on ${sayDate(startsOn)}.`,
              fix: 'Put right one of the two days.',
            }
          : null,
      ),
  },
  {
    id: '501',
    checks: 'No episode begins before the one before it ended.',
    table,
    severity,
    protects: [...STOCK, ...MOVES],
    find: (record) =>
      eachPair(record, (one, next) =>
        one.endsOn !== null && next.startsOn < one.endsOn
          ? {
              says: `The episode from ${sayDate(next.startsOn)} begins before the one before it ended, on ${sayDate(one.endsOn)}.`,
              fix: 'Put right the end of the first or the beginning of the second.',
            }
          : null,
      ),
  },
  {
    id: '433',
    checks: 'A change within care begins on the day the episode before it ended: no gap.',
    table,
    severity,
    protects: [...STOCK, ...FLOW, ...MOVES],
    find: (record) =>
      eachPair(record, (one, next) =>
        next.reasonForNewEpisode !== 'S' && one.endsOn !== null && one.endsOn < next.startsOn
          ? {
              says: `Between ${sayDate(one.endsOn)} and ${sayDate(next.startsOn)} no episode is held, though care is said to have gone on.`,
              fix: 'Add the episode that is missing, or say that care began anew.',
            }
          : null,
      ),
  },
  {
    id: '388',
    checks: 'An episode that ended because another began is followed by it on the same day.',
    table,
    severity,
    protects: [...STOCK, ...FLOW, ...MOVES],
    find: (record) =>
      record.episodes.flatMap((episode, index) => {
        const next = record.episodes[index + 1]
        if (episode.endsOn === null || episode.reasonEnded === null) return []
        const goesOn = next?.startsOn === episode.endsOn
        if ((episode.reasonEnded === 'X1') === goesOn) return []
        return [
          {
            on: episode.startsOn,
            says: goesOn
              ? `The episode that ended on ${sayDate(episode.endsOn)} is said to have ended care, though another begins that day.`
              : `The episode that ended on ${sayDate(episode.endsOn)} says another followed, but none begins that day.`,
            fix: goesOn
              ? 'Give “ended because another began” as the reason, or put right the next episode’s day.'
              : 'Add the episode that followed, or give the reason why care ended.',
          },
        ]
      }),
  },
  {
    id: '432',
    checks: 'After care has ended, the next episode begins a new period of care.',
    table,
    severity,
    protects: [...FLOW],
    find: (record) =>
      eachPair(record, (one, next) =>
        one.reasonEnded !== null && one.reasonEnded !== 'X1' && next.reasonForNewEpisode !== 'S'
          ? {
              says: `Care had ended, yet the episode from ${sayDate(next.startsOn)} does not say that care began anew.`,
              fix: 'Give “began to be looked after” as the reason of the new episode, or put right why the one before ended.',
            }
          : null,
      ),
  },
  {
    id: '437',
    checks: 'No episode follows one that ended because the child died or turned out to be an adult.',
    table,
    severity,
    protects: [...STOCK, 'M11'],
    find: (record) =>
      eachPair(record, (one, next) =>
        one.reasonEnded === 'E2' || one.reasonEnded === 'E15'
          ? {
              says: `An episode begins on ${sayDate(next.startsOn)}, after one that ended for good.`,
              fix: 'Put right the reason why the earlier one ended, or take out the later one.',
            }
          : null,
      ),
  },
  {
    id: '434',
    checks: 'An episode that began because the legal status changed has another legal status.',
    table,
    severity,
    protects: ['M08'],
    find: (record) =>
      eachPair(record, (one, next) =>
        next.reasonForNewEpisode === 'L' && one.legalStatus === next.legalStatus
          ? {
              says: `The episode from ${sayDate(next.startsOn)} says the legal status changed, but it is the same as before.`,
              fix: 'Put right the legal status or the reason for the new episode.',
            }
          : null,
      ),
  },
  {
    id: '435',
    checks: 'An episode that began because the home changed keeps its legal status, and the home is another one.',
    table,
    severity,
    protects: ['M08', ...MOVES],
    find: (record) =>
      eachPair(record, (one, next) =>
        isMove(next) && one.legalStatus !== next.legalStatus
          ? {
              says: `The episode from ${sayDate(next.startsOn)} says only the home changed, but the legal status changed too.`,
              fix: 'Say that both changed, or put right the legal status.',
            }
          : isMove(next) && one.endsOn === next.startsOn && isSameHome(one, next)
            ? {
                says: `The episode from ${sayDate(next.startsOn)} says the home changed, but kind, provider and place are as before.`,
                fix: 'Say what changed, or join the two episodes.',
              }
            : null,
      ),
  },
  {
    id: '225',
    checks: 'When a child moves home, the reason for the move is given.',
    table,
    severity,
    protects: ['M29', 'M30'],
    find: (record) =>
      record.episodes.slice(0, -1).flatMap((one, index) => {
        const next = record.episodes[index + 1]!
        const isMove = one.reasonEnded === 'X1' && /^[PBTU]$/.test(next.reasonForNewEpisode)
        if (!isMove || one.reasonPlaceChanged !== null || isTemporary(one) || isTemporary(next)) return []
        return [
          {
            on: one.startsOn,
            says: `The child moved home on ${sayDate(next.startsOn)}, and no reason for the move is given.`,
            fix: 'Give the reason why the home changed.',
          },
        ]
      }),
  },
  {
    id: '526',
    checks: 'Every home says who provides it.',
    table,
    severity,
    protects: ['M13'],
    find: (record) =>
      each(record, (episode) =>
        episode.provider === null && !/^(T[0-4]|Z1[1-4]?)$/.test(episode.placement)
          ? {
              says: `The home from ${sayDate(episode.startsOn)} does not say who provides it.`,
              fix: 'Give the provider of the home.',
            }
          : null,
      ),
  },
  {
    id: '371',
    checks: 'Nobody under 16 lives in supported accommodation.',
    table,
    severity: 'look again',
    protects: ['M12'],
    find: (record) =>
      each(record, ({ startsOn, placement }) =>
        placement === 'K3' && record.bornOn !== null && ageOn(record.bornOn, startsOn) < 16
          ? {
              says: `Supported accommodation from ${sayDate(startsOn)}, when the child was ${ageOn(record.bornOn, startsOn)}.`,
              fix: 'Put right the kind of home or the birth date. If it is right, tell the manager today: it is against the law.',
            }
          : null,
      ),
  },
  {
    id: '392a',
    checks: 'The distance from home can be worked out, but for short breaks and children who came alone.',
    table,
    reads: 'location',
    severity,
    protects: ['M26', 'M27'],
    cannotRun: (_records, { hasPostcodes }) =>
      hasPostcodes ? null : 'No postcode directory has been loaded, so no distance can be looked at.',
    find: (record) =>
      each(record, (episode) =>
        episode.miles === null && !isShortBreak(episode) && record.unaccompanied.length === 0
          ? {
              says: `How far the home from ${sayDate(episode.startsOn)} is cannot be worked out: a postcode is missing or unknown.`,
              fix: 'Give the postcode of the family home and of this home.',
            }
          : null,
      ),
  },
  {
    id: '454',
    checks: 'No home is more than 350 miles away.',
    table,
    reads: 'location',
    severity: 'look again',
    protects: ['M26', 'M27'],
    cannotRun: (_records, { hasPostcodes }) =>
      hasPostcodes ? null : 'No postcode directory has been loaded, so no distance can be looked at.',
    find: (record) =>
      each(record, ({ startsOn, miles }) =>
        miles !== null && miles > 350
          ? {
              says: `The home from ${sayDate(startsOn)} is ${Math.round(miles)} miles away.`,
              fix: 'Put right the postcodes. If they are right, say so.',
            }
          : null,
      ),
  },
]
