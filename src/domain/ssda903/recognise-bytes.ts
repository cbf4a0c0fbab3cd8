/** What a file is when it is plainly no CSV text, told by its first bytes; and why, in a sentence that says what to do. */
const LOOK_AT = 8192

const SAVE_AS = 'Save each table as “CSV UTF-8 (comma delimited)” and choose those files.'

const beginnings: readonly { bytes: readonly number[]; message: string }[] = [
  { bytes: [0x50, 0x4b], message: `This is a zip file or an Excel workbook. Unpack a zip file first. ${SAVE_AS}` },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], message: `This is an old Excel or Word file. ${SAVE_AS}` },
  { bytes: [0x25, 0x50, 0x44, 0x46], message: `This is a PDF, which holds no table that can be read. ${SAVE_AS}` },
  { bytes: [0x1f, 0x8b], message: `This is a compressed file. Unpack it first. ${SAVE_AS}` },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], message: `This is a compressed file. Unpack it first. ${SAVE_AS}` },
  { bytes: [0x89, 0x50, 0x4e, 0x47], message: `This is a picture. ${SAVE_AS}` },
  { bytes: [0xff, 0xd8, 0xff], message: `This is a picture. ${SAVE_AS}` },
]

const UTF_16 = `This file is saved as UTF-16 (“Unicode text”). ${SAVE_AS}`
const XML = 'This is an XML or web page file. Choose the CSV files of the return, one for each table.'
const BINARY = `This file is not text. ${SAVE_AS}`

/** Null when the beginning may be text. Looks at the first few thousand bytes only, so a huge file costs nothing. */
export function sayWhyNotText(bytes: Uint8Array): string | null {
  const found = beginnings.find((each) => each.bytes.every((byte, at) => bytes[at] === byte))
  if (found !== undefined) return found.message
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return UTF_16
  const start = bytes.subarray(0, LOOK_AT)
  const nulls = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  // English text in UTF-16 has a zero in every other byte.
  if (nulls > start.length * 0.3 && nulls < start.length * 0.6) return UTF_16
  if (nulls > 0) return BINARY
  const first = skipMark(start).find((byte) => byte > 0x20)
  return first === 0x3c ? XML : null
}

/** The bytes after a UTF-8 byte order mark, if there is one. */
export function skipMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

/** The first line as text, or null where there is no end of line within the first few thousand bytes. */
export function firstLine(bytes: Uint8Array): string | null {
  const start = skipMark(bytes).subarray(0, LOOK_AT)
  const end = start.findIndex((byte) => byte === 0x0a || byte === 0x0d)
  if (end === -1 && start.length === LOOK_AT) return null
  return new TextDecoder().decode(end === -1 ? start : start.subarray(0, end))
}

/** How many lines there may be at most, without reading them. */
export function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1
  return lines
}

/** The first line, from 1, that is not UTF-8 or holds a zero byte; null when all is text. */
export function findUnreadableLine(bytes: Uint8Array): number | null {
  const zero = bytes.indexOf(0)
  if (zero !== -1) return countLines(bytes.subarray(0, zero))
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return null
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    return text.slice(0, text.indexOf('\ufffd')).split('\n').length
  }
}
