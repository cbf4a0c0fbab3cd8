/** The cells of one line of a comma-separated table. Fast where nothing is quoted; the national directory quotes text. */
export function splitCells(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      const { text, end } = readQuoted(line, at + 1)
      cells.push(text)
      at = end + 1
    } else {
      const end = line.indexOf(',', at)
      cells.push(end === -1 ? line.slice(at) : line.slice(at, end))
      at = end === -1 ? line.length + 1 : end + 1
    }
  }
  return cells
}

/** The text after an opening mark, and where the comma after its closing mark is (or the end of the line). */
function readQuoted(line: string, from: number): { text: string; end: number } {
  let text = ''
  let at = from
  for (;;) {
    const mark = line.indexOf('"', at)
    if (mark === -1) return { text: text + line.slice(at), end: line.length }
    text += line.slice(at, mark)
    if (line[mark + 1] !== '"') {
      const comma = line.indexOf(',', mark)
      return { text, end: comma === -1 ? line.length : comma }
    }
    text += '"'
    at = mark + 2
  }
}
