import { compareWords, type Stretch } from './word-changes.ts'

export type Party = 'we' | 'you' | 'together'

export interface PledgeItem {
  id: string
  /** The promise of the version before that this one goes on from. */
  followsId: string | null
  party: Party | null
  title: string
  words: string | null
}

export type PromiseChange =
  | { change: 'same' | 'new' | 'gone'; item: PledgeItem }
  | { change: 'reworded' | 'another party'; item: PledgeItem; before: PledgeItem; title: Stretch[]; words: Stretch[] }

/**
 * What a new version of the pledge changes, in its order; what is gone comes last. A promise is known by what it follows, not
 * by its words. One that nobody carried on is gone, however like a new one it reads.
 */
export function comparePledges(older: readonly PledgeItem[], newer: readonly PledgeItem[]): PromiseChange[] {
  const changes = newer.map((item): PromiseChange => {
    const before = older.find(({ id }) => id === item.followsId)
    if (!before) return { change: 'new', item }
    const [title, words] = [compareWords(before.title, item.title), compareWords(before.words ?? '', item.words ?? '')]
    if (before.title !== item.title || (before.words ?? '') !== (item.words ?? ''))
      return { change: 'reworded', item, before, title, words }
    const isMoved = (before.party ?? 'we') !== (item.party ?? 'we')
    return isMoved ? { change: 'another party', item, before, title, words } : { change: 'same', item }
  })
  const gone = older
    .filter(({ id }) => !newer.some(({ followsId }) => followsId === id))
    .map((item): PromiseChange => ({ change: 'gone', item }))
  return [...changes, ...gone]
}
