import { execFile } from 'node:child_process'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** A browser that only tests our own pages: nothing phones home, and root may start it. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Success criteria of WCAG 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Starts the Chromium that npm brought, with the libraries and letters it needs, so nothing is installed on the machine.
 * `KEPT_CHROMIUM` names another Chromium to use. Close it when done.
 */
export async function startBrowser(): Promise<Browser> {
  const own = process.env.KEPT_CHROMIUM
  if (own) return chromium.launch({ executablePath: own, args: SWITCHES })
  const folder = await unpackChromium()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: SWITCHES,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  })
}

/**
 * Unpacks once for each version, next to the packages (so `npm ci` clears it). In a process of its own: the package
 * writes to the temporary folder, and brings its libraries along only where it believes itself to be in the cloud.
 */
async function unpackChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`)
  if (await exists(join(folder, 'chromium'))) return folder

  const unpacking = `${folder}.${process.pid}`
  await rm(unpacking, { recursive: true, force: true })
  await mkdir(unpacking, { recursive: true })
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: unpacking, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  })
  await writeFile(join(unpacking, 'fonts.conf'), fontConfiguration(join(folder, 'fonts'), join(folder, 'fonts-cache')))
  try {
    if (!(await exists(join(folder, 'chromium')))) await rm(folder, { recursive: true, force: true })
    await rename(unpacking, folder)
  } catch (fault) {
    await rm(unpacking, { recursive: true, force: true })
    if (!(await exists(folder))) throw fault // otherwise another test file was quicker
  }
  return folder
}

function fontConfiguration(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** One thing on a page that keeps somebody out, and where. */
export interface AccessibilityViolation {
  rule: string
  impact: string
  help: string
  places: { target: string; html: string; why: string }[]
}

interface AxeViolation {
  id: string
  impact: string | null
  help: string
  nodes: { target: unknown[]; html: string; failureSummary: string }[]
}

/**
 * Checks the page as it now stands with axe. It is put into the page through the browser's own tools, which a content
 * security policy does not bind, so the page is checked under the policy it is served with.
 */
export async function checkAccessibility(page: Page): Promise<AccessibilityViolation[]> {
  const tools = await page.context().newCDPSession(page)
  try {
    const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
    await tools.send('Runtime.evaluate', { expression: `${axe}\n;undefined` })
    const options = { runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'] }
    const answer = await tools.send('Runtime.evaluate', {
      expression: `axe.run(document, ${JSON.stringify(options)}).then(found => JSON.stringify(found.violations))`,
      awaitPromise: true,
      returnByValue: true,
    })
    if (answer.exceptionDetails) throw new Error(`axe could not run: ${JSON.stringify(answer.exceptionDetails)}`)
    return (JSON.parse(answer.result.value) as AxeViolation[]).map(toViolation)
  } finally {
    await tools.detach()
  }
}

function toViolation({ id, impact, help, nodes }: AxeViolation): AccessibilityViolation {
  const places = nodes.map(({ target, html, failureSummary }) => ({
    target: target.flat().join(' '),
    html: html.length > 200 ? `${html.slice(0, 200)}…` : html,
    why: failureSummary.replace(/\s*\n\s*/g, ' '),
  }))
  return { rule: id, impact: impact ?? 'unknown', help, places }
}

/** What a failing test prints: each rule broken, then each place. */
export function sayViolations(violations: AccessibilityViolation[]): string {
  return violations
    .map(({ rule, impact, help, places }) => {
      const lines = places.map(({ target, html, why }) => `  at ${target}\n     ${html}\n     ${why}`)
      return [`${rule} (${impact}): ${help}`, ...lines].join('\n')
    })
    .join('\n')
}

/** Fails, saying what and where, unless the page passes WCAG 2.2 AA as far as a program can tell. */
export async function assertAccessible(page: Page): Promise<void> {
  const violations = await checkAccessibility(page)
  if (violations.length > 0) throw new Error(`${page.url()} is not accessible:\n${sayViolations(violations)}`)
}
