import type { Demand, Part } from './compile.ts'
import { type Coverage, isMet, type MoveFinder, type Moves, makeCoverage, stepsOf } from './moves.ts'

/** What is hidden of a part, with the second tables that prove it enough. */
export interface Hiding {
  isHidden: boolean[]
  witnesses: Moves[]
  /** Demands that nothing can meet, even with all hidden that can be. */
  unmet: Demand[]
}

export function weightOf(part: Part, isHidden: readonly boolean[]): number {
  return part.ids.reduce((sum, _, cell) => sum + (isHidden[cell] && !part.isAlways[cell] ? part.weights[cell]! : 0), 0)
}

/**
 * Hides what it takes, witness by witness: each small cell is moved to each number it must be able to have, as cheaply
 * as can be, and what moves is hidden. `from`: hidden already, with its witnesses.
 */
export function hideGreedily(
  part: Part,
  finder: MoveFinder,
  from: { isHidden: readonly boolean[]; witnesses: readonly Moves[] },
  isTime: () => boolean,
): Hiding {
  const isHidden = part.isAlways.map((always, cell) => always || from.isHidden[cell]!)
  const coverage = makeCoverage(from.witnesses)
  const unmet = new Set<Demand>()
  const reach = (demand: Demand, by: number): boolean => {
    const need = Math.abs(by)
    const moves = finder.find(
      demand.cell,
      by,
      () => true,
      (cell) =>
        isHidden[cell] ? 0.001 : (part.weights[cell]! + 0.001) / Math.min(need, Math.max(1, roomOf(part, cell))),
    )
    if (moves === null) return false
    coverage.add(moves)
    moves.forEach((move, cell) => {
      if (move !== 0) isHidden[cell] = true
    })
    return true
  }
  const ranges = part.demands
    .flatMap((demand) => stepsOf(demand).map((by) => ({ demand, by })))
    .toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by))
  for (const { demand, by } of ranges) {
    if (unmet.has(demand) || coverage.has(demand, by)) continue
    if (!reach(demand, by)) unmet.add(demand)
  }
  for (const demand of part.demands) {
    if (demand.kind === 'width' && !widen(demand, coverage, reach)) unmet.add(demand)
  }
  const hiding = { isHidden, witnesses: coverage.witnesses, unmet: [...unmet] }
  return unmet.size > 0 ? hiding : takeBack(part, finder, hiding, isTime)
}

/** One number more at a time, below or above, until the cell can have enough of them. */
function widen(demand: Demand, coverage: Coverage, reach: (demand: Demand, by: number) => boolean): boolean {
  let [down, up] = [0, 0]
  while (!isMet(coverage, demand)) {
    const isUp = up !== Number.POSITIVE_INFINITY && (coverage.has(demand, up + 1) || reach(demand, up + 1))
    if (isUp) up += 1
    else up = Number.POSITIVE_INFINITY
    if (isMet(coverage, demand)) return true
    const isDown = down !== Number.POSITIVE_INFINITY && (coverage.has(demand, -down - 1) || reach(demand, -down - 1))
    if (isDown) down += 1
    else down = Number.POSITIVE_INFINITY
    if (!isUp && !isDown) return false
  }
  return true
}

function roomOf(part: Part, cell: number): number {
  return part.values[cell]! - part.least[cell]!
}

/** Without the partners that no witness moves: they protect nothing. */
export function dropIdle(part: Part, hiding: Hiding): Hiding {
  const witnesses = hiding.witnesses.filter((moves) => moves.every((by, cell) => by === 0 || hiding.isHidden[cell]))
  const isHidden = hiding.isHidden.map(
    (hidden, cell) => hidden && (part.isAlways[cell]! || witnesses.some((moves) => moves[cell] !== 0)),
  )
  return { ...hiding, isHidden, witnesses }
}

/** Takes partners back, the dearest first, where all demands can be met without them. */
export function takeBack(part: Part, finder: MoveFinder, hiding: Hiding, isTime: () => boolean): Hiding {
  const { isHidden, witnesses: kept } = dropIdle(part, hiding)
  let witnesses = kept
  const partners = part.ids
    .map((_, cell) => cell)
    .filter((cell) => isHidden[cell] && !part.isAlways[cell])
    .toSorted((one, other) => part.weights[other]! - part.weights[one]!)
  for (const partner of partners) {
    if (isTime()) break
    isHidden[partner] = false
    const without = meetWithin(
      part,
      finder,
      isHidden,
      witnesses.filter((moves) => moves[partner] === 0),
    )
    if (without === null) isHidden[partner] = true
    else witnesses = without
  }
  return dropIdle(part, { isHidden, witnesses, unmet: hiding.unmet })
}

/** Witnesses that meet every demand among the hidden cells alone; null where they cannot be met. */
export function meetWithin(
  part: Part,
  finder: MoveFinder,
  isHidden: readonly boolean[],
  known: readonly Moves[],
): Moves[] | null {
  const coverage = makeCoverage(known)
  // Small cells move for nothing, so that one witness serves many; partners are left where they stand if they can be.
  const reach = (demand: Demand, by: number): boolean => {
    const moves = finder.find(
      demand.cell,
      by,
      (cell) => isHidden[cell]!,
      (cell) => (part.isAlways[cell] ? 0.01 : 1),
    )
    if (moves !== null) coverage.add(moves)
    return moves !== null
  }
  for (const demand of part.demands) {
    if (demand.kind === 'width') {
      if (!widen(demand, coverage, reach)) return null
    } else {
      for (const by of stepsOf(demand)) if (!coverage.has(demand, by) && !reach(demand, by)) return null
    }
  }
  return coverage.witnesses
}
