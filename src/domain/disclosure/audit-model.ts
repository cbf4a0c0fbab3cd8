import type { LinearRow } from './linear-model.ts'
import type { SdcCell, SdcPack, SdcPattern, SdcPercent, SdcRelation } from './pack.ts'

/**
 * What a reader of the published pack knows, as whole numbers they cannot see and what these must keep. Written apart
 * from the protector, in absolute values: neither reads the other's code.
 */
export interface ReaderModel {
  cells: SdcCell[]
  lower: number[]
  upper: number[]
  /** The cell is nought or at least this: what a reader makes of the symbol of one that is not small. Null: no such thing. */
  noughtOrFrom: (number | null)[]
  rows: LinearRow[]
  /** Equations of which nothing is hidden and that do not hold: the published numbers disagree. */
  broken: string[]
}

export function modelReader(pack: SdcPack, pattern: SdcPattern): ReaderModel {
  const listed = new Set(pattern.hidden)
  const isUnseen = (cell: SdcCell) =>
    cell.hide === 'implied' ||
    cell.hide === 'earlier-hidden' ||
    listed.has(cell.id) ||
    cell.id in (pattern.rounded ?? {})
  const cells = pack.cells.filter((cell) => isUnseen(cell) && cell.hide !== 'never' && !cell.structural)
  const columnOf = new Map(cells.map((cell, column) => [cell.id, column]))
  const numberOf = new Map(pack.cells.map((cell) => [cell.id, cell.value]))
  const beliefs = cells.map((cell) => believe(cell, listed, pack, pattern))
  const rows: LinearRow[] = []
  const broken: string[] = []
  for (const relation of pack.relations) {
    const row = readRelation(relation, columnOf, numberOf)
    if (row.columns.length > 0) rows.push(row)
    else if (row.lower !== 0) broken.push(relation.id)
  }
  const hiddenPercents = new Set(pattern.hidden_percents)
  for (const percent of pack.percents ?? []) {
    if (!hiddenPercents.has(percent.id)) rows.push(...readPercent(percent, columnOf, numberOf))
  }
  return {
    cells,
    lower: beliefs.map((belief) => belief.lower),
    upper: beliefs.map((belief) => belief.upper),
    noughtOrFrom: beliefs.map((belief) => belief.noughtOrFrom),
    rows,
    broken,
  }
}

interface Belief {
  lower: number
  upper: number
  noughtOrFrom: number | null
}

const UNBOUNDED = Number.POSITIVE_INFINITY

/** What a reader believes of one cell by itself, from its symbol and the printed rule. */
function believe(cell: SdcCell, listed: ReadonlySet<string>, { rule }: SdcPack, pattern: SdcPattern): Belief {
  const rounded = pattern.rounded?.[cell.id]
  if (rounded) {
    const { base, kind } = rounded
    const shown = rounded.shown ?? Math.floor(cell.value / base + 0.5) * base
    const [below, above] =
      kind === 'controlled' ? [base - 1, base - 1] : [Math.floor(base / 2), Math.ceil(base / 2) - 1]
    return { lower: Math.max(0, shown - below), upper: shown + above, noughtOrFrom: null }
  }
  const areNoughtsShown = rule.zeros === 'shown' && cell.hide !== 'implied'
  const least = areNoughtsShown ? 1 : 0
  const threshold = cell.threshold ?? rule.threshold
  if (pattern.primary?.includes(cell.id)) return { lower: 1, upper: threshold, noughtOrFrom: null }
  const isPartner = pattern.primary !== undefined && listed.has(cell.id) && cell.sensitive !== false
  if (isPartner && areNoughtsShown) return { lower: threshold + 1, upper: UNBOUNDED, noughtOrFrom: null }
  return { lower: least, upper: UNBOUNDED, noughtOrFrom: isPartner ? threshold + 1 : null }
}

