import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTheme } from './say-theme.ts'

test('a theme is said with its count, or without any', () => {
  assert.equal(sayTheme({ title: 'Pets', moreThan: 10 }), 'More than 10 children spoke of “Pets”')
  assert.equal(sayTheme({ title: 'Bikes', moreThan: null }), 'Five children or fewer spoke of “Bikes”')
})
