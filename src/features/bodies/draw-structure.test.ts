import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import type { Body } from './body.store.ts'
import { drawStructure } from './draw-structure.ts'
import { flatten, listUnder, placeBodies } from './structure.ts'

const body = (id: string, parentId: string | null, name = id, kind: Body['kind'] = 'board'): Body => ({
  id,
  name,
  kind,
  regime: 'formal',
  whatItDoes: '',
  parentId,
  rhythm: null,
  rhythmSince: null,
  themes: [],
  calendarName: 'Meeting',
})
const draw = (bodies: Body[]) => {
  const svg = drawStructure(placeBodies(bodies), () => 'Board', { title: 'The map', description: 'a; b' })
  return [...parseHTML(`<html><body>${svg}</body></html>`).document.querySelectorAll('svg')]
}
const numbers = (element: { getAttribute(name: string): string | null }, names: string[]) =>
  names.map((name) => Number(element.getAttribute(name)))

/** Any tree: each body answers to one before it, or to none. */
const trees = fc
  .array(
    fc.tuple(
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 70 }).map((text) => text.trim() || 'A'),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map(([up, name, isYoung], index) => {
      const parent = index === 0 || up % 3 === 0 ? null : `b${up % index}`
      return body(`b${index}`, parent, name, isYoung ? 'young people' : 'board')
    }),
  )

describe('the map of bodies', () => {
  test('each stands under the one it answers to; one whose parent is not there stands by itself', () => {
    const bodies = [body('b', 'a'), body('a', null), body('c', 'b'), body('d', 'gone')]
    assert.deepEqual(
      flatten(placeBodies(bodies)).map(({ body, depth }) => [body.id, depth]),
      [
        ['a', 0],
        ['b', 1],
        ['c', 2],
        ['d', 0],
      ],
    )
    assert.deepEqual(listUnder(bodies, 'a'), ['b', 'c'])
  })

  test('three drawings, each named in words, none with a style of its own', () => {
    const drawings = draw([body('a', null, 'Board <one> & all'), body('b', 'a', 'Ours', 'young people')])
    assert.equal(drawings.length, 3)
    for (const svg of drawings) {
      assert.equal(svg.getAttribute('role'), 'img')
      assert.match(svg.textContent, /Board <one> & all/)
      assert.doesNotMatch(svg.outerHTML, /style=|<style/)
      assert.equal(svg.querySelectorAll('rect').length, 3, 'young people’s own has a double frame')
    }
  })

  test('whatever the tree: every body once, inside the picture, on top of no other, with a line to each that answers to one', () => {
    fc.assert(
      fc.property(trees, (bodies) => {
        for (const svg of draw(bodies)) {
          const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number)
          // Young people's second frame lies inside the first.
          const frames = [...svg.querySelectorAll('rect')].filter((rect) => rect.getAttribute('rx') !== '10')
          assert.equal(frames.length, bodies.length)
          assert.equal(svg.querySelectorAll('path').length, bodies.filter(({ parentId }) => parentId !== null).length)
          const boxes = frames.map((frame) => numbers(frame, ['x', 'y', 'width', 'height']))
          for (const [x, y, w, h] of boxes as [number, number, number, number][]) {
            assert.ok(x >= 0 && y >= 0 && x + w <= width! && y + h <= height!, svg.outerHTML)
            const over = (boxes as [number, number, number, number][]).filter(
              ([x2, y2, w2, h2]) => x < x2 + w2 && x2 < x + w && y < y2 + h2 && y2 < y + h,
            )
            assert.equal(over.length, 1, 'a box lies over another')
          }
        }
      }),
    )
  })
})