/** The hidden terms must make what the shown ones leave. */
function readRelation(
  relation: SdcRelation,
  columnOf: ReadonlyMap<string, number>,
  numberOf: ReadonlyMap<string, number>,
): LinearRow {
  const terms =
    'total' in relation
      ? [...relation.parts.map((cell) => ({ cell, coef: 1 })), { cell: relation.total, coef: -1 }]
      : relation.terms
  let rest = 'total' in relation ? 0 : (relation.equals ?? 0)
  const coefs = new Map<number, number>()
  for (const { cell, coef } of terms) {
    const column = columnOf.get(cell)
    if (column === undefined) rest -= coef * numberOf.get(cell)!
    else coefs.set(column, (coefs.get(column) ?? 0) + coef)
  }
  return { columns: [...coefs.keys()], coefs: [...coefs.values()], lower: rest, upper: rest }
}

/**
 * A percentage shown with d decimals, rounded half up, bounds its count n on its base B, be they shown or not. With
 * k = 10^d and P = what is shown × k: (2P − 1) · B ≤ 200 · k · n ≤ (2P + 1) · B − 1.
 */
function readPercent(
  { of, base, decimals }: SdcPercent,
  columnOf: ReadonlyMap<string, number>,
  numberOf: ReadonlyMap<string, number>,
): LinearRow[] {
  const k = 10 ** decimals
  const trueBase = numberOf.get(base)!
  if (trueBase === 0 || (!columnOf.has(of) && !columnOf.has(base))) return []
  const shown = Math.floor((200 * k * numberOf.get(of)! + trueBase) / (2 * trueBase))
  return [
    { ofBase: 2 * shown - 1, lower: 0, upper: UNBOUNDED },
    { ofBase: 2 * shown + 1, lower: -UNBOUNDED, upper: -1 },
  ].map(({ ofBase, lower, upper }) => {
    const coefs = new Map<number, number>()
    let known = 0
    for (const [cell, coef] of [
      [of, 200 * k],
      [base, -ofBase],
    ] as const) {
      const column = columnOf.get(cell)
      if (column === undefined) known += coef * numberOf.get(cell)!
      else coefs.set(column, (coefs.get(column) ?? 0) + coef)
    }
    return { columns: [...coefs.keys()], coefs: [...coefs.values()], lower: lower - known, upper: upper - known }
  })
}

/** Whether whole numbers keep all that a reader knows, by plain arithmetic. */
export function fits(model: ReaderModel, values: readonly number[]): boolean {
  return (
    values.every((value, column) => {
      const from = model.noughtOrFrom[column]
      if (from != null && value !== 0 && value < from) return false
      return Number.isInteger(value) && value >= model.lower[column]! && value <= model.upper[column]!
    }) &&
    model.rows.every(({ columns, coefs, lower, upper }) => {
      const sum = columns.reduce((total, column, at) => total + coefs[at]! * values[column]!, 0)
      return sum >= lower && sum <= upper
    })
  )
}

/** The model's connected parts: cells of one tell nothing of another's. */
export function splitReader(model: ReaderModel): { part: ReaderModel; columns: number[] }[] {
  const rowsOf: number[][] = model.cells.map(() => [])
  model.rows.forEach((row, index) => {
    for (const column of row.columns) rowsOf[column]!.push(index)
  })
  const seen = new Set<number>()
  return model.cells.flatMap((_, first) => {
    if (seen.has(first)) return []
    const columns = [first]
    const rows = new Set<number>()
    seen.add(first)
    for (const column of columns)
      for (const row of rowsOf[column]!) {
        if (rows.has(row)) continue
        rows.add(row)
        for (const next of model.rows[row]!.columns)
          if (!seen.has(next)) {
            seen.add(next)
            columns.push(next)
          }
      }
    return [{ columns, part: takePart(model, columns, rows) }]
  })
}

function takePart(model: ReaderModel, columns: number[], rows: ReadonlySet<number>): ReaderModel {
  const at = new Map(columns.map((column, index) => [column, index]))
  return {
    cells: columns.map((column) => model.cells[column]!),
    lower: columns.map((column) => model.lower[column]!),
    upper: columns.map((column) => model.upper[column]!),
    noughtOrFrom: columns.map((column) => model.noughtOrFrom[column]!),
    rows: [...rows].map((row) => {
      const { columns: of, ...rest } = model.rows[row]!
      return { ...rest, columns: of.map((column) => at.get(column)!) }
    }),
    broken: [],
  }
}
