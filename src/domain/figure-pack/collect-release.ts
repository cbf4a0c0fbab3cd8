import { type Collected, collectFigures, nameNumber } from '../disclosure/collect-figures.ts'
import type { SdcCell, SdcPack, SdcRelation } from '../disclosure/pack.ts'
import { type PrintedNumber, recallPrinted } from '../disclosure/recall-printed.ts'
import type { MeasureResult } from '../measures/measure.ts'
import type { IsoDate } from '../shared/calendar-date.ts'

/** One number of one figure of one day. */
export interface NumberName {
  day: IsoDate
  measureId: string
  name: string
}

/** What an earlier pack printed, on a page or in a meeting. */
export interface EarlierNumber extends PrintedNumber {
  day: IsoDate
  /** Of a group: what it is called. */
  label?: string
  /** Its cell in the model of the pack that printed it. */
  cell?: string
}

export interface Release {
  pack: SdcPack
  /** The cell of each number, by `nameOf`. */
  cellOf: ReadonlyMap<string, string>
}

export function nameOf({ day, measureId, name }: NumberName): string {
  return `${day} ${nameNumber(measureId, name)}`
}

/**
 * All the figures of a pack's days as one model of cells and equations, with what earlier packs printed of them. Numbers
 * that the pages of figures show (`hidden` of a result names the others) are known, so a pack hides none of them: whoever
 * has both learns no more than from either.
 */
export function collectRelease(
  days: readonly { day: IsoDate; results: readonly MeasureResult[] }[],
  earlier: readonly EarlierNumber[],
  threshold: number,
): Release {
  const cells: SdcCell[] = []
  const relations: SdcRelation[] = []
  const cellOf = new Map<string, string>()
  for (const { day, results } of days) {
    const printed = earlier.filter((number) => number.day === day)
    const collected = markShown(recallPrinted(collectFigures(results, threshold), printed), results)
    const named = (id: string) => `${day} ${id}`
    cells.push(...collected.pack.cells.map((cell) => ({ ...cell, id: named(cell.id) })))
    for (const relation of collected.pack.relations)
      if ('total' in relation)
        relations.push({
          id: named(relation.id),
          total: named(relation.total),
          parts: relation.parts.map(named),
        })
    for (const [name, cell] of collected.cellOf) cellOf.set(named(name), named(cell))
  }
  return {
    pack: {
      format: 'sdc-pack/1',
      rule: { threshold, zeros: 'hideable', symbol: 'one', protect: 'whole-range' },
      cells,
      relations,
    },
    cellOf,
  }
}

function markShown(collected: Collected, results: readonly MeasureResult[]): Collected {
  const shown = new Set(
    results.flatMap((result) =>
      result.hidden
        ? namesIn(result)
            .filter((name) => !result.hidden!.includes(name))
            .map((name) => collected.cellOf.get(nameNumber(result.id, name)))
        : [],
    ),
  )
  const cells = collected.pack.cells.map((cell) =>
    cell.hide === undefined && shown.has(cell.id) ? { ...cell, hide: 'never' as const } : cell,
  )
  return { ...collected, pack: { ...collected.pack, cells } }
}

/** The numbers of the chosen figures, each with whether it is shown: what later packs must know of this one. */
export function listNumbers(
  days: readonly { day: IsoDate; results: readonly MeasureResult[] }[],
  chosen: readonly string[],
  { pack, cellOf }: Release,
  hidden: ReadonlySet<string>,
): EarlierNumber[] {
  const numberAt = new Map(pack.cells.map((cell) => [cell.id, cell.value]))
  return days.flatMap(({ day, results }) =>
    results
      .filter(({ id }) => chosen.includes(id))
      .flatMap((result) =>
        namesIn(result).flatMap((name): EarlierNumber[] => {
          const cell = cellOf.get(nameOf({ day, measureId: result.id, name }))
          return cell === undefined
            ? []
            : [
                {
                  day,
                  measureId: result.id,
                  name,
                  value: numberAt.get(cell)!,
                  isShown: !hidden.has(cell),
                  cell,
                  ...(name.startsWith('cell ') && { label: result.breakdown![Number(name.slice(5))]!.label }),
                },
              ]
        }),
      ),
  )
}

/** The two numbers of a figure without its groups, as a page or a meeting's paper tells it. */
export function listTold(day: IsoDate, { id, numerator, denominator, hidden = [] }: MeasureResult): EarlierNumber[] {
  return Object.entries({ numerator, denominator }).flatMap(([name, value]) =>
    value === null ? [] : [{ day, measureId: id, name, value, isShown: !hidden.includes(name) }],
  )
}

/** The results of a day with the names of what is hidden in each. */
export function markRelease(
  day: IsoDate,
  results: readonly MeasureResult[],
  { cellOf }: Release,
  hidden: ReadonlySet<string>,
): MeasureResult[] {
  return results.map((result) => ({
    ...result,
    hidden: namesIn(result).filter((name) => hidden.has(cellOf.get(nameOf({ day, measureId: result.id, name })) ?? '')),
  }))
}

/** Every cell that nobody sees: those of a pattern, and those that are never printed or were hidden before. */
export function hiddenCells(pack: SdcPack, pattern: { hidden: readonly string[] }): Set<string> {
  const unseen = pack.cells.filter((cell) => cell.hide === 'implied' || cell.hide === 'earlier-hidden')
  return new Set([...pattern.hidden, ...unseen.map((cell) => cell.id)])
}

function namesIn(result: MeasureResult): string[] {
  return ['numerator', 'denominator', ...(result.breakdown ?? []).map((_, at) => `cell ${at}`)]
}
