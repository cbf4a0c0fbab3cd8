import { type IsoDate, sayDate } from '../shared/calendar-date.ts'
import type { Wordings } from './changes-since.ts'

/** What is written to PDF, Word and the web: finished words and figures that may be shown to anybody. */
export interface PrintedPack {
  title: string
  council: string
  meeting?: { day: IsoDate; time: string; place: string; theme: string }
  /** What stands under the title where there is no meeting. */
  under?: string
  /** Figures are those known by this seal, as at this day. They never change after the pack went out. */
  knownBy: { sealNumber: number; asAt: IsoDate }
  /** Large type, each part in few words: for children. */
  isForChildren?: true
  agenda: { number: number; title: string; note: string; minutes: number }[]
  sections: PackSection[]
  checks: string[]
}

/** A meeting's pack. */
export interface Pack extends PrintedPack {
  body: string
  meeting: NonNullable<PrintedPack['meeting']>
  /** By which wording each figure was counted, where it is not the first; packs of before this was written down have none. */
  wordings?: Wordings
}

export interface PackSection {
  /** The paper it was made of; null for an item without one. */
  paperId: string | null
  number: number
  title: string
  writtenBy: string
  plain: string[]
  full: string[]
  impact: string[]
  figures: PackFigure[]
  /** Where the item stands on the chain; packs that went out before threads were in them have none. */
  thread?: PackKnot[]
}

/** One stage of the chain, with what stands there in words that may be read by anybody, or that nothing does. */
export interface PackKnot {
  stage: string
  words: string
  isCurrent: boolean
  isGap: boolean
}

export interface PackFigure {
  /** The only one of its name in a pack: it names the picture. */
  id: string
  /** The finding, in a sentence. */
  title: string
  picture: PackPicture | null
  table: PackTable
  source: string
}

export interface PackPicture {
  kind: 'line' | 'bars'
  labelHeading: string
  valueHeading: string
  points: { label: string; value: number | null; text: string; isHidden: boolean }[]
}

export interface PackTable {
  columns: { text: string; isNumeric: boolean }[]
  rows: string[][]
}

/** When and where, or for whom: the line under the title. */
export function sayUnder({ meeting, under = '' }: PrintedPack): string {
  return meeting ? [meeting.time, meeting.place].filter(Boolean).join(', ') : under
}

/** What a reader hears instead of the picture: every point in order, a hidden one as hidden. */
export function describePicture(figure: PackFigure): string {
  const facts = (figure.picture?.points ?? []).map(
    (point) => `${point.label}: ${point.isHidden ? 'hidden because it is a small number' : point.text}`,
  )
  return `${figure.title}. ${facts.join('; ')}.`
}

/** Who brought an item, what it waits for and how long it takes. */
export function sayAgendaNote({ note, minutes }: Pack['agenda'][number]): string {
  return [note, `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`].filter(Boolean).join(', ')
}

/** A stage of the thread in one line, for those who see no picture of it: a gap is said to be one. */
export function sayKnot({ words, isCurrent, isGap }: PackKnot): string {
  if (isGap) return `a gap. ${words}.`
  return isCurrent ? `${words} (this item)` : words
}

/** The checks that were really made, counted, and no other. */
export function sayChecks(sections: PackSection[], asAt: IsoDate, sealNumber: number): string[] {
  const figures = sections.flatMap((section) => section.figures)
  // Every picture's numbers stand in its table too: counted there, each once.
  const hidden = figures.flatMap((figure) => figure.table.rows.flat()).filter((cell) => cell === 'c').length
  return [
    `Figures are as known on ${sayDate(asAt)} (seal ${sealNumber}) and do not change in this pack.`,
    figures.length === 0
      ? 'This pack has no figures.'
      : `${figures.length} ${figures.length === 1 ? 'figure or table was' : 'figures and tables were'} taken from what may be shown to anybody: in each, numbers of 1 to 5 and what would give them away are hidden and shown as “c”. ${hidden === 0 ? 'None had to be hidden.' : `${hidden} ${hidden === 1 ? 'is' : 'are'} hidden.`}`,
    'The measures of a day are hidden together, with all that earlier packs have printed of them: no two tables give a hidden number away. Counts that were taken by hand are looked at one by one.',
    'Private papers, if there are any, are read in Kept and are never in a pack.',
  ]
}
