import { fits, modelReader, type ReaderModel, splitReader } from './audit-model.ts'
import { type Highs, type LinearModel, openModel } from './linear-model.ts'
import type { SdcCell, SdcPack, SdcPattern } from './pack.ts'

/** Least and greatest whole number that fits all a reader knows; null: no greatest. */
export type Interval = [least: number, greatest: number | null]

export interface OpenCell {
  cell: string
  interval: Interval
  /** `shown`: printed as it is. `exact`: one number fits. `too narrow`: not all fit that must. `values impossible`: gaps between. */
  fault: 'shown' | 'exact' | 'too narrow' | 'values impossible'
  impossibleValues?: number[]
}

export interface Audit {
  /** Nothing is open and nothing contradicts. */
  safe: boolean
  open: OpenCell[]
  /** Hidden, not small, and yet one number alone fits: shown, it would tell nothing more. */
  hiddenForNothing: string[]
  /** No whole numbers fit all that is shown and the printed rule. */
  contradiction: boolean
  /** Equations between shown numbers that do not hold. */
  broken: string[]
  /** Small cells that are public already. */
  knownSmall: string[]
  /** Of the open, of those hidden for nothing, and of all hidden where asked for. */
  interval: Record<string, Interval>
}

export interface AuditOptions {
  /** Of every hidden cell, not only of those with a fault. */
  intervals?: boolean
  /** Second tables, as moves by cell: each is believed only where arithmetic bears it out. They save looking for others. */
  witnesses?: readonly Record<string, number>[]
}

/** Attacks a pack as published: what can a reader who subtracts, and knows the rule, find out of each small number? */
export function audit(pack: SdcPack, pattern: SdcPattern, highs: Highs, wants: AuditOptions = {}): Audit {
  const model = modelReader(pack, pattern)
  const small = new Set(pack.cells.filter((cell) => isSmall(cell, pack)).map((cell) => cell.id))
  const unseen = new Set(model.cells.map((cell) => cell.id))
  const found: Audit = {
    safe: false,
    open: pack.cells
      .filter((cell) => small.has(cell.id) && cell.hide !== 'never' && !unseen.has(cell.id))
      .map((cell) => ({ cell: cell.id, interval: [cell.value, cell.value], fault: 'shown' })),
    hiddenForNothing: [],
    contradiction: model.broken.length > 0,
    broken: model.broken,
    knownSmall: pack.cells.filter((cell) => small.has(cell.id) && cell.hide === 'never').map((cell) => cell.id),
    interval: {},
  }
  const isListed = new Set([...pattern.hidden, ...Object.keys(pattern.rounded ?? {})])
  for (const { part } of splitReader(model)) {
    const attacker = openAttacker(highs, part, wants.witnesses ?? [])
    try {
      if (!attacker.fitsAny()) {
        found.contradiction = true
        continue
      }
      part.cells.forEach((cell, column) => {
        const isTarget = small.has(cell.id)
        if (isTarget) {
          const fault = judge(cell, column, attacker, pack)
          if (fault) found.open.push(fault)
        } else if (isListed.has(cell.id) && attacker.isSettled(column)) {
          found.hiddenForNothing.push(cell.id)
          found.interval[cell.id] = attacker.interval(column)
        }
        if (wants.intervals) found.interval[cell.id] = attacker.interval(column)
      })
    } finally {
      attacker.dispose()
    }
  }
  for (const { cell, interval } of found.open) found.interval[cell] = interval
  found.open.sort((one, other) => (one.cell < other.cell ? -1 : 1))
  found.hiddenForNothing.sort()
  found.safe = found.open.length === 0 && !found.contradiction
  return found
}

function isSmall(cell: SdcCell, { rule }: SdcPack): boolean {
  return cell.sensitive !== false && cell.value >= 1 && cell.value <= (cell.threshold ?? rule.threshold)
}

/** What is wrong with the hiding of a small cell; null where every number that must fit does. */
function judge(cell: SdcCell, column: number, attacker: Attacker, { rule }: SdcPack): OpenCell | null {
  const threshold = cell.threshold ?? rule.threshold
  if (typeof rule.protect === 'number') {
    if (attacker.countUpTo(column, rule.protect) >= rule.protect) return null
    const interval = attacker.interval(column)
    return { cell: cell.id, interval, fault: interval[0] === interval[1] ? 'exact' : 'too narrow' }
  }
  const greatest = threshold + (rule.protect === 'beyond' ? 1 : 0)
  const impossibleValues: number[] = []
  for (let value = 1; value <= greatest; value++) if (!attacker.canBe(column, value)) impossibleValues.push(value)
  if (impossibleValues.length === 0) return null
  const interval = attacker.interval(column)
  const [least, most] = interval
  if (least === most) return { cell: cell.id, interval, fault: 'exact' }
  const isWide = least <= 1 && (most === null || most >= greatest)
  return isWide
    ? { cell: cell.id, interval, fault: 'values impossible', impossibleValues }
    : { cell: cell.id, interval, fault: 'too narrow' }
}

interface Attacker {
  fitsAny(): boolean
  canBe(column: number, value: number): boolean
  /** Whether one number alone fits. */
  isSettled(column: number): boolean
  /** How many numbers fit, counted no further than so many. */
  countUpTo(column: number, most: number): number
  interval(column: number): Interval
  dispose(): void
}

