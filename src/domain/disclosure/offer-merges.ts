import type { SdcPack } from './pack.ts'
import type { Protection } from './protect.ts'

/** Groups of one total that could be printed as one: every number stays true, and fewer or none need hiding. */
export interface Merge {
  relation: string
  parts: string[]
  /** The number that the merged group would show. */
  count: number
}

/** For each total with small groups: those, with the smallest of the others until they are more than the threshold together. */
export function offerMerges(pack: SdcPack, { primary }: Protection): Merge[] {
  const byId = new Map(pack.cells.map((cell) => [cell.id, cell]))
  const isSmall = new Set(primary)
  return pack.relations.flatMap((relation): Merge[] => {
    if (!('total' in relation) || relation.parts.length < 3) return []
    const parts = relation.parts.map((id) => byId.get(id)!)
    if (parts.some((cell) => cell.hide === 'implied')) return []
    const merged = parts.filter((cell) => isSmall.has(cell.id))
    if (merged.length === 0) return []
    const threshold = Math.max(...merged.map((cell) => cell.threshold ?? pack.rule.threshold))
    const count = () => merged.reduce((sum, cell) => sum + cell.value, 0)
    const others = parts
      .filter((cell) => !isSmall.has(cell.id) && cell.value > 0)
      .toSorted((one, other) => one.value - other.value)
    for (const cell of others) {
      if (merged.length > 1 && count() > threshold) break
      merged.push(cell)
    }
    if (count() <= threshold || merged.length < 2 || merged.length === parts.length) return []
    const chosen = new Set(merged)
    return [
      { relation: relation.id, parts: parts.filter((cell) => chosen.has(cell)).map(({ id }) => id), count: count() },
    ]
  })
}
