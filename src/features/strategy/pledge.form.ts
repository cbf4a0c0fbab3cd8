import { type IsoDate, isIsoDate } from '../../domain/shared/calendar-date.ts'
import type { Party } from '../../domain/strategy/compare-pledges.ts'
import type { How, NewPledge, PledgeVersion, PromiseOf } from './pledge.store.ts'
import type { FieldError } from './version.form.ts'

export const PARTIES: Record<Party, string> = { we: 'We promise', together: 'Together we will', you: 'We ask of you' }
/** Room for as many new promises at a time. */
export const NEW_ONES = ['new-1', 'new-2', 'new-3'] as const

export interface PromiseTyped {
  /** The promise it goes on from, or one of the rooms for a new one. */
  key: string
  followsId: string | null
  party: string
  title: string
  words: string
  isGone: boolean
  how: HowTyped
}

/** One to a line where there are several. */
export interface HowTyped {
  hows: string
  owners: string
  due: string
  wayToTell: string
}

const NO_HOW: HowTyped = { hows: '', owners: '', due: '', wayToTell: '' }

export interface PledgeTyped {
  version: string
  agreedOn: string
  why: string
  promises: PromiseTyped[]
}

/** As the version that holds stands, with room for new promises; of a pledge that is not there yet, the room alone. */
export function startPledge(pledge: PledgeVersion | null, promises: readonly PromiseOf[], today: IsoDate): PledgeTyped {
  const number = pledge === null ? 0 : Number(pledge.version)
  return {
    version: Number.isInteger(number) && number >= 0 ? String(number + 1) : '',
    agreedOn: today,
    why: '',
    promises: [
      ...promises.map(({ id, party, title, words, ...how }) => ({
        key: id,
        followsId: id,
        party: party ?? 'we',
        title,
        words: words ?? '',
        isGone: false,
        how: {
          hows: how.hows.join('\n'),
          owners: how.owners.join('\n'),
          due: how.dueAsWritten ?? how.dueOn ?? '',
          wayToTell: how.wayToTell ?? '',
        },
      })),
      ...NEW_ONES.map((key) => ({
        key,
        followsId: null,
        party: 'we',
        title: '',
        words: '',
        isGone: false,
        how: NO_HOW,
      })),
    ],
  }
}

export function checkPledge(
  form: Record<string, string>,
  start: PledgeTyped,
  today: IsoDate,
  { lastAgreedOn, isFirst, hasHow }: { lastAgreedOn: IsoDate | null; isFirst: boolean; hasHow: boolean },
): { typed: PledgeTyped; errors: FieldError[]; promises: NewPledge['promises'] } {
  const text = (name: string) => (form[name] ?? '').replace(/\r\n/g, '\n').trim()
  const typed: PledgeTyped = {
    version: text('version'),
    agreedOn: text('agreedOn'),
    why: text('why'),
    promises: start.promises.map(({ key, followsId }) => ({
      key,
      followsId,
      party: text(`party-${key}`),
      title: text(`title-${key}`),
      words: text(`words-${key}`),
      isGone: text(`gone-${key}`) === 'yes',
      how: {
        hows: text(`hows-${key}`),
        owners: text(`owners-${key}`),
        due: text(`due-${key}`),
        wayToTell: text(`tell-${key}`),
      },
    })),
  }
  const errors: FieldError[] = []
  const add = (field: string, problem: string) => errors.push({ field, text: problem })
  if (typed.version === '' || typed.version.length > 40) add('version', 'Name the version, for example 3.')
  if (!isIsoDate(typed.agreedOn) || typed.agreedOn > today)
    add('agreedOn', `Enter the day it was agreed, today or before, as year-month-day: ${today}.`)
  else if (lastAgreedOn !== null && typed.agreedOn <= lastAgreedOn)
    add('agreedOn', 'Enter a day after the one on which the version before was agreed.')
  if (!isFirst && (typed.why.length < 10 || typed.why.length > 1000))
    add('why', 'Say what changed and why, in 10 to 1,000 letters: children and the board read it.')
  for (const { key, how } of hasHow ? typed.promises : [])
    for (const [name, value] of Object.entries(how))
      if (value.length > 2000) add(`${name === 'wayToTell' ? 'tell' : name}-${key}`, 'Say it in 2,000 letters at most.')
  const kept = typed.promises.filter(
    ({ followsId, isGone, title, words }) => !isGone && (followsId !== null || title !== '' || words !== ''),
  )
  for (const { key, title, words, party } of kept) {
    if (title === '' || title.length > 200)
      add(`title-${key}`, 'Give the promise a short name, in 200 letters at most.')
    if (words === '' || words.length > 2000) add(`words-${key}`, 'Write the promise, in 2,000 letters at most.')
    if (!Object.hasOwn(PARTIES, party)) add(`party-${key}`, 'Choose who promises.')
  }
  if (!kept.some(({ party }) => party === 'we'))
    add(`title-${NEW_ONES[0]}`, 'A pledge needs at least one promise of the council’s own.')
  return {
    typed,
    errors,
    promises: kept.map(({ followsId, party, title, words, how }) => ({
      followsId,
      party: party as Party,
      title,
      words,
      ...(hasHow ? { how: readHow(how) } : {}),
    })),
  }
}

/** As it is written: a day that is one, or the words. What is empty stays a gap. */
function readHow({ hows, owners, due, wayToTell }: HowTyped): How {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  return {
    hows: lines(hows),
    owners: lines(owners),
    dueOn: isIsoDate(due) ? due : null,
    dueAsWritten: due === '' || isIsoDate(due) ? null : due,
    wayToTell: wayToTell || null,
  }
}
