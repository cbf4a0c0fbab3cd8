import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { loadFonts } from '../theme/font.ts'
import { assetPaths } from './asset.ts'
import { bestEncoding, registerAssets } from './register-assets.ts'

const app = Fastify()
registerAssets(app, { cacheFolder: null })
after(() => app.close())

const get = (url: string, accepted = '') => app.inject({ url, headers: { 'accept-encoding': accepted } })

describe('assets', () => {
  const { css, js, favicon, font } = assetPaths()
  for (const [url, type] of [
    [css, /^text\/css/],
    [js, /^text\/javascript/],
    [favicon, /^image\/svg/],
    [font, /^font\/woff2/],
  ] as const) {
    test(`${type.source}: kept for ever by the browser, and never taken for another type`, async () => {
      const answer = await get(url)
      assert.equal(answer.statusCode, 200)
      assert.match(answer.headers['content-type'] as string, type)
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
      assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    })
  }

  test('every address in the style sheet is served', async () => {
    const sheet = (await get(css)).body
    const addresses = [...sheet.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1]!)
    assert.equal(addresses.length, 8)
    for (const address of addresses) assert.equal((await get(address)).statusCode, 200)
  })

  test('text comes compressed as the browser asks, letters as they are', async () => {
    const plain = (await get(css)).body
    const brotli = await get(css, 'gzip, deflate, br')
    assert.equal(brotli.headers['content-encoding'], 'br')
    assert.equal(brotliDecompressSync(brotli.rawPayload).toString(), plain)
    const gzipped = await get(css, 'gzip')
    assert.equal(gunzipSync(gzipped.rawPayload).toString(), plain)
    assert.equal((await get(font, 'br')).headers['content-encoding'], undefined)
  })

  test('a first load of styles, script and letters leaves a third of 100 KB for the page', async () => {
    const texts = await Promise.all([css, js, favicon].map((url) => get(url, 'gzip')))
    const letters = loadFonts().filter((file) => file.set === 'latin')
    const weight = [
      ...texts.map((answer) => answer.rawPayload.length),
      ...letters.map((file) => file.bytes.length),
    ].reduce((a, b) => a + b)
    assert.ok(weight < 67_000, `${weight} bytes`)
  })

  test('an old name is not found', async () => {
    assert.equal((await get('/assets/theme-0000000000000000.css')).statusCode, 404)
  })
})

describe('the encoding chosen', () => {
  const cases: [accepted: string, chosen: string][] = [
    ['', 'identity'],
    ['br, gzip', 'br'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['deflate', 'identity'],
  ]
  for (const [accepted, chosen] of cases) {
    test(`“${accepted}” gets ${chosen}`, () => assert.equal(bestEncoding(accepted), chosen))
  }
})
