import { strFromU8, unzipSync } from 'fflate'

/** More than a paper of a board: what is longer is read as far as this. */
const MOST_PAGES = 400
const MOST_LETTERS = 400_000

/** The words of a Word file or a PDF, for the search and for the check of names. Null: they cannot be read (a scanned page has none). */
export async function readWords(type: string, bytes: Uint8Array): Promise<string | null> {
  try {
    const words = type === 'application/pdf' ? await readPdf(bytes) : readWord(bytes)
    return words.trim() === '' ? null : words.slice(0, MOST_LETTERS)
  } catch {
    return null
  }
}

function readWord(bytes: Uint8Array): string {
  const files = unzipSync(bytes, {
    filter: ({ name }) => /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name),
  })
  return Object.values(files)
    .map((xml) =>
      strFromU8(xml)
        .replace(/<w:p[ >]/g, '\n$&')
        .replace(/<w:(tab|br)\b[^>]*>/g, ' ')
        .replace(/<[^>]+>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&'),
    )
    .join('\n')
    .trim()
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false })
  try {
    const file = await loading.promise
    const pages: string[] = []
    for (let number = 1; number <= Math.min(file.numPages, MOST_PAGES); number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    return pages.join('\n')
  } finally {
    await loading.destroy()
  }
}
