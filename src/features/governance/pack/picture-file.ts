import type { PackFigure } from '../../../domain/governance/pack.ts'
import { drawFigure } from '../pages/draw-figure.ts'

const HATCH =
  '<defs><pattern id="kept-hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="10" height="10" fill="#ffffff"/><rect width="5" height="10" fill="#b7a9c7"/></pattern></defs>'

export interface PictureFile {
  svg: string
  width: number
  height: number
}

/** A figure's chart as files that stand alone: as wide as a page, and for a phone. */
export function makePictureFile(figure: PackFigure): (PictureFile & { narrow: string }) | null {
  const onPaper = makeFile(drawFigure(figure, true)?.svg)
  const narrow = makeFile(drawFigure(figure)?.svg, 'first')
  return onPaper && narrow && { ...onPaper, narrow: narrow.svg }
}

/** One of a chart's drawings, with its letters named and the page's hatching in it. */
function makeFile(svg: string | undefined, which: 'first' | 'last' = 'last'): PictureFile | null {
  const drawing = svg?.match(/<svg[\s\S]*?<\/svg>/g)?.at(which === 'first' ? 0 : -1)
  const box = drawing?.match(/viewBox="0,? 0,? ([\d.]+)[, ]+([\d.]+)"/)
  if (!drawing || !box) return null
  const [width, height] = [Number(box[1]), Number(box[2])]
  const start = drawing.match(/^<svg[^>]*>/)![0]
  const root = start
    .replace(/ (class|role|aria-[a-z]+|focusable|xmlns)="[^"]*"/g, '')
    .replace(
      '<svg',
      `<svg xmlns="http://www.w3.org/2000/svg" font-family="Atkinson Hyperlegible Next, Arial" width="${width}" height="${height}"`,
    )
  return { svg: `${root}${HATCH}${drawing.slice(start.length)}`, width, height }
}
