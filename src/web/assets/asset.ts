import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileTheme, themeHash } from '../theme/compile-theme.ts'
import { loadEasyFonts, loadFonts } from '../theme/font.ts'
import { bundleScript, scriptHash } from './bundle-script.ts'

/** What pages link to. Every address holds a hash of what it is made from, so a browser may keep it for ever. */
export type AssetPaths = {
  css: string
  js: string
  favicon: string
  font: string
  easyFont: string
}

export interface Asset {
  path: string
  type: string
  /** Already compressed: sent as it is. */
  isCompressed: boolean
  read(): Promise<Buffer>
}

/**
 * Neutral on purpose: a tab must not tell who is looked after (look.md, the child's pages), and the mark says nothing
 * to a stranger.
 */
const favicon = readFileSync(join(import.meta.dirname, 'favicon.svg'))

let paths: AssetPaths | undefined

export function assetPaths(): AssetPaths {
  paths ??= {
    css: `/assets/theme-${themeHash()}.css`,
    js: `/assets/kept-${scriptHash()}.js`,
    favicon: `/assets/favicon-${createHash('sha256').update(favicon).digest('hex').slice(0, 12)}.svg`,
    font: loadFonts().find((font) => font.set === 'latin' && font.weight === 400)!.url,
    easyFont: loadEasyFonts().find((font) => font.set === 'latin' && font.weight === 400)!.url,
  }
  return paths
}

export function listAssets(cacheFolder: string | null): Asset[] {
  const { css, js, favicon: icon } = assetPaths()
  const text = (path: string, type: string, read: () => Promise<string>): Asset => ({
    path,
    type: `${type}; charset=utf-8`,
    isCompressed: false,
    read: async () => Buffer.from(await read()),
  })
  return [
    text(css, 'text/css', async () => (await compileTheme({ cacheFolder })).css),
    text(js, 'text/javascript', bundleScript),
    text(icon, 'image/svg+xml', async () => favicon.toString()),
    ...[...loadFonts(), ...loadEasyFonts()].map((font) => ({
      path: font.url,
      type: 'font/woff2',
      isCompressed: true,
      read: async () => font.bytes,
    })),
  ]
}
