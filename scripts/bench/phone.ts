import { startBrowser } from '../../test/kit/browser.ts'
import { startKeptServer } from '../../test/kit/command.ts'
import type { BenchCouncil } from './council.ts'
import { type Figure, summarise } from './figure.ts'
import { Reader } from './reader.ts'

/** An old phone on a poor line: six times slower, 1.6 megabits a second, 150 ms away, and nothing kept from before. */
const SLOWER = 6
const LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: 96_000 }

/** A child's first screen, from the asking to its last drawn picture and letter; beside it the same on this machine as it is. */
export async function benchPhone(bench: BenchCouncil, childId: string, times: number): Promise<Figure[]> {
  const server = await startKeptServer(bench.folder, { settings: bench.settings })
  const browser = await startBrowser()
  try {
    const reader = await new Reader(server.address).signIn(childId)
    const load = async (isSlow: boolean) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
      await context.addCookies(reader.cookies)
      const page = await context.newPage()
      let bytes = 0
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      if (isSlow) {
        await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
        await session.send('Network.emulateNetworkConditions', LINE)
      }
      const start = performance.now()
      await page.goto(server.address, { waitUntil: 'load' })
      await page.evaluate('document.fonts.ready')
      const taken = performance.now() - start
      await context.close()
      return { taken, bytes }
    }
    await load(false)
    const slow: { taken: number; bytes: number }[] = []
    const plain: number[] = []
    for (let turn = 0; turn < times; turn += 1) {
      slow.push(await load(true))
      plain.push((await load(false)).taken)
    }
    const { median, p95 } = summarise(slow.map(({ taken }) => taken))
    return [
      {
        what: "a child's first screen on an old phone, nothing kept from before",
        unit: 'ms',
        value: median,
        p95,
        limit: 2000,
        limitOf: 'median',
        baseline: { what: 'on this machine as it is', value: summarise(plain).median },
        note: `${Math.round(summarise(slow.map(({ bytes }) => bytes)).median / 1024)} KB over the line, of 100 allowed`,
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}