/** Beyond this a reader's whole number is called unbounded. */
const FAR = 1_000_000
const SECONDS_FOR_WHOLE = 20
/** Tables looked for with other prices, where the first is not whole, before whole numbers are asked for. */
const ATTEMPTS = 5

/** Each table found to fit is evidence for all of its cells at once, after plain arithmetic has checked it. */
function openAttacker(highs: Highs, part: ReaderModel, witnesses: readonly Record<string, number>[]): Attacker {
  const size = part.cells.length
  const seen: Set<number>[] = part.cells.map(() => new Set())
  const truth = part.cells.map((cell) => cell.value)
  const keep = (values: readonly number[]): boolean => {
    if (!fits(part, values)) return false
    for (const [column, value] of values.entries()) seen[column]!.add(value)
    return true
  }
  const isTrueTableFitting = keep(truth)
  for (const moves of witnesses) {
    const isOfPart = part.cells.some(({ id }) => moves[id])
    if (isOfPart) keep(part.cells.map(({ id }, column) => truth[column]! + (moves[id] ?? 0)))
  }
  const { model, lower, upper } = openReaderModel(highs, part)

  /** A table with the bounds as they are; null where no whole numbers fit. `isAny`: any will do, not only the cheapest. */
  function find(isAny: boolean): number[] | null {
    const isSplit = part.noughtOrFrom.some((from) => from !== null)
    for (let attempt = 0; !isSplit && attempt < (isAny ? ATTEMPTS : 1); attempt++) {
      if (attempt > 0) model.setCosts(lower.map((_, column) => ((column * 7919 + attempt * 104_729) % 97) - 48))
      const answer = model.solve()
      if (attempt > 0) model.setCosts(new Float64Array(lower.length))
      if (answer === null) return null
      const whole = toWhole(answer.columns, size)
      if (whole && keep(whole)) return whole
    }
    const { columns } = model.solveWhole(SECONDS_FOR_WHOLE)
    // An answer that arithmetic does not bear out counts for nothing, so against the pack.
    const found = columns && toWhole(columns, size)
    return found && keep(found) ? found : null
  }

  function findWith(column: number, value: number): number[] | null {
    if (value < lower[column]! || value > upper[column]!) return null
    model.setColumn(column, value, value)
    const found = find(true)
    model.setColumn(column, lower[column]!, upper[column]!)
    return found
  }

  /** The least (+1) or the greatest (−1) that fits. */
  function findEnd(column: number, sign: 1 | -1): number {
    model.setCost(column, sign)
    const found = find(false)
    model.setCost(column, 0)
    return found?.[column] ?? sign * Math.min(...[...seen[column]!].map((value) => sign * value))
  }

  const attacker: Attacker = {
    fitsAny: () => isTrueTableFitting || find(true) !== null,
    canBe: (column, value) => seen[column]!.has(value) || findWith(column, value) !== null,
    isSettled(column) {
      // One more or one less is far quicker to try than to find both ends.
      const value = truth[column]!
      if (seen[column]!.size > 1 || attacker.canBe(column, value + 1) || attacker.canBe(column, value - 1)) return false
      const [least, greatest] = attacker.interval(column)
      return least === greatest
    },
    countUpTo(column, most) {
      if (seen[column]!.size >= most) return seen[column]!.size
      const [least, greatest] = attacker.interval(column)
      const last = Math.min(greatest ?? least + 10 * most, least + 10 * most)
      for (let value = least; value <= last && seen[column]!.size < most; value++) attacker.canBe(column, value)
      return seen[column]!.size
    },
    interval(column) {
      const least = findEnd(column, 1)
      const greatest = findEnd(column, -1)
      // A sum of several without end stops a little before each of them.
      return [least, greatest > FAR / 2 ? null : greatest]
    },
    dispose: () => model.dispose(),
  }
  return attacker
}

/** A column for each hidden cell, and one that is 0 or 1 for each cell that is nought or not small. */
function openReaderModel(
  highs: Highs,
  part: ReaderModel,
): { model: LinearModel; lower: Float64Array; upper: Float64Array } {
  const size = part.cells.length
  const splits = part.noughtOrFrom.flatMap((from, column) => (from === null ? [] : [{ column, from }]))
  const lower = Float64Array.from([...part.lower, ...splits.map(() => 0)])
  const upper = Float64Array.from([...part.upper.map((most) => Math.min(most, FAR)), ...splits.map(() => 1)])
  const rows = splits.flatMap(({ column, from }, at) => [
    { columns: [column, size + at], coefs: [1, -from], lower: 0, upper: Number.POSITIVE_INFINITY },
    { columns: [column, size + at], coefs: [1, -FAR], lower: Number.NEGATIVE_INFINITY, upper: 0 },
  ])
  const model = openModel(highs, {
    lower,
    upper,
    costs: new Float64Array(size + splits.length),
    rows: [...part.rows, ...rows],
    changes: 'bounds and rows',
  })
  return { model, lower, upper }
}

/** The nearest whole numbers; null where one is not whole. */
function toWhole(columns: Float64Array, size: number): number[] | null {
  const values: number[] = []
  for (let column = 0; column < size; column++) {
    const value = Math.round(columns[column]!) + 0
    if (Math.abs(columns[column]! - value) > 1e-4) return null
    values.push(value)
  }
  return values
}
