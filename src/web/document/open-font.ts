import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

const require = createRequire(import.meta.url)

/** Our letters, plain and bold, as fonts that a drawer can read: no font need be on the machine. */
export function readFonts(): Buffer[] {
  const folder = join(require.resolve('@fontsource/atkinson-hyperlegible-next/package.json'), '..', 'files')
  return ['latin', 'latin-ext'].flatMap((set) =>
    [400, 700].map((weight) =>
      openFont(readFileSync(join(folder, `atkinson-hyperlegible-next-${set}-${weight}-normal.woff`))),
    ),
  )
}

/**
 * A WOFF file as the OpenType font inside it, which is what Typst reads: the same tables, unpacked and set one after the
 * other (WOFF File Format 1.0, sections 3 to 5).
 */
function openFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF font.')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const tables: Buffer[] = []
  let offset = head.length
  for (let table = 0; table < count; table++) {
    const entry = 44 + 20 * table
    const [from, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number]
    const bytes = woff.subarray(from, from + packed)
    const place = 12 + 16 * table
    woff.copy(head, place, entry, entry + 4)
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), place + 4)
    head.writeUInt32BE(offset, place + 8)
    head.writeUInt32BE(length, place + 12)
    // Each table begins at a multiple of four bytes.
    const padding = (4 - (length % 4)) % 4
    tables.push(packed < length ? inflateSync(bytes) : bytes, Buffer.alloc(padding))
    offset += length + padding
  }
  return Buffer.concat([head, ...tables])
}
