import type { Block } from './plan-blocks.ts'
import type { PlanTable } from './read-plan-table.ts'

export const PROSE_COLUMNS = ['The words', 'The heading above', 'The part it stands in'] as const

/** One bullet or paragraph, with the headings it stands under. */
interface Said {
  words: string
  heading: string
  part: string
  isBullet: boolean
}

const NEXT = /doing next|do next|next steps?|going to do|what next/i
/** Says what will be done too, where a text has no "what we are doing next". */
const WILL = /we will do|plan(?:ned)? to do/i
const DONE = /done so far|have done|what we did|achieve|progress so far|we are proud/i
/** What stands on every page and says nothing. */
const FURNITURE = /^(?:classification\b.*|official|page \d+.*|\d+[.)]?)$/i

/**
 * Bullets and paragraphs under headings, as a table: the words, the heading above, and the part ("What we are doing next").
 * Where the text says what comes next, that is the plan; else every bullet is. What is left over is given back whole.
 */
export function readPlanProse(blocks: readonly Block[]): PlanTable | null {
  const said: (Said | { heading: string })[] = []
  let heading = ''
  let part = ''
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'gap') continue
    const text = block.kind === 'row' ? block.cells.filter((cell) => cell !== '').join(' · ') : block.text
    const isBullet = block.kind === 'line' && block.isBullet
    if (block.kind === 'row' || (!isBullet && FURNITURE.test(text))) said.push({ heading: text })
    else if (
      !isBullet &&
      text.length <= 90 &&
      !text.endsWith('.') &&
      [NEXT, WILL, DONE].some((sign) => sign.test(text))
    ) {
      part = text
      said.push({ heading: text })
    } else if (isHeading(blocks, index)) {
      heading = text
      part = ''
      said.push({ heading: text })
    } else said.push({ words: text, heading, part, isBullet })
  }
  const sign = [NEXT, WILL].find((each) => said.some((one) => 'words' in one && each.test(one.part)))
  const isTaken = (one: Said | { heading: string }): one is Said =>
    'words' in one && (sign ? sign.test(one.part) : one.isBullet)
  const taken = said.filter(isTaken)
  if (taken.length === 0) return null
  const shown = new Set(taken.flatMap((one) => [one.heading, one.part]))
  const outside = said
    .filter((one) => !isTaken(one))
    .map((one) => ('words' in one ? one.words : one.heading))
    .filter((text) => !shown.has(text))
  const rows = taken.map(({ words, heading: above, part: own }) => [words, above, own])
  return { columns: [...PROSE_COLUMNS], rows, isProse: true, outside }
}

/** A short line that is no sentence: in capitals, or alone above what it is a heading of. */
function isHeading(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]!
  if (block.kind !== 'line' || block.isBullet) return false
  if (block.isHeading) return true
  const words = block.text.replace(/^\d+[.)]\s*/, '')
  if (words.length > 110 || !/\p{L}/u.test(words)) return false
  if (words === words.toUpperCase()) return true
  const before = blocks[index - 1]
  const next = blocks.slice(index + 1).find(({ kind }) => kind !== 'gap')
  const isAlone = before === undefined || before.kind !== 'line'
  const isShort = words.length <= 60 && /^\p{Lu}/u.test(words) && !/[.,;:!?)]$/.test(words)
  return isShort && isAlone && next?.kind === 'line'
}
