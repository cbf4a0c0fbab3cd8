import type { Part } from './compile.ts'
import type { LinearRow } from './linear-model.ts'

/**
 * A cut says of every pattern that meets a demand: of these cells, enough must be hidden. It comes from any weights on
 * the equations: for moves d that keep them, sign · d_p = Σ r d with r = sign · e_p − weights · equations, and a cell
 * that is not hidden does not move (Fischetti and Salazar-González 2001, capacity constraints, each coefficient capped
 * at the right side).
 */
export interface Cut {
  cells: number[]
  coefs: number[]
  atLeast: number
}

/** One side of a demand: the cell, which way, and the weights on the equations. */
export interface Side {
  cell: number
  sign: 1 | -1
  weights: ArrayLike<number>
}

/** The cut that the sides together give, where they must make up the need together. Null: it says nothing. */
export function makeCut(part: Part, sides: readonly Side[], need: number): Cut | null {
  const size = part.ids.length
  const coefs = new Float64Array(size)
  let atLeast = need
  for (const { cell: target, sign, weights } of sides) {
    const r = new Float64Array(size)
    r[target] = sign
    part.rows.forEach((row, index) => {
      const weight = Math.round(weights[index]! * 5040) / 5040
      if (weight === 0) return
      for (const [at, cell] of row.cells.entries()) r[cell]! -= weight * row.coefs[at]!
    })
    const own = r[target]! * sign
    if (own > 1e-9 && (sides.length > 1 || own > 1 - 1e-9)) return null
    if (sides.length === 1) atLeast *= 1 - own
    for (let cell = 0; cell < size; cell++) {
      if (cell === target || Math.abs(r[cell]!) < 1e-9) continue
      const reach = r[cell]! > 0 ? r[cell]! * part.far : -r[cell]! * (part.values[cell]! - part.least[cell]!)
      if (part.isAlways[cell]) atLeast -= reach
      else coefs[cell]! += reach
    }
  }
  if (atLeast <= 1e-6) return null
  const cells = part.ids.map((_, cell) => cell).filter((cell) => coefs[cell]! > 1e-9)
  return { cells, coefs: cells.map((cell) => Math.min(coefs[cell]!, atLeast)), atLeast }
}

/** How far a cut is from being kept, of its right side. */
export function shortOf({ cells, coefs, atLeast }: Cut, hidden: ArrayLike<number>): number {
  return (atLeast - cells.reduce((sum, cell, at) => sum + coefs[at]! * hidden[cell]!, 0)) / atLeast
}

export function toRow({ cells, coefs, atLeast }: Cut, columnOf: readonly number[]): LinearRow {
  return {
    columns: cells.map((cell) => columnOf[cell]!),
    coefs: coefs.map((coef) => coef / atLeast),
    lower: 1,
    upper: Number.POSITIVE_INFINITY,
  }
}

export function nameOf({ cells, coefs, atLeast }: Cut): string {
  return cells.map((cell, at) => `${cell}:${(coefs[at]! / atLeast).toFixed(4)}`).join(' ')
}

/** What each equation of a small cell says by itself. */
export function cutsOfEquations(part: Part): Cut[] {
  const cuts: Cut[] = []
  for (const demand of part.demands) {
    for (const row of part.rowsOf[demand.cell]!) {
      const { cells, coefs } = part.rows[row]!
      const own = coefs[cells.indexOf(demand.cell)]!
      const side = (sign: 1 | -1): Side => {
        const weights = new Float64Array(part.rows.length)
        weights[row] = sign / own
        return { cell: demand.cell, sign, weights }
      }
      const found =
        demand.kind === 'width'
          ? [makeCut(part, [side(1), side(-1)], demand.width)]
          : [makeCut(part, [side(1)], demand.up), makeCut(part, [side(-1)], demand.down)]
      cuts.push(...found.filter((cut) => cut !== null))
    }
  }
  return cuts
}

/** A partner alone in an equation protects nothing there: another cell of it must be hidden too. As rows Σ others − it ≥ 0. */
export function findAlone(part: Part, hidden: ArrayLike<number>): { row: number; alone: number }[] {
  return part.rows.flatMap(({ cells }, row) => {
    if (cells.length < 2 || cells.some((cell) => part.isAlways[cell])) return []
    const sum = cells.reduce((total, cell) => total + hidden[cell]!, 0)
    const most = cells.reduce((best, cell) => (hidden[cell]! > hidden[best]! ? cell : best))
    return 2 * hidden[most]! > sum + 1e-6 ? [{ row, alone: most }] : []
  })
}
