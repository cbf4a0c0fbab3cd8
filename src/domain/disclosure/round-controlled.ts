import { termsOf } from './compile.ts'
import { type Highs, openModel } from './linear-model.ts'
import type { SdcPack, SdcPattern } from './pack.ts'

/**
 * Every number to a multiple of the base, up or down, so that all sums still hold and the numbers move as little as can
 * be (controlled rounding). Nothing is hidden, and no number is told. For a whole pack or not at all: beside an exact
 * table of the same children it would be undone. Null: no such rounding keeps every sum.
 */
export function roundControlled(pack: SdcPack, highs: Highs, base: number, seconds: number): SdcPattern | null {
  const { cells } = pack
  const columnOf = new Map(cells.map((cell, column) => [cell.id, column]))
  const below = cells.map((cell) => Math.floor(cell.value / base) * base)
  const model = openModel(highs, {
    lower: new Float64Array(cells.length),
    // A multiple of the base stays what it is.
    upper: Float64Array.from(cells, (cell, column) => (cell.value === below[column] ? 0 : 1)),
    costs: Float64Array.from(cells, (cell, column) => base - 2 * (cell.value - below[column]!)),
    rows: pack.relations.map((relation) => {
      const terms = termsOf(relation)
      const equals = 'total' in relation ? 0 : (relation.equals ?? 0)
      const rest = equals - terms.reduce((sum, { cell, coef }) => sum + coef * below[columnOf.get(cell)!]!, 0)
      return {
        columns: terms.map(({ cell }) => columnOf.get(cell)!),
        coefs: terms.map(({ coef }) => coef * base),
        lower: rest,
        upper: rest,
      }
    }),
    changes: 'bounds and rows',
  })
  try {
    const { columns } = model.solveWhole(seconds)
    if (columns === null) return null
    const shown = cells.map((_, column) => below[column]! + Math.round(columns[column]!) * base)
    return {
      format: 'sdc-pattern/1',
      hidden: [],
      hidden_percents: (pack.percents ?? []).map((percent) => percent.id),
      rounded: Object.fromEntries(
        cells.map((cell, column) => [cell.id, { base, kind: 'controlled' as const, shown: shown[column]! }]),
      ),
      seconds: 0,
      claims: 'heuristic',
    }
  } finally {
    model.dispose()
  }
}
