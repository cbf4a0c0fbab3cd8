import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { colours, contrast, readPairs, seenPairs } from './colour.ts'
import { compileTheme, themeHash } from './compile-theme.ts'
import { loadFonts } from './font.ts'

describe('the theme', () => {
  test('has our letters and never those licensed for GOV.UK alone', async () => {
    const { css } = await compileTheme({ cacheFolder: null })
    assert.match(css, /Atkinson Hyperlegible Next/)
    assert.doesNotMatch(css, /GDS Transport/i)
    assert.doesNotMatch(css, /crown/i)
  })

  test('asks nothing of any other server', async () => {
    const { css } = await compileTheme({ cacheFolder: null })
    for (const [, address] of css.matchAll(/url\("?([^")]+)"?\)/g)) assert.match(address!, /^\/assets\//)
  })

  test('weighs, with both weights of the letters, under half of the 100 KB of a first load', async () => {
    const { css } = await compileTheme({ cacheFolder: null })
    const fonts = loadFonts().filter((font) => font.set === 'latin')
    const weight = gzipSync(css).length + fonts.reduce((sum, font) => sum + font.bytes.length, 0)
    assert.ok(weight < 50_000, `${weight} bytes`)
  })

  test('is named by what it is made from, the same each time', async () => {
    assert.match(themeHash(), /^[0-9a-f]{16}$/)
    assert.equal((await compileTheme({ cacheFolder: null })).hash, themeHash())
  })

  test('is read from the cache folder when it is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-theme-'))
    const here = import.meta.dirname
    const run = async () => {
      // A module of its own, so that the memory of this process does not answer.
      const fresh = await import(`${join(here, 'compile-theme.ts')}?${Math.abs(readdirSync(folder).length)}`)
      return (await fresh.compileTheme({ cacheFolder: folder })).css as string
    }
    await run()
    const [name] = readdirSync(folder)
    assert.equal(name, `theme-${themeHash()}.css`)
    assert.match(readFileSync(join(folder, name), 'utf8'), /kept-card/)
    writeFileSync(join(folder, name), 'from the cache')
    assert.equal(await run(), 'from the cache')
  })
})

describe('colours', () => {
  test('contrast is that of WCAG: black on white is 21, a colour on itself 1', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21)
    assert.equal(contrast('#c2410c', '#c2410c'), 1)
  })

  for (const [text, ground] of readPairs) {
    test(`${text} can be read on ${ground}`, () => {
      const ratio = contrast(colours[text], colours[ground])
      assert.ok(ratio >= 4.5, `${ratio.toFixed(2)} to 1`)
    })
  }

  for (const [mark, ground] of seenPairs) {
    test(`${mark} can be seen on ${ground}`, () => {
      const ratio = contrast(colours[mark], colours[ground])
      assert.ok(ratio >= 3, `${ratio.toFixed(2)} to 1`)
    })
  }
})
