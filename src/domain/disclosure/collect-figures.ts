import type { MeasureResult } from '../measures/measure.ts'
import type { SdcCell, SdcPack, SdcRelation } from './pack.ts'

/**
 * All the figures of one day as one pack. Groups are told apart by the children in them: the same children behind two
 * measures are one cell; a group that with another makes a third is an equation, printed or not; and where one group is
 * another with a few children more, those few are a cell that anybody can subtract.
 */
export interface Collected {
  pack: SdcPack
  /** The cell of each number of a result, by the result's id and the number's name. */
  cellOf: ReadonlyMap<string, string>
}

/** A number of a result: `numerator`, `left over`, `denominator`, or `cell 0` … of its groups. */
export function nameNumber(resultId: string, name: string): string {
  return `${resultId} ${name}`
}

interface Group {
  cell: SdcCell
  /** Null where what is counted is not children, or no list of them is held. */
  children: ReadonlySet<string> | null
  hash: bigint
}

/** `first`: measures whose numbers a reader would miss most; others are hidden before them where there is a choice. */
export function collectFigures(
  results: readonly MeasureResult[],
  threshold: number,
  first: ReadonlySet<string> = new Set(),
): Collected {
  const book = openBook(threshold, first)
  for (const result of results) if (result.numerator !== null || result.denominator !== null) addResult(book, result)
  joinGroups(book)
  return {
    pack: {
      format: 'sdc-pack/1',
      rule: { threshold, zeros: 'hideable', symbol: 'one', protect: 'whole-range' },
      cells: [...book.groups.values()].map((group) => group.cell),
      relations: [...book.relations.values()],
    },
    cellOf: book.cellOf,
  }
}

interface Book {
  threshold: number
  first: ReadonlySet<string>
  groups: Map<string, Group>
  byHash: Map<bigint, Group>
  relations: Map<string, SdcRelation>
  cellOf: Map<string, string>
}

function openBook(threshold: number, first: ReadonlySet<string>): Book {
  return { threshold, first, groups: new Map(), byHash: new Map(), relations: new Map(), cellOf: new Map() }
}

interface Printed {
  name: string
  value: number
  children?: readonly string[]
  /** What a reader would miss most: totals before details. */
  weight: number
  smallUpTo?: number
  /** How many children stand behind a number of something else. */
  behind?: number
  hide?: SdcCell['hide']
}

function addResult(book: Book, result: MeasureResult): void {
  if (result.isAboutPeople === false) return
  const { numerator, denominator, met, counted, smallUpTo, breakdown = [] } = result
  const add = (number: Printed) => addNumber(book, result.id, number)
  const behind = result.childrenBehind
  const isRate = result.kind === 'rate'
  const isAverage = result.kind === 'mean' || result.kind === 'gap'
  if (denominator !== null && !isRate)
    add({ name: 'denominator', value: denominator, children: counted, weight: 30, behind: behind ?? counted.length })
  if (numerator === null || isAverage) return
  const isPublic = result.id === 'M01'
  add({
    name: 'numerator',
    value: numerator,
    children: met,
    weight: denominator === null ? 100 : 20,
    smallUpTo,
    behind: behind ?? met.length,
    // The number in care is published by the DfE.
    ...(isPublic && numerator > book.threshold && { hide: 'never' as const }),
  })
  breakdown.forEach(({ count, children, smallUpTo: own }, index) => {
    add({ name: `cell ${index}`, value: count, weight: 10, smallUpTo: own ?? smallUpTo, behind: children ?? count })
  })
  const cellsOf = (part: string) => breakdown.flatMap((cell, index) => (cell.part === part ? [`cell ${index}`] : []))
  addSum(book, result.id, 'numerator', cellsOf('met'))
  if (denominator === null || isRate) return
  const isMet = new Set(met)
  add({
    name: 'left over',
    value: denominator - numerator,
    children: met.length + (denominator - numerator) === counted.length ? counted.filter((id) => !isMet.has(id)) : [],
    weight: 1,
    smallUpTo,
    behind: denominator - numerator,
    hide: 'implied',
  })
  addSum(book, result.id, 'denominator', ['numerator', 'left over'])
  addSum(book, result.id, 'left over', cellsOf('unmet'))
  const leftOut = cellsOf('left out')
  if (leftOut.length > 0) {
    const all = breakdown.reduce((sum, cell) => sum + cell.count, 0)
    add({ name: 'all', value: all, weight: 100, behind: all, ...(all > book.threshold && { hide: 'never' }) })
    addSum(book, result.id, 'all', ['denominator', ...leftOut])
  }
}

