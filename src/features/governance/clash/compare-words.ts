import { diffWords } from 'diff'
import { diff3Merge } from 'node-diff3'

export interface WordPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** What became of a text, word by word; spaces alone are no change. */
export function compareWords(was: string, now: string): WordPart[] {
  return diffWords(was, now).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/**
 * Two people's words from the same beginning, joined: what each changed is in it, and where both changed the same place,
 * theirs stands first and mine after it. Nothing that either added is left out.
 */
export function joinWords(base: string, theirs: string, mine: string): string {
  if (theirs === mine) return theirs
  const regions = diff3Merge(toTokens(theirs), toTokens(base), toTokens(mine), { excludeFalseConflicts: true })
  return regions
    .map((region) =>
      region.ok ? region.ok.join('') : putAfter(region.conflict!.a.join(''), region.conflict!.b.join('')),
    )
    .join('')
}

/** Words, and the spaces between them, each a token of its own: joined again they are the text to the letter. */
function toTokens(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? []
}

function putAfter(first: string, second: string): string {
  if (first.trim() === '') return second
  if (second.trim() === '') return first
  return /\s$/.test(first) || /^\s/.test(second) ? first + second : `${first} ${second}`
}
