import { type Block, writeBlocks } from '../../../domain/plans/plan-blocks.ts'
import type { UploadedFile } from '../../../web/route.ts'
import { MOST_BYTES, OfficeFileProblem } from './open-office-file.ts'
import { readExcel } from './read-excel.ts'
import { readWord } from './read-word.ts'

/** What a chosen file says, as the text somebody would have pasted; or a sentence on what is wrong with it. */
export function readPlanFile({ bytes }: UploadedFile): { text: string } | { problem: string } {
  if (bytes.length > MOST_BYTES)
    return { problem: 'This file is larger than 15 MB. Save it without its pictures, or paste the table.' }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return { problem: 'This is an old Word or Excel file. Save it as .docx or .xlsx, or paste the table.' }
  if (startsWith(bytes, '%PDF')) return { problem: 'This is a PDF. Choose the Word or Excel file, or paste the table.' }
  if (!startsWith(bytes, 'PK')) return { text: readLetters(bytes) }
  try {
    const blocks: Block[] | null = readWord(bytes) ?? readExcel(bytes)
    if (blocks === null)
      return { problem: 'This file is no Word or Excel file. Save it as .docx, .xlsx or CSV, or paste the table.' }
    return { text: writeBlocks(blocks) }
  } catch (fault) {
    if (!(fault instanceof OfficeFileProblem)) throw fault
    return {
      problem:
        'This file could not be opened: it is broken, locked with a password, or too large inside. Paste the table instead.',
    }
  }
}

const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0))

/** Sheets save CSV as UTF-8, or as Windows-1252 where they are old. */
function readLetters(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
