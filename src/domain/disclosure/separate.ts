import type { Part } from './compile.ts'
import { type Cut, makeCut, type Side, shortOf } from './cuts.ts'
import { type Highs, openModel } from './linear-model.ts'

/** What a demand asks of how far a cell can move: one side of a range, or both sides of a width together. */
export interface Claim {
  cell: number
  signs: (1 | -1)[]
  need: number
}

export function claimsOf(part: Part): Claim[] {
  return part.demands
    .flatMap((demand): Claim[] =>
      demand.kind === 'width'
        ? [{ cell: demand.cell, signs: [1, -1], need: demand.width }]
        : [
            { cell: demand.cell, signs: [1], need: demand.up },
            { cell: demand.cell, signs: [-1], need: demand.down },
          ],
    )
    .filter((claim) => claim.need > 0)
}

export interface Separator {
  /**
   * Cuts that a (possibly fractional) pattern breaks. `isExact`: hidden cells move as far as they can, so that no cut
   * found means that the pattern meets every claim as a linear programme.
   */
  findBroken(claims: readonly Claim[], hidden: ArrayLike<number>, isExact: boolean, isTime: () => boolean): Cut[]
  /** Claims that hold however little is hidden, in a linear programme: small and implied cells are enough for them. */
  findSettled(claims: readonly Claim[], isTime: () => boolean): Set<Claim>
  dispose(): void
}

/**
 * What a cell that is not hidden may move all the same, while a cut is looked for: of all the cuts that a pattern
 * breaks, the duals then give one that asks for few cells, which says more.
 */
const A_LITTLE = 0.002

/** Moves a cell as far as the hiding lets it; where that is short of the need, the duals say what must be hidden. */
export function openSeparator(highs: Highs, part: Part): Separator {
  const size = part.ids.length
  const lower = new Float64Array(size)
  const upper = new Float64Array(size)
  const model = openModel(highs, {
    lower,
    upper,
    costs: new Float64Array(size),
    changes: 'costs',
    rows: part.rows.map(({ cells, coefs }) => ({ columns: cells, coefs, lower: 0, upper: 0 })),
  })
  const room = part.values.map((value, cell) => value - part.least[cell]!)

  /** A partner need not move further than the need: a wider bound would only make the cut weaker. */
  function bound(hidden: ArrayLike<number>, far: number, need: number, least: number): void {
    for (let cell = 0; cell < size; cell++) {
      if (part.isAlways[cell]) {
        upper[cell] = part.far
        lower[cell] = -room[cell]!
      } else {
        upper[cell] = Math.max(hidden[cell]! * far, least * need)
        lower[cell] = -Math.max(hidden[cell]! * Math.min(room[cell]!, far), least * Math.min(room[cell]!, need))
      }
    }
    model.setBounds(lower, upper)
  }

  function push({ cell, need }: Claim, sign: 1 | -1): { reach: number; side: Side } | null {
    const limit = sign > 0 ? need : Math.min(need, room[cell]!)
    model.setColumn(cell, sign > 0 ? 0 : -limit, sign > 0 ? limit : 0)
    model.setCost(cell, -sign)
    const answer = model.solve()
    model.setCost(cell, 0)
    model.setColumn(cell, lower[cell]!, upper[cell]!)
    return answer && { reach: -answer.value, side: { cell, sign, weights: answer.duals.map((dual) => -dual) } }
  }

  /** The claims that are short with the bounds as they are, each with its cut. */
  function findShort(claims: readonly Claim[], isTime: () => boolean): Map<Claim, Cut | null> {
    const short = new Map<Claim, Cut | null>()
    for (const claim of claims) {
      if (isTime()) break
      const pushed = claim.signs.map((sign) => push(claim, sign)).filter((side) => side !== null)
      const reach = pushed.reduce((sum, side) => sum + side.reach, 0)
      if (pushed.length === claim.signs.length && reach < claim.need - 1e-6)
        short.set(
          claim,
          makeCut(
            part,
            pushed.map(({ side }) => side),
            claim.need,
          ),
        )
    }
    return short
  }

  return {
    findBroken(claims, hidden, isExact, isTime) {
      const found: Cut[] = []
      for (const need of new Set(claims.map((claim) => claim.need))) {
        let left = claims.filter((claim) => claim.need === need)
        for (const least of [A_LITTLE, 0]) {
          bound(hidden, isExact ? part.far : need, need, least)
          const broken = [...findShort(left, isTime)].filter(([, cut]) => cut && shortOf(cut, hidden) > 1e-4)
          found.push(...broken.map(([, cut]) => cut!))
          // Of a fractional pattern the sharper cuts are enough; a whole one must be known for sure.
          if (!isExact && broken.length > 0) break
          const isCut = new Set(broken.map(([claim]) => claim))
          left = left.filter((claim) => !isCut.has(claim))
        }
      }
      return found
    },
    findSettled(claims, isTime) {
      const settled = new Set<Claim>()
      const nothing = new Float64Array(size)
      for (const need of new Set(claims.map((claim) => claim.need))) {
        const same = claims.filter((claim) => claim.need === need)
        bound(nothing, 0, need, 0)
        const short = findShort(same, isTime)
        if (isTime()) break
        for (const claim of same) if (!short.has(claim)) settled.add(claim)
      }
      return settled
    },
    dispose: () => model.dispose(),
  }
}
