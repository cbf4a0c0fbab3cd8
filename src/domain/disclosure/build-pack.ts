import { makeRandom, type Random } from './made-up-random.ts'
import type { SdcCell, SdcPack, SdcPercent, SdcRelation } from './pack.ts'

/**
 * Made-up packs of the sizes that councils publish, for tests and for measuring: children with the features that tables
 * are broken down by, counted into tables that share margins, with a part population, an earlier quarter and
 * percentages. The same seed gives the same pack.
 *
 * S: one or two topics on a page. M: a usual board pack. L: ten tables up to 12 × 12. X: one of 12 × 12 × 3. XL: that
 * and nine linked to it.
 */
export type PackSize = 'S' | 'M' | 'L' | 'X' | 'XL'

interface Child {
  features: Record<string, number>
  /** In care a quarter ago, now, or both. */
  before: boolean
  now: boolean
}

/** Features with their number of groups, and how much rarer each group is than the one before it. */
const FEATURES: Record<string, { groups: number; fading: number }> = {
  sex: { groups: 2, fading: 0.85 },
  age: { groups: 5, fading: 0.95 },
  years: { groups: 6, fading: 0.7 },
  legal: { groups: 5, fading: 0.45 },
  home: { groups: 8, fading: 0.5 },
  ethnicity: { groups: 12, fading: 0.55 },
  area: { groups: 12, fading: 0.9 },
  distance: { groups: 4, fading: 0.6 },
  need: { groups: 8, fading: 0.5 },
  disability: { groups: 2, fading: 0.15 },
  unaccompanied: { groups: 2, fading: 0.1 },
  team: { groups: 12, fading: 0.95 },
}

const TABLES_OF: Record<PackSize, (random: Random) => string[][]> = {
  S: (random) =>
    pick(
      random,
      [
        ['home'],
        ['age', 'sex'],
        ['ethnicity'],
        ['years', 'legal'],
        ['age', 'unaccompanied'],
        ['distance'],
        ['legal', 'home'],
      ],
      2 + random.upTo(3),
    ),
  M: (random) =>
    pick(
      random,
      [
        ['home'],
        ['age', 'sex'],
        ['ethnicity'],
        ['years', 'legal'],
        ['age', 'unaccompanied'],
        ['distance', 'home'],
        ['legal'],
        ['disability', 'home'],
        ['need'],
        ['age', 'home'],
        ['area'],
      ],
      5 + random.upTo(4),
    ),
  L: () => [
    ['area', 'ethnicity'],
    ['area', 'home'],
    ['age', 'home'],
    ['legal', 'age'],
    ['team', 'area'],
    ['need', 'legal'],
    ['years', 'home'],
    ['distance', 'home'],
    ['sex', 'age'],
    ['unaccompanied', 'age'],
  ],
  X: () => [['area', 'team', 'three']],
  XL: () => [
    ['area', 'team', 'three'],
    ['area', 'home'],
    ['team', 'legal'],
    ['area', 'ethnicity'],
    ['age', 'three'],
    ['age', 'home'],
    ['home', 'three'],
    ['team', 'age'],
    ['sex', 'age'],
    ['years', 'legal'],
  ],
}

export function buildPack(size: PackSize, seed: number, rule: Partial<SdcPack['rule']> = {}): SdcPack {
  const random = makeRandom(seed)
  const children = makeChildren(random, 180 + random.upTo(1320))
  const tables = TABLES_OF[size](random)
  const book = openBook()
  for (const by of tables)
    addTable(
      book,
      'now',
      children.filter((child) => child.now),
      by,
    )
  const moved = tables.find((by) => by.length === 1)?.[0]
  if (moved && random.chance(0.5)) addMovement(book, children, moved)
  if (random.chance(0.4) && size !== 'X') {
    const isPart = (child: Child) => child.features.unaccompanied === 0
    // Of a large pack, one of its smaller tables: a second of 12 by 12 would make it larger than its size says.
    const ofPart = tables.filter((by) => !by.includes('unaccompanied') && (tables.length < 10 || !by.includes('area')))
    addPart(
      book,
      children.filter((child) => child.now),
      isPart,
      ofPart[0] ?? ['age'],
    )
  }
  addPercents(book, random)
  return {
    format: 'sdc-pack/1',
    id: `${size}-${seed}`,
    rule: { threshold: 5, zeros: 'hideable', symbol: 'one', protect: 'whole-range', ...rule },
    cells: [...book.cells.values()],
    relations: [...book.relations.values()],
    percents: book.percents,
  }
}

interface Book {
  cells: Map<string, SdcCell>
  relations: Map<string, SdcRelation>
  percents: SdcPercent[]
}

function openBook(): Book {
  return { cells: new Map(), relations: new Map(), percents: [] }
}

/** The same group in two tables is one cell: its name is the population and the groups, in order. */
function nameOf(population: string, groups: Record<string, number>): string {
  const named = Object.keys(groups)
    .toSorted()
    .map((feature) => `${feature}${groups[feature]}`)
  return `${population}:${named.join('|') || 'all'}`
}

function addCell(
  book: Book,
  population: string,
  groups: Record<string, number>,
  children: Child[],
  depth: number,
): string {
  const id = nameOf(population, groups)
  const names = Object.keys(groups)
  const value = children.filter(({ features }) => names.every((name) => features[name] === groups[name])).length
  const size = Math.floor(Math.log2(1 + value))
  const weight = (names.length === 0 ? 100 : names.length < depth ? 30 : 10) + size
  const isTotal = names.length === 0
  const known = book.cells.get(id)
  book.cells.set(id, {
    id,
    value,
    weight: Math.max(weight, known?.weight ?? 0),
    ...(isTotal && { hide: 'never' as const }),
  })
  return id
}

