import { roundHalfUp } from '../measures/round-half-up.ts'
import { checkTotals } from './check-totals.ts'
import { findMappings, type Mapping } from './mapping.ts'

/** What stands in a cell instead of a number, in the DfE's own signs. Older files: `~` low, `:` not available. */
export const SYMBOLS = {
  c: 'hidden, so that nobody can be recognised',
  z: 'does not apply',
  x: 'not available',
  k: 'rounds to nought, but is not nought',
  low: 'rounds to nought, but is not nought',
  u: 'of low reliability',
} as const
export type Symbol = keyof typeof SYMBOLS
const ALIASES: Record<string, Symbol> = { '~': 'low', ':': 'x' }

export type Level = 'national' | 'regional' | 'authority'

export interface ComparatorValue {
  measureId: string
  /** In which the period ends: 2025 for the year to 31 March 2025 and for 2024/25. */
  year: number
  level: Level
  /** E92000001, E12…, or the authority's three digits. */
  code: string
  /** The authority's nine signs, where it has them. */
  newCode: string | null
  name: string
  region: string | null
  value: number | null
  symbol: Symbol | null
  raw: string
  count: number | null
}

export interface ReleaseFinding {
  code: string
  /** As a spreadsheet numbers it; null where it is about the file. */
  row: number | null
  column: string | null
  words: string
  /** Nothing can be taken in while it stands. */
  isFatal: boolean
}

export interface ReadRelease {
  values: ComparatorValue[]
  findings: ReleaseFinding[]
  measures: string[]
  years: number[]
  rows: number
}

const REQUIRED = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name']
const LEVELS: Record<string, Level> = { National: 'national', Regional: 'regional', 'Local authority': 'authority' }
/** Kinds of year by how many digits they have, and by family: one family a file. */
const FOUR_DIGITS =
  /^(Calendar year|Reporting year|.*(month|week).*|January|February|March|April|May|June|July|August|September|October|November|December)$/i
const SIX_DIGITS = /^(Academic year|Financial year|Tax year|.*(term|quarter).*)$/i

/** Of one figure given in several versions, the surest counts. */
const VERSIONS = ['provisional', 'revised', 'final']

/** Reads a file of the DfE's "underlying data": its first row names the columns, in any order. */
export function readRelease(table: readonly string[][], own: { code: string; newCode: string }): ReadRelease {
  const findings: ReleaseFinding[] = []
  const add = (code: string, row: number | null, column: string | null, words: string, isFatal = true) =>
    findings.push({ code, row, column, words, isFatal })
  const header = (table[0] ?? []).map((name, at) => clean(at === 0 ? name.replace(/^\uFEFF/, '') : name))
  if (header.includes('geographical_level') && !header.includes('geographic_level')) {
    header[header.indexOf('geographical_level')] = 'geographic_level'
    add('W1', 1, 'geographical_level', 'The column geographical_level is read as geographic_level.', false)
  }
  const missing = REQUIRED.filter((name) => !header.includes(name))
  if (missing.length > 0)
    add('E1', 1, missing[0]!, `This is no underlying-data file of the DfE: it has no column ${missing.join(', ')}.`)
  const at = new Map(header.map((name, index) => [name, index]))
  const known = findMappings(new Set(header))
  if (missing.length === 0 && known.length === 0)
    add('E11', null, null, 'None of its figures is known to Kept. It can be compared with nothing here yet.')
  const empty = { values: [], findings, measures: [], years: [], rows: Math.max(0, table.length - 1) }
  if (findings.some(({ isFatal }) => isFatal)) return empty
  const best = new Map<string, { sureness: number; value: ComparatorValue }>()
  const totals = new Map<string, number | null>()
  const seen = new Set<string>()
  const families = new Set<string>()
  for (let index = 1; index < table.length; index++) {
    const cells = table[index]!
    const cell = (name: string) => clean(cells[at.get(name) ?? -1] ?? '')
    const row = index + 1
    const level = LEVELS[cell('geographic_level')]
    if (!level) continue
    const identifier = cell('time_identifier')
    const period = cell('time_period')
    const digits = FOUR_DIGITS.test(identifier) ? 4 : SIX_DIGITS.test(identifier) ? 6 : null
    families.add(digits === null ? identifier : String(digits))
    if (digits === null || !new RegExp(`^\\d{${digits}}$`).test(period)) {
      add(
        'E2',
        row,
        'time_period',
        `“${period}” is no ${identifier || 'period'}: ${digits === 6 ? 'six digits, like 202425' : 'four digits, like 2025'}.`,
      )
      continue
    }
    const place = readPlace(level, cell)
    if ('fault' in place) {
      add(place.code, row, place.column, place.fault)
      continue
    }
    const year = digits === 4 ? Number(period) : 2000 + Number(period.slice(4))
    for (const mapping of known) {
      const what = [mapping.measureId, year, level, place.code].join('|')
      if (mapping.total && isRowOf({ ...mapping.where, ...mapping.total }, cell)) {
        const read = readNumber(cell(mapping.count!), { kind: 'count', decimals: 0 })
        totals.set(what, 'value' in read ? read.value : null)
      }
      if (!isRowOf(mapping.where, cell)) continue
      const key = `${what}|${cell('version')}`
      if (seen.has(key)) {
        add('E5', row, mapping.value, `${place.name} has this figure for ${year} twice.`)
        continue
      }
      seen.add(key)
      const read = readNumber(cell(mapping.value), mapping)
      if ('fault' in read) {
        add(read.code, row, mapping.value, read.fault)
        continue
      }
      const count = mapping.count ? readNumber(cell(mapping.count), { ...mapping, kind: 'count', decimals: 0 }) : null
      const sureness = VERSIONS.indexOf(cell('version').toLowerCase())
      if (sureness < (best.get(what)?.sureness ?? -1)) continue
      best.set(what, {
        sureness,
        value: {
          measureId: mapping.measureId,
          year,
          level,
          ...place,
          ...read,
          count: count && 'value' in count ? count.value : null,
        },
      })
    }
  }
  const values = [...best.values()].map(({ value }) => value)
  if (families.size > 1) add('E3', null, 'time_identifier', 'The file mixes kinds of year: give one file for each.')
  checkWhole(values, own, add)
  const shared = values.filter(({ measureId }) => known.some((one) => one.measureId === measureId && one.total))
  const told = checkTotals(
    shared.map((value) => ({
      value,
      total: totals.get([value.measureId, value.year, value.level, value.code].join('|')),
    })),
    new Map(known.map((mapping) => [mapping.measureId, mapping])),
  )
  for (const { code, words } of told) add(code, null, null, words, false)
  return {
    values,
    findings,
    measures: [...new Set(values.map(({ measureId }) => measureId))],
    years: [...new Set(values.map(({ year }) => year))].sort((one, other) => one - other),
    rows: table.length - 1,
  }
}

