import {
  describePicture,
  type PackFigure,
  type PackKnot,
  type PackSection,
  type PrintedPack,
  sayAgendaNote,
  sayKnot,
  sayUnder,
} from '../../../domain/governance/pack.ts'
import { IMPACT_QUESTION } from '../../../domain/governance/what-is-missing.ts'
import { makePictureFile } from './picture-file.ts'

const LETTERS = `body{font:1.125rem/1.6 "Atkinson Hyperlegible Next",Arial,sans-serif;color:#1f1a2e;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{color:#43295c;line-height:1.25}h2{border-top:3px solid #43295c;padding-top:1rem;margin-top:3rem}table{border-collapse:collapse;width:100%}
.room{overflow-x:auto}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #b7a9c7}.number{text-align:right}svg{max-width:100%;height:auto}
.quiet{color:#4a4f57}.room:focus{outline:3px solid #c2410c}.thread{list-style:none;padding:0;margin:1rem 0 2rem;font-size:1rem}.thread li{position:relative;padding:0 0 .6rem 1.75rem;border-left:3px solid #c2410c;margin-left:.5rem}
.thread li:last-child{border-color:transparent}.thread li::before{content:"";position:absolute;left:-.6rem;top:.3rem;width:.7rem;height:.7rem;border-radius:50%;background:#c2410c;border:2px solid #fff}.thread .gap{border-left-style:dashed}.thread .gap::before{background:#fff;border-color:#c2410c}.thread b{color:#43295c}
@media print{body{font-size:11pt;max-width:none;margin:0}section,.checks{break-before:page}h2{border:0;margin-top:0}h2,h3{break-after:avoid}tr,svg,.thread{break-inside:avoid}nav{display:none}.room{overflow:visible}}`

/** The same pack as one web page that needs nothing else: no script, no other file. */
export function writePage(pack: PrintedPack): string {
  const { meeting } = pack
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(pack.title)}</title><style>${LETTERS}</style></head>
<body>
<header><p>${say(pack.council)}</p><h1>${say(pack.title)}</h1><p>${say(sayUnder(pack))}</p>${meeting?.theme ? `<p>${say(`Theme: ${meeting.theme}`)}</p>` : ''}</header>
<main>
${
  pack.agenda.length === 0
    ? ''
    : `<h2 id="agenda">Agenda</h2>
<ol>${pack.agenda.map((item) => `<li>${say(item.title)} <span class="quiet">${say(sayAgendaNote(item))}</span></li>`).join('')}</ol>`
}
<nav aria-label="What is inside"><ul>${pack.sections.map((section) => `<li><a href="#item-${section.number}">${say(section.title)}</a></li>`).join('')}</ul></nav>
${pack.sections.map(writeSection).join('\n')}
<div class="checks"><h2 id="checks">How the numbers were checked</h2>
<ul>${pack.checks.map((check) => `<li>${say(check)}</li>`).join('')}</ul></div>
</main>
</body>
</html>
`
}

function writeSection(section: PackSection): string {
  const paragraphs = (list: string[]) => list.map((words) => `<p>${say(words)}</p>`).join('')
  return `<section aria-labelledby="item-${section.number}"><h2 id="item-${section.number}">${say(`${section.number}. ${section.title}`)}</h2>
${section.writtenBy ? `<p class="quiet">${say(`Written by: ${section.writtenBy}`)}</p>` : ''}${writeThread(section.thread)}${section.full.length > 0 ? '<h3>In plain words</h3>' : ''}${paragraphs(section.plain)}
${section.figures.map(writeFigure).join('')}
${section.impact.length > 0 ? `<h3>${say(IMPACT_QUESTION)}</h3>${paragraphs(section.impact)}` : ''}${section.full.length > 0 ? `<h3>The full paper</h3>${paragraphs(section.full)}` : ''}</section>`
}

function writeThread(thread: PackKnot[] = []): string {
  if (thread.length === 0) return ''
  const knots = thread.map(
    (knot) => `<li${knot.isGap ? ' class="gap"' : ''}><b>${say(knot.stage)}:</b> ${say(sayKnot(knot))}</li>`,
  )
  return `<h3>Where this stands on the thread</h3><ol class="thread">${knots.join('')}</ol>`
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
