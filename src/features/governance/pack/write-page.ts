import { describePicture, type Pack, type PackFigure, type PackSection } from '../../../domain/governance/pack.ts'
import { IMPACT_QUESTION } from '../../../domain/governance/what-is-missing.ts'
import { makePictureFile } from './picture-file.ts'

const LETTERS = `body{font:1.125rem/1.6 "Atkinson Hyperlegible Next",Arial,sans-serif;color:#1f1a2e;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{color:#43295c;line-height:1.25}h2{border-top:3px solid #43295c;padding-top:1rem;margin-top:3rem}table{border-collapse:collapse;width:100%}
.room{overflow-x:auto}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #b7a9c7}.number{text-align:right}svg{max-width:100%;height:auto}
.quiet{color:#4a4f57}@media print{h2{break-before:page}tr{break-inside:avoid}}`

/** The same pack as one web page that needs nothing else: no script, no other file. */
export function writePage(pack: Pack): string {
  const { meeting } = pack
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(pack.title)}</title><style>${LETTERS}</style></head>
<body>
<header><p>${say(pack.council)}</p><h1>${say(pack.title)}</h1><p>${say([meeting.time, meeting.place].filter(Boolean).join(', '))}</p>${meeting.theme ? `<p>${say(`Theme: ${meeting.theme}`)}</p>` : ''}</header>
<main>
<h2 id="agenda">Agenda</h2>
<ol>${pack.agenda.map((item) => `<li>${say(item.title)} <span class="quiet">${say([item.note, `${item.minutes} minutes`].filter(Boolean).join(', '))}</span></li>`).join('')}</ol>
<nav aria-label="What is inside"><ul>${pack.sections.map((section) => `<li><a href="#item-${section.number}">${say(section.title)}</a></li>`).join('')}</ul></nav>
${pack.sections.map(writeSection).join('\n')}
<h2 id="checks">How the numbers were checked</h2>
<ul>${pack.checks.map((check) => `<li>${say(check)}</li>`).join('')}</ul>
</main>
</body>
</html>
`
}

function writeSection(section: PackSection): string {
  const paragraphs = (list: string[]) => list.map((words) => `<p>${say(words)}</p>`).join('')
  return `<section aria-labelledby="item-${section.number}"><h2 id="item-${section.number}">${say(`${section.number}. ${section.title}`)}</h2>
${section.writtenBy ? `<p class="quiet">${say(`Written by: ${section.writtenBy}`)}</p>` : ''}${section.full.length > 0 ? '<h3>In plain words</h3>' : ''}${paragraphs(section.plain)}
${section.figures.map(writeFigure).join('')}
${section.impact.length > 0 ? `<h3>${say(IMPACT_QUESTION)}</h3>${paragraphs(section.impact)}` : ''}${section.full.length > 0 ? `<h3>The full paper</h3>${paragraphs(section.full)}` : ''}</section>`
}

function writeFigure(figure: PackFigure): string {
  const file = makePictureFile(figure)
  const { columns, rows } = figure.table
  const kind = (index: number) => (columns[index]!.isNumeric ? ' class="number"' : '')
  // The picture's hatching is named by its figure: a name stands once on a page.
  const svg = file?.svg
    .replaceAll('kept-hatch', `hatch-${figure.id}`)
    .replace('<svg', `<svg role="img" aria-label="${say(describePicture(figure))}"`)
  return `<h3>${say(figure.title)}</h3>${svg ?? ''}<div class="room" role="region" tabindex="0" aria-label="${say(figure.title)}"><table><thead><tr>${columns.map((column, index) => `<th scope="col"${kind(index)}>${say(column.text)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell, index) => (index === 0 ? `<th scope="row">${say(cell)}</th>` : `<td${kind(index)}>${say(cell)}</td>`)).join('')}</tr>`).join('')}</tbody></table></div>${figure.source ? `<p class="quiet">${say(figure.source)}</p>` : ''}`
}

function say(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
