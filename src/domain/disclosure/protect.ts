import { type Compiled, type Contradiction, compile, type Part } from './compile.ts'
import { type Clock, findOptimum } from './find-optimum.ts'
import { type Hiding, hideGreedily, weightOf } from './hide-greedily.ts'
import type { Highs } from './linear-model.ts'
import { type MoveFinder, type Moves, openMoveFinder } from './moves.ts'
import type { SdcPack, SdcPattern } from './pack.ts'

/** What the engine made of a pack. Only `safe` may be published, and only after the audit agrees. */
export interface Protection {
  outcome: 'safe' | 'impossible' | 'contradictory'
  pattern: SdcPattern
  primary: string[]
  /** Small cells that are public already: a person decides, nothing can protect them. */
  knownSmall: string[]
  /** Small cells that nothing protects, even with all hidden that can be. */
  unprotectable: string[]
  contradictions: Contradiction[]
  /** Weight of what is hidden to protect the small cells, and the least that any safe pattern can weigh. */
  weight: number
  bound: number
  /** For each small cell, second tables by cell id: they fit all that is shown and prove the hiding enough. */
  witnesses: Record<string, number>[]
}

export interface Limits {
  /** Seconds for the whole pack. What is safe but not proved the least by then is given with its gap. */
  seconds: number
  /** Seconds since some fixed time: the caller's clock. */
  now: () => number
  /** Told a first safe pattern as soon as there is one: what stands if the work is cut off. */
  onSafe?: (protection: Protection) => void
}

/** Decides what of a pack is hidden, for all its equations at once and as little as can be. */
export function protect(pack: SdcPack, highs: Highs, { seconds, now, onSafe }: Limits): Protection {
  const started = now()
  const clock: Clock = { left: () => started + seconds - now() }
  const compiled = compile(pack)
  if (compiled.contradictions.length > 0) return refuse(pack, compiled)
  const tell = (solved: Solved[]) => describe(pack, compiled, solved, now() - started)
  const finders = compiled.parts.map((part) => openMoveFinder(highs, part))
  try {
    const solved = compiled.parts.map((part, at) => begin(part, finders[at]!, clock))
    if (solved.every(({ isProved }) => isProved)) return tell(solved)
    onSafe?.(tell(solved))
    // Small parts first, so that a large one does not use up their time.
    const inOrder = [...solved.keys()].toSorted(
      (one, other) => compiled.parts[one]!.ids.length - compiled.parts[other]!.ids.length,
    )
    for (const at of inOrder) {
      const { part, hiding, isProved } = solved[at]!
      if (!isProved) solved[at] = { part, ...findOptimum(highs, part, finders[at]!, hiding, clock) }
    }
    return tell(solved)
  } finally {
    for (const finder of finders) finder.dispose()
  }
}

interface Solved {
  part: Part
  hiding: Hiding
  bound: number
  isProved: boolean
}

/** Enough hidden, but perhaps not the least. */
function begin(part: Part, finder: MoveFinder, clock: Clock): Solved {
  const nothing = { isHidden: part.isAlways, witnesses: [] }
  const hiding = hideGreedily(part, finder, nothing, () => clock.left() <= 0)
  // All that can be hidden is: whoever looks sees at once that this cannot be published.
  if (hiding.unmet.length > 0)
    return { part, hiding: { ...hiding, isHidden: part.ids.map(() => true) }, bound: 0, isProved: true }
  return { part, hiding, bound: 0, isProved: weightOf(part, hiding.isHidden) === 0 }
}

function describe(pack: SdcPack, compiled: Compiled, solved: Solved[], seconds: number): Protection {
  const hidden = new Set(solved.flatMap(({ part, hiding }) => part.ids.filter((_, cell) => hiding.isHidden[cell])))
  const unprotectable = solved.flatMap(({ part, hiding }) => hiding.unmet.map(({ cell }) => part.ids[cell]!))
  const isSafe = unprotectable.length === 0
  const isProved = solved.every((part) => part.isProved)
  return {
    outcome: isSafe ? 'safe' : 'impossible',
    pattern: makePattern(pack, hidden, seconds, isSafe ? (isProved ? 'optimal' : 'bound') : 'impossible'),
    primary: compiled.primary,
    knownSmall: compiled.knownSmall,
    unprotectable,
    contradictions: [],
    weight: solved.reduce((sum, { part, hiding }) => sum + weightOf(part, hiding.isHidden), 0),
    bound: solved.reduce((sum, part) => sum + part.bound, 0),
    witnesses: solved.flatMap(({ part, hiding }) => hiding.witnesses.map((moves) => nameMoves(part, moves))),
  }
}

/** Nothing is published of data that disagrees with itself: every cell that may be hidden is. */
function refuse(pack: SdcPack, compiled: Compiled): Protection {
  const all = new Set(pack.cells.map((cell) => cell.id))
  return {
    outcome: 'contradictory',
    pattern: makePattern(pack, all, 0, 'impossible'),
    primary: compiled.primary,
    knownSmall: compiled.knownSmall,
    unprotectable: [],
    contradictions: compiled.contradictions,
    weight: 0,
    bound: 0,
    witnesses: [],
  }
}

/** A percentage goes with its numerator and its base: shown beside a hidden one it would tell it. */
export function makePattern(
  pack: SdcPack,
  hidden: ReadonlySet<string>,
  seconds: number,
  claims: SdcPattern['claims'],
): SdcPattern {
  const isAlways = new Set(
    pack.cells.filter((cell) => cell.hide === 'implied' || cell.hide === 'earlier-hidden').map((cell) => cell.id),
  )
  const isHidden = (id: string) => hidden.has(id) || isAlways.has(id)
  return {
    format: 'sdc-pattern/1',
    hidden: pack.cells.filter((cell) => (cell.hide ?? 'may') === 'may' && hidden.has(cell.id)).map((cell) => cell.id),
    hidden_percents: (pack.percents ?? [])
      .filter((percent) => isHidden(percent.of) || isHidden(percent.base))
      .map((percent) => percent.id),
    seconds,
    claims,
  }
}

function nameMoves(part: Part, moves: Moves): Record<string, number> {
  const named: Record<string, number> = {}
  moves.forEach((by, cell) => {
    if (by !== 0) named[part.ids[cell]!] = by
  })
  return named
}
