import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { HIDDEN_SIGN, type Size } from './chart.ts'

/**
 * Draws with Observable Plot into a document of our own, and hands over text that the content security policy allows:
 * no style element, no style attribute, only classes and presentation attributes.
 */
export interface Naming {
  id: string
  title: string
  description: string
}

// biome-ignore lint/suspicious/noExplicitAny: Plot's options are typed against a browser's document, which is not here
type Options = any

const { document } = parseHTML('<html><body></body></html>')

export function drawSvg(naming: Naming, size: Size, options: Options): string {
  const svg = Plot.plot({ ...options, document, width: size.width, className: 'plot' } as Options) as Options
  for (const sheet of [...svg.querySelectorAll('style')]) sheet.remove()
  for (const element of [...svg.querySelectorAll('*')]) tidy(element)
  const id = `${naming.id}-${size.name}`
  svg.prepend(named('desc', `${id}-desc`, naming.description))
  svg.prepend(named('title', `${id}-title`, naming.title))
  for (const name of ['width', 'height', 'font-family', 'font-size', 'style']) svg.removeAttribute(name)
  svg.setAttribute('class', `kept-chart__picture kept-chart__picture--${size.name}`)
  svg.setAttribute('font-size', size.name === 'medium' || size.name === 'wide' ? '15' : '14')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${id}-title`)
  svg.setAttribute('aria-describedby', `${id}-desc`)
  svg.setAttribute('focusable', 'false')
  return svg.outerHTML
}

/** Inside a picture that has a name, parts need none; coordinates to a tenth are finer than any screen. */
function tidy(element: Options): void {
  for (const name of ['aria-label', 'aria-hidden', 'style', 'font-variant']) element.removeAttribute(name)
  for (const name of ['d', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'cx', 'cy']) {
    const value = element.getAttribute(name)
    if (value && !value.includes('em')) {
      element.setAttribute(
        name,
        value.replaceAll(/\d+\.\d{2,}/g, (number: string) => String(Math.round(Number(number) * 10) / 10)),
      )
    }
  }
}

function named(tag: 'title' | 'desc', id: string, text: string): Options {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  element.setAttribute('id', id)
  element.textContent = text
  return element
}

/** The pattern is drawn once a page, in the layout's sprite. */
export const HATCH = 'url(#kept-hatch)'

/** What a screen reader hears: every fact in order, a hidden one as hidden. */
export function describe(facts: { label: string; text: string; isHidden: boolean }[], extra: string[] = []): string {
  const said = facts.map(
    (fact) => `${fact.label}: ${fact.isHidden ? `${HIDDEN_SIGN}, hidden because it is a small number` : fact.text}`,
  )
  return [...said, ...extra].join('; ')
}

const drawn = new Map<string, string>()
const MOST_KEPT = 400

/** Drawing is pure, and a scorecard is opened far more often than its figures change. */
export function drawOnce(key: object, draw: () => string): string {
  const name = JSON.stringify(key)
  const before = drawn.get(name)
  if (before !== undefined) return before
  const svg = draw()
  if (drawn.size >= MOST_KEPT) drawn.delete(drawn.keys().next().value!)
  drawn.set(name, svg)
  return svg
}
