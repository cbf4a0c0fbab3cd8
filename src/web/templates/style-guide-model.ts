import { barChart } from '../chart/bar-chart.ts'
import { homesTimeline } from '../chart/homes-timeline.ts'
import { lineChart } from '../chart/line-chart.ts'

/** Made-up facts for the page that shows every part (`style-guide.njk`); add the usual `page` to it. */
export function styleGuideModel() {
  return { ...promises, ...lists, ...numbers, ...charts(), ...forms }
}

const shortNames =
  'Who to call,Safe home,Activities,My papers,Health,Learning,My rights,My voice,Fair chances,My 18th'.split(',')
const stateOf = 'kept,kept,partly,on-the-way,kept,partly,kept,cannot,not-kept,unknown'.split(',')
const shareOf = '98%,94%,71 of 96,38 of 46,91%,402 of 560,97%,82%,58%,–'.split(',')

const promises = {
  states: ['kept', 'partly', 'on-the-way', 'not-kept', 'cannot', 'unknown'],
  wall: {
    knots: shortNames.map((title, at) => ({
      number: at + 1,
      title,
      href: '#',
      state: stateOf[at],
      share: shareOf[at],
      part: at === 2 ? 0.74 : 0.72,
    })),
    totals: [
      { state: 'kept', count: 4 },
      { state: 'partly', count: 2 },
      { state: 'on-the-way', count: 1 },
      { state: 'cannot', count: 1 },
      { state: 'not-kept', count: 1 },
      { state: 'unknown', count: 1 },
    ],
    link: { href: '#', text: 'Walk a promise along its thread' },
  },
  chain: [
    { kind: 'promise', title: 'Papers that are mine', isCurrent: true },
    {
      kind: 'plan',
      title: 'Bank account by 16',
      note: 'owner: leaving care lead, by 31 August',
      href: '#',
      linkText: 'Action 14',
    },
    {
      kind: 'done for children',
      title: '38 of 46',
      note: 'eight to help by August',
      href: '#',
      linkText: 'What was done',
    },
    { kind: 'measure', title: 'Documents by 16', note: '83%, higher is better', href: '#', linkText: 'Definition' },
    { kind: 'board', title: 'Not on an agenda yet', isGap: true, href: '#', linkText: 'Put it on 14 July' },
    {
      kind: 'children say',
      title: 'More than half answered',
      note: 'most say “a bit”',
      href: '#',
      linkText: 'What they said',
    },
  ],
}

const lists = {
  agenda: [
    {
      number: 1,
      text: 'Young people’s item: “Tell me before my worker leaves”',
      note: 'brought by the children in care council, always first',
    },
    {
      number: 2,
      text: 'First health checks: why 41 of 212 were late',
      note: 'plain version 3 min, full paper 9 min',
      action: { text: 'Read', href: '#', visuallyHiddenText: 'about first health checks' },
    },
    {
      number: 3,
      text: 'Promise 9: work experience for everyone who wants it',
      note: 'plain version 2 min, full paper 7 min',
      action: { text: 'Read', href: '#', visuallyHiddenText: 'about promise 9' },
    },
  ],
  challenges: [
    {
      text: 'Why do we change schools when we move?',
      note: 'to the virtual school head',
      pill: { state: 'not-kept', text: '4 days late' },
    },
    {
      text: 'Can our pets come too?',
      note: 'to the head of fostering',
      pill: { state: 'on-the-way', text: 'by 3 July' },
    },
  ],
  worklist: [
    {
      lead: { text: 'Child 3', href: '#' },
      text: 'Said something to you: a picture and 11 words',
      note: 'waiting since Tuesday; cover steps in tomorrow at 5pm',
      pill: { state: 'on-the-way', text: 'answer by Friday' },
      action: { text: 'Read and answer', href: '#' },
    },
    {
      lead: { text: 'Child 11', href: '#' },
      text: 'Visit due',
      note: 'at least every 6 weeks in the first year; last seen 21 May, alone, at home',
      pill: { state: 'on-the-way', text: 'due today' },
      action: { text: 'Record a visit', href: '#' },
    },
    {
      lead: { text: 'Child 7', href: '#' },
      text: 'Review papers',
      note: 'school has not sent its part; asked twice',
      pill: { state: 'not-kept', text: '2 days late · school' },
      action: { text: 'Send one-child link', href: '#' },
    },
    {
      lead: { text: 'Child 15', href: '#' },
      text: 'Health check booked',
      note: 'consent given 12 June; slot 8 July',
      pill: { state: 'kept', text: 'in time' },
      action: { text: 'Open', href: '#' },
    },
  ],
}

