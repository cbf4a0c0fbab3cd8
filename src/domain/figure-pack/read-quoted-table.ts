/** A table that somebody published, kept as it is quoted: numbers, hidden cells and the rule that was printed with them. */
export interface QuotedTable {
  rows: { label: string; count: number | null }[]
  /** Null where none is printed. */
  total: number | null
  /** Hidden cells are said to be from 1 to this; null where no rule is printed. */
  hiddenUpTo: number | null
}

export interface QuotedFinding {
  kind: 'contradiction' | 'open' | 'sum'
  words: string
}

/**
 * What is wrong with it, in sentences. Nothing is repaired and nothing guessed: which number is wrong, only the source
 * can say.
 */
export function examineQuoted({ rows, total, hiddenUpTo }: QuotedTable): QuotedFinding[] {
  if (total === null) return []
  const shown = rows.reduce((sum, row) => sum + (row.count ?? 0), 0)
  const hidden = rows.filter((row) => row.count === null)
  const rest = total - shown
  if (hidden.length === 0) {
    return rest === 0
      ? []
      : [{ kind: 'sum', words: `The rows make ${shown}, the printed total is ${total}: ${sayGap(rest)}.` }]
  }
  const start = `The shown rows make ${shown}, the total is ${total}, and ${hidden.length === 1 ? 'one cell is' : `${hidden.length} cells are`} hidden: `
  const findings: QuotedFinding[] = []
  const most = hiddenUpTo === null ? null : hiddenUpTo * hidden.length
  if (rest < 0 || (hiddenUpTo !== null && (rest < hidden.length || rest > most!))) {
    findings.push({
      kind: 'contradiction',
      words: `${start}${hidden.length === 1 ? `it can only be ${rest}` : `together they can only be ${rest}`}${hiddenUpTo === null ? ', which no number of people is' : `, but the note says ${hiddenUpTo === 4 ? 'fewer than 5' : `1 to ${hiddenUpTo}`}`}. One of these is wrong. Ask the source.`,
    })
  }
  if (hidden.length === 1 && rest >= 0)
    findings.push({
      kind: 'open',
      words: `Anybody can work out “${hidden[0]!.label}”: ${total} less ${shown} is ${rest}.`,
    })
  return findings
}

function sayGap(rest: number): string {
  return rest > 0 ? `${rest} more than the rows` : `${-rest} fewer than the rows`
}

/**
 * Reads rows as people paste them: a label, then a number or the sign of a hidden cell, one row a line; a line that begins
 * with "total" is the total. Each line that cannot be read is a sentence.
 */
export function readQuotedRows(text: string): { table: Pick<QuotedTable, 'rows' | 'total'>; faults: string[] } {
  const faults: string[] = []
  const rows: QuotedTable['rows'] = []
  let total: number | null = null
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim()
    if (words === '') continue
    const match = words.match(/^(.*?)[\s,;:\t]+((?:\d[\d,]*)|\*|c|x|–|-|<\s?\d+)$/i)
    if (!match) {
      faults.push(`Line ${index + 1}, “${words}”: end it with a number, or with the sign of a hidden cell (* or c).`)
      continue
    }
    const [, label, cell] = match as unknown as [string, string, string]
    const count = /^\d/.test(cell) ? Number(cell.replaceAll(',', '')) : null
    if (/^(grand )?total\b|^all\b/i.test(label)) {
      if (total !== null) faults.push(`Line ${index + 1}: there is a second total. Give one table at a time.`)
      total = count
    } else rows.push({ label, count })
  }
  if (rows.length === 0 && faults.length === 0) faults.push('Paste the rows of the table, one a line.')
  return { table: { rows, total }, faults }
}
