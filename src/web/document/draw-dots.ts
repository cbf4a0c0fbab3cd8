import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFonts } from './open-font.ts'

const require = createRequire(import.meta.url)

/**
 * A picture as dots (PNG), for readers of Word files that draw no SVG. Not by `sharp`: what it may open is narrowed to
 * photographs for the whole process, because it opens what people send us.
 */
export async function drawDots(svg: string, width: number): Promise<Buffer> {
  starting ??= start()
  const { Resvg, fonts } = await starting
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: { fontBuffers: fonts, defaultFontFamily: 'Atkinson Hyperlegible Next' },
  })
  try {
    return Buffer.from(drawing.render().asPng())
  } finally {
    drawing.free()
  }
}

let starting: ReturnType<typeof start> | undefined

/** Once a process. */
async function start() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return { Resvg, fonts: readFonts() }
}
