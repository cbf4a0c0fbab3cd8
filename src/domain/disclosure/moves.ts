import type { Demand, Part } from './compile.ts'
import { type Highs, type LinearRow, openModel } from './linear-model.ts'

/**
 * A second table that looks as true as the true one: how far each cell of a part is moved. Every equation's moves add to
 * nought, in whole numbers, and no cell falls below the least a reader believes.
 */
export type Moves = Int32Array

export interface MoveFinder {
  /**
   * The cheapest moves that bring one cell so far up (+) or down (−), among the cells that may move. Null: none does, in
   * whole numbers.
   */
  find(cell: number, by: number, mayMove: (cell: number) => boolean, costOf: (cell: number) => number): Moves | null
  dispose(): void
}

/** One model for all questions of a part: column of a rise for each cell, then of a fall for each. */
export function openMoveFinder(highs: Highs, part: Part, secondsForWhole = 5): MoveFinder {
  const size = part.ids.length
  const rows: LinearRow[] = part.rows.map(({ cells, coefs }) => ({
    columns: [...cells, ...cells.map((cell) => cell + size)],
    coefs: [...coefs, ...coefs.map((coef) => -coef)],
    lower: 0,
    upper: 0,
  }))
  const lower = new Float64Array(2 * size)
  const upper = new Float64Array(2 * size)
  const costs = new Float64Array(2 * size)
  const model = openModel(highs, { lower, upper, costs, rows, changes: 'all' })
  const room = part.values.map((value, cell) => Math.max(0, value - part.least[cell]!))
  return {
    find(target, by, mayMove, costOf) {
      if (by < -room[target]!) return null
      for (let cell = 0; cell < size; cell++) {
        const isFree = mayMove(cell)
        lower[cell] = lower[cell + size] = 0
        upper[cell] = isFree ? part.far : 0
        upper[cell + size] = isFree ? room[cell]! : 0
        costs[cell] = costs[cell + size] = costOf(cell)
      }
      lower[target] = upper[target] = Math.max(by, 0)
      lower[target + size] = upper[target + size] = Math.max(-by, 0)
      model.setBounds(lower, upper)
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        model.setCosts(pricesOf(costs, attempt))
        const answer = model.solve()
        if (answer === null) return null
        const moves = toMoves(part, answer.columns)
        if (moves !== null) return moves
      }
      model.setCosts(costs)
      const { columns } = model.solveWhole(secondsForWhole, { gap: 1 })
      return columns && toMoves(part, columns)
    },
    dispose: () => model.dispose(),
  }
}

/**
 * An answer in halves is often whole at prices a little other, or at one price for all: far cheaper to try than whole
 * numbers are to find.
 */
const ATTEMPTS = 6

function pricesOf(costs: Float64Array, attempt: number): Float64Array {
  if (attempt === 0) return costs
  const shift = (column: number) => ((column * 7919 + attempt * 104_729) % 97) / 97
  return attempt < 4
    ? costs.map((cost, column) => cost * (1 + attempt * shift(column)))
    : costs.map((_, column) => 1 + (attempt - 4) * shift(column))
}

/** Whole numbers that keep every equation, checked in whole numbers; null where the answer is not whole. */
function toMoves({ ids, rows, values, least }: Part, columns: Float64Array): Moves | null {
  const size = ids.length
  const moves = new Int32Array(size)
  for (let cell = 0; cell < size; cell++) {
    const move = columns[cell]! - columns[cell + size]!
    const whole = Math.round(move)
    if (Math.abs(move - whole) > 1e-5) return null
    if (whole < 0 && values[cell]! + whole < least[cell]!) return null
    moves[cell] = whole
  }
  const keeps = rows.every(
    ({ cells, coefs }) => cells.reduce((sum, cell, at) => sum + coefs[at]! * moves[cell]!, 0) === 0,
  )
  return keeps ? moves : null
}

/** The moves away from the true value that a demand asks for, the furthest first. */
export function stepsOf(demand: Demand): number[] {
  if (demand.kind === 'width') return []
  const steps: number[] = []
  for (let by = -demand.down; by <= demand.up; by++) if (by !== 0) steps.push(by)
  return steps.toSorted((one, other) => Math.abs(other) - Math.abs(one) || one - other)
}

/** Which demands a set of witnesses meets. */
export interface Coverage {
  witnesses: Moves[]
  /** By demand: by step: the witnesses that take it. */
  has(demand: Demand, by: number): boolean
  /** How many numbers the cell is seen to be able to have, the true one among them. */
  width(demand: Demand): number
  add(moves: Moves): void
}

export function makeCoverage(given: readonly Moves[] = []): Coverage {
  const seen = new Map<number, Set<number>>()
  const witnesses: Moves[] = []
  const coverage: Coverage = {
    witnesses,
    has: (demand, by) => seen.get(demand.cell)?.has(by) ?? false,
    width: (demand) => new Set([0, ...(seen.get(demand.cell) ?? [])]).size,
    add(moves) {
      witnesses.push(moves)
      moves.forEach((by, cell) => {
        if (by === 0) return
        const steps = seen.get(cell) ?? new Set()
        seen.set(cell, steps.add(by))
      })
    },
  }
  for (const moves of given) coverage.add(moves)
  return coverage
}

export function isMet(coverage: Coverage, demand: Demand): boolean {
  return demand.kind === 'width'
    ? coverage.width(demand) > demand.width
    : stepsOf(demand).every((by) => coverage.has(demand, by))
}
