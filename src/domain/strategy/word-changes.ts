import { diffWordsWithSpace } from 'diff'

/** A stretch of text that both versions have, or that only the newer or only the older one has. */
export interface Stretch {
  change: 'same' | 'added' | 'taken away'
  text: string
}

/** Fewer same letters than this between two changes are no help to a reader: they become part of the change. */
const SHORTEST_ISLAND = 16
/** Where less than this part of both texts is the same, they are two texts: the older whole, then the newer whole. */
const LEAST_IN_COMMON = 0.4

/**
 * The newer text beside the older, word by word, as a person would mark it. Joined without what was added, it is the older;
 * without what was taken away, the newer. Of one change, what was taken away comes first.
 */
export function compareWords(older: string, newer: string): Stretch[] {
  const found = diffWordsWithSpace(older, newer)
  const common = found
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, one) => sum + one.value.length, 0)
  if (older !== newer && common * 2 < (older.length + newer.length) * LEAST_IN_COMMON)
    return clean([
      { change: 'taken away', text: older },
      { change: 'added', text: newer },
    ])
  const stretches: Stretch[] = []
  let [gone, come] = ['', '']
  const flush = () => {
    stretches.push({ change: 'taken away', text: gone }, { change: 'added', text: come })
    gone = ''
    come = ''
  }
  for (const [at, { added, removed, value }] of found.entries()) {
    const isIsland =
      !added &&
      !removed &&
      value.length < SHORTEST_ISLAND &&
      (gone || come) !== '' &&
      at < found.length - 1 &&
      !value.includes('\n')
    if (added || isIsland) come += value
    if (removed || isIsland) gone += value
    if (added || removed || isIsland) continue
    flush()
    stretches.push({ change: 'same', text: value })
  }
  flush()
  return clean(stretches)
}

function clean(stretches: Stretch[]): Stretch[] {
  return stretches.filter(({ text }) => text !== '')
}
