import type { SdcCell, SdcPack, SdcRelation } from '../disclosure/pack.ts'
import type { BreakdownRow, BreakdownTable } from './break-down.ts'
import { UNKNOWN } from './dimension.ts'

/** What of a number is public already: shown elsewhere, or hidden elsewhere. */
export type Standing = 'shown' | 'hidden' | 'unknown'

export interface PackInput {
  threshold: number
  /** The measure's own larger threshold, for those met and those left over. */
  smallUpTo?: number
  tables: readonly BreakdownTable[]
  all: { met: number; counted: number }
  isWhole: boolean
  /** As the measure's own page has it. */
  standing: { met: Standing; counted: Standing }
  /**
   * All children in our care by the same groups, where those counted are some or all of them: who is left out can be
   * subtracted. Its cells are public or hidden as another page has them.
   */
  around?: { tables: readonly BreakdownTable[]; all: number; standingOf: (cell: string) => Standing }
}

/** The name of a cell: those met, those counted, or all in care, of a group or (no group) of everybody. */
export function cellName(who: 'met' | 'counted' | 'in care', dimension = '', code = ''): string {
  return `${who}/${dimension}/${code}`
}

const HIDE = { shown: 'never', hidden: 'earlier-hidden', unknown: 'may' } as const

/** Everything that the breakdowns of one measure on one day tell together, with what can be subtracted from them. */
export function packBreakdowns(input: PackInput): SdcPack {
  const { tables, all, around } = input
  const cells = new Map<string, SdcCell>()
  const relations: SdcRelation[] = []
  const isSame = around !== undefined && around.all === all.counted
  const groupThreshold = (row?: BreakdownRow) => row?.smallUpTo ?? 0
  const metThreshold = (row?: BreakdownRow) => Math.max(groupThreshold(row), input.smallUpTo ?? 0)
  const put = (id: string, value: number, hide: SdcCell['hide'], threshold: number, row?: BreakdownRow) =>
    cells.set(id, {
      id,
      value,
      weight: (row ? 10 : 100) + Math.floor(Math.log2(1 + value)),
      hide,
      ...(row?.code === UNKNOWN.code && { sensitive: false }),
      ...(threshold > input.threshold && { threshold }),
    })

  const standCounted = (id: string, own: Standing) =>
    HIDE[isSame ? worst(around.standingOf(id.replace('counted', 'in care')), own) : own]
  put(cellName('counted'), all.counted, standCounted(cellName('counted'), input.standing.counted), 0)
  if (!input.isWhole) addMet('', '', undefined, all, HIDE[input.standing.met])
  for (const { dimension, rows } of tables) {
    for (const row of rows) {
      const id = cellName('counted', dimension.id, row.code)
      put(id, row.counted, standCounted(id, 'unknown'), groupThreshold(row), row)
      if (!input.isWhole) addMet(dimension.id, row.code, row, row, 'may')
    }
    addSums('counted', dimension.id, rows)
    if (!input.isWhole) for (const who of ['met', 'rest'] as const) addSums(who, dimension.id, rows)
    const { within } = dimension
    if (within && tables.some((table) => table.dimension.id === within.dimension))
      for (const who of input.isWhole ? (['counted'] as const) : (['counted', 'met', 'rest'] as const))
        addFinerSums(who, dimension.id, within, rows)
  }
  if (around && !isSame) addAround(around)
  return {
    format: 'sdc-pack/1',
    rule: { threshold: input.threshold, zeros: 'hideable', symbol: 'one', protect: 'whole-range' },
    cells: [...cells.values()],
    relations,
  }

  /** Those met, and those left over, who are printed nowhere. */
  function addMet(
    dimension: string,
    code: string,
    row: BreakdownRow | undefined,
    { met, counted }: { met: number; counted: number },
    hide: SdcCell['hide'],
  ): void {
    const [whole, part, rest] = ['counted', 'met', 'rest'].map((who) => `${who}/${dimension}/${code}`)
    put(part!, met, hide, metThreshold(row), row)
    put(rest!, counted - met, 'implied', metThreshold(row), row)
    relations.push({ id: `${whole} is met and rest`, total: whole!, parts: [part!, rest!] })
  }

  function addSums(who: string, dimension: string, rows: readonly BreakdownRow[]): void {
    const parts = rows.map((row) => `${who}/${dimension}/${row.code}`)
    relations.push({ id: `${who} by ${dimension}`, total: `${who}//`, parts })
  }

  function addFinerSums(
    who: string,
    finer: string,
    within: NonNullable<BreakdownTable['dimension']['within']>,
    rows: readonly BreakdownRow[],
  ): void {
    const totals = new Set(rows.map((row) => (row.code === UNKNOWN.code ? UNKNOWN.code : within.groupOf(row.code)!)))
    for (const total of totals) {
      const parts = rows.filter(
        (row) => (row.code === UNKNOWN.code ? UNKNOWN.code : within.groupOf(row.code)) === total,
      )
      relations.push({
        id: `${who} ${finer} of ${total}`,
        total: `${who}/${within.dimension}/${total}`,
        parts: parts.map((row) => `${who}/${finer}/${row.code}`),
      })
    }
  }

  function addAround({ tables: wider, all: inCare, standingOf }: NonNullable<PackInput['around']>): void {
    const addOne = (dimension: string, code: string, value: number, counted: number, row?: BreakdownRow) => {
      const [whole, part, out] = ['in care', 'counted', 'out'].map((who) => `${who}/${dimension}/${code}`)
      const standing = standingOf(whole!)
      put(whole!, value, standing === 'unknown' ? 'implied' : HIDE[standing], groupThreshold(row), row)
      put(out!, value - counted, 'implied', groupThreshold(row), row)
      relations.push({ id: `${whole} is counted and out`, total: whole!, parts: [part!, out!] })
    }
    addOne('', '', inCare, all.counted)
    for (const { dimension, rows } of wider) {
      const own = tables.find((table) => table.dimension.id === dimension.id)!
      for (const [at, row] of rows.entries()) addOne(dimension.id, row.code, row.counted, own.rows[at]!.counted, row)
      for (const who of ['in care', 'out']) addSums(who, dimension.id, rows)
    }
  }
}

/** Hidden in one place is hidden in both; shown in one place is shown. */
function worst(one: Standing, other: Standing): Standing {
  if (one === 'hidden' || other === 'hidden') return 'hidden'
  return one === 'shown' || other === 'shown' ? 'shown' : 'unknown'
}