/** Every cell of a table with all its margins, and each sum between them. */
function addTable(book: Book, population: string, children: Child[], by: string[]): void {
  for (const margin of subsetsOf(by)) {
    for (const groups of combine(margin)) {
      const total = addCell(book, population, groups, children, by.length)
      for (const feature of by.filter((name) => !margin.includes(name))) {
        const parts = Array.from({ length: groupsOf(feature) }, (_, group) =>
          addCell(book, population, { ...groups, [feature]: group }, children, by.length),
        )
        const id = `${total} by ${feature}`
        book.relations.set(id, { id, total, parts })
      }
    }
  }
}

/** A quarter ago, who came and who left since: public as they were then, small ones hidden with the last shown beside them. */
function addMovement(book: Book, children: Child[], feature: string): void {
  addTable(
    book,
    'before',
    children.filter((child) => child.before),
    [feature],
  )
  addTable(
    book,
    'came',
    children.filter((child) => child.now && !child.before),
    [feature],
  )
  addTable(
    book,
    'left',
    children.filter((child) => child.before && !child.now),
    [feature],
  )
  const before = [...book.cells.values()].filter(({ id }) => id.startsWith('before:'))
  const detail = before.filter(({ id }) => id !== 'before:all')
  const small = detail.filter(({ value }) => value >= 1 && value <= 5)
  const isEnough = (cells: SdcCell[]) =>
    cells.length === 0 || (cells.length > 1 && sum(cells) > 5 + Math.max(...cells.map(({ value }) => value)))
  const hidden = [...small]
  for (const cell of detail.filter((one) => !small.includes(one)).toSorted((one, other) => one.value - other.value)) {
    if (isEnough(hidden)) break
    hidden.push(cell)
  }
  for (const cell of before) cell.hide = hidden.includes(cell) ? 'earlier-hidden' : 'never'
  for (let group = 0; group < groupsOf(feature); group++) {
    const terms = (['before', 'came', 'left', 'now'] as const).map((population, at) => ({
      cell: nameOf(population, { [feature]: group }),
      coef: [1, 1, -1, -1][at]!,
    }))
    book.relations.set(`moved ${feature}${group}`, { id: `moved ${feature}${group}`, terms })
  }
  for (const population of ['came', 'left']) delete book.cells.get(`${population}:all`)!.hide
}

function sum(cells: SdcCell[]): number {
  return cells.reduce((total, { value }) => total + value, 0)
}

/** The same table again for part of the children: the rest is printed nowhere, and anybody can subtract it. */
function addPart(book: Book, children: Child[], isPart: (child: Child) => boolean, by: string[]): void {
  addTable(book, 'part', children.filter(isPart), by)
  addTable(
    book,
    'rest',
    children.filter((child) => !isPart(child)),
    by,
  )
  for (const [id, cell] of book.cells) {
    if (id.startsWith('rest:')) cell.hide = 'implied'
    if (!id.startsWith('part:')) continue
    delete cell.hide
    const name = id.slice('part:'.length)
    book.relations.set(`both ${name}`, { id: `both ${name}`, total: `now:${name}`, parts: [id, `rest:${name}`] })
  }
}

/** Some groups as a share of all: those left over are a group too. */
function addPercents(book: Book, random: Random): void {
  const all = book.cells.get('now:all')!
  for (const cell of [...book.cells.values()]) {
    if (!cell.id.startsWith('now:') || cell === all || cell.id.includes('|') || !random.chance(0.4)) continue
    const rest = `now:not ${cell.id.slice(4)}`
    book.cells.set(rest, { id: rest, value: all.value - cell.value, weight: 1, hide: 'implied' })
    book.relations.set(`of ${cell.id}`, { id: `of ${cell.id}`, total: 'now:all', parts: [cell.id, rest] })
    book.percents.push({ id: `% ${cell.id}`, of: cell.id, base: 'now:all', decimals: random.upTo(2) })
  }
}

function makeChildren(random: Random, howMany: number): Child[] {
  return Array.from({ length: howMany }, () => {
    const features: Record<string, number> = { three: random.fading(3, 0.6) }
    for (const [name, { groups, fading }] of Object.entries(FEATURES)) features[name] = random.fading(groups, fading)
    // Older children live in other homes than small ones, and most of those alone are old.
    if (features.age! >= 3 && random.chance(0.3)) features.home = random.upTo(FEATURES.home!.groups)
    if (features.unaccompanied === 1 && random.chance(0.8)) features.age = 4
    const when = random.upTo(20)
    return { features, before: when !== 0, now: when !== 1 }
  })
}

function groupsOf(feature: string): number {
  return feature === 'three' ? 3 : FEATURES[feature]!.groups
}

function subsetsOf(names: string[]): string[][] {
  const sets: string[][] = [[]]
  for (const name of names) sets.push(...sets.map((set) => [...set, name]))
  return sets
}

function combine(features: string[]): Record<string, number>[] {
  return features.reduce<Record<string, number>[]>(
    (all, feature) =>
      all.flatMap((groups) =>
        Array.from({ length: groupsOf(feature) }, (_, group) => ({ ...groups, [feature]: group })),
      ),
    [{}],
  )
}

function pick<T>(random: Random, from: T[], howMany: number): T[] {
  const rest = [...from]
  return Array.from({ length: Math.min(howMany, from.length) }, () => rest.splice(random.upTo(rest.length), 1)[0]!)
}
