import type { PartKind, StrategyPart, StrategyVersion } from './strategy.ts'
import { compareWords, type Stretch } from './word-changes.ts'

export type Change =
  | { change: 'added' | 'taken away'; part: StrategyPart }
  | { change: 'same'; part: StrategyPart; before: StrategyPart }
  | { change: 'reworded' | 'moved'; part: StrategyPart; before: StrategyPart; title: Stretch[]; words: Stretch[] }

export interface TextChange {
  name: 'title' | 'vision' | 'foreword' | 'plainWords'
  stretches: Stretch[]
}

export interface Comparison {
  /** The texts of the whole that differ. */
  texts: TextChange[]
  /** Every part of either, in the newer one's order, what was taken away after the rest of its kind. */
  changes: Change[]
}

type Side = { version: StrategyVersion; parts: readonly StrategyPart[] }
const TEXTS = ['title', 'vision', 'foreword', 'plainWords'] as const

/**
 * What the newer version adds, takes away and rewords. The same thing is known by its line, not by its words; reworded comes
 * before moved, where a statement went to another area or another kind.
 */
export function compareVersions(older: Side, newer: Side): Comparison {
  const texts = TEXTS.filter((name) => older.version[name] !== newer.version[name]).map((name) => ({
    name,
    stretches: compareWords(older.version[name], newer.version[name]),
  }))
  const lineOfArea = (side: Side, part: StrategyPart) => side.parts.find(({ id }) => id === part.areaId)?.lineId ?? null
  const changes = newer.parts.map((part): Change => {
    const before = older.parts.find(({ lineId }) => lineId === part.lineId)
    if (!before) return { change: 'added', part }
    const [title, words] = [compareWords(before.title, part.title), compareWords(before.words, part.words)]
    if (before.title !== part.title || before.words !== part.words)
      return { change: 'reworded', part, before, title, words }
    const isMoved = before.statementKind !== part.statementKind || lineOfArea(older, before) !== lineOfArea(newer, part)
    return isMoved ? { change: 'moved', part, before, title, words } : { change: 'same', part, before }
  })
  const gone = older.parts
    .filter(({ lineId }) => !newer.parts.some((part) => part.lineId === lineId))
    .map((part): Change => ({ change: 'taken away', part }))
  return { texts, changes: [...changes, ...gone] }
}

/** How many parts of a kind were added, taken away, reworded and moved. */
export function countChanges(changes: readonly Change[], kind: PartKind | null = null) {
  const of = kind === null ? changes : changes.filter(({ part }) => part.kind === kind)
  const count = (change: Change['change']) => of.filter((one) => one.change === change).length
  return { added: count('added'), takenAway: count('taken away'), reworded: count('reworded'), moved: count('moved') }
}
