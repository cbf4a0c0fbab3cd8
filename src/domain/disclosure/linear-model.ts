import load, { type Highs, type Model } from 'highs'

export type { Highs } from 'highs'

/** The solver, in this process. Its types describe the older way of importing it. */
export const loadHighs = load as unknown as () => Promise<Highs>

/** Sparse rows over numbered columns. */
export interface LinearRow {
  columns: number[]
  coefs: number[]
  lower: number
  upper: number
}

export interface LinearModel {
  setBounds(lower: Float64Array, upper: Float64Array): void
  setCosts(costs: Float64Array): void
  setCost(column: number, cost: number): void
  setColumn(column: number, lower: number, upper: number): void
  addRow(row: LinearRow): void
  /** Minimises as a linear programme. Null: nothing fits. */
  solve(): { value: number; columns: Float64Array; duals: Float64Array } | null
  /**
   * Minimises in whole numbers, for so many seconds at most. `columns` null: nothing found; `isProved`: that is the
   * least (or, with nothing found, that nothing fits). `bound`: no answer is less than this. `gap`: how far above the
   * bound, as a share, is good enough. `start`: an answer known already.
   */
  solveWhole(
    seconds: number,
    given?: { gap?: number; start?: Float64Array },
  ): { value: number; columns: Float64Array | null; bound: number; isProved: boolean }
  dispose(): void
}

const FOR_EVER = 1e7

/** One linear programme after another, a little changed each time: which simplex goes on best where it stood. */
const DUAL_SIMPLEX = 1
const PRIMAL_SIMPLEX = 4

const OPTIONS = {
  output_flag: false,
  presolve: 'off',
  random_seed: 1,
  // Weights are whole, so an answer less than one above the bound is the best.
  mip_abs_gap: 0.999,
}

/** A model kept in the solver's own memory: dispose of it, for nothing else does. */
export function openModel(
  highs: Highs,
  given: {
    lower: Float64Array
    upper: Float64Array
    costs: Float64Array
    rows: LinearRow[]
    /** Columns that are whole in `solveWhole`; all unless told. */
    isWhole?: boolean[]
    /**
     * What is changed from one solve to the next: costs, or bounds and rows; each has a simplex that goes on better. All:
     * it begins afresh, which with no cost below nought and few cells moving is the quickest.
     */
    changes: 'costs' | 'bounds and rows' | 'all'
  },
): LinearModel {
  const { lower, upper, costs, rows } = given
  const size = costs.length
  const model = highs.createModel()
  const simplex_strategy = given.changes === 'costs' ? PRIMAL_SIMPLEX : DUAL_SIMPLEX
  model.options.set({ ...OPTIONS, simplex_strategy })
  model.passModel({
    numCols: size,
    numRows: rows.length,
    colCost: costs,
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: {
      format: 'csr',
      numCols: size,
      numRows: rows.length,
      starts: startsOf(rows),
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.coefs)),
    },
  })
  const all = { kind: 'range', from: 0, to: size - 1 } as const
  const wholeness = Int32Array.from({ length: size }, (_, column) => (given.isWhole?.[column] === false ? 0 : 1))
  return {
    setBounds: (lowers, uppers) => void model.changeColsBounds(all, lowers, uppers),
    setCosts: (values) => void model.changeColsCost(all, values),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setColumn: (column, low, high) => void model.changeColBounds(column, low, high),
    addRow: (row) => void model.addRow(row.lower, row.upper, { indices: row.columns, values: row.coefs }),
    solve() {
      if (given.changes === 'all') model.setLogicalBasis()
      return solveLinear(highs, model)
    },
    solveWhole(seconds, { gap = 0, start } = {}) {
      model.changeColsIntegrality(all, wholeness)
      model.options.set({ presolve: 'on', time_limit: seconds, simplex_strategy: DUAL_SIMPLEX, mip_rel_gap: gap })
      if (start) model.setSolution({ colValue: start })
      model.zeroAllClocks()
      model.run()
      const status = model.getModelStatus()
      const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
      const isFound = Number(model.info.get('primal_solution_status')) === 2
      const columns = isFound ? model.getSolution().colValue : null
      const bound = Number(model.info.get('mip_dual_bound'))
      const value = isFound ? model.getObjectiveValue() : Number.POSITIVE_INFINITY
      model.clearIntegrality()
      model.clearSolver()
      model.options.set({ presolve: 'off', time_limit: FOR_EVER, simplex_strategy })
      return {
        value,
        columns,
        bound,
        isProved: status === optimal || status === infeasible || status === unboundedOrInfeasible,
      }
    },
    dispose: () => model.dispose(),
  }
}

function startsOf(rows: LinearRow[]): Int32Array {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => {
    starts[index + 1] = starts[index]! + row.columns.length
  })
  return starts
}

function solveLinear(highs: Highs, model: Model): ReturnType<LinearModel['solve']> {
  model.run()
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
  let status = model.getModelStatus()
  if (status !== optimal && status !== infeasible && status !== unboundedOrInfeasible) {
    // Where the warm start led astray, from the beginning.
    model.clearSolver()
    model.run()
    status = model.getModelStatus()
  }
  if (status !== optimal) return null
  const { colValue, rowDual } = model.getSolution()
  return { value: model.getObjectiveValue(), columns: colValue, duals: rowDual }
}
