import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The browser's script, bundled in process at first use. Named by what it is made from, like the style sheet. */
const entry = join(import.meta.dirname, 'browser.js')
const require = createRequire(import.meta.url)

let hash: string | undefined
let bundled: Promise<string> | undefined

export function scriptHash(): string {
  hash ??= createHash('sha256')
    .update(readFileSync(entry))
    .update(readFileSync(join(import.meta.dirname, 'own-draft.js')))
    .update(readFileSync(join(import.meta.dirname, 'answer-draft.js')))
    .update(readFileSync(join(import.meta.dirname, 'live-minutes.js')))
    .update(readFileSync(require.resolve('govuk-frontend/package.json')))
    .update(readFileSync(require.resolve('esbuild/package.json')))
    .digest('hex')
    .slice(0, 16)
  return hash
}

export function bundleScript(): Promise<string> {
  bundled ??= bundle().catch((error: unknown) => {
    bundled = undefined
    throw error
  })
  return bundled
}

async function bundle(): Promise<string> {
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2020'],
    legalComments: 'none',
  })
  // esbuild's own process would otherwise keep a command that has finished from ending.
  await esbuild.stop()
  return result.outputFiles[0]!.text
}
