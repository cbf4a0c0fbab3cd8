import { createHash } from 'node:crypto'
import type { PrintedPack } from '../../../domain/governance/pack.ts'
import { writePage } from '../../../web/document/write-page.ts'
import { writePdf } from '../../../web/document/write-pdf.ts'
import { writeWord } from '../../../web/document/write-word.ts'
import { setPack } from '../../governance/index.ts'
import { writeOds, writePackCsv } from './write-sheets.ts'

export const FILE_KINDS = {
  pdf: { title: 'PDF', type: 'application/pdf' },
  docx: { title: 'Word', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  html: { title: 'web page', type: 'text/html; charset=utf-8' },
  csv: { title: 'CSV', type: 'text/csv; charset=utf-8' },
  ods: { title: 'OpenDocument spreadsheet', type: 'application/vnd.oasis.opendocument.spreadsheet' },
} as const

export type FileKind = keyof typeof FILE_KINDS

export function isFileKind(kind: string): kind is FileKind {
  return Object.hasOwn(FILE_KINDS, kind)
}

/** One file of a pack. The same pack gives the same bytes, today and in ten years. */
export async function writeFile(pack: PrintedPack, kind: FileKind): Promise<Buffer> {
  switch (kind) {
    case 'pdf':
      return writePdf(setPack(pack))
    case 'docx':
      return writeWord(setPack(pack))
    case 'html':
      return Buffer.from(writePage(setPack(pack)))
    case 'csv':
      return Buffer.from(writePackCsv(pack))
    case 'ods':
      return writeOds(pack)
  }
}

/** The hash of each file, by which anybody can tell that theirs is the one that was published. */
export async function hashFiles(pack: PrintedPack): Promise<Record<FileKind, string>> {
  const hashes = {} as Record<FileKind, string>
  for (const kind of Object.keys(FILE_KINDS) as FileKind[])
    hashes[kind] = createHash('sha256')
      .update(await writeFile(pack, kind))
      .digest('hex')
  return hashes
}
