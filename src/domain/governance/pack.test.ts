import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePicture, type PackFigure, type PackSection, sayAgendaNote, sayChecks, sayKnot } from './pack.ts'

const figure: PackFigure = {
  id: 'f1',
  title: 'Fewer moved',
  picture: {
    kind: 'line',
    labelHeading: 'Year',
    valueHeading: 'Moved',
    points: [
      { label: '2025', value: 7.9, text: '7.9%', isHidden: false },
      { label: '2026', value: null, text: 'c', isHidden: true },
    ],
  },
  table: {
    columns: [],
    rows: [
      ['2025', '7.9%'],
      ['2026', 'c'],
    ],
  },
  source: '',
}
const section: PackSection = {
  paperId: null,
  number: 1,
  title: 'A',
  writtenBy: '',
  plain: [],
  full: [],
  impact: [],
  figures: [figure],
}

test('a picture is said point by point, and a hidden one as hidden, never its number', () => {
  assert.equal(describePicture(figure), 'Fewer moved. 2025: 7.9%; 2026: hidden because it is a small number.')
})

test('the pack names the checks that were made, counts what is hidden, and says what each check reaches', () => {
  const said = sayChecks([section], '2026-07-01', 12).join(' ')
  assert.match(said, /as known on 1 July 2026 \(seal 12\)/)
  assert.match(said, /1 figure or table was .* 1 is hidden\./)
  assert.match(said, /no two tables give a hidden number away/)
})

test('a pack without figures says so and claims no check', () => {
  assert.match(sayChecks([{ ...section, figures: [] }], '2026-07-01', 12)[1]!, /^This pack has no figures\.$/)
})

test('a gap on the thread is said to be one, and the item itself is named as such', () => {
  const knot = { stage: 'board', words: 'Health', isCurrent: false, isGap: false }
  assert.equal(sayKnot(knot), 'Health')
  assert.equal(sayKnot({ ...knot, isCurrent: true }), 'Health (this item)')
  assert.equal(sayKnot({ ...knot, words: 'No answer yet', isGap: true }), 'a gap. No answer yet.')
})

test('one minute is one, and what is known stands before it', () => {
  assert.equal(sayAgendaNote({ number: 1, title: 'Pets', note: '', minutes: 1 }), '1 minute')
  assert.equal(
    sayAgendaNote({ number: 1, title: 'Pets', note: 'paper to follow', minutes: 10 }),
    'paper to follow, 10 minutes',
  )
})
