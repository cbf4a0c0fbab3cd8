import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** What Kept writes down to be kept, printed or sent: finished words, in the order in which they are read. */
export interface Document {
  title: string
  /** Whose it is: the council. No person is named in a file's properties (rule 35). */
  publisher: string
  /** What kind of document, for the file's properties. */
  kind: string
  /** The lines under the title. */
  under: string[]
  /** Stands in the file as its day, so that the same document gives the same bytes whenever it is written. */
  day: IsoDate
  /** Large type for young readers. */
  isLarge?: boolean
  blocks: Block[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; words: string; isOnNewPage?: boolean; isUnlisted?: boolean }
  | { kind: 'paragraph'; words: string; tone?: 'quiet' | 'strong' }
  | { kind: 'list'; isNumbered?: boolean; items: { words: string; note?: string }[] }
  | { kind: 'thread'; stages: { stage: string; words: string; isGap: boolean }[] }
  | ({ kind: 'table' } & DocumentTable)
  | ({ kind: 'picture' } & DocumentPicture)
  /** Where the table of contents stands. */
  | { kind: 'contents'; title: string }

/** The first cell of a row names it; the column heads name the columns. A cell may be of several lines. */
export interface DocumentTable {
  /** What a screen reader hears of it before its cells. */
  title: string
  columns: { text: string; isNumeric: boolean }[]
  rows: string[][]
}

export interface DocumentPicture {
  /** The only one of its name in the document. */
  id: string
  svg: string
  /** The same for a phone, where the page is read on one. */
  narrow?: string
  width: number
  height: number
  /** Everything it shows, in words. */
  alt: string
  /** Less than the width of the text: drawings beside short sentences. */
  isSmall?: boolean
}

/** Small words under a table or picture: they stay on its page. */
export function isNote(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.tone === 'quiet'
}

/** Headings never skip a level, the first is of level 1, and each picture has its words: a reading program relies on it. */
export function findFaults(document: Document): string[] {
  const faults: string[] = []
  let level = 0
  const ids = new Set<string>()
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      if (block.level > level + 1) faults.push(`“${block.words}” skips a level of headings.`)
      if (block.words.trim() === '') faults.push('A heading is empty.')
      level = block.level
    }
    if (block.kind === 'picture') {
      if (block.alt.trim() === '') faults.push(`The picture ${block.id} has no words.`)
      if (ids.has(block.id)) faults.push(`Two pictures are named ${block.id}.`)
      ids.add(block.id)
    }
    if (block.kind === 'table' && block.rows.some((row) => row.length !== block.columns.length))
      faults.push(`The table “${block.title}” has a row that does not fit its columns.`)
  }
  if (document.title.trim() === '') faults.push('The document has no title.')
  return faults
}

/** A document that a reading program could not follow is not written. */
export function demandReadable(document: Document): void {
  const faults = findFaults(document)
  if (faults.length > 0) throw new Error(`The document cannot be written: ${faults.join(' ')}`)
}
