import type { ChildRecord } from '../measures/child-record.ts'
import { HOME_GROUPS } from '../measures/homes/kind-of-home.ts'
import { AGE_BANDS } from '../measures/in-care/age-bands.ts'
import { SEXES } from '../measures/in-care/boys-and-girls.ts'
import { ETHNIC_GROUPS } from '../measures/in-care/ethnicity.ts'
import { findEpisodeOn } from '../measures/in-care.ts'
import { sayCode } from '../record/code-words.ts'
import { ageOn, type IsoDate } from '../shared/calendar-date.ts'

export interface Group {
  code: string
  label: string
  /** Numbers up to this are hidden where it is more than usual (rule 39). */
  smallUpTo?: number
}

/** What a measure can be broken down by. */
export interface Dimension {
  id: string
  /** "age": follows "by". */
  title: string
  groups: readonly Group[]
  /** The code of a child's group; null: not known. */
  groupOf(record: ChildRecord, day: IsoDate): string | null
  /** What those of no group are called; "Not known" unless told. */
  unknownLabel?: string
  /** The measure that publishes the same groups of all children in our care. */
  publishedAs?: string
  /** Of a finer dimension: the dimension its groups add up to, and how. */
  within?: { dimension: string; groupOf(code: string): string | null }
}

/** Said nothing of themselves: they are nobody's group, so they are never small. */
export const UNKNOWN: Group = { code: 'unknown', label: 'Not known' }
/** Of a measure over a year, or of young people who have left. */
const LEFT: Group = { code: 'left', label: 'Not in our care on the day' }

const broadOf = (code: string | null) =>
  ETHNIC_GROUPS.find(({ codes }) => code !== null && codes.test(code))?.code ?? null
const FINE_CODES = [
  ...['WBRI', 'WIRI', 'WIRT', 'WROM', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH'],
  ...['AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE', 'BCRB', 'BAFR', 'BOTH', 'OOTH'],
]

const kindsOfHome = HOME_GROUPS.filter(({ code }) => code !== 'unknown')

export const DIMENSIONS: readonly Dimension[] = [
  {
    id: 'age',
    title: 'age',
    groups: AGE_BANDS,
    publishedAs: 'M06',
    groupOf({ bornOn }, day) {
      if (bornOn === null) return null
      const age = ageOn(bornOn, day)
      return AGE_BANDS.findLast(({ from }) => age >= from)?.code ?? null
    },
  },
  {
    id: 'sex',
    title: 'sex',
    groups: SEXES,
    publishedAs: 'M07',
    groupOf: ({ sex }) => SEXES.find(({ codes }) => sex !== null && codes.test(sex))?.code ?? null,
  },
  {
    id: 'ethnicity',
    title: 'ethnic group',
    groups: ETHNIC_GROUPS,
    publishedAs: 'M07e',
    groupOf: ({ ethnicity }) => broadOf(ethnicity),
  },
  {
    id: 'ethnicity-fine',
    title: 'ethnic group in detail',
    groups: FINE_CODES.map((code) => ({ code, label: upperFirst(sayCode('ethnicity', code)) })),
    groupOf: ({ ethnicity }) => (ethnicity !== null && FINE_CODES.includes(ethnicity) ? ethnicity : null),
    within: { dimension: 'ethnicity', groupOf: broadOf },
  },
  {
    id: 'unaccompanied',
    title: 'who came to this country alone',
    groups: [
      { code: 'alone', label: 'Came alone', smallUpTo: 9 },
      { code: 'not alone', label: 'Did not' },
    ],
    groupOf: ({ unaccompanied }, day) =>
      unaccompanied.some(({ endsOn }) => endsOn === null || endsOn > day) ? 'alone' : 'not alone',
  },
  {
    id: 'home',
    title: 'kind of home',
    groups: [...kindsOfHome, LEFT],
    publishedAs: 'M12',
    groupOf(record, day) {
      const episode = findEpisodeOn(record, day)
      if (!episode) return LEFT.code
      return kindsOfHome.find(({ placements }) => placements.test(episode.placement))?.code ?? null
    },
  },
  {
    id: 'area',
    title: 'in or out of our area',
    groups: [{ code: 'in', label: 'In our area' }, { code: 'out', label: 'Outside our area' }, LEFT],
    groupOf(record, day) {
      const episode = findEpisodeOn(record, day)
      if (!episode) return LEFT.code
      return episode.insideArea === null ? null : episode.insideArea ? 'in' : 'out'
    },
  },
]

export const NOT_HELD = [
  {
    title: 'disability',
    because:
      'the return says of a child why help was first needed, not whether the child is disabled. Until the case system sends that, a breakdown would be a guess.',
  },
]

/** Groups that are shown only where somebody is in them. */
export function isRareGroup(code: string): boolean {
  return code === UNKNOWN.code || code === LEFT.code || code === 'temporary'
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
