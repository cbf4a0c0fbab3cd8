import { type Block, cleanCell } from '../../../domain/plans/plan-blocks.ts'
import { attributeOf, childrenOf, localName, openOfficeFile, type XmlNode } from './open-office-file.ts'

/** A Word document as blocks: paragraphs, bullets, and each table's rows. Null where it is no Word document. */
export function readWord(bytes: Uint8Array): Block[] | null {
  const document = openOfficeFile(bytes, (name) => name === 'word/document.xml').get('word/document.xml')
  const body = document && childrenOf(document, 'body')[0]
  if (!body) return null
  const blocks: Block[] = []
  for (const node of blockNodes(body)) {
    if (localName(node) === 'tbl') blocks.push({ kind: 'gap' }, ...readRows(node), { kind: 'gap' })
    else blocks.push(toBlock(node))
  }
  return blocks
}

/** Paragraphs and tables in their order, out of the boxes that hold a part of the document. */
function blockNodes(node: XmlNode): XmlNode[] {
  return ([...node.children] as XmlNode[]).flatMap((child) => {
    const name = localName(child)
    if (name === 'p' || name === 'tbl') return [child]
    return name === 'sdt' || name === 'sdtContent' || name === 'ins' ? blockNodes(child) : []
  })
}

function toBlock(node: XmlNode): Block {
  const text = cleanCell(readText(node)).replaceAll('\n', ' ')
  if (text === '') return { kind: 'gap' }
  const properties = childrenOf(node, 'pPr')[0]
  const style = properties ? attributeOf(childrenOf(properties, 'pStyle')[0], 'val') : null
  const isHeading = /^(heading|title)/i.test(style ?? '')
  const isBullet = !isHeading && (childrenOf(properties ?? node, 'numPr').length > 0 || /^list/i.test(style ?? ''))
  return { kind: 'line', text, isBullet, ...(isHeading ? { isHeading } : {}) }
}

function readRows(table: XmlNode): Block[] {
  let above: string[] = []
  return childrenOf(table, 'tr').map((row, index) => {
    const cells: string[] = []
    const nodes = ([...row.children] as XmlNode[]).flatMap((child) =>
      localName(child) === 'sdt'
        ? childrenOf(child, 'sdtContent').flatMap((inner) => childrenOf(inner, 'tc'))
        : [child],
    )
    for (const cell of nodes.filter((node) => localName(node) === 'tc')) {
      const properties = childrenOf(cell, 'tcPr')[0]
      const merge = properties && childrenOf(properties, 'vMerge')[0]
      const isBelow = merge !== undefined && attributeOf(merge, 'val') !== 'restart'
      const text = isBelow ? (above[cells.length] ?? '') : cleanCell(readParagraphs(cell))
      const width = Number(properties && attributeOf(childrenOf(properties, 'gridSpan')[0], 'val')) || 1
      cells.push(text, ...Array.from({ length: Math.min(width, 60) - 1 }, () => ''))
    }
    above = cells
    // One cell across the table is a heading above the rows that follow.
    if (cells.length > 1 && nodes.filter((node) => localName(node) === 'tc').length === 1)
      return { kind: 'line', text: cells[0]!.replaceAll('\n', ' '), isBullet: false }
    return { kind: 'row', cells, ...(index === 0 ? { startsTable: true } : {}) }
  })
}

/** A line for each paragraph of a cell; a table within a cell is read as lines too. */
function readParagraphs(node: XmlNode): string {
  return ([...node.children] as XmlNode[])
    .map((child) => (localName(child) === 'p' ? readText(child) : readParagraphs(child)))
    .filter((text) => text.trim() !== '')
    .join('\n')
}

/** The words of a paragraph. What was struck out under tracked changes is gone. */
function readText(node: XmlNode): string {
  return ([...node.children] as XmlNode[])
    .map((child) => {
      const name = localName(child)
      if (name === 't') return child.textContent ?? ''
      if (name === 'tab') return ' '
      if (name === 'br' || name === 'cr') return '\n'
      if (name === 'noBreakHyphen') return '-'
      return name === 'del' || name === 'moveFrom' || name === 'Fallback' || name === 'pPr' ? '' : readText(child)
    })
    .join('')
}
