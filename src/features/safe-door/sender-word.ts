import { createHash } from 'node:crypto'

const WORDS =
  'apple bell bird boat book bread bridge bus cake castle cat chair cloud coat cow cup dog door drum duck egg farm fish flag flower fox frog gate glass goat green hat hill honey horse house kite lake lamp leaf lemon lion milk moon mouse orange owl paint paper park pear pencil pond rabbit rain red river rock salt ship shoe snow'.split(
    ' ',
  )

/**
 * The word with which a sender asks whether a person has opened their message: "apple-river-moon-47". It follows from the form's
 * random id, so pressing the button twice shows the same one, and it is kept nowhere but as a hash.
 */
export function senderWord(id: string): string {
  const chance = createHash('sha256').update(`the sender's word for ${id}`).digest()
  const pick = (at: number) => WORDS[chance.readUInt32BE(at) % WORDS.length]!
  return `${pick(0)}-${pick(4)}-${pick(8)}-${10 + (chance.readUInt32BE(12) % 90)}`
}
