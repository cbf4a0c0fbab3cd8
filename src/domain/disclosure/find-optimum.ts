import type { Part } from './compile.ts'
import { type Cut, cutsOfEquations, findAlone, nameOf, toRow } from './cuts.ts'
import { dropIdle, type Hiding, hideGreedily, meetWithin, weightOf } from './hide-greedily.ts'
import { type Highs, type LinearModel, openModel } from './linear-model.ts'
import { isMet, type MoveFinder, type Moves, makeCoverage } from './moves.ts'
import { claimsOf, openSeparator } from './separate.ts'

export interface Clock {
  /** Seconds that are left. */
  left(): number
}

export interface Optimum {
  hiding: Hiding
  /** No pattern that meets every demand weighs less. */
  bound: number
  isProved: boolean
}

/**
 * The least hidden that meets every demand, by cutting planes over a programme in hide-or-show (Fischetti and
 * Salazar-González 2001): cuts of the linear programme first, then the whole-number one, its answer checked, its faults
 * cut off, until the best pattern found weighs no more than the bound or time is up.
 */
export function findOptimum(highs: Highs, part: Part, finder: MoveFinder, start: Hiding, clock: Clock): Optimum {
  const free = part.ids.map((_, cell) => cell).filter((cell) => !part.isAlways[cell])
  const isWholeWeighted = free.every((cell) => Number.isInteger(part.weights[cell]))
  const round = (bound: number) => (isWholeWeighted ? Math.ceil(bound - 1e-4) : bound)
  const isTime = () => clock.left() <= 0
  const columnOf: number[] = []
  free.forEach((cell, column) => {
    columnOf[cell] = column
  })
  const master = openModel(highs, {
    lower: new Float64Array(free.length),
    upper: new Float64Array(free.length).fill(1),
    costs: Float64Array.from(free, (cell) => part.weights[cell]!),
    rows: [],
    changes: 'bounds and rows',
  })
  const separator = openSeparator(highs, part)
  const names = new Set<string>()
  let best = start
  let bound = 0
  let checks = 0
  let claims = claimsOf(part)

  const pool = new Set<Moves>(start.witnesses)
  const spread = (columns: ArrayLike<number>): Float64Array => {
    const hidden = Float64Array.from(part.isAlways, (always) => (always ? 1 : 0))
    free.forEach((cell, column) => {
      hidden[cell] = Math.min(1, Math.max(0, columns[column]!))
    })
    return hidden
  }
  const add = (cuts: readonly Cut[]): number => addNew(cuts, names, master, columnOf)
  const improve = (hiding: Hiding) => {
    for (const moves of hiding.witnesses) pool.add(moves)
    if (hiding.unmet.length === 0 && weightOf(part, hiding.isHidden) < weightOf(part, best.isHidden)) best = hiding
  }
  const isDone = () => isTime() || round(bound) >= weightOf(part, best.isHidden) - 1e-9

  try {
    add(cutsOfEquations(part))
    // However little time is left, what the equations say by themselves is a bound.
    bound = master.solve()?.value ?? 0
    const settled = separator.findSettled(claims, isTime)
    claims = claims.filter((claim) => !settled.has(claim))
    while (!isDone()) {
      bound = Math.max(bound, tighten())
      if (isDone()) break
      const { columns, bound: proved } = master.solveWhole(Math.max(0.05, clock.left()), {
        start: Float64Array.from(free, (cell) => (best.isHidden[cell] ? 1 : 0)),
      })
      bound = Math.max(bound, proved)
      if (columns === null || isDone()) break
      if (!check(spread(columns.map(Math.round)))) break
    }
  } finally {
    master.dispose()
    separator.dispose()
  }
  return { hiding: best, bound: round(bound), isProved: round(bound) >= weightOf(part, best.isHidden) - 1e-9 }

  /** Cuts of the linear programme, until they change little. Gives its bound. */
  function tighten(): number {
    let last = -1
    let still = 0
    for (;;) {
      const answer = master.solve()
      if (answer === null || isTime()) return Math.max(0, last)
      still = answer.value > last + 0.02 ? 0 : still + 1
      last = Math.max(last, answer.value)
      if (round(last) >= weightOf(part, best.isHidden) - 1e-9) return last
      const hidden = spread(answer.columns)
      const alone = findAlone(part, hidden).map(({ row, alone }) => addAlone(row, alone))
      const added = add(separator.findBroken(claims, hidden, false, isTime))
      if ((added === 0 && alone.length === 0) || still >= 3) return last
    }
  }

  function addAlone(row: number, alone: number): void {
    const { cells } = part.rows[row]!
    master.addRow({
      columns: cells.map((cell) => columnOf[cell]!),
      coefs: cells.map((cell) => (cell === alone ? -1 : 1)),
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
    })
  }

  /** Takes a pattern of the whole-number programme as better, or cuts it off. False: neither could be done. */
  function check(hidden: Float64Array): boolean {
    const isHidden = Array.from(hidden, (share) => share > 0.5)
    const fitting = [...pool].filter((moves) => moves.every((by, cell) => by === 0 || isHidden[cell]))
    const coverage = makeCoverage(fitting)
    const unmet = new Set(part.demands.filter((demand) => !isMet(coverage, demand)).map((demand) => demand.cell))
    const open = claims.filter((claim) => unmet.has(claim.cell))
    const broken = separator.findBroken(open, hidden, true, isTime)
    if (broken.length > 0) {
      // Mending a pattern is dear beside finding the next one: the first, second, fourth, eighth … are mended.
      checks += 1
      if (Number.isInteger(Math.log2(checks)))
        improve(hideGreedily(part, finder, { isHidden, witnesses: fitting }, isTime))
      return add(broken) > 0
    }
    if (isTime()) return false
    const witnesses = meetWithin(part, finder, isHidden, fitting)
    if (witnesses !== null) {
      improve(dropIdle(part, { isHidden, witnesses, unmet: [] }))
      return true
    }
    // Enough for the linear programme, not in whole numbers: some other cell must be hidden too.
    improve(hideGreedily(part, finder, { isHidden, witnesses: fitting }, isTime))
    const shown = free.filter((cell) => !isHidden[cell])
    return add([{ cells: shown, coefs: shown.map(() => 1), atLeast: 1 }]) > 0
  }
}

function addNew(cuts: readonly Cut[], names: Set<string>, master: LinearModel, columnOf: readonly number[]): number {
  let added = 0
  for (const cut of cuts) {
    const name = nameOf(cut)
    if (names.has(name)) continue
    names.add(name)
    master.addRow(toRow(cut, columnOf))
    added += 1
  }
  return added
}
