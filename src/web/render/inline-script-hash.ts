import { createHash } from 'node:crypto'
import { readGovukTemplate } from './nunjucks.ts'

/**
 * The source for `script-src` that allows GOV.UK's one inline script and no other, worked out from the template itself
 * so that an upgrade cannot leave it stale. A template with none, or with two, is a fault to be seen at start.
 */
export function inlineScriptHash(): string {
  return hashOfOnlyScript(readGovukTemplate())
}

export function hashOfOnlyScript(template: string): string {
  const scripts = [...template.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]!)
  if (scripts.length !== 1)
    throw new Error(`GOV.UK's template should hold one inline script, and holds ${scripts.length}`)
  return `sha256-${createHash('sha256').update(scripts[0]!).digest('base64')}`
}
