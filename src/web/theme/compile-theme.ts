import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { colours } from './colour.ts'
import { fontFaceRules } from './font.ts'
import { paletteRules } from './palette.ts'

/**
 * The style sheet: govuk-frontend's Sass with our letters and colours, compiled in process. GDS Transport and the crown
 * are licensed for GOV.UK alone and never included.
 *
 * It is named by a hash of everything it is made from, so its name is known before it has been compiled, and a compiled
 * one is kept in memory and in the cache folder until an ingredient changes.
 */
export interface Theme {
  css: string
  hash: string
}

const here = import.meta.dirname
const require = createRequire(import.meta.url)
const govukFolder = join(require.resolve('govuk-frontend/package.json'), '..', 'dist')

let hash: string | undefined
let compiled: Promise<string> | undefined

export function themeHash(): string {
  hash ??= hashIngredients()
  return hash
}

export async function compileTheme(options: { cacheFolder: string | null }): Promise<Theme> {
  compiled ??= readOrCompile(options.cacheFolder).catch((error: unknown) => {
    compiled = undefined
    throw error
  })
  return { css: await compiled, hash: themeHash() }
}

async function readOrCompile(cacheFolder: string | null): Promise<string> {
  const path = cacheFolder && join(cacheFolder, `theme-${themeHash()}.css`)
  const cached = path && readIfThere(path)
  if (cached) return cached
  const css = await compile()
  if (path) keep(path, css)
  return css
}

/** Loading the compiler costs more than reading a cached sheet, so it is loaded only when it is needed. */
async function compile(): Promise<string> {
  const sass = await import('sass')
  const result = await sass.compileStringAsync(readFileSync(join(here, 'theme.scss'), 'utf8'), {
    url: pathToFileURL(join(here, 'theme.scss')),
    loadPaths: [govukFolder],
    style: 'compressed',
    quietDeps: true,
    importers: [
      {
        canonicalize: (name) => (name === 'kept:colour' ? new URL('kept:colour') : null),
        load: () => ({ contents: sassColours(), syntax: 'scss' as const }),
      },
    ],
  })
  return `${fontFaceRules()}\n${paletteRules()}\n${result.css}`
}

function sassColours(): string {
  return Object.entries(colours)
    .map(([name, value]) => `$${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`)
    .join('\n')
}

function hashIngredients(): string {
  const digest = createHash('sha256')
  for (const name of readdirSync(here)
    .filter((name) => name.endsWith('.scss'))
    .sort()) {
    digest.update(name).update(readFileSync(join(here, name)))
  }
  digest.update(sassColours()).update(fontFaceRules()).update(paletteRules())
  for (const folder of [join(govukFolder, '..'), join(require.resolve('sass'), '..')]) {
    digest.update(readFileSync(join(folder, 'package.json')))
  }
  return digest.digest('hex').slice(0, 16)
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Written aside and renamed, so that a half-written sheet is never read. A cache that cannot be written is no fault. */
function keep(path: string, css: string): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    const aside = `${path}.${process.pid}`
    writeFileSync(aside, css)
    renameSync(aside, path)
  } catch {
    // A read-only or full disk: the sheet is compiled again at the next start.
  }
}
