import { parse } from 'csv-parse/sync'

/** What a document is made of, in its order: rows of a table, and lines of text. */
export type Block =
  | { kind: 'row'; cells: string[]; startsTable?: boolean }
  | { kind: 'line'; text: string; isBullet: boolean; isHeading?: boolean }
  | { kind: 'gap' }

const BULLET = /^\s*(?:[-–—•*·▪●○◦‣]|o(?=\s))\s+/u

/** Pasted text: lines with tabs are rows of a table; the others are lines of text. */
export function toBlocks(text: string): Block[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return clean.includes('\t') ? fromTabs(clean) : fromLines(clean)
}

function fromTabs(text: string): Block[] {
  return parseTabs(text).map((cells) => {
    if (cells.every((cell) => cell.trim() === '')) return { kind: 'gap' }
    return cells.length === 1 ? toLine(cells[0]!) : { kind: 'row', cells: cells.map(cleanCell) }
  })
}

/** A sheet puts a cell of several lines in quotes; a quote inside a cell is only a quote. */
function parseTabs(text: string): string[][] {
  try {
    return parse(text, { delimiter: '\t', relax_column_count: true, relax_quotes: true }) as string[][]
  } catch {
    return text.split('\n').map((line) => line.split('\t'))
  }
}

/** A line that goes on from the bullet above (indented, or in small letters) is part of it. */
function fromLines(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    if (line.trim() === '') blocks.push({ kind: 'gap' })
    else if (last?.kind === 'line' && last.isBullet && !BULLET.test(line) && /^(\s|\p{Ll})/u.test(line))
      last.text = `${last.text} ${cleanCell(line)}`
    else blocks.push(toLine(line))
  }
  return blocks
}

export function toLine(text: string): Block {
  const isHeading = /^\s*#+\s/.test(text)
  const words = cleanCell(text.replace(/^\s*#+\s+/, '').replace(BULLET, ''))
  return words === ''
    ? { kind: 'gap' }
    : { kind: 'line', text: words, isBullet: BULLET.test(text), ...(isHeading ? { isHeading } : {}) }
}

/** The words of a cell, a line for each paragraph. What only marks a paragraph, a bullet or bold type is no word. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/<\/p>|<br\s*\/?>|<\/li>/gi, '\n')
    .replace(/<\/?(?:p|ul|ol|li|b|i|strong|em)>/gi, '')
    .replaceAll('&amp;', '&')
    .replaceAll('**', '')
    .replace(/(?<![.!?:;\s])[^\S\n]{2,}(?=[\p{Lu}%\d“"‘])/gu, '\n')
    .split('\n')
    .map((line) => line.replace(BULLET, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Blocks as text that reads back as the same blocks: what a person sees, and may put right. */
export function writeBlocks(blocks: readonly Block[]): string {
  const lines = blocks.map((block) => {
    if (block.kind === 'gap') return ''
    if (block.kind === 'line') return `${block.isHeading ? '# ' : block.isBullet ? '- ' : ''}${block.text}`
    const cells = block.cells.length > 1 ? block.cells : [...block.cells, '']
    return cells.map(quote).join('\t')
  })
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')}\n`
}

const quote = (cell: string) => (/["\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
