import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OWN_PICTURES, WORKER_PICTURES } from '../../domain/own/look.ts'
import { KEY_PICTURES } from '../../domain/own/picture-key.ts'
import { pictureNames } from '../render/picture.ts'
import { contrast } from './colour.ts'
import { palettePairs, palettes } from './palette.ts'

describe('the colours a young person may choose', () => {
  for (const palette of Object.values(palettes)) {
    test(`${palette.title}: all that is read can be read`, () => {
      for (const [text, ground] of palettePairs(palette)) {
        const ratio = contrast(text, ground)
        assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)} to 1`)
      }
    })
  }
})

test('every picture on offer is drawn', () => {
  const drawn = new Set(pictureNames())
  const offered = [...KEY_PICTURES, ...OWN_PICTURES.map(([name]) => name), ...WORKER_PICTURES.map(([name]) => name)]
  assert.deepEqual(
    offered.filter((name) => !drawn.has(name)),
    [],
  )
})
