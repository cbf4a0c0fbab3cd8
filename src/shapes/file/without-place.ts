/** ISO 6709, as phones write where a video was taken: "+51.5074-000.1278+011.000/". */
const WRITTEN_PLACE = /[+-]\d{2,6}(\.\d+)?[+-]\d{3,7}(\.\d+)?([+-]\d+(\.\d+)?)?(CRS\w+)?\//g

/**
 * A video or sound of the MP4 family as it is, but with the place wiped out of its description (the box "moov"; what is seen
 * and heard lies in "mdat" and is not touched). Nothing moves: the bytes keep their number.
 */
export function withoutPlace(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  for (const { name, from, to } of boxesOf(copy)) {
    if (name !== 'moov' && name !== 'meta' && name !== 'udta') continue
    const text = copy.toString('latin1', from, to)
    for (const match of text.matchAll(WRITTEN_PLACE))
      copy.write(match[0].replace(/\d/g, '0'), from + match.index, 'latin1')
    // 3GPP's own box for a place holds numbers in binary: it becomes empty space.
    for (const match of text.matchAll(/loci/g)) {
      const start = from + match.index
      const length = copy.readUInt32BE(start - 4)
      if (length < 8 || start - 4 + length > to) continue
      copy.write('free', start, 'latin1')
      copy.fill(0, start + 4, start - 4 + length)
    }
  }
  return copy
}

function boxesOf(bytes: Buffer): { name: string; from: number; to: number }[] {
  const boxes: { name: string; from: number; to: number }[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1 && at + 16 <= bytes.length
    const length = short === 0 ? bytes.length - at : isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short
    if (length < 8 || at + length > bytes.length) break
    boxes.push({ name: bytes.toString('latin1', at + 4, at + 8), from: at + (isLong ? 16 : 8), to: at + length })
    at += length
  }
  return boxes
}
