import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** The least date a zip can hold: nothing in the file tells when it was written. */
export const NO_TIME = new Date('1980-01-02T00:00:00Z')

/**
 * A Word file packed the same way each time. The writer puts in the moment and counts pictures on from one file to the
 * next; here the day is that of the figures, and pictures are counted from one. It leaves out the language, which
 * programs that list files ask for.
 */
export function steadyWord(file: Uint8Array, day: IsoDate): Buffer {
  const parts = unzipSync(file)
  const change = (name: string, by: (text: string) => string) => {
    parts[name] = strToU8(by(strFromU8(parts[name]!)))
  }
  change('docProps/core.xml', (text) =>
    text
      .replace(/(W3CDTF">)[^<]*/g, `$1${day}T00:00:00Z`)
      .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>'),
  )
  let pictures = 0
  change('word/document.xml', (text) => text.replace(/(<wp:docPr id=")\d+"/g, (_, start) => `${start}${++pictures}"`))
  return Buffer.from(zipSync(parts, { mtime: NO_TIME }))
}
