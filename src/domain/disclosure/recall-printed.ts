import { type Collected, nameNumber } from './collect-figures.ts'
import type { SdcCell, SdcRelation } from './pack.ts'

/** A number of one figure of one day that some pack printed: once out it is known for ever, withdrawn or not. */
export interface PrintedNumber {
  measureId: string
  /** `numerator`, `denominator`, `cell 0` … */
  name: string
  value: number
  isShown: boolean
}

/**
 * The figures of a day with what packs printed of the same day before: what these showed is known, what they hid stays
 * hidden, and a number that has changed since tells its difference.
 */
export function recallPrinted(collected: Collected, printed: readonly PrintedNumber[]): Collected {
  const cells = new Map(collected.pack.cells.map((cell) => [cell.id, { ...cell }]))
  const relations: SdcRelation[] = [...collected.pack.relations]
  for (const number of printed) {
    const cell = cells.get(collected.cellOf.get(nameNumber(number.measureId, number.name)) ?? '')
    if (cell && cell.hide !== 'never') recall(number, cell, cells, relations)
  }
  return { ...collected, pack: { ...collected.pack, cells: [...cells.values()], relations } }
}

function recall(number: PrintedNumber, cell: SdcCell, cells: Map<string, SdcCell>, relations: SdcRelation[]): void {
  if (cell.value === number.value) {
    cell.hide = number.isShown ? 'never' : 'earlier-hidden'
    return
  }
  if (!number.isShown) return
  const [old, change] = [`earlier ${cell.id}, ${number.value}`, `change of ${cell.id}, ${number.value}`]
  if (cells.has(old)) return
  cells.set(old, { id: old, value: number.value, hide: 'never' })
  cells.set(change, {
    id: change,
    value: Math.abs(cell.value - number.value),
    hide: 'implied',
    ...(cell.threshold !== undefined && { threshold: cell.threshold }),
  })
  const [total, part] = cell.value > number.value ? [cell.id, old] : [old, cell.id]
  relations.push({ id: change, total, parts: [part, change] })
}
