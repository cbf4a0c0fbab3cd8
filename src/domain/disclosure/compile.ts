import type { SdcCell, SdcPack, SdcRelation } from './pack.ts'

/** What must stay possible of a small cell: how far it may fall and rise, or how many numbers wide it may be. */
export type Demand =
  | { cell: number; kind: 'range'; down: number; up: number }
  | { cell: number; kind: 'width'; width: number }

/** Moves of the cells in one equation add to nought. */
export interface Row {
  cells: number[]
  coefs: number[]
}

/** One connected part of a pack: the cells that are not known for sure, and the equations between them. */
export interface Part {
  ids: string[]
  values: number[]
  /** The least that a reader believes of a hidden cell: 0, or 1 where every nought is promised to be shown. */
  least: number[]
  weights: number[]
  /** Hidden whatever is decided: small, implied, or hidden in an earlier pack. */
  isAlways: boolean[]
  rows: Row[]
  /** The rows of each cell. */
  rowsOf: number[][]
  demands: Demand[]
  /** Further up than any cell has to move for a demand to be met. */
  far: number
}

/** An equation that the true data does not keep: the data is wrong, not the hiding. */
export interface Contradiction {
  relation: string
  /** What the parts make less what they should make. */
  gap: number
}

export interface Compiled {
  parts: Part[]
  /** Ids of the small cells that must be hidden. */
  primary: string[]
  /** Small cells that everybody knows already: nothing can protect them, a person decides. */
  knownSmall: string[]
  contradictions: Contradiction[]
}

export function thresholdOf(cell: SdcCell, { rule }: SdcPack): number {
  return cell.threshold ?? rule.threshold
}

/** Small, about people, and not public already. */
export function isPrimary(cell: SdcCell, pack: SdcPack): boolean {
  return isSmallCell(cell, pack) && cell.hide !== 'never'
}

function isSmallCell(cell: SdcCell, pack: SdcPack): boolean {
  return cell.sensitive !== false && cell.value >= 1 && cell.value <= thresholdOf(cell, pack)
}

/** Whether a reader is sure of the cell whatever the pattern: public, impossible to be other than nought, or a promised nought. */
export function isKnownForSure(cell: SdcCell, { rule }: SdcPack): boolean {
  if (cell.hide === 'never' || cell.structural) return true
  return rule.zeros === 'shown' && cell.value === 0 && (cell.hide ?? 'may') === 'may'
}

export function termsOf(relation: SdcRelation): { cell: string; coef: number }[] {
  const terms =
    'total' in relation
      ? [{ cell: relation.total, coef: -1 }, ...relation.parts.map((cell) => ({ cell, coef: 1 }))]
      : relation.terms
  const sums = new Map<string, number>()
  for (const { cell, coef } of terms) sums.set(cell, (sums.get(cell) ?? 0) + coef)
  return [...sums].map(([cell, coef]) => ({ cell, coef })).filter(({ coef }) => coef !== 0)
}

/** A pack as the protector sees it. Cells and parts are in order of id, so that the same pack gives the same pattern. */
export function compile(pack: SdcPack): Compiled {
  const cells = pack.cells.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const byId = new Map(cells.map((cell) => [cell.id, cell]))
  const equations = pack.relations
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((relation) => ({
      id: relation.id,
      terms: termsOf(relation),
      equals: 'total' in relation ? 0 : (relation.equals ?? 0),
    }))
  const contradictions = equations
    .map(({ id, terms, equals }) => ({
      relation: id,
      gap: terms.reduce((sum, { cell, coef }) => sum + coef * byId.get(cell)!.value, 0) - equals,
    }))
    .filter(({ gap }) => gap !== 0)
  const open = cells.filter((cell) => !isKnownForSure(cell, pack))
  const isOpen = new Set(open.map((cell) => cell.id))
  const rows = equations
    .map(({ terms }) => terms.filter(({ cell }) => isOpen.has(cell)))
    .filter((terms) => terms.length > 0)
  return {
    parts: splitIntoParts(open, rows, pack),
    primary: cells.filter((cell) => isPrimary(cell, pack)).map((cell) => cell.id),
    knownSmall: cells.filter((cell) => isSmallCell(cell, pack) && cell.hide === 'never').map((cell) => cell.id),
    contradictions,
  }
}

type Terms = { cell: string; coef: number }[]

function splitIntoParts(cells: SdcCell[], rows: Terms[], pack: SdcPack): Part[] {
  const rowsOf = new Map<string, Terms[]>(cells.map((cell) => [cell.id, []]))
  for (const row of rows) for (const { cell } of row) rowsOf.get(cell)!.push(row)
  const seen = new Set<string>()
  const parts: Part[] = []
  for (const { id } of cells) {
    if (seen.has(id)) continue
    const reached = [id]
    seen.add(id)
    for (const at of reached)
      for (const row of rowsOf.get(at)!)
        for (const { cell } of row)
          if (!seen.has(cell)) {
            seen.add(cell)
            reached.push(cell)
          }
    const inPart = new Set(reached)
    const own = cells.filter((cell) => inPart.has(cell.id))
    if (own.some((cell) => isPrimary(cell, pack)))
      parts.push(
        makePart(
          own,
          rows.filter((row) => inPart.has(row[0]!.cell)),
          pack,
        ),
      )
  }
  return parts
}

function makePart(cells: SdcCell[], rows: Terms[], pack: SdcPack): Part {
  const at = new Map(cells.map((cell, index) => [cell.id, index]))
  const numbered = rows.map((terms) => ({
    cells: terms.map(({ cell }) => at.get(cell)!),
    coefs: terms.map(({ coef }) => coef),
  }))
  const rowsOf: number[][] = cells.map(() => [])
  numbered.forEach((row, index) => {
    for (const cell of row.cells) rowsOf[cell]!.push(index)
  })
  const demands = cells.flatMap((cell, index) => (isPrimary(cell, pack) ? [demandOf(cell, index, pack)] : []))
  return {
    ids: cells.map((cell) => cell.id),
    values: cells.map((cell) => cell.value),
    least: cells.map((cell) => leastOf(cell, pack)),
    weights: cells.map((cell) => cell.weight ?? 1),
    isAlways: cells.map((cell) => (cell.hide ?? 'may') !== 'may' || isPrimary(cell, pack)),
    rows: numbered,
    rowsOf,
    demands,
    far: farFor(demands, numbered),
  }
}

/**
 * A reader sets no end to a hidden number; one that is needed no further keeps the programmes small. Moves that meet a
 * demand are as large as the demand, or a few times that where tables are linked.
 */
function farFor(demands: Demand[], rows: Row[]): number {
  const needs = demands.map((demand) => (demand.kind === 'width' ? demand.width : Math.max(demand.down, demand.up)))
  const coefs = rows.flatMap((row) => row.coefs.map(Math.abs))
  return 30 * Math.max(10, ...needs) * Math.max(1, ...coefs)
}

/** An implied cell is printed nowhere, so the promise that noughts are shown says nothing of it. */
function leastOf(cell: SdcCell, { rule }: SdcPack): number {
  return rule.zeros === 'shown' && cell.hide !== 'implied' ? 1 : 0
}

function demandOf(cell: SdcCell, index: number, pack: SdcPack): Demand {
  const { protect } = pack.rule
  if (typeof protect === 'number') return { cell: index, kind: 'width', width: protect - 1 }
  const greatest = thresholdOf(cell, pack) + (protect === 'beyond' ? 1 : 0)
  return { cell: index, kind: 'range', down: cell.value - 1, up: greatest - cell.value }
}