function addNumber(book: Book, resultId: string, number: Printed): void {
  const { name, value, smallUpTo, behind = value } = number
  const weight = number.weight * (book.first.has(resultId) ? FIRST : 1)
  const list = number.children && number.children.length === value ? number.children : null
  const hash = list === null ? 0n : hashOf(list)
  const known = list === null ? undefined : book.byHash.get(hash)
  const threshold = Math.max(book.threshold, smallUpTo ?? 0)
  // Few children may stand behind many reviews or moves: such a number is hidden whatever it is.
  const isOfFew = behind !== value && behind >= 1 && behind <= threshold
  if (known) {
    const { cell } = known
    cell.weight = Math.max(cell.weight!, weigh(weight, value))
    if (threshold > (cell.threshold ?? book.threshold)) cell.threshold = threshold
    // Printed anywhere, it is printed; public anywhere, it is public.
    if (number.hide === 'never' || cell.hide === 'implied') setHide(cell, number.hide)
    book.cellOf.set(nameNumber(resultId, name), cell.id)
    return
  }
  const cell: SdcCell = { id: nameNumber(resultId, name), value, weight: weigh(weight, value) }
  if (threshold > book.threshold) cell.threshold = threshold
  setHide(cell, isOfFew ? 'earlier-hidden' : number.hide)
  const group = { cell, children: list === null ? null : new Set(list), hash }
  book.groups.set(cell.id, group)
  if (list !== null) book.byHash.set(hash, group)
  book.cellOf.set(cell.id, cell.id)
}

/** How many times dearer it is to hide a number of what comes first. */
const FIRST = 8

function setHide(cell: SdcCell, hide: SdcCell['hide']): void {
  if (hide === undefined) delete cell.hide
  else cell.hide = hide
}

function weigh(weight: number, value: number): number {
  return weight + Math.floor(Math.log2(1 + value))
}

function addSum(book: Book, resultId: string, total: string, parts: string[]): void {
  if (parts.length === 0) return
  const cell = (name: string) => book.cellOf.get(nameNumber(resultId, name))!
  addRelation(book, cell(total), parts.map(cell))
}

function addRelation(book: Book, total: string, parts: string[]): void {
  const sum = parts.reduce((all, part) => all + book.groups.get(part)!.cell.value, 0)
  // Groups that do not add up (a child may be in two) are no equation.
  if (sum !== book.groups.get(total)!.cell.value || parts.includes(total)) return
  const id = `${total} = ${parts.toSorted().join(' + ')}`
  book.relations.set(id, { id, total, parts })
}

/** Beyond this many children a difference between two groups points to nobody. */
const MOST_DIFFERENT = 9

function joinGroups(book: Book): void {
  const groups = [...book.groups.values()].filter((group) => group.children !== null && group.cell.value > 0)
  for (const whole of groups)
    for (const part of groups) {
      const rest = whole.cell.value - part.cell.value
      if (rest <= 0) continue
      const other = book.byHash.get(whole.hash ^ part.hash)
      const isClose = rest <= MOST_DIFFERENT
      if ((!other && !isClose) || !contains(whole, part)) continue
      if (other) addRelation(book, whole.cell.id, [part.cell.id, other.cell.id])
      else {
        const id = `${whole.cell.id} less ${part.cell.id}`
        const children = new Set([...whole.children!].filter((child) => !part.children!.has(child)))
        const threshold = Math.max(whole.cell.threshold ?? 0, part.cell.threshold ?? 0)
        const cell: SdcCell = { id, value: rest, weight: 1, hide: 'implied', ...(threshold > 0 && { threshold }) }
        const group = { cell, children, hash: whole.hash ^ part.hash }
        book.groups.set(id, group)
        book.byHash.set(group.hash, group)
        addRelation(book, whole.cell.id, [part.cell.id, id])
      }
    }
}

function contains(whole: Group, part: Group): boolean {
  for (const child of part.children!) if (!whole.children!.has(child)) return false
  return true
}

/** Order matters not: two groups without a child in common have the hash of both together by exclusive or. */
function hashOf(children: readonly string[]): bigint {
  let [one, other] = [0, 0]
  for (const child of children) {
    let [a, b] = [0x811c9dc5, 0x9e3779b9]
    for (let at = 0; at < child.length; at++) {
      a = Math.imul(a ^ child.charCodeAt(at), 0x01000193)
      b = Math.imul(b ^ child.charCodeAt(at), 0x85ebca6b) ^ (b >>> 13)
    }
    one ^= a
    other ^= b
  }
  return (BigInt(one >>> 0) << 32n) | BigInt(other >>> 0)
}

/** The results with the names of what is hidden in each, by a pattern of their pack. */
export function markHidden(
  results: readonly MeasureResult[],
  { pack, cellOf }: Collected,
  hiddenCells: readonly string[],
): MeasureResult[] {
  const hidden = new Set(hiddenCells)
  for (const cell of pack.cells) if (cell.hide === 'implied' || cell.hide === 'earlier-hidden') hidden.add(cell.id)
  return results.map((result) => {
    const names = ['numerator', 'denominator', 'left over', ...(result.breakdown ?? []).map((_, at) => `cell ${at}`)]
    return {
      ...result,
      hidden: names.filter((name) => hidden.has(cellOf.get(nameNumber(result.id, name)) ?? '')),
    }
  })
}
