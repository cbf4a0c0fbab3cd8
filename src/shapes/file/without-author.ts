import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export type CleanedDocument = { bytes: Uint8Array; warning: string | null } | { problem: string }

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** A small file that unpacks to a large one is meant to do harm. */
const MOST_UNPACKED = 200 * 1024 * 1024
/** The time of day is nobody's business either: every file in the package has the same one. */
const NO_TIME = new Date('1980-01-01T00:00:00Z')

/** A document whose properties say what it is called here and nothing of who wrote it, on what, or for whom. */
export async function withoutAuthor(type: string, bytes: Uint8Array, title: string): Promise<CleanedDocument> {
  return type === WORD ? cleanWord(bytes, title) : cleanPdf(bytes, title)
}

async function cleanPdf(bytes: Uint8Array, title: string): Promise<CleanedDocument> {
  try {
    const file = await PDFDocument.load(bytes, { updateMetadata: false })
    delete file.context.trailerInfo.Info
    // What runs, hides or is tucked inside goes too: a paper is read.
    for (const name of ['Metadata', 'OpenAction', 'AA', 'AF', 'PieceInfo']) file.catalog.delete(PDFName.of(name))
    const names = file.catalog.lookup(PDFName.of('Names'))
    if (names && 'delete' in names)
      for (const name of ['JavaScript', 'EmbeddedFiles'])
        (names as { delete(name: PDFName): boolean }).delete(PDFName.of(name))
    for (const page of file.getPages())
      for (const name of ['Metadata', 'PieceInfo', 'AA', 'AF']) page.node.delete(PDFName.of(name))
    file.setTitle(title, { showInWindowTitleBar: true })
    forgetUnreached(file)
    return { bytes: await file.save({ updateFieldAppearances: false }), warning: null }
  } catch (error) {
    if (error instanceof Error && /encrypted/i.test(error.message))
      return {
        bytes,
        warning:
          'This PDF is protected, so its properties could not be cleaned: they may name who wrote it or a young person. Save it without protection and upload it again.',
      }
    return { problem: 'That PDF cannot be opened: it is damaged. Save it again and choose the new one.' }
  }
}

/** What nothing leads to any more would still be written: the old properties, scripts and what was tucked inside. */
function forgetUnreached({ context }: PDFDocument): void {
  const reached = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next instanceof PDFRef && !reached.has(next)) {
      reached.add(next)
      waiting.push(context.lookup(next))
    } else if (next instanceof PDFDict) waiting.push(...next.values())
    else if (next instanceof PDFStream) waiting.push(next.dict)
    else if (next instanceof PDFArray) waiting.push(...next.asArray())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}

function cleanWord(bytes: Uint8Array, title: string): CleanedDocument {
  let files: Record<string, Uint8Array>
  try {
    let unpacked = 0
    files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        if (unpacked > MOST_UNPACKED) throw new Error('too large')
        return true
      },
    })
  } catch {
    return {
      problem: 'That Word file cannot be opened: it is damaged or far too large. Save it again and choose the new one.',
    }
  }
  if (Object.keys(files).some((name) => /vbaProject|\.bin$/i.test(name)))
    return { problem: 'That Word file holds a macro. Save it as a plain document (.docx) and choose that.' }
  const body = Object.entries(files).filter(([name]) => /^word\/[^/]+\.xml$/.test(name))
  if (body.some(([, xml]) => /<w:(ins|del|moveFrom|moveTo) [^>]*w:author=|<w:comment /.test(strFromU8(xml))))
    return {
      problem:
        'That Word file still has comments or tracked changes, which say who wrote what. Accept or remove them, save it and choose it again.',
    }
  for (const [name, xml] of body) files[name] = strToU8(withoutNames(strFromU8(xml)))
  for (const name of Object.keys(files)) {
    const empty = EMPTY_PARTS[name]
    if (empty) files[name] = strToU8(empty(escapeXml(title)))
  }
  return { bytes: zipSync(files, { mtime: NO_TIME }), warning: null }
}

/** Authors of changes that formatting remembers, and the marks of whose session each paragraph came from. */
function withoutNames(xml: string): string {
  return xml
    .replace(/ w:(author|initials)="[^"]*"/g, ' w:$1=""')
    .replace(/ w:rsid[A-Za-z]*="[^"]*"/g, '')
    .replace(/ w15:(author|userId|providerId)="[^"]*"/g, ' w15:$1=""')
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const EMPTY_PARTS: Record<string, (title: string) => string> = {
  'docProps/core.xml': (title) =>
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
  'docProps/app.xml': () =>
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>`,
  'docProps/custom.xml': () =>
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>`,
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
