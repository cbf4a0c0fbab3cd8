import { termsOf } from './compile.ts'
import type { SdcPack } from './pack.ts'
import type { Protection } from './protect.ts'

/** Why a cell is hidden: for officers alone, since a reader who knew which are small would know more. */
export type Reason =
  | { cell: string; why: 'small'; threshold: number }
  | { cell: string; why: 'hidden before' }
  | { cell: string; why: 'protects'; protects: string[]; relations: string[] }

const MOST_NAMED = 3

/** For each hidden cell of a protected pack, in the pack's order, why. Cells that nobody prints are left out. */
export function explain(pack: SdcPack, { pattern, primary, witnesses }: Protection): Reason[] {
  const isSmall = new Set(primary)
  const isHidden = new Set(pattern.hidden)
  const relationsOf = new Map<string, { id: string; cells: Set<string> }[]>()
  for (const relation of pack.relations) {
    const named = { id: relation.id, cells: new Set(termsOf(relation).map((term) => term.cell)) }
    for (const cell of named.cells) relationsOf.set(cell, [...(relationsOf.get(cell) ?? []), named])
  }
  return pack.cells.flatMap((cell): Reason[] => {
    if (cell.hide === 'implied' || cell.hide === 'never') return []
    if (cell.hide === 'earlier-hidden') return [{ cell: cell.id, why: 'hidden before' }]
    if (!isHidden.has(cell.id)) return []
    if (isSmall.has(cell.id)) return [{ cell: cell.id, why: 'small', threshold: cell.threshold ?? pack.rule.threshold }]
    const helped = new Set(
      witnesses
        .filter((moves) => moves[cell.id])
        .flatMap((moves) => Object.keys(moves).filter((other) => isSmall.has(other))),
    )
    const shared = (relationsOf.get(cell.id) ?? []).filter(({ cells }) => [...cells].some((one) => helped.has(one)))
    const near = [...helped].filter((one) => shared.some(({ cells }) => cells.has(one)))
    return [
      {
        cell: cell.id,
        why: 'protects',
        protects: (near.length > 0 ? near : [...helped]).slice(0, MOST_NAMED),
        relations: shared.slice(0, MOST_NAMED).map(({ id }) => id),
      },
    ]
  })
}