const numbers = {
  actions: [
    { value: 6, text: 'late', href: '#' },
    { value: 2, text: 'with no owner' },
    { value: 3, text: 'with no way to tell' },
  ],
  answers: [
    { label: 'yes', value: 13, part: 0.62 },
    { label: 'a bit', value: 15, part: 0.71 },
    { label: 'no, not about me', value: null, isHidden: true },
  ],
  figures: [
    {
      value: '5.6%',
      label: 'Three or more homes in the year',
      of: '36 of 640 children',
      asAt: '31 March 2026',
      direction: 'lower is better',
      isAskedByChildren: true,
      definitionHref: '#',
      childrenHref: '#',
    },
    {
      value: '640',
      label: 'Children in our care',
      asAt: '31 March 2026',
      direction: 'no good direction',
      change: '12 more than a year ago',
      definitionHref: '#',
    },
    {
      isHidden: true,
      label: 'Living more than 20 miles from home',
      asAt: '31 March 2026',
      direction: 'lower is better',
      definitionHref: '#',
    },
  ],
  table: {
    caption: 'Children by kind of home and year',
    columns: [
      { text: 'Kind of home' },
      ...[2021, 2022, 2023, 2024, 2025, 2026].map((year) => ({ text: `March ${year}`, isNumeric: true })),
      { text: 'Now' },
    ],
    rows: [
      [
        'Foster home with relatives or friends',
        96,
        101,
        108,
        110,
        117,
        121,
        { pill: { state: 'kept', text: 'better' } },
      ],
      ['Foster home', 402, 398, 391, 377, 370, 366, { text: 'See them', href: '#' }],
      ['Children’s home', 71, 74, 80, 83, 88, 91, null],
      [
        'Secure home',
        { isHidden: true },
        { isHidden: true },
        { isHidden: true },
        0,
        { isHidden: true },
        0,
        { text: '–', note: 'too few to show' },
      ],
    ],
    note: 'c: a small number, so it is hidden, with one more so that it cannot be worked out.',
  },
}

const forms = {
  why: {
    fieldset: { legend: { text: 'Why is it being corrected?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { value: 'mistake', text: 'It was written down wrongly' },
      { value: 'child', text: 'It belongs to another child' },
    ],
  },
  summary: [
    { key: { text: 'Rows read' }, value: { text: '6,512' } },
    { key: { text: 'Refused' }, value: { text: '64, each with its reason' } },
  ],
  pages: {
    previous: { href: '#' },
    next: { href: '#' },
    items: [
      { number: 1, href: '#' },
      { number: 2, href: '#', current: true },
      { number: 3, href: '#' },
    ],
  },
}

function charts() {
  const points = [7.9, 7.8, 7.2, 6.9, 6.1, 5.6].map((value, at) => ({
    label: String(2021 + at),
    value,
    text: `${value}%`,
  }))
  const target = { value: 4, text: 'target 4%' }
  const moves = {
    title: 'Fewer children moved home three times or more',
    points,
    labelHeading: 'Year to 31 March',
    valueHeading: 'Share of children',
    target,
  }
  return {
    smallLine: lineChart({
      ...moves,
      id: 'moved',
      size: 'small',
      comparator: { low: 6.4, high: 7.6, text: 'similar councils' },
    }),
    line: lineChart({
      ...moves,
      id: 'moves',
      points: points.map((point, at) => (at === 2 ? { ...point, value: null, isHidden: true } : point)),
      comparator: { low: 8.6, high: 10.1, text: 'similar councils' },
    }),
    bar: barChart({
      id: 'kinds',
      title: 'Most children live in foster homes',
      labelHeading: 'Kind of home',
      valueHeading: 'Children',
      bars: [
        { label: 'Foster home', value: 366 },
        { label: 'With relatives or friends', value: 121 },
        { label: 'Children’s home', value: 91 },
        { label: 'Secure home', value: null, isHidden: true },
      ],
      target: { value: 300, text: 'last year 300' },
    }),
    timeline: homesTimeline({
      id: 'homes',
      title: 'Three homes and three social workers in four years',
      from: '2022-04-01',
      until: '2026-06-30',
      lanes: [
        {
          title: 'Homes',
          stretches: [
            { startsOn: '2022-04-19', endsOn: '2022-06-02', text: 'A foster home in the next county' },
            { startsOn: '2022-06-02', endsOn: '2024-08-20', text: 'With Aunt Jo' },
            { startsOn: '2024-08-20', endsOn: null, text: 'A foster home' },
          ],
        },
        {
          title: 'Social workers',
          stretches: [
            { startsOn: '2022-04-19', endsOn: '2023-01-09', text: 'First' },
            { startsOn: '2023-01-09', endsOn: '2025-03-03', text: 'Second' },
            { startsOn: '2025-03-03', endsOn: null, text: 'Third' },
          ],
        },
        {
          title: 'Reviews',
          moments: ['2022-05-17', '2022-08-15', '2023-02-10', '2024-02-12', '2025-02-11', '2026-02-09'].map((on) => ({
            on,
            text: 'review',
          })),
        },
      ],
    }),
  }
}