function checkWhole(
  values: readonly ComparatorValue[],
  own: { code: string; newCode: string },
  add: (code: string, row: number | null, column: string | null, words: string, isFatal?: boolean) => void,
): void {
  if (values.length > 0 && !values.some((value) => isOwn(value, own)))
    add(
      'E12',
      null,
      null,
      'The file has no row of our own council: we can be compared, but not by our own published figures.',
      false,
    )
  for (const group of Map.groupBy(
    values.filter(({ level }) => level === 'authority'),
    ({ measureId, year }) => `${measureId} in ${year}`,
  )) {
    const numbers = group[1].flatMap(({ value }) => (value === null ? [] : [value]))
    if (numbers.length > 20 && new Set(numbers).size === 1)
      add(
        'W4',
        null,
        null,
        `${group[0]}: every council has the same value, so it is taken for a mistake and left out.`,
        false,
      )
  }
}

export function isOwn(
  value: Pick<ComparatorValue, 'code' | 'newCode'>,
  own: { code: string; newCode: string },
): boolean {
  return value.code === own.code || (value.newCode !== null && value.newCode === own.newCode)
}

type Place = Pick<ComparatorValue, 'code' | 'newCode' | 'name' | 'region'>

function readPlace(
  level: Level,
  cell: (name: string) => string,
): Place | { fault: string; code: string; column: string } {
  const region = cell('region_code') || null
  const [old, code] = [cell('old_la_code'), cell('new_la_code')]
  if (level === 'national') {
    if (old !== '' || code !== '')
      return { fault: 'A row of all England has a council’s code.', code: 'E7', column: 'old_la_code' }
    return { code: cell('country_code'), newCode: null, name: cell('country_name'), region: null }
  }
  if (level === 'regional') return { code: region ?? '', newCode: null, name: cell('region_name'), region }
  if (region === null)
    return { fault: `${cell('la_name') || 'A council'} has no region.`, code: 'E6', column: 'region_code' }
  if (!/^\d{3}$/.test(old) || !/^(|E\d{8})$/.test(code))
    return {
      fault: `${cell('la_name') || 'A council'} has the codes “${old}” and “${code}”: three digits, and E with eight.`,
      code: 'E8',
      column: 'old_la_code',
    }
  return { code: old, newCode: code || null, name: cell('la_name'), region }
}

/** A number as it is, or the sign that stands in its place. Never a nought for a sign. */
export function readNumber(
  raw: string,
  { kind, decimals }: Pick<Mapping, 'kind' | 'decimals'>,
): Pick<ComparatorValue, 'value' | 'symbol' | 'raw'> | { fault: string; code: string } {
  const sign = raw.toLowerCase()
  const symbol = ALIASES[sign] ?? (Object.hasOwn(SYMBOLS, sign) ? (sign as Symbol) : null)
  if (symbol !== null) return { value: null, symbol, raw }
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(raw))
    return {
      fault: `“${raw}” is neither a number nor a sign of the DfE (${Object.keys(SYMBOLS).join(', ')}).`,
      code: 'E4',
    }
  const value = roundHalfUp(Number(raw), Math.max(decimals, kind === 'count' ? 6 : decimals))
  if (kind === 'percent' && (value < 0 || value > 100)) return { fault: `${raw} is no percentage.`, code: 'E9' }
  if (kind === 'count' && !Number.isInteger(value)) return { fault: `${raw} is no whole number.`, code: 'E10' }
  return { value, symbol: null, raw }
}

function isRowOf(where: Record<string, string>, cell: (name: string) => string): boolean {
  return Object.entries(where).every(([column, value]) => sameWords(cell(column), value))
}

function clean(text: string): string {
  return text.trim()
}

/** Some names end in "each year" in one release and not in the next. */
function sameWords(one: string, other: string): boolean {
  return (
    one === other || one.toLowerCase().replace(/ each year$/, '') === other.toLowerCase().replace(/ each year$/, '')
  )
}
