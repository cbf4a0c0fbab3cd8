import { birthday, collectionYear, type Period } from '../shared/calendar-date.ts'
import { inferYear } from './infer-year.ts'
import { readCell } from './read-cell.ts'
import { type FileFault, sayYear, type TableFile } from './return.ts'
import type { FilesOfYear } from './sort-into-years.ts'
import { columnIndex, type TableName, tableNames } from './tables.ts'

/**
 * Several years in one heap. Episodes tell their years by their dates, and so do reviews, missing periods and workers.
 * The others hold no telling date: each goes with the year whose episodes fit its children best, all files of a table
 * together so that each year gets one.
 */
export function matchToYears(files: readonly TableFile[]): { faults: FileFault[]; years: FilesOfYear[] } {
  const faults: FileFault[] = []
  const years: YearOfEpisodes[] = []
  for (const episodes of files.filter((file) => file.table === 'Episodes')) {
    const year = inferYear([episodes])
    if (year === null) faults.push({ file: episodes.file, line: null, message: NO_YEAR })
    else years.push({ year, files: [episodes], children: groupChildren(episodes, collectionYear(year)) })
  }
  if (years.length > MOST_YEARS) {
    faults.push({ file: years[0]!.files[0]!.file, line: null, message: `Take at most ${MOST_YEARS} years at once.` })
    return { faults, years: [] }
  }
  for (const table of tableNames.filter((name) => name !== 'Episodes')) {
    const ofTable = files.filter((file) => file.table === table)
    const dated = new Map(ofTable.map((file) => [file, DATED.has(table) ? inferYear([file]) : null]))
    for (const [file, year] of dated) {
      if (year === null) continue
      const home = years.find((each) => each.year === year)
      if (home !== undefined) home.files.push(file)
      else faults.push({ file: file.file, line: null, message: sayNoEpisodes(table, year) })
    }
    const undated = ofTable.filter((file) => dated.get(file) === null)
    const free = years.filter((each) => !each.files.some((file) => file.table === table))
    const matched = matchBest(undated, free)
    undated.forEach((file, at) => {
      const home = matched[at]
      if (home !== undefined && home !== null) home.files.push(file)
      else faults.push({ file: file.file, line: null, message: sayTooMany(table) })
    })
  }
  return { faults, years: years.map(({ year, files: ofYear }) => ({ year, files: ofYear })) }
}

const MOST_YEARS = 7
const DATED = new Set<TableName>(['Reviews', 'Missing', 'SWEpisodes', 'DoLo'])
const NO_YEAR =
  'No date in this file tells which year it is of. Choose the files of one year at a time, and name the year.'

function sayNoEpisodes(table: TableName, year: number): string {
  return `This ${table} file is of ${sayYear(year)}, and there is no Episodes file of that year. Add it, or leave this one out.`
}

function sayTooMany(table: TableName): string {
  return `There are more ${table} files than years. Leave one out, or choose the files of one year at a time.`
}

interface YearOfEpisodes extends FilesOfYear {
  children: ReturnType<typeof groupChildren>
}

function groupChildren(episodes: TableFile, window: Period) {
  const at = (name: string) => columnIndex('Episodes', name)
  const groups = {
    all: new Set<string>(),
    came: new Set<string>(),
    adopted: new Set<string>(),
    left: new Set<string>(),
  }
  for (const { cells } of episodes.rows) {
    const child = (cells[at('CHILD')] ?? '').toUpperCase()
    const startsOn = readCell('date', cells[at('DECOM')] ?? '')
    const reasonEnded = (cells[at('REC')] ?? '').toUpperCase()
    groups.all.add(child)
    if (cells[at('RNE')]?.toUpperCase() === 'S' && startsOn !== null && startsOn > window.from) groups.came.add(child)
    if (reasonEnded === 'E11' || reasonEnded === 'E12') groups.adopted.add(child)
    if (reasonEnded !== '' && reasonEnded !== 'X1') groups.left.add(child)
  }
  return groups
}

/** How well a file fits a year: the share of its children who belong there, less the share of its dates still to come. */
function fit(file: TableFile, year: YearOfEpisodes): number {
  const at = columnIndex(file.table, file.table === 'AD1' ? 'DATE_MATCH' : 'DATE_PLACED')
  if (at === -1) return fitOfChildren(file, year)
  const { to } = collectionYear(year.year)
  const later = file.rows.filter(({ cells }) => (readCell('date', cells[at] ?? '') ?? to) > to)
  return fitOfChildren(file, year) - later.length / Math.max(1, file.rows.length)
}

/** 0 to 1. What belonging to a table means for a child is told by the episodes of the year. */
function fitOfChildren(file: TableFile, { year, children }: YearOfEpisodes): number {
  if (file.rows.length === 0) return 0
  if (file.table === 'OC3') return fitByAge(file, collectionYear(year))
  const own = new Set(file.rows.map(({ cells }) => (cells[0] ?? '').toUpperCase()))
  const share = (belongs: (child: string) => boolean) => [...own].filter(belongs).length / own.size
  switch (file.table) {
    case 'Header':
      return own.intersection(children.all).size / own.union(children.all).size
    case 'OC2': // all twelve months with us
      return share((child) => children.all.has(child) && !children.came.has(child) && !children.left.has(child))
    case 'AD1':
      return share((child) => children.adopted.has(child))
    case 'PrevPerm':
      return share((child) => children.came.has(child))
    default:
      return share((child) => children.all.has(child))
  }
}

/** Care leavers: a 17th to 21st birthday lies in the year. */
function fitByAge(file: TableFile, window: Period): number {
  const at = columnIndex('OC3', 'DOB')
  const ofAge = file.rows.filter(({ cells }) => {
    const bornOn = readCell('date', cells[at] ?? '')
    return bornOn !== null && birthday(bornOn, 17) <= window.to && birthday(bornOn, 21) >= window.from
  })
  return ofAge.length / file.rows.length
}

/** The year for each file, no year twice, that makes the fits add up to most. Null: no year is left for it. */
function matchBest(files: readonly TableFile[], years: readonly YearOfEpisodes[]): (YearOfEpisodes | null)[] {
  if (files.length > years.length)
    return [...matchBest(files.slice(0, years.length), years), ...Array(files.length - years.length).fill(null)]
  const fits = new Map(files.map((each) => [each, years.map((year) => fit(each, year))]))
  let best: { sum: number; order: number[] } = { sum: -Infinity, order: [] }
  const tryOrder = (order: number[], sum: number) => {
    if (order.length === files.length) {
      if (sum > best.sum) best = { sum, order }
      return
    }
    const next = fits.get(files[order.length]!)!
    next.forEach((value, at) => {
      if (!order.includes(at)) tryOrder([...order, at], sum + value)
    })
  }
  tryOrder([], 0)
  return best.order.map((at) => years[at]!)
}
