import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parseHTML } from 'linkedom'
import nunjucks from 'nunjucks'
import { addFilters } from '../render/filter.ts'

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(import.meta.dirname), {
  autoescape: true,
  throwOnUndefined: true,
})
addFilters(environment)

/** One macro with one object, as a document. */
function show(file: string, macro: string, params: object, body?: string) {
  const path = join('macros', `${file}.njk`)
  const use = body === undefined ? `{{ ${macro}(params) }}` : `{% call ${macro}(params) %}${body}{% endcall %}`
  const html = environment.renderString(`{% from "${path}" import ${macro} %}${use}`, { params })
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
}

const textOf = (element: { textContent: string | null } | null) => element?.textContent?.replaceAll(/\s+/g, ' ').trim()

describe('state-pill', () => {
  const words = {
    kept: 'kept',
    partly: 'partly kept',
    'on-the-way': 'on the way',
    'not-kept': 'not kept',
    cannot: 'we cannot, because…',
    unknown: 'we do not know',
  }
  for (const [state, word] of Object.entries(words)) {
    test(`${state} has a shape of its own and says “${word}”`, () => {
      const document = show('state-pill', 'statePill', { state })
      assert.equal(textOf(document.querySelector('.kept-pill')), word)
      assert.equal(document.querySelector('use')?.getAttribute('href'), `#shape-${state}`)
      const sprite = environment.render('macros/sprite.njk')
      assert.ok(sprite.includes(`id="shape-${state}"`))
    })
  }

  test('says other words, and a count, where asked', () => {
    assert.equal(
      textOf(show('state-pill', 'statePill', { state: 'not-kept', text: '2 days late' }).body),
      '2 days late',
    )
    assert.equal(textOf(show('state-pill', 'statePill', { state: 'kept', count: 0 }).body), 'kept 0')
  })

  test('refuses a state that is none of the six', () => {
    assert.throws(() => show('state-pill', 'statePill', { state: 'fine' }))
  })
})

describe('card', () => {
  test('has a heading of the level asked for, and what is put into it', () => {
    const document = show('card', 'card', { title: 'Today', level: 3, tone: 'main' }, '<p>body</p>')
    assert.equal(document.querySelector('section.kept-card--main > .kept-card__head > h3')?.textContent, 'Today')
    assert.equal(document.querySelector('section > p')?.textContent, 'body')
  })
})

describe('figure', () => {
  test('says of how many, when, and which way is good', () => {
    const document = show('figure', 'figure', {
      value: '5.6%',
      of: '36 of 640 children',
      asAt: '31 March 2026',
      direction: 'lower is better',
    })
    assert.match(textOf(document.body)!, /5\.6% 36 of 640 children 31 March 2026 · lower is better/)
  })

  test('hidden, it says so and why, and prints no value', () => {
    const document = show('figure', 'figure', { value: '3', isHidden: true, hiddenBecause: 'fewer than six' })
    assert.equal(textOf(document.body), 'hidden fewer than six')
  })

  test('a row of figures keeps number and words together', () => {
    const document = show('figure', 'figureRow', {
      items: [
        { value: 6, text: 'late', href: '/late' },
        { value: 0, text: 'with no owner' },
      ],
    })
    assert.deepEqual([...document.querySelectorAll('li')].map(textOf), ['6late', '0with no owner'])
  })
})

describe('dot-share', () => {
  const dots = (params: object) =>
    show('dot-share', 'dotShare', { doneText: 'have both', notDoneText: 'need one', ...params })

  for (const [done, of] of [
    [38, 46],
    [0, 1],
    [300, 300],
  ] as const) {
    test(`draws ${done} of ${of}, a dot each`, () => {
      const picture = dots({ done, of }).querySelector('.kept-dots__picture')!
      assert.equal(picture.querySelectorAll('.kept-dots__done').length, done)
      assert.equal(picture.querySelectorAll('.kept-dots__left').length, of - done)
    })
  }

  for (const [done, of, width] of [
    [150, 301, '49.8%'],
    [0, 0, '0%'],
  ] as const) {
    test(`draws ${done} of ${of} as one bar`, () => {
      assert.equal(dots({ done, of }).querySelector('.kept-dots__bar .kept-dots__done')?.getAttribute('width'), width)
    })
  }

  test('hidden, it is the same whatever it hides', () => {
    const hidden = (done: number) => dots({ done, of: 46, isHidden: true }).body.innerHTML
    assert.equal(hidden(1), hidden(45))
    assert.doesNotMatch(hidden(45), /45|46/)
  })
})

describe('row-list', () => {
  test('is a list whose rows say who, what, how it stands, what to do', () => {
    const document = show('row-list', 'rowList', {
      rows: [
        {
          lead: { text: 'Child 7', href: '/7' },
          text: 'Review papers',
          note: 'asked twice',
          pill: { state: 'not-kept', text: '2 days late' },
          action: { text: 'Send', href: '/s', visuallyHiddenText: 'to school' },
        },
        { lead: { text: 'Child 9' }, text: 'Nothing' },
      ],
    })
    const [first, second] = [...document.querySelectorAll('ul > li')]
    assert.equal(textOf(first!), 'Child 7 Review papersasked twice 2 days late Send to school')
    assert.equal(textOf(second!), 'Child 9 Nothing')
    assert.equal(second!.querySelectorAll('a').length, 0)
  })

  test('with no rows it is an empty list, not a fault', () => {
    assert.equal(show('row-list', 'rowList', { rows: [] }).querySelectorAll('li').length, 0)
  })
})

