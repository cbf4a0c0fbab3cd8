import { findHidden, type HidingRule } from './hide-in-equations.ts'

export interface Table {
  /** In display order. */
  cells: readonly { code: string; label: string; count: number }[]
  /** What the cells add up to, where it is printed; null where no total is. */
  total: number | null
}

/** A number for everybody. Hidden: `shown` is null, and nothing else tells it. */
export interface PublicNumber {
  shown: number | null
  hidden: boolean
}

export interface PublicTable {
  cells: (PublicNumber & { code: string; label: string })[]
  total: PublicNumber
}

/**
 * One table made safe: counts from 1 to the threshold are hidden, and enough others that no hidden one can be worked out
 * by taking the rest from the total. Noughts are shown.
 */
export function hideSmall(table: Table, rule: HidingRule): PublicTable {
  const cells = table.cells.map(({ count }, index) => ({ id: String(index), count }))
  const parts = cells.map(({ id }) => id)
  const hidden =
    table.total === null
      ? findHidden(cells, [], rule)
      : findHidden([...cells, { id: 'total', count: table.total }], [{ total: 'total', parts }], rule)
  return {
    cells: table.cells.map(({ code, label, count }, index) => ({
      code,
      label,
      ...publish(count, hidden.has(String(index))),
    })),
    total: publish(table.total, hidden.has('total')),
  }
}

export function publish(count: number | null, hidden: boolean): PublicNumber {
  return { shown: hidden ? null : count, hidden }
}
