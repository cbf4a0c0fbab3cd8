/**
 * Hides small counts, and then as many others as it takes that no hidden one is the only gap in a sum. It works on cells
 * and the sums between them, one table or one measure at a time: what several tables give away together is for the
 * engine of whole packs.
 */
export interface Cell {
  id: string
  count: number
  /** Hidden at first sight when true, whatever the count: fewer people than the threshold stand behind it. */
  isSmall?: boolean
  /** The largest small number of this cell, where it is not the rule's. */
  threshold?: number
  /** Known to everybody already, so that hiding it would protect nothing. */
  isKnown?: boolean
}

/** The parts add up to the total. */
export interface Equation {
  total: string
  parts: readonly string[]
}

export interface HidingRule {
  /** The largest count that is hidden: 5 hides 1 to 5. */
  threshold: number
}

/** Hides 1 to 5, as the DfE does for authorities. A council that says "fewer than 5" sets 4. */
export const DEFAULT_THRESHOLD = 5

/** From 1 to the threshold. Nought is shown: it points to nobody. */
export function isSmall(count: number, { threshold }: HidingRule): boolean {
  return count >= 1 && count <= threshold
}

/** The ids of the cells to hide. Cells are in display order, which decides between equals. */
export function findHidden(cells: readonly Cell[], equations: readonly Equation[], rule: HidingRule): Set<string> {
  const byId = new Map(cells.map((cell) => [cell.id, cell]))
  const hidden = new Set(
    cells.filter((cell) => cell.isSmall || isSmall(cell.count, ruleOf(cell, rule))).map((cell) => cell.id),
  )
  // Every round hides one cell more, so it ends.
  for (;;) {
    const partner = equations
      .filter((equation) => isOpen(equation, byId, hidden, rule))
      .map((equation) => choosePartner(equation, cells, hidden))
      .find((id) => id !== null)
    if (!partner) return hidden
    hidden.add(partner)
  }
}

/**
 * Whether the sum gives a hidden count away: it is the only gap; or the gaps together hold no more than the threshold,
 * so that each is known to be small; or they hold no more than one each, which a reader who knows that noughts are shown
 * would find out.
 */
function isOpen(
  { total, parts }: Equation,
  byId: ReadonlyMap<string, Cell>,
  hidden: ReadonlySet<string>,
  rule: HidingRule,
): boolean {
  const gaps = parts.filter((id) => hidden.has(id))
  if (hidden.has(total)) return gaps.length === 0
  if (gaps.length === 0) return false
  const shown = parts.filter((id) => !hidden.has(id)).reduce((sum, id) => sum + byId.get(id)!.count, 0)
  const rest = byId.get(total)!.count - shown
  const largestSmall = Math.max(...gaps.map((id) => ruleOf(byId.get(id)!, rule).threshold))
  return gaps.length === 1 || rest <= largestSmall || rest <= gaps.length
}

function ruleOf({ threshold }: Cell, rule: HidingRule): HidingRule {
  return { threshold: Math.max(threshold ?? 0, rule.threshold) }
}

/** The smallest part that is not nought, the first of equals; else a nought; else the total. */
function choosePartner({ total, parts }: Equation, cells: readonly Cell[], hidden: ReadonlySet<string>): string | null {
  const free = cells.filter((cell) => !hidden.has(cell.id) && !cell.isKnown)
  const freeParts = free.filter((cell) => parts.includes(cell.id))
  const smallest = freeParts
    .filter((cell) => cell.count > 0)
    .reduce<Cell | null>((least, cell) => (least && least.count <= cell.count ? least : cell), null)
  const chosen = smallest ?? freeParts[0] ?? free.find((cell) => cell.id === total)
  return chosen?.id ?? null
}
