import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { parseHTML } from 'linkedom'
import nunjucks from 'nunjucks'
import { styleGuideModel } from '../templates/style-guide-model.ts'
import { addFilters } from './filter.ts'
import { hashOfOnlyScript, inlineScriptHash } from './inline-script-hash.ts'
import { createRenderer } from './nunjucks.ts'

const renderer = createRenderer({ isStrict: true })
const page = {
  title: 'Figures',
  council: { name: 'Exampleshire Council', isMadeUp: true },
  nav: [
    { href: '/', text: 'Home', isCurrent: false },
    { href: '/figures', text: 'Figures', isCurrent: true },
  ],
  user: { label: 'Analyst' },
  csrf: 'token',
  asset: {
    css: '/assets/theme.css',
    js: '/assets/kept.js',
    favicon: '/assets/favicon.svg',
    font: '/assets/font.woff2',
  },
}

function look(changes: object = {}) {
  const html = renderer.render('style-guide.njk', { page: { ...page, ...changes }, ...styleGuideModel() })
  return { html, document: parseHTML(html).document }
}

describe('the layout', () => {
  test('marks the current page, names the council, and says when it is made up', () => {
    const { document } = look()
    assert.equal(document.querySelector('.kept-header [aria-current=page]')?.textContent, 'Figures')
    assert.equal(document.querySelector('title')?.textContent, 'Figures · Exampleshire Council · Kept')
    assert.match(document.querySelector('.kept-made-up')!.textContent!, /^\s*Exampleshire is made up/)
    assert.equal(
      look({ council: { name: 'Exampleshire Council', isMadeUp: false } }).document.querySelector('.kept-made-up'),
      null,
    )
  })

  test('signs out by a post that carries the token', () => {
    const form = look().document.querySelector('.kept-header form')!
    assert.equal(form.getAttribute('method'), 'post')
    assert.equal(form.querySelector('[name=_csrf]')?.getAttribute('value'), 'token')
  })

  test('shows no sign-out to someone who has not signed in', () => {
    assert.equal(look({ user: null, csrf: null, nav: [] }).document.querySelector('.kept-header form'), null)
  })

  test('puts errors first, in the title too, each a link to its field', () => {
    const { document } = look({ errors: [{ text: 'Choose a file', href: '#file' }] })
    assert.match(document.querySelector('title')!.textContent!, /^Error: /)
    assert.equal(document.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#file')
  })

  test('escapes what people typed', () => {
    const { html } = look({ council: { name: '<script>alert(1)</script>', isMadeUp: false } })
    assert.ok(html.includes('&lt;script&gt;alert(1)'))
    assert.ok(!html.includes('<script>alert(1)'))
  })

  const young = {
    door: { name: 'The Den', picture: 'den' },
    level: 'to 11',
    picture: 'cat',
    palette: 'sea',
    isEasyRead: false,
    isShort: false,
  }

  test('a young person’s page says neither content nor who looks after them in its tab', () => {
    const { document } = look({ young })
    assert.match(document.querySelector('title')!.textContent!, /The Den$/)
    assert.doesNotMatch(document.querySelector('title')!.textContent!, /council|care/i)
  })

  test('a young person’s page fetches the easy letters only when they were chosen', () => {
    const asset = { css: '/a.css', js: '/a.js', favicon: '/a.svg', font: '/a.woff2', easyFont: '/easy.woff2' }
    assert.doesNotMatch(look({ young, asset }).html, /easy\.woff2/)
    assert.match(look({ young: { ...young, isEasyRead: true }, asset }).html, /easy\.woff2/)
  })

  test('names neither the product nor its mark on a child’s page', () => {
    const { document } = look({ young })
    assert.doesNotMatch(document.querySelector('title')!.textContent!, /kept/i)
    assert.doesNotMatch(document.querySelector('header')!.textContent!, /kept/i)
    assert.doesNotMatch(document.querySelector('footer')!.textContent!, /kept/i)
  })

  test('has no inline style and no script but the one that is allowed', () => {
    const { html, document } = look({
      errors: [{ text: 'x', href: '#x' }],
      notice: { text: 'Done' },
      back: { href: '/' },
    })
    assert.doesNotMatch(html, /\sstyle=|<style/)
    const inline = [...document.querySelectorAll('script')].filter((script) => !script.getAttribute('src'))
    assert.equal(inline.length, 1)
    const hash = createHash('sha256').update(inline[0]!.textContent!).digest('base64')
    assert.equal(inlineScriptHash(), `sha256-${hash}`)
  })
})

describe('the inline script’s hash', () => {
  test('refuses a template with none or with two', () => {
    assert.throws(() => hashOfOnlyScript('<body></body>'), /holds 0/)
    assert.throws(() => hashOfOnlyScript('<script>a</script><script>b</script>'), /holds 2/)
  })
})

describe('strict mode', () => {
  test('throws at a misspelt variable of ours', () => {
    assert.throws(
      () => renderer.render('style-guide.njk', { page: { ...page, council: {} }, ...styleGuideModel() }),
      /undefined/,
    )
  })

  test('is off where it would hide a page from its reader', () => {
    const html = createRenderer({ isStrict: false }).render('style-guide.njk', {
      page: { ...page, title: undefined },
      ...styleGuideModel(),
    })
    assert.match(html, /Our ten promises/)
  })
})

describe('filters', () => {
  const environment = new nunjucks.Environment(null, { autoescape: true })
  addFilters(environment)
  const cases: [template: string, said: string][] = [
    ['{{ "2026-07-03" | sayDate }}', '3 July 2026'],
    ['{{ null | sayDate }}', ''],
    ['{{ 12345 | number }}', '12,345'],
    ['{{ 0.05625 | percent }}', '5.6%'],
    ['{{ 0.5 | percent(0) }}', '50%'],
    ['{{ 1 | plural("child", "children") }}', '1 child'],
    ['{{ 0 | plural("child", "children") }}', '0 children'],
    ['{{ 1200 | plural("child", "children") }}', '1,200 children'],
  ]
  for (const [template, said] of cases) {
    test(`${template} says “${said}”`, () => assert.equal(environment.renderString(template, {}), said))
  }
})
