import { collectFigures, nameNumber } from '../disclosure/collect-figures.ts'
import type { SdcCell, SdcPack, SdcRelation } from '../disclosure/pack.ts'
import type { MeasureResult } from '../measures/measure.ts'
import type { IsoDate } from '../shared/calendar-date.ts'

/** One number of one figure of one day, as a pack prints it: `name` is `numerator`, `denominator`, `cell 0` … */
export interface NumberName {
  day: IsoDate
  measureId: string
  name: string
}

/** What an earlier pack printed: once out it is known for ever, withdrawn or not. */
export interface EarlierNumber extends NumberName {
  value: number
  isShown: boolean
  /** Of a group: what it is called. */
  label?: string
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
 * A pack's figures as one model of cells and equations, with those of earlier packs on the same days: what these showed is
 * known, what they hid stays hidden, and a number that has changed since tells its difference.
 */
export function collectRelease(
  days: readonly { day: IsoDate; results: readonly MeasureResult[] }[],
  chosen: readonly string[],
  earlier: readonly EarlierNumber[],
  threshold: number,
): Release {
  const cells = new Map<string, SdcCell>()
  const relations: SdcRelation[] = []
  const cellOf = new Map<string, string>()
  for (const { day, results } of days) {
    const before = earlier.filter((number) => number.day === day)
    const wanted = new Set([...chosen, ...before.map(({ measureId }) => measureId)])
    const collected = collectFigures(
      results.filter(({ id }) => wanted.has(id)),
      threshold,
    )
    const named = (id: string) => `${day} ${id}`
    for (const cell of collected.pack.cells) cells.set(named(cell.id), { ...cell, id: named(cell.id) })
    for (const relation of collected.pack.relations)
      if ('total' in relation)
        relations.push({
          id: named(relation.id),
          total: named(relation.total),
          parts: relation.parts.map(named),
        })
    for (const [name, cell] of collected.cellOf) cellOf.set(named(name), named(cell))
    for (const number of before) recall(number, cellOf, cells, relations)
  }
  return {
    pack: {
      format: 'sdc-pack/1',
      rule: { threshold, zeros: 'hideable', symbol: 'one', protect: 'whole-range' },
      cells: [...cells.values()],
      relations,
    },
    cellOf,
  }
}

function recall(
  number: EarlierNumber,
  cellOf: ReadonlyMap<string, string>,
  cells: Map<string, SdcCell>,
  relations: SdcRelation[],
): void {
  const cell = cells.get(cellOf.get(nameOf(number)) ?? '')
  if (!cell || cell.hide === 'never') return
  if (cell.value === number.value) {
    if (number.isShown) cell.hide = 'never'
    else cell.hide = 'earlier-hidden'
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

/** The numbers of the chosen figures, each with whether it is shown: what later packs must know of this one. */
export function listPrinted(
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
                  ...(name.startsWith('cell ') && { label: result.breakdown![Number(name.slice(5))]!.label }),
                },
              ]
        }),
      ),
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
