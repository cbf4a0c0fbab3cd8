import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Atkinson Hyperlegible Next, made for readers with low sight (SIL Open Font Licence), served by ourselves. The extended
 * set holds the letters of Polish, Turkish or Romanian names; a browser fetches it only where a page has such a name.
 */
export interface FontFile {
  weight: 400 | 700
  set: 'latin' | 'latin-ext'
  unicodeRange: string
  url: string
  bytes: Buffer
}

const packageFolder = join(
  createRequire(import.meta.url).resolve('@fontsource/atkinson-hyperlegible-next/package.json'),
  '..',
)

let loaded: FontFile[] | undefined

export function loadFonts(): FontFile[] {
  loaded ??= readFonts()
  return loaded
}

function readFonts(): FontFile[] {
  const ranges = JSON.parse(readFileSync(join(packageFolder, 'unicode.json'), 'utf8')) as Record<string, string>
  const sets = ['latin', 'latin-ext'] as const
  return sets.flatMap((set) =>
    ([400, 700] as const).map((weight) => {
      const name = `atkinson-hyperlegible-next-${set}-${weight}-normal.woff2`
      const bytes = readFileSync(join(packageFolder, 'files', name))
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
      return { weight, set, unicodeRange: ranges[set]!, url: `/assets/font-${set}-${weight}-${hash}.woff2`, bytes }
    }),
  )
}

export function fontFaceRules(): string {
  return loadFonts()
    .map(
      (font) =>
        `@font-face{font-family:"Atkinson Hyperlegible Next";font-style:normal;font-weight:${font.weight};` +
        `font-display:swap;src:url("${font.url}") format("woff2");unicode-range:${font.unicodeRange}}`,
    )
    .join('\n')
}
