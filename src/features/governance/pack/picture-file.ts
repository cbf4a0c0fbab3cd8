import type { PackFigure } from '../../../domain/governance/pack.ts'
import { drawFigure } from '../pages/draw-figure.ts'

const HATCH =
  '<defs><pattern id="kept-hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="10" height="10" fill="#ffffff"/><rect width="5" height="10" fill="#b7a9c7"/></pattern></defs>'

export interface PictureFile {
  svg: string
  width: number
  height: number
}

/** The widest drawing of a figure's chart as a file that stands alone: with its letters named and the page's hatching in it. */
export function makePictureFile(figure: PackFigure): PictureFile | null {
  const drawings = drawFigure(figure, true)?.svg.match(/<svg[\s\S]*?<\/svg>/g)
  const widest = drawings?.at(-1)
  const box = widest?.match(/viewBox="0,? 0,? ([\d.]+)[, ]+([\d.]+)"/)
  if (!widest || !box) return null
  const [width, height] = [Number(box[1]), Number(box[2])]
  const start = widest.match(/^<svg[^>]*>/)![0]
  const root = start
    .replace(/ (class|role|aria-[a-z]+|focusable|xmlns)="[^"]*"/g, '')
    .replace(
      '<svg',
      `<svg xmlns="http://www.w3.org/2000/svg" font-family="Atkinson Hyperlegible Next, Arial" width="${width}" height="${height}"`,
    )
  return { svg: `${root}${HATCH}${widest.slice(start.length)}`, width, height }
}