describe('promise-thread', () => {
  const knots = [
    { number: 1, title: 'Who to call', href: '/1', state: 'kept', share: '98%' },
    { number: 2, title: 'Activities', state: 'partly', share: '71 of 96', part: 0.74 },
    { number: 3, title: 'My 18th', state: 'unknown', share: '–' },
  ]

  test('says each promise’s state in words beside its share', () => {
    const document = show('promise-thread', 'promiseThread', { knots })
    assert.deepEqual(
      [...document.querySelectorAll('ol > li')].map((knot) => textOf(knot.querySelector('.kept-knot__text'))),
      ['1 Who to call kept98%', '2 Activities partly kept71 of 96', '3 My 18th we do not know–'],
    )
  })

  test('ties a partly kept loop by its share', () => {
    const document = show('promise-thread', 'promiseThread', { knots })
    assert.ok(document.querySelector('.kept-state--partly circle[stroke-dasharray="74 100"]'))
  })

  test('begins and ends the thread with a turn', () => {
    const pieces = [
      ...show('promise-thread', 'promiseThread', { knots }).querySelectorAll('.kept-knot__across use'),
    ].map((use) => use.getAttribute('href'))
    assert.deepEqual(pieces, ['#shape-wave-first', '#shape-wave-even', '#shape-wave-last-odd'])
    const sprite = environment.render('macros/sprite.njk')
    for (const piece of pieces) assert.ok(sprite.includes(`id="${piece!.slice(1)}"`))
  })
})

describe('slim-thread', () => {
  test('says where one is, and draws a gap as a gap', () => {
    const document = show('slim-thread', 'slimThread', {
      knots: [
        { kind: 'promise', title: 'Papers that are mine', isCurrent: true },
        { kind: 'measure', title: 'No measure joined yet', isGap: true, href: '/join', linkText: 'Join one' },
      ],
    })
    assert.match(textOf(document.querySelector('[aria-current=step]'))!, /you are here/)
    const gap = document.querySelector('.kept-slim__knot--gap')!
    assert.ok(gap.querySelector('.kept-thread__line--gap'))
    assert.equal(gap.querySelector('a')?.getAttribute('href'), '/join')
  })
})

describe('data-table', () => {
  const table = {
    caption: 'Children by kind of home',
    columns: [{ text: 'Kind' }, { text: '2026', isNumeric: true }, { text: 'Which' }],
    rows: [
      ['Foster home', 366, { text: 'See them', href: '/foster' }],
      ['Secure home', { isHidden: true, text: '3' }, null],
      ['Own home', 0, { pill: { state: 'kept', text: 'better' } }],
    ],
  }

  test('scrolls in a region of its own that has a name and can be reached by keyboard', () => {
    const region = show('data-table', 'dataTable', table).querySelector('[role=region]')!
    assert.equal(region.getAttribute('tabindex'), '0')
    assert.equal(region.getAttribute('aria-label'), table.caption)
  })

  test('has row and column headers, and nought is a number', () => {
    const document = show('data-table', 'dataTable', table)
    assert.equal(document.querySelectorAll('th[scope=row]').length, 3)
    assert.equal(document.querySelectorAll('th[scope=col]').length, 3)
    assert.deepEqual([...document.querySelectorAll('tbody td')].map(textOf), [
      '366',
      'See them',
      'c',
      '–',
      '0',
      'better',
    ])
  })

  test('prints nothing of a hidden cell', () => {
    assert.doesNotMatch(show('data-table', 'dataTable', table).body.innerHTML, />3</)
  })
})

describe('bar-list', () => {
  test('a hidden bar has one length, whatever it hides', () => {
    const width = (part: number) =>
      show('bar-list', 'barList', { caption: 'x', bars: [{ label: 'no', value: 2, part, isHidden: true }] })
        .querySelector('rect')
        ?.getAttribute('width')
    assert.equal(width(0.01), width(0.99))
  })

  test('a shown one is as long as its part', () => {
    const document = show('bar-list', 'barList', { caption: 'x', bars: [{ label: 'yes', value: 13, part: 0.625 }] })
    assert.equal(document.querySelector('rect')?.getAttribute('width'), '62.5%')
    assert.equal(textOf(document.querySelector('.kept-bars__value')), '13')
  })
})

describe('empty and progress', () => {
  test('an empty page says what will be here, who fills it, and has one button', () => {
    const document = show('empty', 'empty', {
      title: 'No files yet',
      text: 'What came in',
      who: 'The analyst',
      action: { text: 'Take one in', href: '/in' },
    })
    assert.equal(document.querySelectorAll('a.govuk-button').length, 1)
    assert.match(textOf(document.body)!, /No files yet What came in The analyst/)
  })

  test('progress is a bar with words, or words alone where the end is not known', () => {
    const known = show('progress', 'progress', { label: 'Checking', done: 4, of: 6, text: '4 of 6' })
    assert.equal(known.querySelector('progress')?.getAttribute('value'), '4')
    assert.equal(known.querySelector('progress')?.getAttribute('aria-label'), 'Checking')
    assert.equal(show('progress', 'progress', { label: 'Checking', text: 'Begun' }).querySelector('progress'), null)
  })
})
