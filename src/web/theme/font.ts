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

const require = createRequire(import.meta.url)

let loaded: FontFile[] | undefined
let easy: FontFile[] | undefined

export function loadFonts(): FontFile[] {
  loaded ??= readFonts('atkinson-hyperlegible-next', 'font')
  return loaded
}

/** Andika, made for new readers (SIL Open Font Licence): fetched only by pages of somebody who chose easy letters. */
export function loadEasyFonts(): FontFile[] {
  easy ??= readFonts('andika', 'easy')
  return easy
}

function readFonts(family: string, prefix: string): FontFile[] {
  const packageFolder = join(require.resolve(`@fontsource/${family}/package.json`), '..')
  const ranges = JSON.parse(readFileSync(join(packageFolder, 'unicode.json'), 'utf8')) as Record<string, string>
  const sets = ['latin', 'latin-ext'] as const
  return sets.flatMap((set) =>
    ([400, 700] as const).map((weight) => {
      const name = `${family}-${set}-${weight}-normal.woff2`
      const bytes = readFileSync(join(packageFolder, 'files', name))
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
      return { weight, set, unicodeRange: ranges[set]!, url: `/assets/${prefix}-${set}-${weight}-${hash}.woff2`, bytes }
    }),
  )
}

export function fontFaceRules(): string {
  return [...rulesOf('Atkinson Hyperlegible Next', loadFonts()), ...rulesOf('Andika', loadEasyFonts())].join('\n')
}

function rulesOf(family: string, fonts: FontFile[]): string[] {
  return fonts.map(
    (font) =>
      `@font-face{font-family:"${family}";font-style:normal;font-weight:${font.weight};` +
      `font-display:swap;src:url("${font.url}") format("woff2");unicode-range:${font.unicodeRange}}`,
  )
}
