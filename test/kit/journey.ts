import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../src/config.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { loadDemonstration } from '../../src/features/demonstration/index.ts'
import { type RunningServer, startServer } from '../../src/main.ts'
import type { Council } from '../../src/shapes/person/council.store.ts'
import { startBrowser } from './browser.ts'

export const JOURNEY_DAY = '2026-07-10'

/** The whole product with a small Exampleshire, listening on a free port, and a browser in front of it. */
export class Journey {
  readonly server: RunningServer
  readonly browser: Browser
  readonly database: Database
  readonly council: Council
  readonly folder: string
  constructor(parts: Pick<Journey, 'server' | 'browser' | 'database' | 'council' | 'folder'>) {
    this.server = parts.server
    this.browser = parts.browser
    this.database = parts.database
    this.council = parts.council
    this.folder = parts.folder
  }

  /** A new browser signed in as the made-up person whose row in the picker says `who`. */
  async signIn(who: RegExp, { width = 1280, isScripted = true } = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: isScripted })
    const page = await context.newPage()
    await page.goto(`${this.server.address}/sign-in`)
    await page.getByRole('button', { name: who }).first().click()
    await page.waitForURL(`${this.server.address}/`)
    return page
  }

  async go(page: Page, path: string): Promise<number> {
    const response = await page.goto(`${this.server.address}${path}`)
    return response!.status()
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.close()
    await this.database.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** Tab until what has the focus is called `what`; never more often than a page has places. */
export async function tabTo(page: Page, what: RegExp): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    await page.keyboard.press('Tab')
    if (what.test(await page.evaluate<string>('document.activeElement.innerText || document.activeElement.id'))) return
  }
  throw new Error(`The keyboard does not reach ${what} on ${page.url()}`)
}

/** Tab there and press the key; waits until another page is there. */
export async function pressOn(page: Page, what: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, what)
  const from = page.url()
  await page.keyboard.press(key)
  await page.waitForURL((url) => url.href !== from)
}

export async function startJourney(children = 120): Promise<Journey> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-journey-'))
  const database = await openDatabase({ engine: 'embedded', folder: 'memory://' })
  await migrate(database)
  const options = { children, careExperienced: Math.round(children / 2), years: 3, seed: 1, today: JOURNEY_DAY }
  const council = await loadDemonstration(database, options, () => {})
  const config = { ...readConfig({ KEPT_DATA: folder }), port: 0 }
  const server = await startServer({ config, database, council, today: JOURNEY_DAY, isStrict: true })
  return new Journey({ server, browser: await startBrowser(), database, council, folder })
}
