import { type Block, type Document, type DocumentPicture, type DocumentTable, demandReadable } from './document.ts'

const LETTERS = `body{font:1.125rem/1.6 "Atkinson Hyperlegible Next",Arial,sans-serif;color:#1f1a2e;max-width:46rem;margin:2rem auto;padding:0 1rem}
body.large{font-size:1.5rem}
h1,h2,h3,h4{color:#43295c;line-height:1.25}h2{border-top:3px solid #43295c;padding-top:1rem;margin-top:3rem}table{border-collapse:collapse;width:100%}
.room{overflow-x:auto}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #b7a9c7}tbody th{font-weight:400}.number{text-align:right}svg{max-width:100%;height:auto}svg.small{width:9rem}svg.narrow{display:none}a{color:#43295c}
@media screen and (max-width:30rem){svg.wide{display:none}svg.narrow{display:block}
.stacked,.stacked tbody,.stacked tr,.stacked td,.stacked tbody th{display:block;text-align:left}.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stacked tr{padding:.6rem 0;border-bottom:1px solid #b7a9c7}
.stacked td,.stacked tbody th{border:0;padding:.1rem 0}.stacked tbody th{font-weight:700}.stacked td:empty{display:none}.stacked td::before{content:attr(data-heading) ": ";color:#4a4f57}}
.quiet{color:#4a4f57}.room:focus{outline:3px solid #c2410c}.thread{list-style:none;padding:0;margin:1rem 0 2rem;font-size:1rem}.thread li{position:relative;padding:0 0 .6rem 1.75rem;border-left:3px solid #c2410c;margin-left:.5rem}
.thread li:last-child{border-color:transparent}.thread li::before{content:"";position:absolute;left:-.6rem;top:.3rem;width:.7rem;height:.7rem;border-radius:50%;background:#c2410c;border:2px solid #fff}.thread .gap{border-left-style:dashed}.thread .gap::before{background:#fff;border-color:#c2410c}.thread b{color:#43295c}
@media print{body{font-size:11pt;max-width:none;margin:0}.on-new-page{break-before:page}h2{border:0;margin-top:0}h2,h3,h4,svg{break-after:avoid}tr,svg,.thread{break-inside:avoid}nav{display:none}.room{overflow:visible}}`

/** The document as one web page that needs nothing else: no script, no other file. */
export function writePage(document: Document): string {
  demandReadable(document)
  const names = nameHeadings(document)
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(document.title)}</title><style>${LETTERS}</style></head>
<body${document.isLarge ? ' class="large"' : ''}>
<header><p>${say(document.publisher)}</p><h1>${say(document.title)}</h1>${document.under.map((line) => `<p>${say(line)}</p>`).join('')}</header>
<main>
${document.blocks.map((block) => writeBlock(block, document, names)).join('\n')}
</main>
</body>
</html>
`
}

/** By its place among the headings, so that a link to it holds for as long as the document does. */
function nameHeadings({ blocks }: Document): Map<Block, string> {
  return new Map(blocks.filter(({ kind }) => kind === 'heading').map((block, index) => [block, `part-${index + 1}`]))
}

function writeBlock(block: Block, document: Document, names: Map<Block, string>): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1} id="${names.get(block)}"${block.isOnNewPage ? ' class="on-new-page"' : ''}>${say(block.words)}</h${block.level + 1}>`
    case 'paragraph':
      return writeParagraph(block)
    case 'list':
      return writeList(block)
    case 'thread':
      return `<ol class="thread">${block.stages.map(({ stage, words, isGap }) => `<li${isGap ? ' class="gap"' : ''}><b>${say(stage)}:</b> ${say(words)}</li>`).join('')}</ol>`
    case 'table':
      return writeTable(block)
    case 'picture':
      return writePicture(block)
    case 'contents':
      return writeContents(block.title, document, names)
  }
}

function writeParagraph({ words, tone }: Block & { kind: 'paragraph' }): string {
  if (tone === 'quiet') return `<p class="quiet">${say(words)}</p>`
  return tone === 'strong' ? `<p><strong>${say(words)}</strong></p>` : `<p>${say(words)}</p>`
}

function writeList({ items, isNumbered }: Block & { kind: 'list' }): string {
  const tag = isNumbered ? 'ol' : 'ul'
  const lines = items.map(
    ({ words, note }) => `<li>${say(words)}${note ? ` <span class="quiet">${say(note)}</span>` : ''}</li>`,
  )
  return `<${tag}>${lines.join('')}</${tag}>`
}

function writeContents(title: string, { blocks }: Document, names: Map<Block, string>): string {
  const links = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 && !block.isUnlisted
      ? [`<li><a href="#${names.get(block)}">${say(block.words)}</a></li>`]
      : [],
  )
  return `<nav aria-label="${say(title)}"><ul>${links.join('')}</ul></nav>`
}

/** On a phone a row of three cells and more is a block. Roles are written out: a browser takes a table's meaning away with its layout. */
function writeTable({ title, columns, rows }: DocumentTable): string {
  const isStacked = columns.length > 2
  const role = (name: string) => (isStacked ? ` role="${name}"` : '')
  const kind = (index: number) => (columns[index]!.isNumeric ? ' class="number"' : '')
  const heads = columns.map(
    (column, index) => `<th scope="col"${role('columnheader')}${kind(index)}>${say(column.text)}</th>`,
  )
  const writeCell = (cell: string, index: number) =>
    index === 0
      ? `<th scope="row"${role('rowheader')}>${sayLines(cell)}</th>`
      : `<td${role('cell')}${kind(index)}${isStacked ? ` data-heading="${say(columns[index]!.text)}"` : ''}>${sayLines(cell)}</td>`
  const lines = rows.map((row) => `<tr${role('row')}>${row.map(writeCell).join('')}</tr>`)
  return `<div class="room" role="region" tabindex="0" aria-label="${say(title)}"><table${isStacked ? ' class="stacked" role="table"' : ''}><thead${role('rowgroup')}><tr${role('row')}>${heads.join('')}</tr></thead>
<tbody${role('rowgroup')}>${lines.join('')}</tbody></table></div>`
}

/** Two drawings where there are two: the page shows the one that fits, and a reading program hears that one. */
function writePicture({ id, svg, narrow, alt, isSmall }: DocumentPicture): string {
  if (narrow === undefined) return nameDrawing(svg, id, alt, isSmall ? 'small' : '')
  return nameDrawing(svg, id, alt, 'wide') + nameDrawing(narrow, `${id}-narrow`, alt, 'narrow')
}

/** The picture's hatching is named by its figure: a name stands once on a page. */
function nameDrawing(svg: string, id: string, alt: string, kind: string): string {
  return svg
    .replaceAll('kept-hatch', `hatch-${id}`)
    .replace('<svg', `<svg role="img"${kind && ` class="${kind}"`} aria-label="${say(alt)}"`)
}

function sayLines(cell: string): string {
  return cell.split('\n').map(say).join('<br>')
}

function say(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
