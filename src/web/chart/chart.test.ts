import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { type BarChartInput, barChart } from './bar-chart.ts'
import { homesTimeline } from './homes-timeline.ts'
import { type LineChartInput, lineChart } from './line-chart.ts'

const bars: BarChartInput = {
  id: 'kinds',
  title: 'Most children live in foster homes <b>',
  labelHeading: 'Kind of home',
  valueHeading: 'Children',
  bars: [
    { label: 'Foster home', value: 366 },
    { label: 'Secure home', value: null, isHidden: true },
    { label: 'Not told', value: null },
  ],
  target: { value: 300, text: 'last year 300' },
}

const line: LineChartInput = {
  id: 'moves',
  title: 'Fewer children moved',
  labelHeading: 'Year',
  valueHeading: 'Share',
  points: [
    { label: '2024', value: 7.9, text: '7.9%' },
    { label: '2025', value: null, isHidden: true },
    { label: '2026', value: 5.6, text: '5.6%' },
  ],
  target: { value: 4, text: 'target 4%' },
  comparator: { low: 6, high: 7, text: 'similar councils' },
  expected: [
    { low: 5, high: 9 },
    { low: 5, high: 9 },
    { low: 4, high: 8 },
  ],
}

const timeline = {
  id: 'homes',
  title: 'Two homes in two years',
  from: '2024-04-01',
  until: '2026-03-31',
  lanes: [
    {
      title: 'Homes',
      stretches: [
        { startsOn: '2020-01-01', endsOn: '2025-01-10', text: 'With Aunt Jo' },
        { startsOn: '2025-01-10', endsOn: null, text: 'A secret place', isHidden: true },
      ],
    },
    { title: 'Reviews', moments: [{ on: '2025-06-01', text: 'took part' }] },
  ],
}

const charts = {
  bar: barChart(bars),
  line: lineChart(line),
  small: lineChart({ ...line, id: 's', size: 'small' }),
  timeline: homesTimeline(timeline),
}
const read = (svg: string) => parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document

describe('every chart', () => {
  for (const [name, chart] of Object.entries(charts)) {
    test(`${name}: has no inline style, no style sheet, no script`, () => {
      assert.doesNotMatch(chart.svg, /style|script|onload/i)
    })

    test(`${name}: each drawing is a picture with a name and a description of its own`, () => {
      const document = read(chart.svg)
      const pictures = [...document.querySelectorAll('svg')]
      for (const picture of pictures) {
        assert.equal(picture.getAttribute('role'), 'img')
        const title = document.getElementById(picture.getAttribute('aria-labelledby')!)
        assert.equal(title?.textContent, chart.title)
        assert.ok(document.getElementById(picture.getAttribute('aria-describedby')!)?.textContent)
      }
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      assert.equal(new Set(ids).size, ids.length)
    })

    test(`${name}: draws no broken coordinate`, () => {
      assert.doesNotMatch(chart.svg, /NaN|undefined|Infinity/)
    })
  }
})

describe('bar chart', () => {
  const hatchedWidth = (input: BarChartInput) => {
    const hatched = read(barChart(input).svg).querySelector('[fill="url(#kept-hatch)"]')!
    return (hatched.tagName === 'g' ? hatched.querySelector('rect,path')! : hatched).outerHTML
  }

  test('a hidden bar has one fixed length, even where a value was passed by mistake', () => {
    const hide = (value: number | null) => ({
      ...bars,
      bars: [bars.bars[0]!, { label: 'Secure home', value, isHidden: true }],
    })
    assert.equal(hatchedWidth(hide(1)), hatchedWidth(hide(365)))
    assert.equal(hatchedWidth(hide(null)), hatchedWidth(hide(2)))
    assert.equal(barChart(hide(2)).svg, barChart(hide(365)).svg)
  })

  test('its table says the same, with what is hidden hidden', () => {
    assert.deepEqual(barChart(bars).table.rows, [
      ['Foster home', '366'],
      ['Secure home', { isHidden: true }],
      ['Not told', 'no figure'],
    ])
  })

  test('its target is a dashed line with its words', () => {
    const document = read(barChart(bars).svg)
    assert.ok(document.querySelector('[stroke-dasharray]'))
    assert.match(document.body.textContent!, /last year 300/)
  })

  test('draws two rows with one label as two', () => {
    const chart = barChart({
      ...bars,
      bars: [
        { label: 'A', value: 1 },
        { label: 'A', value: 2 },
      ],
      target: undefined,
    })
    assert.equal(read(chart.svg).querySelectorAll('svg:first-of-type rect, svg:first-of-type path').length, 2)
  })

  test('all nought, or nothing at all, is still a picture', () => {
    assert.doesNotMatch(barChart({ ...bars, bars: [{ label: 'A', value: 0 }], target: undefined }).svg, /NaN/)
    assert.doesNotMatch(barChart({ ...bars, bars: [], target: undefined }).svg, /NaN/)
  })
})

describe('line chart', () => {
  test('breaks where a value is hidden, and never says it', () => {
    const shown = lineChart({
      ...line,
      points: line.points.map((point) => (point.isHidden ? { ...point, value: 3.21 } : point)),
    })
    assert.equal(shown.svg, lineChart(line).svg)
    assert.doesNotMatch(JSON.stringify(shown), /3\.21/)
  })

  test('says similar councils and the target in words', () => {
    assert.match(
      read(charts.line.svg).querySelector('desc')!.textContent!,
      /2024: 7\.9%; 2025: c, hidden.*target: target 4%; similar councils/,
    )
  })
})

describe('homes time-line', () => {
  test('draws from the first day shown, lists the true dates, and says neither in picture nor table what is hidden', () => {
    assert.doesNotMatch(JSON.stringify(charts.timeline), /secret/)
    assert.deepEqual(charts.timeline.table.rows, [
      ['1 January 2020', '10 January 2025', 'Homes', 'With Aunt Jo'],
      ['10 January 2025', 'now', 'Homes', { isHidden: true }],
      ['1 June 2025', '1 June 2025', 'Reviews', 'took part'],
    ])
  })
})
