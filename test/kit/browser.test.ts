import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { assertAccessible, checkAccessibility, sayViolations, startBrowser } from './browser.ts'

const good = `<!doctype html><html lang="en-GB"><title>My people</title><main><h1>My people</h1>
<label>Your name <input name="name"></label></main></html>`
const bad = `<!doctype html><html><title>My people</title><main><h1>My people</h1><input name="name"></main></html>`

let browser: Browser
let server: Server
let address: string

before(async () => {
  browser = await startBrowser()
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'none'")
    response.end(request.url === '/good' ? good : bad)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

after(async () => {
  await browser?.close()
  server?.close()
})

test('an accessible page under a strict content security policy passes', async () => {
  const page = await browser.newPage()
  await page.goto(`${address}/good`)
  await assertAccessible(page)
})

test('a page without a language and a label fails, saying the rule and the place', async () => {
  const page = await browser.newPage()
  await page.goto(`${address}/bad`)
  const violations = await checkAccessibility(page)
  assert.deepEqual(violations.map(({ rule }) => rule).sort(), ['html-has-lang', 'label'])
  assert.match(sayViolations(violations), /label \(critical\): .+\n {2}at input\n {5}<input name="name">/)
  await assert.rejects(assertAccessible(page), /\/bad is not accessible/)
})

test('the page draws its letters', async () => {
  const page = await browser.newPage()
  await page.setContent('<span>Kept</span>')
  const box = await page.locator('span').boundingBox()
  assert.ok(box !== null && box.width > 20, `the word is ${box?.width} wide`)
})
