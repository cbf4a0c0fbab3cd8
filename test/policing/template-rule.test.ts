import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource } from './source-file.ts'
import { checkTemplate } from './template-rule.ts'

const faultOf = (text: string) => checkTemplate({ path: 'a.njk', text }).join()

test('no template has an inline style, script or handler', () => {
  assert.deepEqual(readSource('src/**/*.njk').flatMap(checkTemplate), [])
})

const bad = ['<p style="color: red">', '<style>', '<script>', '<script type="module">', '<a onclick="go()">']
for (const text of [...bad, '<a href="javascript:go()">']) {
  test(`${text} is refused`, () => assert.match(faultOf(`\n${text}`), /^a\.njk:2: /))
}
for (const text of [
  '<script type="module" src="/assets/page.js"></script>',
  '{# no <style> here #}',
  '<p class="style">',
]) {
  test(`${text} is fine`, () => assert.equal(faultOf(text), ''))
}
