import { diffWordsWithSpace } from 'diff'

/** A stretch of text that both versions have, or that only the newer or only the older one has. */
export interface Stretch {
  change: 'same' | 'added' | 'taken away'
  text: string
}

/** The newer text beside the older, word by word. Joined without what was added, it is the older; without what was taken away, the newer. */
export function compareWords(older: string, newer: string): Stretch[] {
  return diffWordsWithSpace(older, newer)
    .filter(({ value }) => value !== '')
    .map(({ added, removed, value }) => ({
      change: added ? 'added' : removed ? 'taken away' : 'same',
      text: value,
    }))
}
