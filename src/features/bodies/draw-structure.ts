import { colours } from '../../web/theme/colour.ts'
import { flatten, type Placed } from './structure.ts'

interface Box {
  placed: Placed
  x: number
  y: number
  width: number
  height: number
  name: string[]
  note: string
}

interface Drawing {
  size: 'narrow' | 'medium' | 'full'
  width: number
  /** How far a body stands in from the one it answers to. */
  indent: number
  boxWidth: (depth: number) => number
}

const LINE = 19
const GAP = 14
const PAD = 11
/** A letter of 15 pixels takes about this much; wrapping early is better than running out of the box. */
const LETTER = 8.1

const DRAWINGS: Drawing[] = [
  // As wide as it is shown on the narrowest phone, so that its letters are as large as the page's.
  { size: 'narrow', width: 270, indent: 18, boxWidth: (depth) => 268 - depth * 18 },
  { size: 'medium', width: 480, indent: 30, boxWidth: (depth) => 478 - depth * 30 },
  { size: 'full', width: 900, indent: 0, boxWidth: () => 252 },
]

/**
 * Who answers to whom: on a phone each body stands in under its own, on a desk to the right of it. Kinds are told by words
 * and by the frame, not by colour: young people's own bodies have a double frame.
 */
export function drawStructure(
  placed: Placed[],
  note: (one: Placed) => string,
  naming: { title: string; description: string },
): string {
  return DRAWINGS.map((drawing) => {
    const boxes = drawing.size === 'full' ? placeAcross(placed, drawing, note) : placeDown(placed, drawing, note)
    const height = Math.max(...boxes.map((box) => box.y + box.height), 0) + 4
    const id = `structure-${drawing.size}`
    return `<svg class="kept-chart__picture kept-chart__picture--${drawing.size}" viewBox="0 0 ${drawing.width} ${height}" font-size="15" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" focusable="false"><title id="${id}-title">${escapeText(naming.title)}</title><desc id="${id}-desc">${escapeText(naming.description)}</desc>${drawLines(boxes, drawing.size === 'full')}${boxes.map(drawBox).join('')}</svg>`
  }).join('')
}

function placeDown(placed: Placed[], drawing: Drawing, note: (one: Placed) => string): Box[] {
  let y = 2
  return flatten(placed).map((one) => {
    const box = makeBox(one, 1 + one.depth * drawing.indent, y, drawing.boxWidth(one.depth), note(one))
    y += box.height + GAP
    return box
  })
}

/** A body stands in the middle of those that answer to it. */
function placeAcross(placed: Placed[], drawing: Drawing, note: (one: Placed) => string): Box[] {
  const deepest = Math.max(...flatten(placed).map(({ depth }) => depth), 0)
  const width = Math.min(drawing.boxWidth(0), (drawing.width - 2 - deepest * 36) / (deepest + 1))
  const step = deepest === 0 ? 0 : (drawing.width - 2 - width) / deepest
  const boxes: Box[] = []
  let below = 2
  const place = (one: Placed): Box => {
    const box = makeBox(one, 1 + one.depth * step, below, width, note(one))
    const under = one.under.map(place)
    if (under.length > 0) {
      const [first, last] = [under[0]!, under.at(-1)!]
      box.y = Math.max(box.y, Math.round((first.y + last.y + last.height - box.height) / 2))
    }
    below = Math.max(below, box.y + box.height + GAP)
    boxes.push(box)
    return box
  }
  for (const one of placed) place(one)
  return boxes
}

function makeBox(placed: Placed, x: number, y: number, width: number, note: string): Box {
  const name = wrap(placed.body.name, (width - 2 * PAD) / LETTER)
  return { placed, x, y, width, height: 2 * PAD + (name.length + 1) * LINE - 4, name, note }
}

function drawLines(boxes: Box[], isAcross: boolean): string {
  return boxes
    .flatMap((from) =>
      from.placed.under.map((under) => {
        const to = boxes.find((box) => box.placed === under)!
        const middle = to.y + to.height / 2
        if (!isAcross) return `M${from.x + 10} ${from.y + from.height}V${middle}H${to.x}`
        const turn = to.x - 18
        return `M${from.x + from.width} ${from.y + from.height / 2}H${turn}V${middle}H${to.x}`
      }),
    )
    .map((path) => `<path d="${path}" fill="none" stroke="${colours.ink}" stroke-width="1.5"/>`)
    .join('')
}

function drawBox({ placed, x, y, width, height, name, note }: Box): string {
  const isYoung = placed.body.kind === 'young people'
  const frame = (inset: number) =>
    `<rect x="${x + inset}" y="${y + inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${isYoung ? 14 - inset : 4}" fill="${colours.white}" stroke="${colours.ink}" stroke-width="1.5"/>`
  const lines = name.map(
    (line, index) =>
      `<text x="${x + PAD}" y="${y + PAD + 12 + index * LINE}" font-weight="700" fill="${colours.ink}">${escapeText(line)}</text>`,
  )
  const last = `<text x="${x + PAD}" y="${y + PAD + 12 + name.length * LINE}" font-size="13" fill="${colours.inkQuiet}">${escapeText(note)}</text>`
  return `${frame(0)}${isYoung ? frame(4) : ''}${lines.join('')}${last}`
}

function wrap(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
