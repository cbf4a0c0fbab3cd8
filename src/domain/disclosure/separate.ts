import type { Demand, Part } from './compile.ts'
import { type Cut, makeCut, type Side, shortOf } from './cuts.ts'
import { type Highs, openModel } from './linear-model.ts'

export interface Separator {
  /**
   * Cuts that a (possibly fractional) pattern breaks. `isExact`: hidden cells move as far as they can, so that no cut
   * found means that the pattern meets every demand as a linear programme.
   */
  findBroken(hidden: ArrayLike<number>, isExact: boolean, demands: readonly Demand[], isTime: () => boolean): Cut[]
  dispose(): void
}

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
  function bound(hidden: ArrayLike<number>, far: number): void {
    for (let cell = 0; cell < size; cell++) {
      const share = part.isAlways[cell] ? 1 : hidden[cell]!
      upper[cell] = share * (part.isAlways[cell] ? part.far : far)
      lower[cell] = -share * (part.isAlways[cell] ? room[cell]! : Math.min(room[cell]!, far))
    }
    model.setBounds(lower, upper)
  }

  function push(cell: number, sign: 1 | -1, need: number): { reach: number; side: Side } | null {
    const limit = sign > 0 ? need : Math.min(need, room[cell]!)
    model.setColumn(cell, sign > 0 ? 0 : -limit, sign > 0 ? limit : 0)
    model.setCost(cell, -sign)
    const answer = model.solve()
    model.setCost(cell, 0)
    model.setColumn(cell, lower[cell]!, upper[cell]!)
    return answer && { reach: -answer.value, side: { cell, sign, weights: answer.duals.map((dual) => -dual) } }
  }

  function findCut(demand: Demand): Cut | null {
    if (demand.kind === 'width') {
      const up = push(demand.cell, 1, demand.width)
      const down = push(demand.cell, -1, demand.width)
      if (!up || !down || up.reach + down.reach >= demand.width - 1e-6) return null
      return makeCut(part, [up.side, down.side], demand.width)
    }
    return null
  }

  return {
    findBroken(hidden, isExact, demands, isTime) {
      const found: Cut[] = []
      const keep = (cut: Cut | null) => {
        if (cut && shortOf(cut, hidden) > 1e-4) found.push(cut)
      }
      const sides = demands.flatMap((demand) =>
        demand.kind === 'range'
          ? [
              { cell: demand.cell, sign: 1 as const, need: demand.up },
              { cell: demand.cell, sign: -1 as const, need: demand.down },
            ]
          : [],
      )
      for (const need of new Set(sides.map((side) => side.need))) {
        if (need === 0) continue
        bound(hidden, isExact ? part.far : need)
        for (const side of sides) {
          if (side.need !== need) continue
          if (isTime()) return found
          const pushed = push(side.cell, side.sign, need)
          if (pushed && pushed.reach < need - 1e-6) keep(makeCut(part, [pushed.side], need))
        }
      }
      for (const demand of demands) {
        if (demand.kind !== 'width') continue
        if (isTime()) return found
        bound(hidden, isExact ? part.far : demand.width)
        keep(findCut(demand))
      }
      return found
    },
    dispose: () => model.dispose(),
  }
}
